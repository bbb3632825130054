package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.copydesk.compare.PublicationGate;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.BuildSummary;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.RejectedFiles;
import org.copydesk.corpus.Retention;
import org.copydesk.dump.source.InputListing;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.BucketMemory;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.read.DumpUnit;
import org.copydesk.pipeline.read.ReadUnits;
import org.copydesk.pipeline.read.Reading;
import org.copydesk.pipeline.read.RunAgain;
import org.copydesk.pipeline.read.UnitCache;
import org.copydesk.pipeline.read.UnitList;
import org.copydesk.pipeline.runner.RunnerChoice;
import org.copydesk.pipeline.scratch.TemporaryFiles;
import org.copydesk.pipeline.sites.SiteSampler;
import org.copydesk.pipeline.storage.HadoopSites;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildLog;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.Room;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;

/**
 * Runs a build from inputs to a published generation: lists the inputs, runs the pipeline into a
 * fresh folder, checks what it wrote and moves {@code CURRENT}. Whatever fails before that leaves
 * {@code CURRENT} as it was.
 */
public final class RunBuild {
  /**
   * What to build.
   *
   * @param inputs globs, folders and files
   * @param output folder of the generations, with its scheme where it is remote
   * @param parallelism workers
   * @param gate what may be published
   * @param passesUnreadable whether a corpus without inputs that cannot be read is published
   * @param exportsDocuments whether the articles are also written as JSON Lines
   * @param retention which generations are kept
   * @param singleWriter whether the user says that no other build writes there
   * @param metricsFile where a monitor reads; null for nowhere
   * @param benchmarks files of texts that are looked for in the articles
   * @param removesBenchmarks whether articles that hold one are taken out
   * @param night how it stands to the builds before
   * @param definition resolved settings for the manifest
   * @param beamArguments flags for Beam and its runner
   * @param version of the program
   */
  public record Request(
      List<String> inputs,
      String output,
      RunnerChoice runner,
      int parallelism,
      PublicationGate gate,
      boolean passesUnreadable,
      boolean exportsDocuments,
      Retention retention,
      boolean singleWriter,
      Path metricsFile,
      BuildSettings settings,
      List<String> benchmarks,
      boolean removesBenchmarks,
      Night night,
      Map<String, Object> definition,
      String[] beamArguments,
      String version) {}

  /**
   * What came of it.
   *
   * @param generation where the published generation lies, or the one that is being written
   * @param audit what was read back from it; null while a cluster writes it
   * @param files files matched
   * @param bytes their bytes
   * @param decision what became of the new generation; null while a cluster writes it
   * @param rejected the first files that were rejected; null while a cluster writes it
   * @param forgotten what caps left out
   * @param reusedFiles files of which nothing was read, as the cache has what they came to
   */
  public record Built(
      String generation,
      GenerationAudit audit,
      long files,
      long bytes,
      PublicationGate.Decision decision,
      RejectedFiles rejected,
      List<CapTally> forgotten,
      long reusedFiles) {
    /** Whether the job was submitted and runs on by itself. */
    public boolean isSubmitted() {
      return audit == null;
    }
  }

  private final Request request;
  private final BuildLog told;
  private final Locations locations;
  private final Storage output;
  private final PageReaders readers;
  private final Room room;
  private final Consumer<String> shown;

  /** What is being built; null before its folder is made. */
  private volatile Manifest.Build begun;

  /**
   * @param told takes a line for each step
   */
  public RunBuild(Request request, Consumer<String> told) {
    this(request, told, null);
  }

  /**
   * @param output the request's, opened otherwise; null to open it here
   */
  public RunBuild(Request request, Consumer<String> told, Storage output) {
    this(
        request,
        told,
        output,
        new PageReaders.ByKind(request.settings().html(), request.settings().minConfidence()),
        Room.DEFAULT);
  }

  RunBuild(Request request, Consumer<String> told, Storage output, PageReaders readers, Room room) {
    this.request = request;
    this.told = new BuildLog(told);
    this.shown = told;
    this.locations = new Locations(HadoopSites.settings(), request.beamArguments());
    this.output = output != null ? output : locations.storage(request.output());
    this.readers = readers;
    this.room = room;
  }

  /** Builds and publishes. */
  public Built run() throws IOException, Failure {
    Locations.register(request.beamArguments());
    Locations.check(request.output());
    Generations generations = new Generations(output, told::line);
    try (Interruption interruption = Interruption.watch(state -> interrupted(generations, state))) {
      return run(generations, interruption);
    }
  }

