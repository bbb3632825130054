package org.copydesk.quality;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;

/** Signals that have a source are what another reading of the sources says, on sixty texts. */
class SignalReferenceTest {
  @Test
  void signalsAreWhatTheirSourcesDefine() throws IOException {
    ObjectMapper json = new ObjectMapper();
    QualityMeter meter = new QualityMeter();
    List<String> differences = new ArrayList<>();
    int texts = 0;
    int values = 0;
    for (String line : Files.readAllLines(Path.of("testdata/quality/reference.jsonl"))) {
      JsonNode row = json.readTree(line);
      String text = row.get("text").asText();
      QualitySignals signals = meter.measure(text, Tokens.of(Normaliser.normalise(text)));
      texts++;
      for (var entry : row.get("signals").properties()) {
        double value = signals.value(Signal.of(entry.getKey()));
        values++;
        if (Math.abs(value - entry.getValue().asDouble()) > 1e-9) {
          differences.add(
              text + "\n  " + entry.getKey() + ": " + value + ", not " + entry.getValue());
        }
      }
    }
    System.out.println(
        values + " values of " + texts + " texts, differences " + differences.size());
    assertThat(texts, is(60));
    assertThat(values, is(greaterThanOrEqualTo(60 * 31)));
    assertThat(String.join("\n", differences), differences, is(empty()));
  }
}
