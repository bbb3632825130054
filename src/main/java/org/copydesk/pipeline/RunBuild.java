package org.copydesk.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationAudit;
import org.copydesk.corpus.GenerationFinish;
import org.copydesk.corpus.Generations;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.Storage;
import org.copydesk.dump.InputListing;
import org.copydesk.dump.InputListing.Input;

/**
 * Runs a build from inputs to a published generation: lists the inputs, runs the pipeline into a
 * fresh folder, checks what it wrote and moves {@code CURRENT}. Whatever fails before that leaves
 * {@code CURRENT} as it was.
 */
public final class RunBuild {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Builds of fewer files are only told when much is rejected. */
  private static final int GATED_FILES = 100;

  /**
   * What to build.
   *
   * @param inputs globs, folders and files
   * @param output folder of the generations, with its scheme where it is remote
   * @param parallelism workers
   * @param maxRejectedFiles share of files, 0 to 1
   * @param maxRejectedBytes share of decompressed bytes, 0 to 1
   * @param definition resolved settings for the manifest
   * @param beamArguments flags for Beam and its runner
   * @param version of the program
   */
  public record Request(
      List<String> inputs,
      String output,
      RunnerChoice runner,
      int parallelism,
      double maxRejectedFiles,
      double maxRejectedBytes,
      BuildSettings settings,
      Map<String, Object> definition,
      String[] beamArguments,
      String version) {}

  /**
   * What came of it.
   *
   * @param generation where the published generation lies
   * @param audit what was read back from it
   * @param files files matched
   * @param bytes their bytes
   * @param warning for the user; null when all is well
   */
  public record Built(
      String generation, GenerationAudit audit, long files, long bytes, String warning) {}

  private final Request request;
  private final Locations locations;
  private final Storage output;

  public RunBuild(Request request) {
    this.request = request;
    this.locations = new Locations(HadoopSites.settings());
    this.output = locations.storage(request.output());
  }

  /** Builds and publishes. */
  public Built run() throws IOException, Failure {
    registerFileSystems();
    List<Input> files = listInputs();
    String buildId =
        ID_TIME.format(Instant.now())
            + String.format(Locale.ROOT, "-%06x", ThreadLocalRandom.current().nextInt(1 << 24));
    try (OutputLock lock = takeOutput(buildId)) {
      return build(buildId, files);
    } catch (FileSystemException e) {
      throw new Failure(Failure.OTHER, "cannot write " + output + ": " + reasonOf(e), e);
    }
  }

  private static String reasonOf(FileSystemException e) {
    String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    return e.getFile() == null ? reason : e.getFile() + ": " + reason;
  }

