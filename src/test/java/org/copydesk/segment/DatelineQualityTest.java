package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.copydesk.QualityFloors;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wire stories given as title, dateline and text: the dateline is found. */
@Tag("quality")
class DatelineQualityTest {
  private static final Path STORIES =
      Path.of("../shared/data/topics/evaluation-only/reuters21578.jsonl.gz");

  @Test
  void datelinesOfWireStoriesAreFound() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    int stories = 0;
    int right = 0;
    int shown = Integer.getInteger("copydesk.shown", 0);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(STORIES)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode story = json.readTree(line);
        String truth = story.path("dateline").asText("");
        String text = story.path("text").asText("");
        if (truth.isBlank() || text.isBlank()) {
          continue;
        }
        stories++;
        String page = story.path("title").asText("") + "\n\n" + truth + " " + text;
        Segmented found =
            segmenter.segment(
                Page.text("story", stories, page.getBytes(StandardCharsets.UTF_8)), SiteModel.NONE);
        String dateline = found.article() == null ? null : found.article().dateline();
        boolean isRight = dateline != null && bare(dateline).equals(bare(truth));
        right += isRight ? 1 : 0;
        if (!isRight && shown-- > 0) {
          System.out.println("truth " + truth + " | found " + dateline);
        }
      }
    }
    System.out.printf("datelines %d of %d, %.4f%n", right, stories, (double) right / stories);
    assertThat((double) right / stories, greaterThanOrEqualTo(QualityFloors.REUTERS_DATELINES));
  }

  private static String bare(String dateline) {
    String text = Normaliser.normalise(dateline);
    while (!text.isEmpty() && " -,.".indexOf(text.charAt(text.length() - 1)) >= 0) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }
}
