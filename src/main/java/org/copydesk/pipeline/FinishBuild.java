package org.copydesk.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.copydesk.compare.PublicationGate;
import org.copydesk.compare.SameParts;
import org.copydesk.compare.UnreadableGate;
import org.copydesk.corpus.AuditMemo;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.BuildSummary;
import org.copydesk.corpus.DocumentExport;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.GenerationFinish;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.InOrder;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.RejectedFiles;
import org.copydesk.dedup.Suppression;
import org.copydesk.evaluate.ContaminationInGeneration;
import org.copydesk.pipeline.read.ReadUnits;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.report.CorpusReport;
import org.copydesk.report.OutputIndex;
import org.copydesk.storage.Storage;

/**
 * Parts in a work folder in, a published generation out: gives parts their names, checks them,
 * holds them against what is published and moves {@code CURRENT}. It needs nothing but the output,
 * so it is done once, by the process that submitted the build or by a later {@code publish}; cut
 * off anywhere, it is safe to do again.
 */
public final class FinishBuild {
  private final Generations generations;
  private final Storage generation;
  private final Storage work;
  private final BuildPlan plan;
  private final BuildLog told;
  private final Interruption interruption;
  private Erasing erasing;

  private FinishBuild(
      Generations generations,
      Storage generation,
      BuildPlan plan,
      BuildLog told,
      Interruption interruption) {
    this.generations = generations;
    this.generation = generation;
    this.work = generation.in(WorkNames.FOLDER);
    this.plan = plan;
    this.told = told;
    this.interruption = interruption;
  }

  static FinishBuild of(
      Generations generations, BuildPlan plan, BuildLog told, Interruption interruption) {
    return new FinishBuild(
        generations, generations.generation(plan.buildId()), plan, told, interruption);
  }

  /** With what must be nowhere when it is done. */
  FinishBuild erasing(Erasing what) {
    erasing = what;
    return this;
  }

  /**
   * For a generation whose submitter is gone; null for one that is finished already. Where the
   * pipeline has not ended it fails with {@link Failure#BUSY}.
   *
   * @param told takes a line for each step
   */
  public static FinishBuild abandoned(Generations generations, String name, Consumer<String> told)
      throws IOException, Failure {
    Storage generation = generations.generation(name);
    Storage work = generation.in(WorkNames.FOLDER);
    BuildPlan plan = FailedMark.read(generation) == null ? BuildPlan.read(work) : null;
    if (plan == null) {
      return null;
    }
    if (work.exists(WorkNames.RESULTS)) {
      return new FinishBuild(
          generations, generation, plan, new BuildLog(told), Interruption.IGNORED);
    }
    if (Manifest.isIn(generation)) {
      // Cut off while its work was cleared away, which is the last thing before publishing.
      return null;
    }
    throw new Failure(
        Failure.BUSY,
        name + " is not written yet: its job runs, or has failed; see the cluster, then publish");
  }

  /**
   * Fails where a generation erases more than the published one: to publish it alone would leave
   * the words in the others and in the cache.
   *
   * @param published null for nothing
   */
  public static void checkThatItErasesNothing(
      Generations generations, String name, String published) throws IOException, Failure {
    Storage generation = generations.generation(name);
    String erased = generation.readText(WorkNames.ERASED);
    if (erased == null) {
      erased = generation.in(WorkNames.FOLDER).readText(WorkNames.ERASED);
    }
    String before =
        published == null ? null : generations.generation(published).readText(WorkNames.ERASED);
    if (erased != null && !erased.equals(before)) {
      throw new Failure(
          Failure.USAGE,
          name + " is to erase, which publish does not prove: say build --erase once more");
    }
  }

  /**
   * Finishes after a process that was cut off.
   *
   * @param published what is published now; null for nothing
   * @param alsoDrift whether drift is let pass although the build was not told so
   */
  public RunBuild.Built resume(String published, boolean alsoDrift) throws IOException, Failure {
    BuildResults results;
    try (InputStream in = work.open(WorkNames.RESULTS)) {
      results = BuildResults.read(in);
    }
    removeHalfMade(results);
    try {
      return finish(results, published, alsoDrift);
    } catch (Failure e) {
      if (e.exitCode() != Failure.BUSY) {
        generations.fail(plan.buildId(), FailedMark.of(e));
      }
      throw e;
    }
  }

