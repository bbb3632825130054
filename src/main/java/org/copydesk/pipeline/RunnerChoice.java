package org.copydesk.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Where a build runs, and the options of Beam and the runner that follow from it. */
public enum RunnerChoice {
  /** Threads of this process. */
  DIRECT {
    @Override
    PipelineOptions options(String[] beamArguments, int parallelism, Path scratch) {
      DirectOptions options =
          PipelineOptionsFactory.fromArgs(beamArguments).as(DirectOptions.class);
      options.setRunner(DirectRunner.class);
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
    boolean spillsLocally() {
      return true;
    }
  },

  /** A Flink cluster, or one embedded in this process. */
  FLINK {
    @Override
    PipelineOptions options(String[] beamArguments, int parallelism, Path scratch)
        throws IOException {
      FlinkPipelineOptions options =
          PipelineOptionsFactory.fromArgs(beamArguments).as(FlinkPipelineOptions.class);
      options.setRunner(FlinkRunner.class);
      options.setParallelism(parallelism);
      if (!given(beamArguments, "flinkMaster")) {
        options.setFlinkMaster("[local]");
      }
      if (!given(beamArguments, "flinkConfDir")) {
        options.setFlinkConfDir(embeddedConfiguration(scratch).toString());
      }
      return options;
    }

    @Override
    boolean spillsLocally() {
      return false;
    }
  };

  /**
   * Options for the pipeline.
   *
   * @param beamArguments Beam's and the runner's own flags
   * @param scratch folder of this build, on local disk
   */
  abstract PipelineOptions options(String[] beamArguments, int parallelism, Path scratch)
      throws IOException;

  /** Whether blocks go to spill files instead of through the runner. */
  abstract boolean spillsLocally();

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