  /** Inputs are listed before a pipeline is there to do it. */
  private void registerFileSystems() throws Failure {
    try {
      FileSystems.setDefaultPipelineOptions(
          PipelineOptionsFactory.fromArgs(request.beamArguments()).create());
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  private OutputLock takeOutput(String buildId) throws IOException, Failure {
    return OutputLock.take(output, buildId);
  }

  private List<Input> listInputs() throws IOException, Failure {
    try {
      return InputListing.list(request.inputs(), locations.tree());
    } catch (InputListing.BadInput e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
  }

  private Built build(String buildId, List<Input> files) throws IOException, Failure {
    Instant startedAt = Instant.now();
    Generations generations = new Generations(output);
    String publishedBefore = generations.published();
    Storage generation = generations.generation(buildId);
    Storage work = generation.in(WorkNames.FOLDER);
    Path scratch = Files.createTempDirectory("copydesk-");
    Thread cleaner = new Thread(() -> removeQuietly(scratch));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      BuildResults results = runPipeline(files, work, scratch);
      long bytes = files.stream().mapToLong(Input::bytes).sum();
      Manifest.Build build =
          new Manifest.Build(
              buildId,
              request.version(),
              request.definition(),
              request.runner().name().toLowerCase(Locale.ROOT),
              startedAt,
              Instant.now(),
              request.inputs(),
              files.size(),
              bytes);
      GenerationAudit audit =
          new GenerationFinish(generation, work).finish(build, results, request.settings().spans());
      String warning = checkRejected(audit, files.size());
      generation.delete(WorkNames.FOLDER);
      generations.publish(buildId, publishedBefore);
      return new Built(generation.location(), audit, files.size(), bytes, warning);
    } finally {
      removeQuietly(scratch);
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  private BuildResults runPipeline(List<Input> files, Storage work, Path scratch)
      throws IOException, Failure {
    Progress.begin(files.size());
    List<Long> places = writeInputs(files, work);
    writeSuppressed(work);
    PipelineOptions options;
    try {
      options = request.runner().options(request.beamArguments(), request.parallelism(), scratch);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, e.getMessage(), e);
    }
    options.setJobName("copydesk");
    String spillFolder = request.runner().spillsLocally() ? scratch.toString() : null;
    Pipeline pipeline = Pipeline.create(options);
    BuildGraph.build(
        pipeline,
        places,
        work,
        locations,
        new BlockShipper.Route(spillFolder, work),
        request.settings(),
        Buckets.forInput(files));
    try {
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) {
      throw failed(e);
    }
    if (!work.exists(WorkNames.RESULTS)) {
      throw new Failure(Failure.OTHER, "the pipeline ended without results");
    }
    return BuildResults.read(work.open(WorkNames.RESULTS));
  }

  /** Runners wrap what went wrong several times; the innermost cause is what happened. */
  private Failure failed(RuntimeException e) throws FileSystemException {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    if (cause instanceof FileSystemException fileSystem) {
      throw fileSystem;
    }
    String message = cause.getMessage();
    return new Failure(
        Failure.OTHER,
        "the build failed: "
            + (cause instanceof IOException && message != null ? message : cause.toString()),
        e);
  }

  /** Puts the suppression lists, one behind the other, where every worker sees them. */
  private void writeSuppressed(Storage work) throws IOException {
    if (request.settings().suppress().isEmpty()) {
      return;
    }
    try (OutputStream out = work.create(WorkNames.SUPPRESSED)) {
      for (String list : request.settings().suppress()) {
        Files.copy(Path.of(list), out);
        out.write('\n');
      }
    }
  }

  /** Writes the units' lists, each behind its length; gives where each begins. */
  private static List<Long> writeInputs(List<Input> files, Storage work) throws IOException {
    List<Long> places = new ArrayList<>();
    long place = 0;
    try (OutputStream out = new java.io.BufferedOutputStream(work.create(WorkNames.INPUTS))) {
      for (DumpUnit unit : DumpUnit.cut(files)) {
        byte[] bytes = unit.encode();
        byte[] length = new ByteWriter(8).putLong(bytes.length).toByteArray();
        out.write(length, 4, 4);
        out.write(bytes);
        places.add(place);
        place += 4 + bytes.length;
      }
    }
    return places;
  }

  private String checkRejected(GenerationAudit audit, int files) throws Failure {
    double fileShare = files == 0 ? 0 : (double) audit.rejectedFiles() / files;
    double byteShare =
        audit.decompressedBytes() == 0
            ? 0
            : (double) audit.rejectedBytes() / audit.decompressedBytes();
    if (fileShare <= request.maxRejectedFiles() && byteShare <= request.maxRejectedBytes()) {
      return null;
    }
    boolean isFiles = fileShare > request.maxRejectedFiles();
    String told =
        String.format(
            Locale.ROOT,
            "%.1f %% of %s were rejected; the limit is %.1f %%",
            100 * (isFiles ? fileShare : byteShare),
            isFiles ? "files" : "bytes",
            100 * (isFiles ? request.maxRejectedFiles() : request.maxRejectedBytes()));
    if (files >= GATED_FILES) {
      throw new Failure(Failure.DATA, told);
    }
    return told;
  }

  private static void removeQuietly(Path folder) {
    try {
      Storage.local(folder).delete("");
    } catch (IOException e) {
      // a temporary folder; the system clears it
    }
  }
}