  /** What was made of the parts is made again. */
  private void removeHalfMade(BuildResults results) throws IOException {
    Set<String> parts = new HashSet<>();
    for (PartResult part : results.parts()) {
      parts.add(part.finalName());
    }
    for (String name : generation.files()) {
      if (!name.startsWith(WorkNames.FOLDER + "/") && !parts.contains(name)) {
        generation.delete(name);
      }
    }
  }

  RunBuild.Built finish(BuildResults results, String published, boolean alsoDrift)
      throws IOException, Failure {
    // Whether and where it kept its buckets is not known any more.
    return finish(results, null, published, alsoDrift);
  }

  /**
   * @param buckets name under which the cache has them; null where it has none
   * @param alsoDrift whether drift is let pass although the build was not told so
   */
  RunBuild.Built finish(BuildResults results, String buckets, String published, boolean alsoDrift)
      throws IOException, Failure {
    Progress.at(Progress.Step.CHECK);
    Manifest.Build build = plan.build(Instant.now());
    KeepCache cache = new KeepCache(generations, plan, told);
    AuditMemo memo = cache.memo(published);
    byte[] listed = listed();
    BuildResults all = new GenerationSides(generation, work, plan).place(results);
    GenerationAudit audit =
        new GenerationFinish(generation, work, cache.parts())
            .finish(build, all, plan.spans(), suppression(listed), memo, workers());
    told.line("checked what was written: every check holds");
    RejectedFiles rejected = audit.firstRejectedFiles();
    if (plan.proves()) {
      return proved(published, audit, rejected);
    }
    if (isErasing()) {
      erasing.check(generation);
    }
    PublicationGate.Decision decision;
    List<String> unread;
    try {
      unread = new UnreadableGate(plan.passesUnreadable()).check(audit.unread());
      decision =
          plan.gate(alsoDrift)
              .decide(
                  generations,
                  published,
                  plan.buildId(),
                  audit,
                  plan.files(),
                  workers(),
                  cache.parts());
    } catch (Failure e) {
      // No summary follows that would name them.
      BuildLines.rejected(rejected).forEach(told::line);
      throw e;
    }
    Storage before =
        decision.comparedWith() == null ? null : generations.generation(decision.comparedWith());
    if (decision.isUnchanged() && (lacksPages(before) || erasesMore(before))) {
      decision = new PublicationGate.Decision(false, decision.comparedWith(), decision.told());
    }
    decision = decision.after(unread);
    decision.told().forEach(told::line);
    if (decision.isUnchanged()) {
      cache.holdLines(before);
    } else {
      addPages(before, build.finishedAt(), cache.parts());
    }
    return ended(
        build,
        decision,
        published,
        Manifest.read(generation),
        audit,
        rejected,
        name -> cache.note(name, all, buckets, listed, memo),
        ReadUnits.reusedFiles(results));
  }

  /**
   * Ends a build that would give what is published, and has made nothing.
   *
   * @param audit what was read back of the published generation
   */
  RunBuild.Built same(String published, GenerationAudit audit) throws IOException, Failure {
    told.line("files, settings, versions and epoch are those of %s: nothing is read", published);
    Manifest manifest = Manifest.read(generations.generation(published));
    List<String> unread = new UnreadableGate(plan.passesUnreadable()).check(audit.unread());
    PublicationGate.Decision decision =
        plan.gate(false).decideUnchanged(published, manifest, audit, plan.files()).after(unread);
    decision.told().forEach(told::line);
    Manifest.Build build = plan.build(Instant.now());
    KeepCache cache = new KeepCache(generations, plan, told);
    return ended(
        build,
        decision,
        published,
        manifest,
        audit,
        audit.firstRejectedFiles(),
        name -> cache.clean(),
        plan.files());
  }

  /**
   * Publishes, or lets go what is published already.
   *
   * @param cache puts the cache in order for the generation of a name
   */
  private RunBuild.Built ended(
      Manifest.Build build,
      PublicationGate.Decision decision,
      String published,
      Manifest manifest,
      GenerationAudit audit,
      RejectedFiles rejected,
      Consumer<String> cache,
      long reusedFiles)
      throws IOException, Failure {
    BuildSummary summary =
        BuildSummary.of(build, decision.isUnchanged() ? "unchanged" : "published")
            .with(manifest, audit);
    generation.delete(WorkNames.FOLDER);
    if (decision.isUnchanged()) {
      interruption.publish(() -> generations.discard(plan.buildId()));
      told.line("nothing changed: %s stays published", published);
    } else {
      summary.write(generation);
      interruption.publish(() -> generations.publish(plan.buildId(), published));
      told.line("published %s", plan.buildId());
    }
    tellMetrics(summary, plan.metrics(), told);
    removeOld();
    String name = decision.isUnchanged() ? published : plan.buildId();
    if (isErasing()) {
      erasing.removeOthers(generations, name);
    }
    cache.accept(name);
    if (isErasing()) {
      // A build that stands alone leaves what nights have kept; that has all of the words.
      new KeepCache(generations, plan, told).clean();
      erasing.checkAll(generations.output());
      told.line("%s", erasing.told(generations.output()));
    }
    OutputIndex.write(generations.output(), generations, told::line);
    return new RunBuild.Built(
        generations.generation(name).location(),
        audit,
        plan.files(),
        plan.bytes(),
        decision,
        rejected,
        manifest.forgotten(),
        reusedFiles);
  }

