package org.copydesk.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Builds on a cluster of separate processes, and losses on the way: whatever dies, what is
 * published are the rows of the direct runner, each once.
 */
@Tag("cluster")
class FlinkClusterTest {
  private static final int WORKERS = 2;
  private static final int SLOTS = 2;

  /** Enough that a phase lasts longer than it takes to see it. */
  private static final int PAGES = Integer.getInteger("cluster.pages", 4_000);

  @TempDir static Path folder;
  private static Map<String, String> expected;
  private static FlinkCluster cluster;
  private static int added;

  private final Path output = folder.resolve("corpus-" + System.nanoTime());

  @BeforeAll
  static void directRunner() throws Exception {
    Commands.run(
        "generate",
        "--output=" + folder.resolve("made"),
        "--pages=" + PAGES,
        "--seed=7",
        "--format=text");
    JarBuild direct = JarBuild.start(folder.resolve("direct"), dumps(), "--spans=true");
    assertEquals(0, direct.end(), direct::words);
    expected = direct.digests();
    cluster =
        FlinkCluster.up(
            folder.resolve("cluster"),
            WORKERS,
            "taskmanager.memory.process.size: 1500m\n"
                + "taskmanager.memory.managed.size: 256m\n"
                + "heartbeat.interval: 1000\nheartbeat.timeout: 8000\n"
                + "restart-strategy.exponential-delay.initial-backoff: 1 s");
  }

  @AfterAll
  static void down() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static String dumps() {
    return folder.resolve("made/dumps").toString();
  }

  private JarBuild submit(int parallelism, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(dumps(), "--spans=true", "--runner=flink"));
    arguments.add("--flinkMaster=" + cluster.master());
    arguments.add("--parallelism=" + parallelism);
    arguments.addAll(List.of(more));
    return JarBuild.start(output, arguments.toArray(String[]::new));
  }

  private static void assertWhole(JarBuild build) throws Exception {
    assertEquals(expected, build.digests(), build::words);
    assertEquals(new TreeSet<>(), build.leftovers());
    assertEquals(1, build.publications());
  }

  private static String job(JarBuild build) throws Exception {
    Waiting.until("a generation", () -> build.generation() != null);
    String name = "copydesk-" + build.generation().getFileName();
    Waiting.until("the job", () -> cluster.job(name) != null);
    return cluster.job(name);
  }

  @Test
  @Tag("cluster-short")
  void aClusterGivesTheDigestsOfTheDirectRunner() throws Exception {
    JarBuild build = submit(WORKERS * SLOTS);
    assertEquals(0, build.end(), build::words);
    assertWhole(build);
    assertTrue(build.words().contains("Read dumps"), "progress tells of stages");
    assertTrue(build.words().contains("report.html"), "the summary is that of every build");
  }

  /** What a job is doing when a worker is lost. */
  enum Phase {
    READING {
      @Override
      boolean isReached(JarBuild build, String job) throws Exception {
        return build.hasWork("", "occurrences-");
      }
    },
    GROUPING {
      @Override
      boolean isReached(JarBuild build, String job) throws Exception {
        return cluster.status(job, "Read dumps").equals("FINISHED");
      }
    },
    WRITING {
      @Override
      boolean isReached(JarBuild build, String job) throws Exception {
        return build.hasWork("parts", "articles-");
      }
    };

    abstract boolean isReached(JarBuild build, String job) throws Exception;

    void await(JarBuild build, String job) throws Exception {
      while (!isReached(build, job)) {
        assertFalse(cluster.isOver(job), () -> "over before " + this + ": " + build.words());
        Thread.sleep(10);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "READING,true", "GROUPING,true", "WRITING,true",
    "READING,false", "GROUPING,false", "WRITING,false"
  })
  void aKilledWorkerCostsTimeAndNothingElse(Phase phase, boolean isReplaced) throws Exception {
    loseAWorker(phase, isReplaced);
  }

  @Test
  @Tag("cluster-short")
  void aWorkerKilledWhileItWritesIsReplaced() throws Exception {
    loseAWorker(Phase.WRITING, true);
  }

  private void loseAWorker(Phase phase, boolean isReplaced) throws Exception {
    // With all slots in use the job waits for the replacement, with half of them it goes on.
    JarBuild build = submit(isReplaced ? WORKERS * SLOTS : SLOTS);
    String job = job(build);
    phase.await(build, job);
    String victim = added == 0 ? "taskmanager-1" : "added-" + added;
    cluster.kill(victim);
    String replacement = "added-" + ++added;
    if (isReplaced) {
      cluster.add(replacement);
    }
    assertEquals(0, build.end(), build::words);
    assertTrue(cluster.repeatedTasks(job) > 0, "the loss came while the job ran");
    assertWhole(build);
    if (!isReplaced) {
      cluster.add(replacement);
    }
    cluster.awaitSlots(WORKERS * SLOTS);
  }

  @Test
  void aKilledJobManagerEndsTheBuildAndAnotherSubmissionBuildsIt() throws Exception {
    JarBuild build = submit(WORKERS * SLOTS);
    String job = job(build);
    Phase.READING.await(build, job);
    cluster.kill("jobmanager");
    cluster.startJobManager();
    cluster.awaitSlots(WORKERS * SLOTS);
    assertEquals(1, build.end(), build::words);
    assertFalse(Files.exists(output.resolve("CURRENT")), "nothing is published");
    JarBuild again = submit(WORKERS * SLOTS);
    assertEquals(0, again.end(), again::words);
    assertWhole(again);
  }

  @Test
  @Tag("cluster-short")
  void aKilledSubmitterIsFinishedByPublishOnce() throws Exception {
    JarBuild build = submit(WORKERS * SLOTS);
    String job = job(build);
    Phase.READING.await(build, job);
    build.kill();
    Path generation = build.generation();
    assertEquals(75, Commands.run("publish", generation.toString()), "the job runs");
    Waiting.until("the job's end", () -> cluster.isOver(job));
    assertEquals(0, Commands.run("publish", generation.toString()));
    assertEquals(generation, build.published());
    assertEquals(expected, build.digests());
    assertEquals(0, Commands.run("publish", generation.toString()), "publishing is repeatable");
    assertEquals(new TreeSet<>(), build.leftovers());
    assertEquals(0, Commands.run("verify", generation.toString()));
  }

  @Test
  void aDetachedBuildIsPublishedAfterwardsAndLeftAloneMeanwhile() throws Exception {
    JarBuild build = submit(SLOTS, "--attachedMode=false");
    assertEquals(0, build.end(), build::words);
    Path generation = build.generation();
    String job = cluster.job("copydesk-" + generation.getFileName());
    JarBuild other = JarBuild.start(output, dumps(), "--spans=true");
    assertEquals(0, other.end(), other::words);
    Waiting.until("the job's end", () -> cluster.isOver(job));
    assertEquals(0, Commands.run("publish", generation.toString()));
    assertEquals(expected, build.digests());
    assertFalse(Files.exists(generation), "the same rows are published already");
  }

  @Test
  void flinksOwnClientRunsTheJarAsAJob() throws Exception {
    String classPath = cluster.libraries().toAbsolutePath() + "/*";
    JarBuild build =
        JarBuild.java(
            output,
            Map.of("FLINK_CONF_DIR", cluster.configuration().toString()),
            List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath,
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "-m",
                cluster.master(),
                JarBuild.JAR.toString(),
                "build",
                dumps(),
                "-o",
                output.toString(),
                "--spans=true",
                "--runner=flink",
                "--parallelism=4"));
    assertEquals(0, build.end(), build::words);
    assertWhole(build);
  }
}