  private Built run(Generations generations, Interruption interruption)
      throws IOException, Failure {
    List<Input> files = listed();
    checkWriter();
    try {
      int salt = ThreadLocalRandom.current().nextInt();
      try (OutputLock lock = OutputLock.take(output, generations.newName(Instant.now(), salt))) {
        // Another build may have ended while this one waited: only now is the name the newest.
        return build(generations, generations.newName(Instant.now(), salt), files, interruption);
      }
    } catch (FileSystemException e) {
      boolean isOutput = (e.getFile() + "/").startsWith(output.location() + "/");
      boolean isTemporary = !isOutput && TemporaryFiles.areAt(e.getFile());
      throw new Failure(
          Failure.OTHER,
          "cannot write " + (isTemporary ? "temporary files" : output) + ": " + reasonOf(e),
          e);
    }
  }

  /** The files to read: none that this build or another wrote. */
  private List<Input> listed() throws IOException, Failure {
    List<String> outputs = new ArrayList<>(List.of(output.location()));
    if (request.metricsFile() != null) {
      outputs.add(request.metricsFile().toString());
    }
    InputListing.Listing listing = locations.list(request.inputs(), outputs);
    if (listing.told() != null) {
      told.line(listing.told());
    }
    return listing.files();
  }

  private static String reasonOf(FileSystemException e) {
    String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    return e.getFile() == null ? reason : e.getFile() + ": " + reason;
  }

  private void checkWriter() throws IOException, Failure {
    if (!output.guarantees().createsOnce() && !request.singleWriter()) {
      throw new Failure(
          Failure.USAGE,
          output
              + " is on a file system where two builds could publish at once; say --single-writer"
              + " if no other build writes there");
    }
  }

  private Built build(
      Generations generations, String buildId, List<Input> files, Interruption interruption)
      throws IOException, Failure {
    Instant startedAt = Instant.now();
    String publishedBefore = generations.settle();
    Storage generation = generations.generation(buildId);
    long bytes = files.stream().mapToLong(Input::bytes).sum();
    Manifest.Build build =
        new Manifest.Build(
            buildId,
            request.version(),
            request.definition(),
            request.runner().name().toLowerCase(Locale.ROOT),
            startedAt,
            startedAt,
            request.inputs(),
            files.size(),
            bytes);
    begun = build;
    told.line("listed %,d files, %,d bytes", files.size(), bytes);
    try (TemporaryFiles temporary = TemporaryFiles.make()) {
      Storage work = generation.in(WorkNames.FOLDER);
      BuildBefore before = new BuildBefore(generations, publishedBefore, request.night(), told);
      Epoch epoch = before.epoch(locations, files, request.settings());
      UserFiles named = new UserFiles(request.settings());
      Erasing erasing = Erasing.of(generations, request.night().erase());
      SideFiles sides =
          named
              .sides(work, erasing, request.removesBenchmarks() ? request.benchmarks() : List.of())
              .withSiteModels(BuildBefore.writeSiteModels(work, epoch));
      Epoch.Shape shape = epoch == null ? Epoch.Shape.of(files, request.settings()) : epoch.shape();
      String topics = named.topics(sides);
      String madeBy = MadeFrom.by(request.version(), request.settings(), topics, sides);
      BuildPlan plan = BuildPlan.of(build, request, sides, shape, madeBy);
      plan.write(work);
      FinishBuild finish = FinishBuild.of(generations, plan, told, interruption).erasing(erasing);
      UnitCache cache = before.cache(request.version(), topics, sides, epoch != null);
      List<DumpUnit> units = DumpUnit.cut(files, shape.units());
      var known = before.same(units, cache, plan, sides, epoch, locations, request.settings());
      if (known != null) {
        return finish.same(publishedBefore, known);
      }
      Path scratch = temporary.folder();
      PipelineOptions options = options(buildId, scratch);
      boolean isDetached = request.runner().isDetached(options);
      erasing.checkThatItWaits(isDetached);
      Changes changes =
          before.changes(
              units, cache, plan, sides, epoch, locations, request.settings(), isDetached);
      BuildResults results;
      try {
        results = runPipeline(files, work, changes, options, scratch, shape, cache);
      } catch (BucketMemory.LostException e) {
        told.line("%s; all is worked on instead of what has changed", e.getMessage());
        changes = Changes.all(changes.memory(), units, sides);
        work.delete(WorkNames.INPUTS);
        work.delete(WorkNames.CHECKED);
        work.delete(ReadUnits.CHECK_FOLDER);
        options = options(buildId, scratch);
        results = runPipeline(files, work, changes, options, scratch, shape, cache);
      }
      if (results == null) {
        told.line("submitted; when the job has ended: publish %s", generation.location());
        return new Built(
            generation.location(), null, files.size(), bytes, null, null, List.of(), 0);
      }
      told.stages(results.stages());
      return finish.finish(results, changes.buckets(), publishedBefore, false);
    } catch (IOException | Failure | RuntimeException | Error e) {
      interruption.awaitEnd();
      Failure over = takenOver(generation);
      if (over != null) {
        over.addSuppressed(e);
        throw over;
      }
      if (!interruption.isPublished()) {
        giveUp(generations, build, e);
      }
      throw e;
    }
  }

