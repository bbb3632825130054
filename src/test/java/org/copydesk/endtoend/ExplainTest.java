package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir Path folder;

  @Test
  void aPageIsShownAsTheBuildOfItsDumpsTookItApart() throws Exception {
    Corpus corpus = Corpus.build(folder, DUMPS, "--spans");
    int alike = 0;
    int otherwiseAlone = 0;
    for (Map.Entry<String, List<String>> page : spansByFile(corpus).entrySet()) {
      String file = DUMPS + "/" + page.getKey();
      assertThat(page.getKey(), spans(explain(file, "--learn-from=" + DUMPS)), is(page.getValue()));
      alike++;
      otherwiseAlone += spans(explain(file)).equals(page.getValue()) ? 0 : 1;
    }
    assertThat(alike, greaterThan(30));
    assertThat("pages for which it matters what is learned from", otherwiseAlone, greaterThan(0));
  }

  @Test
  void itSaysWhatThePageWasTakenFor() throws Exception {
    String file = DUMPS + "/harbour-ledger/0003.txt";
    JsonNode alone = explain(file).path("site");
    JsonNode among = explain(file, "--learn-from=" + DUMPS).path("site");
    assertThat(alone.path("pages").asInt(), is(1));
    assertThat(among.path("pages").asInt(), greaterThan(5));
    String words = Printed.by(0, "explain", file, "--learn-from=" + DUMPS);
    assertThat(words, containsString("learned from " + among.path("pages").asInt() + " pages"));
  }

  @Test
  void aPageThatABuildRefusesIsExplainedByTheReason() throws Exception {
    Path page = folder.resolve("long.html");
    Files.writeString(page, "<html><body><p>" + "word ".repeat(1_000_000) + "</body></html>");
    assertThat(
        Printed.by(1, "explain", page.toString()),
        containsString("record 0 gave no page: payload_too_large"));
  }

  @Test
  void whatIsNoFileOrNotOneIsRefused() {
    assertThat(Printed.by(2, "explain", folder + "/none.txt"), containsString("no file"));
    assertThat(Printed.by(2, "explain", DUMPS), containsString("name one"));
    assertThat(
        Printed.by(2, "explain", DUMPS + "/harbour-ledger/0003.txt", "--lern-from=x"),
        containsString("did you mean learn-from"));
    assertThat(
        Printed.by(2, "explain", DUMPS + "/harbour-ledger/0003.txt", "another"),
        containsString("another"));
    assertThat(
        Printed.by(2, "explain", DUMPS + "/harbour-ledger/0003.txt", "--record=1"),
        containsString("has no record 1"));
  }

  private static JsonNode explain(String file, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("explain", file, "--json"));
    arguments.addAll(List.of(more));
    return new ObjectMapper().readTree(Printed.by(0, arguments.toArray(String[]::new)));
  }

  private static List<String> spans(JsonNode explained) {
    List<String> spans = new ArrayList<>();
    for (JsonNode span : explained.path("spans")) {
      spans.add(
          span.path("start").asLong()
              + " "
              + span.path("end").asLong()
              + " "
              + span.path("label").asText()
              + " "
              + span.path("rule").asText());
    }
    return spans;
  }

  private static TreeMap<String, List<String>> spansByFile(Corpus corpus) {
    return corpus
        .query("select source_file, start, \"end\", label, rule from {spans} order by 1, 2")
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row.get(0),
                TreeMap::new,
                Collectors.mapping(
                    row -> row.get(1) + " " + row.get(2) + " " + row.get(3) + " " + row.get(4),
                    Collectors.toList())));
  }
}
