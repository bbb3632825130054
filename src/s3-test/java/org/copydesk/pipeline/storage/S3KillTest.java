package org.copydesk.pipeline.storage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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
    kill(2);
  }

  @Test
  @Tag("faults")
  void theNextBuildLeavesNothingOfTwentyKilledOnes() throws Exception {
    kill(20);
  }

  /** Each is killed while it uploads: how fast the machine is does not matter. */
  private void kill(int builds) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Random random = new Random(3);
    int uploads = 0;
    try (SmallS3 server = new SmallS3(true)) {
      assertThat(ChildBuild.end(build(server, temporary, "harbour-ledger")), is(0));
      long whole = server.parts();
      for (int i = 0; i < builds; i++) {
        AtomicReference<Process> build = new AtomicReference<>();
        server.afterParts(
            1 + random.nextLong(whole),
            () -> {
              while (build.get() == null) {
                Thread.onSpinWait();
              }
              build.get().destroyForcibly();
            });
        build.set(build(server, temporary, i % 2 == 0 ? "tri-county-post" : "harbour-ledger"));
        // One that has less to do than the first may live to its end.
        ChildBuild.end(build.get());
        server.afterParts(Long.MAX_VALUE / 2, () -> {});
        uploads = Math.max(uploads, server.uploads().size());
      }
      System.err.printf(
          "%d builds killed within %d parts of uploads: at most %d uploads not ended at a time%n",
          builds, whole, uploads);
      assertThat(ChildBuild.end(build(server, temporary, "gulf-meridian")), is(0));
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
  private static Process build(SmallS3 server, Path temporary, String site) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "build", "testdata/dumps/" + site, "-o", "s3://bucket/corpus", "--accept-drift"));
    arguments.addAll(List.of(S3StorageTest.arguments(server)));
    return ChildBuild.start(
        List.of(
            "-Dcopydesk.parent=" + ProcessHandle.current().pid(), "-Djava.io.tmpdir=" + temporary),
        Copydesk.class,
        arguments);
  }
}