  /** Says what was and what was not published, and marks the generation that will not be. */
  private void interrupted(Generations generations, Interruption.State state) {
    String current;
    try {
      current = generations.published();
    } catch (IOException e) {
      current = "not to be read: " + e.getMessage();
    }
    String message =
        switch (state) {
          case BEFORE ->
              "interrupted; nothing was published; "
                  + (current == null ? "there is no CURRENT" : "CURRENT stays " + current);
          case PUBLISHING -> "interrupted while it published; CURRENT was " + current;
          case AFTER -> "interrupted after it had published; CURRENT is " + current;
        };
    shown.accept("\ncopydesk: " + message);
    if (state == Interruption.State.BEFORE && begun != null) {
      giveUp(generations, begun, new Failure(Failure.INTERRUPTED, message));
    }
  }

  /** Where there is no lock another build may have given this one up, and cleared its work away. */
  private static Failure takenOver(Storage generation) {
    try {
      return FailedMark.read(generation) == null
          ? null
          : new Failure(Failure.BUSY, "another build took the output over");
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Marks the generation and tells the metrics; what went wrong stays what went wrong. */
  private void giveUp(Generations generations, Manifest.Build build, Throwable e) {
    try {
      Failure failure =
          e instanceof Failure known ? known : new Failure(Failure.OTHER, String.valueOf(e), e);
      generations.fail(build.buildId(), FailedMark.of(failure));
      BuildSummary summary = BuildSummary.of(build, "failed").because(failure);
      summary.write(generations.generation(build.buildId()));
      FinishBuild.tellMetrics(summary, request.metricsFile(), told);
    } catch (IOException | RuntimeException second) {
      e.addSuppressed(second);
    }
  }

  private PipelineOptions options(String buildId, Path scratch) throws IOException, Failure {
    try {
      PipelineOptions options =
          request.runner().options(request.beamArguments(), request.parallelism(), scratch);
      options.setJobName("copydesk-" + buildId);
      return options;
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  /** What the workers report; null where the job was submitted and runs on by itself. */
  private BuildResults runPipeline(
      List<Input> files,
      Storage work,
      Changes changes,
      PipelineOptions options,
      Path scratch,
      Epoch.Shape shape,
      UnitCache cache)
      throws IOException, Failure {
    SideFiles sides = changes.sides();
    boolean learns = request.settings().segment() && sides.siteModels() == null;
    List<Input> sampled = learns ? SiteSampler.choose(files) : List.of();
    Progress.begin(files.size(), files.stream().mapToLong(Input::bytes).sum(), sampled.size());
    List<DumpUnit> units = changes.units().toRead();
    List<Long> places = UnitList.write(units, work, WorkNames.INPUTS);
    List<Long> samples =
        sampled.isEmpty()
            ? List.of()
            : UnitList.write(DumpUnit.cutWhole(sampled), work, WorkNames.SAMPLE);
    String spillFolder = request.runner().spillsLocally() ? scratch.toString() : null;
    Pipeline pipeline = Pipeline.create(options);
    new BuildGraph(
            new Reading(
                work,
                locations,
                request.settings(),
                readers,
                sides,
                new RunAgain(work, request.runner().runsAgain()),
                cache),
            new BlockRoute(spillFolder, work, request.parallelism(), changes.memory()),
            room,
            shape.buckets())
        .build(pipeline, places, DumpUnit.large(units), changes.units().words(work), samples);
    boolean isDetached = request.runner().isDetached(options);
    if (isDetached) {
      work.createText(Generations.DETACHED, options.getJobName() + "\n");
    }
    try (RunnerChoice.Watch watch = request.runner().watch(options, told)) {
      PipelineResult result = pipeline.run();
      if (isDetached) {
        return null;
      }
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new Failure(Failure.OTHER, "the pipeline ended as " + state);
      }
    } catch (RuntimeException e) {
      throw PipelineFailure.of(e);
    }
    if (!work.exists(WorkNames.RESULTS)) {
      throw new Failure(Failure.OTHER, "the pipeline ended without results");
    }
    try (InputStream results = work.open(WorkNames.RESULTS)) {
      return BuildResults.read(results);
    }
  }
}
