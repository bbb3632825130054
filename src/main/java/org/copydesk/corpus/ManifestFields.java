package org.copydesk.corpus;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.table.Table;

/**
 * What a manifest says, in the order in which it is written.
 *
 * @param buildId name of the generation
 * @param schemaVersion of the tables
 * @param version of the program
 * @param algorithms versions by name
 * @param definition settings by name, without secrets
 * @param paramsHash of settings and algorithms that can change a result
 * @param runner direct or flink
 * @param startedAt from the clock
 * @param finishedAt from the clock
 * @param counts of the contract, then rows by table
 * @param forgotten what caps left out, by {@link Cap#stored}
 * @param digests hex, by table
 * @param sideFiles SHA-256 of what steps made for others, by name
 */
record ManifestFields(
    String buildId,
    int schemaVersion,
    String version,
    Map<String, String> algorithms,
    Map<String, Object> definition,
    String paramsHash,
    String runner,
    Instant startedAt,
    Instant finishedAt,
    List<Stage> stages,
    Inputs inputs,
    Map<String, Long> counts,
    Map<String, CapTally.Stored> forgotten,
    List<Outcome> checks,
    Map<String, String> digests,
    Map<String, String> sideFiles,
    List<GenerationFile> files) {

  /** What a stage took, gave and cost. */
  record Stage(
      String name,
      long recordsIn,
      long bytesIn,
      long recordsOut,
      long bytesOut,
      double cpuSeconds,
      double wallSeconds) {
    static Stage of(StageTally tally) {
      return new Stage(
          tally.stage(),
          tally.recordsIn(),
          tally.bytesIn(),
          tally.recordsOut(),
          tally.bytesOut(),
          tally.cpuNanos() / 1e9,
          tally.wallNanos() / 1e9);
    }
  }

  /** The inputs as given, without secrets, and what they matched. */
  record Inputs(List<String> patterns, long files, long bytes) {
    static Inputs of(Manifest.Build build) {
      return new Inputs(
          build.inputs().stream().map(Secrets::mask).toList(), build.files(), build.bytes());
    }
  }

  /** A check and whether it held. */
  record Outcome(String name, String left, String right, boolean holds) {
    static Outcome of(Check check) {
      return new Outcome(check.name(), check.left(), check.right(), check.holds());
    }
  }

  static ManifestFields of(
      Manifest.Build build,
      String paramsHash,
      BuildResults results,
      GenerationAudit audit,
      List<Check> checks) {
    TreeMap<String, String> digests = new TreeMap<>();
    audit.digests().forEach((table, digest) -> digests.put(table, digest.hex()));
    TreeMap<String, String> sides = new TreeMap<>();
    results.sides().forEach((name, sha256) -> sides.put(name.replace('-', '_'), sha256));
    return new ManifestFields(
        build.buildId(),
        Tables.SCHEMA_VERSION,
        build.version(),
        Algorithms.versions(),
        build.definition(),
        paramsHash,
        build.runner(),
        build.startedAt(),
        build.finishedAt(),
        results.stages().stream().map(Stage::of).toList(),
        Inputs.of(build),
        counts(audit),
        CapTally.stored(results.caps()),
        checks.stream().map(Outcome::of).toList(),
        digests,
        sides,
        audit.files());
  }

  private static Map<String, Long> counts(GenerationAudit audit) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", audit.records());
    counts.put("articles_segmented", audit.articlesSegmented());
    counts.put("teasers_seen", audit.occurrences());
    for (Table<?> table : Tables.ALL) {
      counts.put(table.name(), audit.rows().getOrDefault(table.name(), 0L));
    }
    return counts;
  }
}
