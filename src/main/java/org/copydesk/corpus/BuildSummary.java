package org.copydesk.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;
import org.copydesk.text.SnakeJson;

/**
 * What came of a build, for machines that watch it: {@code summary.json} and, for Prometheus,
 * {@code metrics.prom}. Of the same input and settings only the build's name, its times, seconds
 * and peak memory differ from build to build.
 *
 * @param buildId name of the generation
 * @param version of the program
 * @param runner direct or flink
 * @param outcome {@code published}, {@code unchanged} or {@code failed}
 * @param exitCode of the command
 * @param message why it failed; null when it did not
 * @param startedAt from the clock
 * @param finishedAt from the clock
 * @param files files matched
 * @param bytes their bytes
 * @param manifest of the generation; null when the build did not come so far
 * @param audit what was read back; null likewise
 * @param cost what it took
 */
public record BuildSummary(
    String buildId,
    String version,
    String runner,
    String outcome,
    int exitCode,
    String message,
    Instant startedAt,
    Instant finishedAt,
    long files,
    long bytes,
    Manifest manifest,
    GenerationAudit audit,
    ProcessCost cost) {
  public static final String JSON_NAME = "summary.json";
  public static final String METRICS_NAME = "metrics.prom";

  /** The summary of a build that ends now; its exit code is 0. */
  public static BuildSummary of(Manifest.Build build, String outcome) {
    return new BuildSummary(
        build.buildId(),
        build.version(),
        build.runner(),
        outcome,
        0,
        null,
        build.startedAt(),
        Instant.now(),
        build.files(),
        build.bytes(),
        null,
        null,
        ProcessCost.soFar());
  }

  /** The same with what the build made. */
  public BuildSummary with(Manifest made, GenerationAudit read) {
    return new BuildSummary(
        buildId,
        version,
        runner,
        outcome,
        exitCode,
        message,
        startedAt,
        finishedAt,
        files,
        bytes,
        made,
        read,
        cost);
  }

  /** The same with why it failed. */
  public BuildSummary because(Failure failure) {
    return new BuildSummary(
        buildId,
        version,
        runner,
        outcome,
        failure.exitCode(),
        failure.getMessage(),
        startedAt,
        finishedAt,
        files,
        bytes,
        manifest,
        audit,
        cost);
  }

  /** Writes both files into the generation. */
  public void write(Storage generation) throws IOException {
    generation.replaceText(JSON_NAME, json());
    generation.replaceText(METRICS_NAME, metrics());
  }

  private double wallSeconds() {
    return Duration.between(startedAt, finishedAt).toMillis() / 1000.0;
  }

  private Map<String, Long> reasons(boolean ofRejects) {
    if (audit == null) {
      return Map.of();
    }
    return new TreeMap<>(ofRejects ? audit.rejectsByReason() : audit.removedByReason());
  }

  /** What {@code summary.json} says, in the order in which it is written. */
  private record Fields(
      String buildId,
      String version,
      String runner,
      String outcome,
      int exitCode,
      String message,
      Instant startedAt,
      Instant finishedAt,
      double wallSeconds,
      double cpuSeconds,
      long peakMemoryBytes,
      long files,
      long bytes,
      @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode counts,
      @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode forgotten,
      @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode stages,
      Map<String, Long> removed,
      Map<String, Long> rejects) {}

  /** The text of {@code summary.json}. */
  public String json() {
    Fields fields =
        new Fields(
            buildId,
            version,
            runner,
            outcome,
            exitCode,
            Secrets.mask(message),
            startedAt,
            finishedAt,
            wallSeconds(),
            cost.cpuSeconds(),
            cost.peakMemoryBytes(),
            files,
            bytes,
            ofManifest("counts"),
            ofManifest("forgotten"),
            ofManifest("stages"),
            reasons(false),
            reasons(true));
    return SnakeJson.pretty(fields) + "\n";
  }

  private JsonNode ofManifest(String field) {
    return manifest == null ? null : manifest.json().path(field);
  }

  /** The text of {@code metrics.prom}. */
  public String metrics() {
    PrometheusText text = new PrometheusText();
    text.gauge("copydesk_build_info", "The last build and what came of it.");
    text.sample(1, "build_id", buildId, "version", version, "runner", runner, "outcome", outcome);
    text.gauge("copydesk_build_exit_code", "Exit code; 0 is success.").sample(exitCode);
    text.gauge("copydesk_build_started_timestamp_seconds", "When it began.")
        .sample(startedAt.toEpochMilli() / 1000.0);
    text.gauge("copydesk_build_finished_timestamp_seconds", "When it ended.")
        .sample(finishedAt.toEpochMilli() / 1000.0);
    text.gauge("copydesk_build_wall_seconds", "Elapsed time.").sample(wallSeconds());
    text.gauge("copydesk_build_cpu_seconds", "Processor time.").sample(cost.cpuSeconds());
    text.gauge("copydesk_build_peak_memory_bytes", "Largest resident memory.")
        .sample(cost.peakMemoryBytes());
    text.gauge("copydesk_input_files", "Files matched.").sample(files);
    text.gauge("copydesk_input_bytes", "Their bytes.").sample(bytes);
    if (manifest == null || audit == null) {
      return text.toString();
    }
    text.gauge("copydesk_records", "Records read.").sample(audit.records());
    text.gauge("copydesk_articles_segmented", "Articles found.").sample(audit.articlesSegmented());
    text.gauge("copydesk_teasers_seen", "Times a teaser was seen.").sample(audit.occurrences());
    text.gauge("copydesk_rows", "Rows a table.");
    for (Table<?> table : Tables.ALL) {
      text.sample(audit.rows().getOrDefault(table.name(), 0L), "table", table.name());
    }
    text.gauge("copydesk_removed", "Articles not kept, by reason.");
    reasons(false).forEach((reason, count) -> text.sample(count, "reason", reason));
    text.gauge("copydesk_rejects", "Records skipped and rejected, by reason.");
    reasons(true).forEach((reason, count) -> text.sample(count, "reason", reason));
    text.gauge("copydesk_compared", "What came to a cap.");
    manifest.forgotten().forEach(cap -> text.sample(cap.compared(), "cap", cap.cap().stored()));
    text.gauge("copydesk_forgotten", "What a cap left out of that.");
    manifest.forgotten().forEach(cap -> text.sample(cap.forgotten(), "cap", cap.cap().stored()));
    stages(text, "copydesk_stage_cpu_seconds", "Processor time a stage.", "cpu_seconds");
    stages(
        text,
        "copydesk_stage_wall_seconds",
        "Elapsed time a stage, over all workers.",
        "wall_seconds");
    stages(text, "copydesk_stage_records_in", "Records a stage took.", "records_in");
    stages(text, "copydesk_stage_records_out", "Records a stage gave.", "records_out");
    return text.toString();
  }

  private void stages(PrometheusText text, String name, String help, String field) {
    text.gauge(name, help);
    manifest
        .json()
        .path("stages")
        .forEach(
            stage ->
                text.sample(stage.path(field).asDouble(), "stage", stage.path("name").asText()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s", outcome, buildId);
  }
}
