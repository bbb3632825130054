package org.copydesk.pipeline.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.copydesk.corpus.Failure;
import org.copydesk.pipeline.work.BuildLog;

/** Where a build runs, and the options of Beam and the runner that follow from it. */
public enum RunnerChoice {
  /** Threads of this process. */
  DIRECT {
    @Override
    public PipelineOptions options(String[] beamArguments, int parallelism, Path scratch) {
      DirectOptions options =
          PipelineOptionsFactory.fromArgs(beamArguments).as(DirectOptions.class);
      options.setRunner(RestingRunner.class);
      options.setTargetParallelism(parallelism);
      // 2.9 µs a record with the checks, 0.6 without; tests run with them.
      if (!given(beamArguments, "enforceImmutability")) {
        options.setEnforceImmutability(false);
      }
      if (!given(beamArguments, "enforceEncodability")) {
        options.setEnforceEncodability(false);
      }
      return options;
    }

    @Override
    public int defaultParallelism(String[] beamArguments) {
      return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public boolean spillsLocally() {
      return true;
    }

    @Override
    public boolean isDetached(PipelineOptions options) {
      return false;
    }

    @Override
    public int runsAgain() {
      return 0;
    }

    @Override
    public Watch watch(PipelineOptions options, BuildLog told) {
      return () -> {};
    }
  },

  /** A Flink cluster, or one embedded in this process. */
  FLINK {
    @Override
    public PipelineOptions options(String[] beamArguments, int parallelism, Path scratch)
        throws IOException {
      FlinkPipelineOptions options =
          PipelineOptionsFactory.fromArgs(beamArguments).as(FlinkPipelineOptions.class);
      options.setRunner(FlinkRunner.class);
      options.setParallelism(parallelism);
      if (!given(beamArguments, "flinkMaster")) {
        options.setFlinkMaster(FlinkClient.isAround() ? CLIENT : EMBEDDED);
      }
      boolean isEmbedded = options.getFlinkMaster().equals(EMBEDDED);
      if (isEmbedded && !options.getAttachedMode()) {
        throw new IllegalArgumentException("--attachedMode=false needs a --flinkMaster");
      }
      if (isEmbedded && !given(beamArguments, "flinkConfDir")) {
        options.setFlinkConfDir(embeddedConfiguration(scratch).toString());
      }
      if (!isEmbedded && !given(beamArguments, "executionModeForBatch")) {
        // What a stage gave lies on disk until the next has read it: a lost worker takes back its
        // own work and no more, and only the stages that run hold memory.
        options.setExecutionModeForBatch("BATCH_FORCED");
      }
      if (address(options) != null && !given(beamArguments, "filesToStage")) {
        FlinkClient.jar().ifPresent(jar -> options.setFilesToStage(List.of(jar)));
      }
      return options;
    }

    @Override
    public int defaultParallelism(String[] beamArguments) throws Failure {
      String address =
          address(PipelineOptionsFactory.fromArgs(beamArguments).as(FlinkPipelineOptions.class));
      if (address == null) {
        return Runtime.getRuntime().availableProcessors();
      }
      try {
        return Math.max(1, new FlinkRest(address).slots());
      } catch (IOException e) {
        throw new Failure(Failure.OTHER, "no Flink cluster answers at " + address, e);
      }
    }

    @Override
    public boolean spillsLocally() {
      return false;
    }

    // One less than the embedded cluster's attempts, which are for other troubles too.
    @Override
    public int runsAgain() {
      return 2;
    }

    @Override
    public boolean isDetached(PipelineOptions options) {
      return !options.as(FlinkPipelineOptions.class).getAttachedMode();
    }

    @Override
    public Watch watch(PipelineOptions options, BuildLog told) {
      String address = address(options.as(FlinkPipelineOptions.class));
      return address == null
          ? () -> {}
          : FlinkProgress.start(new FlinkRest(address), options.getJobName(), told);
    }

    /** HOST:PORT of the cluster; null where there is none or Flink's own client knows it. */
    private String address(FlinkPipelineOptions options) {
      String master = options.getFlinkMaster();
      return master == null || master.startsWith("[") ? null : master;
    }
  };

  private static final String EMBEDDED = "[local]";

  /** Whatever Flink's own client was told. */
  private static final String CLIENT = "[auto]";

  /** Looks on while a pipeline runs. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Options for the pipeline.
   *
   * @param beamArguments Beam's and the runner's own flags
   * @param scratch folder of this build, on local disk
   */
  public abstract PipelineOptions options(String[] beamArguments, int parallelism, Path scratch)
      throws IOException;

  /** How many workers there are where nobody says how many to use. */
  public abstract int defaultParallelism(String[] beamArguments) throws Failure;

  /** Whether the job runs on by itself once it is submitted. */
  public abstract boolean isDetached(PipelineOptions options);

  /** How many tasks of a build may fail for an input's sake and be run again. */
  public abstract int runsAgain();

  /** Tells what the pipeline does while it runs, where the runner does not run in this process. */
  public abstract Watch watch(PipelineOptions options, BuildLog told);

  /** Whether blocks wait on local disk, all in one process, and only their places go through it. */
  public abstract boolean spillsLocally();

  private static boolean given(String[] arguments, String option) {
    return List.of(arguments).stream().anyMatch(a -> a.startsWith("--" + option + "="));
  }

  /**
   * Users of the embedded cluster have no configuration folder; its defaults run out of buffers.
   */
  private static Path embeddedConfiguration(Path scratch) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("flink"));
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        taskmanager.memory.network.min: 128mb
        taskmanager.memory.network.max: 128mb
        taskmanager.memory.managed.size: 192mb
        taskmanager.network.sort-shuffle.min-buffers: 64
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 3
        restart-strategy.fixed-delay.delay: 2 s
        io.tmp.dirs: %s
        """
            .formatted(scratch));
    return folder;
  }
}
