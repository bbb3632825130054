package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.Copydesk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed, as users start them: two processes each. */
class TemporaryFilesTest {
  /** Which process of a program is killed. */
  private enum Victim {
    PARENT,
    CHILD,
    BOTH
  }

  @TempDir Path folder;

  @Test
  void theNextBuildLeavesNothingOfKilledOnes() throws Exception {
    kill(3, 12_000);
  }

  @Test
  @Tag("faults")
  void theNextBuildLeavesNothingOfTwentyKilledOnes() throws Exception {
    kill(20, 30_000);
  }

  private void kill(int builds, int withinMillis) throws Exception {
    Path output = folder.resolve("out");
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Random random = new Random(23);
    for (int i = 0; i < builds; i++) {
      Process parent = build(temporary, output, i % 2 == 0 ? "direct" : "flink");
      parent.waitFor(1000 + random.nextInt(withinMillis), TimeUnit.MILLISECONDS);
      List<ProcessHandle> children = parent.descendants().toList();
      Victim victim = Victim.values()[i % Victim.values().length];
      if (victim != Victim.CHILD) {
        parent.destroyForcibly();
      }
      if (victim != Victim.PARENT) {
        children.forEach(ProcessHandle::destroyForcibly);
      }
      parent.waitFor();
      children.forEach(TemporaryFilesTest::awaitEnd);
    }
    assertThat(ChildBuild.end(build(temporary, output, "direct")), is(0));
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left.filter(path -> !path.equals(temporary)).toList(), is(empty()));
    }
    try (Stream<Path> left = Files.walk(output)) {
      List<Path> unfinished =
          left.filter(path -> path.getFileName().toString().matches("\\.new-.*|\\.work")).toList();
      assertThat(unfinished, is(empty()));
    }
  }

  private static Process build(Path temporary, Path output, String runner) throws IOException {
    return ChildBuild.start(
        List.of("-Djava.io.tmpdir=" + temporary),
        Copydesk.class,
        List.of(
            "build",
            "testdata/dumps",
            "-o",
            output.toString(),
            "--runner=" + runner,
            "--accept-drift"));
  }

  /** Nobody may have asked yet how the process ended: then it is a zombie, and has ended. */
  private static void awaitEnd(ProcessHandle process) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (isRunning(process)) {
      if (System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError("a child outlives its parent");
      }
      Thread.onSpinWait();
    }
  }

  private static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  @Test
  void aChildEndsWithAParentThatNobodyAsksFor() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no table of processes here");
    Path output = folder.resolve("made");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // The shell becomes a program that asks for none of its children.
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" & echo $!; exec sleep 600", "sh", java));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-Djava.io.tmpdir=" + folder, Copydesk.class.getName(), "generate"));
    command.addAll(List.of("--output=" + output, "--pages=50000000"));
    Process shell =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader words =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle parent = ProcessHandle.of(Long.parseLong(words.readLine())).orElseThrow();
      while (!Files.exists(output)) {
        assertThat("it works", parent.isAlive(), is(true));
        Thread.onSpinWait();
      }
      List<ProcessHandle> children = parent.children().toList();
      assertThat(children.size(), is(1));
      parent.destroyForcibly();
      children.forEach(TemporaryFilesTest::awaitEnd);
      String stat = Files.readString(Path.of("/proc/" + parent.pid() + "/stat"));
      assertThat("nobody asked", stat.contains(") Z"), is(true));
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }
}
