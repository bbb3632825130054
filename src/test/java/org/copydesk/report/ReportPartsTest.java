package org.copydesk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.Chart;
import org.copydesk.row.SiteRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report makes of a manifest, of a site, and of the head of the card. */
class ReportPartsTest {
  @TempDir Path folder;

  private Manifest manifest(String json) throws IOException, Failure {
    Storage generation = Storage.local(folder);
    generation.replaceText("manifest.json", json);
    return Manifest.read(generation);
  }

  private static String stage(String name, double cpu) {
    return "{\"name\":\"%s\",\"records_in\":500,\"bytes_in\":2000,\"cpu_seconds\":%s}"
        .formatted(name, cpu);
  }

  @Test
  void stagesAreDrawnByTheirTimeAndThoseOfNextToNoneAreNot() throws Exception {
    StageTimes times =
        new StageTimes(
            manifest(
                "{\"stages\":["
                    + String.join(
                        ",", stage("A", 1), stage("ShuffleX", 3), stage("B", 96), stage("C", .1))
                    + "]}"));
    assertEquals(
        List.of("B", "ShuffleX", "A"),
        times.stageTimes().bars().stream().map(Chart.Bar::label).toList());
    assertEquals(
        List.of("A", "B", "C", "ShuffleX"),
        times.stages().stream().map(Report.Stage::name).toList());
    assertEquals("500 records/s, 2.0 kB/s", times.stages().get(0).rate());
  }

  @Test
  void checksThatFailedStandFirstAndDigestsSayThatTheyAgree() throws Exception {
    String digest = "0123456789abcdef".repeat(2);
    List<Report.CheckLine> checks =
        new ManifestLines(
                manifest(
                    """
                    {"checks":[{"name":"a","left":"%s","right":"%s","holds":true},
                               {"name":"b","left":"12345","right":"%s","holds":false}]}
                    """
                        .formatted(digest, digest, digest)))
            .checks();
    assertEquals(List.of("b", "a"), checks.stream().map(Report.CheckLine::name).toList());
    assertEquals("12,345", checks.get(0).left());
    assertEquals(digest, checks.get(0).right());
    assertEquals("the same digest", checks.get(1).left());
  }

  @Test
  void settingsAreToldWithTheGroupTheyAreOf() throws Exception {
    List<Report.Setting> settings =
        new ManifestLines(
                manifest("{\"definition\":{\"spans\":true},\"digests\":{\"articles\":\"f\"}}"))
            .settings();
    assertEquals(2, settings.size());
    assertEquals(new Report.Setting("definition", "spans", "true"), settings.get(0));
  }

  @Test
  void idsOfReasonsArePlainAndNoTwoAreOne() {
    assertEquals("loss-rejected-no_article", Loss.idOf("rejected", "no_article"));
    String odd = Loss.idOf("rejected", "too long: <b>");
    assertTrue(odd.matches("[a-z0-9_-]+"), odd);
    assertNotEquals(odd, Loss.idOf("rejected", "too long: <i>"));
  }

  @Test
  void aSiteIsShownWithWhatWasLearnedOfIt() {
    SiteRow row =
        SomeRow.of(
            Tables.SITES,
            Map.of(
                "site",
                "elm.test",
                "pages",
                9L,
                "learned",
                "{\"pages\":5,\"snippet_characters\":80,\"markers\":[\"More\"],"
                    + "\"lines\":[{\"text\":\"Menu\u001b\",\"pages\":4,\"class\":\"menu\"}]}"));
    SiteLine line = SiteLine.of(row);
    assertEquals("80 characters", line.snippets());
    assertEquals(5, line.sampled());
    assertEquals(List.of("More"), line.markers());
    assertEquals(new SiteLine.Line("Menu␛", 4, "menu"), line.lines().get(0));
    SiteLine unknown = SiteLine.of(SomeRow.of(Tables.SITES, Map.of("learned", "no JSON")));
    assertEquals("(no site)", unknown.name());
    assertNull(unknown.snippets());
  }

  @Test
  void theCardsHeadSaysHowManyThereAreAndWhichTableComesFirst() {
    String head =
        CardFrontMatter.of(
            "b-1", List.of("en"), 1000, List.of(Tables.ARTICLES, Tables.TEASERS), "other");
    assertTrue(head.startsWith("---\n") && head.endsWith("---\n"), head);
    assertTrue(head.contains("size_categories:\n- 1K<n<10K\n"), head);
    assertEquals(1, head.split("default: true", -1).length - 1);
    assertTrue(head.indexOf("default: true") < head.indexOf("teasers"), head);
    String empty = CardFrontMatter.of("b-1", List.of(), 999, List.of(Tables.ARTICLES), "other");
    assertTrue(empty.contains("n<1K") && !empty.contains("language"), empty);
  }
}
