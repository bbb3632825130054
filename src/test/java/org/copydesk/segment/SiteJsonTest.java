package org.copydesk.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The column {@code learned} of the table of sites: names and their order stay. */
class SiteJsonTest {
  private static SiteModel model(int words, List<SiteModel.LearnedLine> lines, SiteLayout layout) {
    return new SiteModel(
        "elm.test",
        40,
        new long[0],
        new byte[0],
        new long[0],
        words,
        words * 6,
        9,
        false,
        List.of("Read more"),
        lines,
        layout);
  }

  private static PageLayout page(String body) {
    return new PageLayout("h1.a", "", "", body, "", PageLayout.UNTIMED);
  }

  @Test
  void aModelIsWrittenAsItEverWas() {
    List<SiteModel.LearnedLine> lines =
        List.of(
            new SiteModel.LearnedLine("Elm Gazette", 40, "menu"),
            new SiteModel.LearnedLine("© Elm Gazette \"2026\"", 39, "foot"));
    SiteLayout layout = SiteLayout.of(List.of(page("div.b"), page("div.b"), page("div.c")));
    assertEquals(
        "{\"pages\":40,\"masthead\":\"Elm Gazette\",\"snippet_words\":30,"
            + "\"snippet_characters\":180,\"snippets\":9,\"markers\":[\"Read more\"],"
            + "\"lines\":[{\"text\":\"Elm Gazette\",\"pages\":40,\"class\":\"menu\"},"
            + "{\"text\":\"© Elm Gazette \\\"2026\\\"\",\"pages\":39,\"class\":\"foot\"}],"
            + "\"layout\":{\"title\":[{\"path\":\"h1.a\",\"pages\":3}],"
            + "\"body\":[{\"path\":\"div.b\",\"pages\":2},{\"path\":\"div.c\",\"pages\":1}]}}",
        SiteJson.of(model(30, lines, layout)));
  }

  @Test
  void whatIsNotKnownIsLeftOutAndLinesAreBounded() {
    List<SiteModel.LearnedLine> lines = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      lines.add(new SiteModel.LearnedLine("line " + i, 1, "menu"));
    }
    String json = SiteJson.of(model(0, lines, SiteLayout.NONE));
    assertEquals(
        "{\"pages\":40,\"snippets\":9,\"markers\":[\"Read more\"],\"lines\":[",
        json.substring(0, json.indexOf('[', json.indexOf("lines")) + 1));
    assertEquals(40, json.split("\"class\"", -1).length - 1);
    assertEquals(
        "{\"text\":\"line 39\",\"pages\":1,\"class\":\"menu\"}]}",
        json.substring(json.indexOf("{\"text\":\"line 39\"")));
  }

  @Test
  void placesOfTextsAreReadAgain() {
    SiteLayout layout = SiteLayout.of(List.of(page("div.b"), page("div.b"), page("div.c")));
    assertEquals(
        Map.of("div.b", 2L, "div.c", 1L),
        SiteJson.bodyPlaces(SiteJson.of(model(0, List.of(), layout))));
    assertEquals(Map.of(), SiteJson.bodyPlaces(SiteJson.of(model(0, List.of(), SiteLayout.NONE))));
    assertEquals(Map.of(), SiteJson.bodyPlaces("no JSON"));
    assertEquals(Map.of(), SiteJson.bodyPlaces(null));
  }
}
