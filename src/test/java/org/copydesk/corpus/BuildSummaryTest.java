package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copydesk.dedup.Suppression;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that watch builds read these: names and their order stay. */
class BuildSummaryTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static BuildSummary failed() {
    return new BuildSummary(
        "b-1",
        "1.2",
        "flink",
        "failed",
        70,
        "no access with token=abc",
        NOON,
        NOON.plusMillis(2500),
        3,
        1000,
        null,
        null,
        new ProcessCost(1.25, 4096));
  }

  private static BuildSummary made(Path folder) throws IOException {
    GenerationAudit audit =
        GenerationAudit.read(Storage.local(folder), Suppression.NONE, AuditMemo.empty(""), 1);
    Manifest manifest =
        Manifest.of(ManifestTest.build(Map.of()), ManifestTest.results(), audit, List.<Check>of());
    return failed().with(manifest, audit);
  }

  @Test
  void aBuildThatCameToNothingSaysWhyWithoutSecrets() throws IOException {
    assertEquals(
        """
        {
          "build_id" : "b-1",
          "version" : "1.2",
          "runner" : "flink",
          "outcome" : "failed",
          "exit_code" : 70,
          "message" : "no access with token=***",
          "started_at" : "2026-01-02T12:00:00Z",
          "finished_at" : "2026-01-02T12:00:02.500Z",
          "wall_seconds" : 2.5,
          "cpu_seconds" : 1.25,
          "peak_memory_bytes" : 4096,
          "files" : 3,
          "bytes" : 1000,
          "removed" : { },
          "rejects" : { }
        }
        """,
        failed().json());
  }

  @Test
  void oneThatMadeAGenerationHasItsFiguresBetween(@TempDir Path folder) throws IOException {
    String json = made(folder).json();
    int bytes = json.indexOf("\"bytes\" : 1000");
    int counts = json.indexOf("\"counts\" : {");
    int forgotten = json.indexOf("\"forgotten\" : {");
    int stages = json.indexOf("\"stages\" : [ {");
    int removed = json.indexOf("\"removed\" : { }");
    assertTrue(0 < bytes && bytes < counts && counts < forgotten, json);
    assertTrue(forgotten < stages && stages < removed, json);
  }

  @Test
  void aMessageThatIsNotThereIsNull() throws IOException {
    BuildSummary published = BuildSummary.of(ManifestTest.build(Map.of()), "published");
    assertTrue(published.json().contains("\"message\" : null"), published.json());
    assertEquals("published b-1", published.toString());
  }

  @Test
  void whyItFailedComesWithItsExitCode() {
    BuildSummary because = failed().because(new Failure(Failure.DATA, "no input"));
    assertEquals(Failure.DATA, because.exitCode());
    assertEquals("no input", because.message());
    assertEquals("b-1", because.buildId());
  }

  @Test
  void metricsHaveAHelpATypeAndPlainNumbers(@TempDir Path folder) throws IOException {
    String metrics = made(folder).metrics();
    for (String line :
        List.of(
            "# HELP copydesk_build_exit_code Exit code; 0 is success.",
            "# TYPE copydesk_build_exit_code gauge",
            "copydesk_build_exit_code 70",
            "copydesk_build_info{build_id=\"b-1\",version=\"1.2\",runner=\"flink\",outcome=\"failed\"} 1",
            "copydesk_build_started_timestamp_seconds 1767355200",
            "copydesk_stage_cpu_seconds{stage=\"LinkTeasers\"} 1.5",
            "copydesk_stage_wall_seconds{stage=\"LinkTeasers\"} 0.00002",
            "copydesk_forgotten{cap=\"link_keys\"} 1",
            "copydesk_rows{table=\"articles\"} 0")) {
      assertTrue(metrics.contains(line + "\n"), line + " in\n" + metrics);
    }
    assertFalse(failed().metrics().contains("copydesk_rows"));
  }

  @Test
  void quotesAndLineEndsOfALabelAreEscaped() {
    PrometheusText text = new PrometheusText().gauge("a", "b.");
    text.sample(1e21, "c", "d\"e\\f\ng");
    assertEquals(
        "# HELP a b.\n# TYPE a gauge\na{c=\"d\\\"e\\\\f\\ng\"} 1000000000000000000000\n",
        text.toString());
  }
}
