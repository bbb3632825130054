package org.copydesk.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copydesk.compare.PublicationGate;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.Retention;
import org.copydesk.corpus.Secrets;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * What it takes to finish a generation once its parts are written, as {@code plan.json} in the work
 * folder: a process that submits a build to a cluster may end, on purpose or not, and another one
 * publishes.
 *
 * @param buildId name of the generation
 * @param version of the program
 * @param definition resolved settings, without secrets
 * @param runner direct or flink
 * @param startedAt as {@link Instant#toString}
 * @param inputs as given, without secrets
 * @param files files matched
 * @param bytes their bytes
 * @param spans whether the spans table belongs to the generation
 * @param exportsDocuments whether documents are exported
 * @param parallelism workers for what is made of the tables
 * @param gate what may be published
 * @param keepGood generations kept
 * @param keepFailedDays how long failed ones are kept
 * @param metricsFile where a monitor reads; null for nowhere
 * @param passesUnreadable whether a corpus without inputs that cannot be read is published
 * @param sides what was put into the work folder for the steps
 * @param benchmarks files of texts that are looked for; null of a plan of the version before
 * @param epoch what stands still from night to night; null of a plan of the version before
 * @param incremental whether the cache is used and kept
 * @param proves whether the generation is only held against the published one
 * @param madeBy {@link MadeFrom#by}; null of a plan of the version before
 */
record BuildPlan(
    String buildId,
    String version,
    Map<String, Object> definition,
    String runner,
    String startedAt,
    List<String> inputs,
    long files,
    long bytes,
    boolean spans,
    boolean exportsDocuments,
    int parallelism,
    PublicationGate gate,
    int keepGood,
    long keepFailedDays,
    String metricsFile,
    boolean passesUnreadable,
    SideFiles sides,
    List<String> benchmarks,
    Epoch.Shape epoch,
    boolean incremental,
    boolean proves,
    String madeBy) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static BuildPlan of(
      Manifest.Build build,
      RunBuild.Request request,
      SideFiles sides,
      Epoch.Shape epoch,
      String madeBy) {
    return new BuildPlan(
        build.buildId(),
        build.version(),
        Secrets.mask(build.definition()),
        build.runner(),
        build.startedAt().toString(),
        build.inputs().stream().map(Secrets::mask).toList(),
        build.files(),
        build.bytes(),
        request.settings().spans(),
        request.exportsDocuments(),
        request.parallelism(),
        request.gate(),
        request.retention().good(),
        request.retention().failed().toDays(),
        request.metricsFile() == null ? null : request.metricsFile().toAbsolutePath().toString(),
        request.passesUnreadable(),
        sides,
        request.benchmarks(),
        epoch,
        request.night().incremental(),
        request.night().proves(),
        madeBy);
  }

  /** Writes it into a work folder. */
  void write(Storage work) throws IOException {
    work.replaceText(WorkNames.PLAN, JSON.writeValueAsString(this));
  }

  /** Reads a work folder's plan; null when it has none. */
  static BuildPlan read(Storage work) throws IOException {
    String text = work.readText(WorkNames.PLAN);
    if (text == null) {
      return null;
    }
    ObjectNode plan = (ObjectNode) JSON.readTree(text);
    nestDrift((ObjectNode) plan.path("gate"));
    return JSON.treeToValue(plan, BuildPlan.class);
  }

  /** A job that the version before submitted has the limits on drift beside the others. */
  private static void nestDrift(ObjectNode gate) {
    if (!gate.has("drift")) {
      ObjectNode drift = gate.putObject("drift");
      drift.set("mostDown", gate.remove("maxArticlesDown"));
      drift.set("lostSiteArticles", gate.remove("lostSiteArticles"));
    }
  }

  /** What the manifest says of a build that ends now. */
  Manifest.Build build(Instant finishedAt) {
    return new Manifest.Build(
        buildId,
        version,
        definition,
        runner,
        Instant.parse(startedAt),
        finishedAt,
        inputs,
        files,
        bytes);
  }

  /**
   * What may be published.
   *
   * @param alsoDrift whether drift is let pass although the build was not told so
   */
  PublicationGate gate(boolean alsoDrift) {
    return alsoDrift ? gate.acceptingDrift() : gate;
  }

  Retention retention() {
    return new Retention(keepGood, Duration.ofDays(keepFailedDays));
  }

  /** Hash of what must not be in the corpus; null for nothing. */
  String suppressedSha256() {
    return sides.suppressed() == null ? null : sides.suppressed().sha256();
  }

  /** Whether benchmarks are named. */
  boolean namesBenchmarks() {
    return benchmarks != null && !benchmarks.isEmpty();
  }

  /** Whether texts of benchmarks are looked for in the articles that are there. */
  boolean looksForBenchmarks() {
    // Where articles that hold them go, none is left to tell of.
    return namesBenchmarks() && sides.benchmark() == null;
  }

  Path metrics() {
    return metricsFile == null ? null : Path.of(metricsFile);
  }
}
