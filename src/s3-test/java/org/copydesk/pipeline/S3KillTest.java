package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.copydesk.Copydesk;
import org.copydesk.faults.ChildBuild;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds on S3 that are killed: the next one leaves nothing of them, there or here. */
class S3KillTest {
  @TempDir Path folder;

  @Test
  void theNextBuildLeavesNothingOfKilledOnes() throws Exception {
    kill(3, 15_000);
  }

  @Test
  @Tag("faults")
  void theNextBuildLeavesNothingOfTwentyKilledOnes() throws Exception {
    kill(20, 25_000);
  }

  private void kill(int builds, int withinMillis) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Random random = new Random(3);
    try (SmallS3 server = new SmallS3(true)) {
      for (int i = 0; i < builds; i++) {
        Process build = build(server, temporary);
        build.waitFor(3000 + random.nextInt(withinMillis), TimeUnit.MILLISECONDS);
        build.destroyForcibly().waitFor();
      }
      System.err.printf(
          "%d builds killed: %d uploads not ended, %d objects%n",
          builds, server.uploads().size(), server.objects().size());
      assertThat(ChildBuild.end(build(server, temporary)), is(0));
      assertThat(server.uploads(), is(empty()));
      List<String> unfinished =
          server.objects().stream().filter(path -> path.contains("/.work/")).toList();
      assertThat(unfinished, is(empty()));
      try (Stream<Path> left = Files.walk(temporary)) {
        assertThat(left.filter(path -> !path.equals(temporary)).toList(), is(empty()));
      }
    }
  }

  /** As the child that the program starts itself, so that it is the build that is killed. */
  private static Process build(SmallS3 server, Path temporary) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("build", "testdata/dumps", "-o", "s3://bucket/corpus", "--accept-drift"));
    arguments.addAll(List.of(S3StorageTest.arguments(server)));
    return ChildBuild.start(
        List.of(
            "-Dcopydesk.parent=" + ProcessHandle.current().pid(), "-Djava.io.tmpdir=" + temporary),
        Copydesk.class,
        arguments);
  }
}