  /** What is erased before it is there changes no table, and is to stay away when it comes. */
  private boolean erasesMore(Storage before) throws IOException {
    String erased = generation.readText(WorkNames.ERASED);
    return erased != null && !erased.equals(before.readText(WorkNames.ERASED));
  }

  private boolean isErasing() {
    return erasing != null && erasing.isAsked();
  }

  /** The published generation, when it was computed again and is the same. */
  private RunBuild.Built proved(String published, GenerationAudit audit, RejectedFiles rejected)
      throws IOException, Failure {
    Storage before = generations.generation(published);
    SameParts.check(before, generation);
    told.line("computed again from nothing: every part of %s is the same", published);
    Manifest manifest = Manifest.read(generation);
    generation.delete(WorkNames.FOLDER);
    interruption.publish(() -> generations.discard(plan.buildId()));
    return new RunBuild.Built(
        before.location(),
        audit,
        plan.files(),
        plan.bytes(),
        new PublicationGate.Decision(true, published, List.of()),
        rejected,
        manifest.forgotten(),
        0);
  }

  /** What must not be in the corpus, as lists say; null for nothing. */
  private byte[] listed() throws IOException {
    SideFile list = plan.sides().suppressed();
    return list == null ? null : list.read(work);
  }

  private static Suppression suppression(byte[] listed) throws IOException {
    return listed == null ? Suppression.NONE : Suppression.read(new ByteArrayInputStream(listed));
  }

  /** A cluster may have more slots than this machine has processors. */
  private int workers() {
    return Math.min(plan.parallelism(), InOrder.processors());
  }

  /** Whether something is asked for now that was not when an equal corpus was published. */
  private boolean lacksPages(Storage before) throws IOException, Failure {
    boolean lacksDocuments = plan.exportsDocuments() && !DocumentExport.isIn(before);
    return lacksDocuments
        || plan.looksForBenchmarks() && !benchmarksOf(before).equals(benchmarksOf(generation));
  }

  private static JsonNode benchmarksOf(Storage generation) throws IOException, Failure {
    return Manifest.read(generation).json().path("definition").path("decontaminate");
  }

  /** What is made of the tables, while the generation still counts as being made. */
  private void addPages(Storage before, Instant finishedAt, PartStore store)
      throws IOException, Failure {
    if (plan.exportsDocuments()) {
      DocumentExport.write(generation, finishedAt, workers());
      told.line("exported documents");
    }
    if (plan.looksForBenchmarks()) {
      ContaminationInGeneration.Result found =
          ContaminationInGeneration.write(
              generation, plan.benchmarks().stream().map(Path::of).toList());
      told.line(
          "looked for texts of benchmarks: %,d hits in %,d articles",
          found.hits(), found.contaminated());
    }
    Progress.at(Progress.Step.REPORT);
    CorpusReport.write(generation, before, store);
  }

  /**
   * The file that a monitor reads is no part of the corpus: trouble with it ends nothing.
   *
   * @param file null for nowhere
   */
  static void tellMetrics(BuildSummary summary, Path file, BuildLog told) {
    if (file == null) {
      return;
    }
    try {
      Path absolute = file.toAbsolutePath();
      Storage.local(absolute.getParent())
          .replaceText(absolute.getFileName().toString(), summary.metrics());
    } catch (IOException | RuntimeException e) {
      told.line("warning: cannot write %s: %s", file, e);
    }
  }

  /** What is published is published: what cannot be cleared away now is cleared away next time. */
  private void removeOld() {
    try {
      List<String> removed = generations.removeOld(plan.retention(), Instant.now());
      if (!removed.isEmpty()) {
        told.line("removed old generations: %s", String.join(", ", removed));
      }
    } catch (IOException | RuntimeException e) {
      told.line("warning: old generations could not be removed: %s", e);
    }
  }
}
