package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.copydesk.Copydesk;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that are full or cannot be written, and memory that runs out: not 0, and nothing published.
 */
class DiskTest {
  private static final String DUMPS = "testdata/dumps/harbour-ledger";

  @TempDir Path folder;

  @Test
  void aFullDiskEndsTheBuildAndTheOldGenerationStays() throws Exception {
    fill("size=2m", 3000);
  }

  @Test
  @Tag("faults")
  void aDiskOf64MegabytesIsFull() throws Exception {
    fill("size=64m", 90_000);
  }

  private void fill(String size, int records) throws Exception {
    Path disk = mount(size);
    try {
      Path output = disk.resolve("out");
      assertThat(run(output, DUMPS), is(0));
      String before = TwoNights.current(output);
      Path dumps = random(folder.resolve("dumps"), records);
      assertThat(run(output, dumps.toString(), "--segment=false", "--topics=false"), is(1));
      assertThat(TwoNights.current(output), is(before));
      assertThat(Commands.run("verify", output.toString()), is(0));
    } finally {
      unmount(disk);
    }
  }

  @Test
  @Tag("faults")
  void anOutputThatIsReadOnlyEndsTheBuild() throws Exception {
    Path disk = mount("size=8m");
    try {
      Path output = disk.resolve("out");
      assertThat(run(output, DUMPS), is(0));
      String before = TwoNights.current(output);
      assumeTrue(system("mount", "-o", "remount,ro", disk.toString()) == 0);
      assertThat(run(output, "testdata/dumps"), is(1));
      assertThat(TwoNights.current(output), is(before));
      assertThat(Commands.run("verify", output.toString()), is(0));
    } finally {
      unmount(disk);
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsTold() throws IOException {
    Path output = Files.createDirectories(folder.resolve("out"));
    Files.writeString(output.resolve("generations"), "a file");
    assertThat(run(output, DUMPS), is(1));
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
  }

  /** The system's own error, in a process with the flags the program gives its child. */
  @Test
  void memoryThatRunsOutEndsTheProcessWithThree() throws Exception {
    Path output = folder.resolve("out");
    List<String> flags = List.of("-Xmx32m", "-Dcopydesk.parent=" + ProcessHandle.current().pid());
    int exitCode =
        ChildBuild.end(
            ChildBuild.start(
                flags, Copydesk.class, List.of("build", DUMPS, "-o", output.toString())));
    assertThat(exitCode, is(3));
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
  }

  private static Path random(Path dumps, int records) throws IOException {
    Files.createDirectories(dumps);
    Random random = new Random(5);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < records; i++) {
      lines.append("{\"text\":\"");
      for (int word = 0; word < 150; word++) {
        lines
            .append(Long.toString(random.nextLong() >>> 20, 36))
            .append(word % 12 == 11 ? ". " : " ");
      }
      lines.append("\"}\n");
    }
    Files.writeString(dumps.resolve("random.jsonl"), lines);
    return dumps;
  }

  private static int run(Path output, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    System.arraycopy(
        new String[] {"build", "--accept-drift", "-o", output.toString()}, 0, all, 0, 4);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Commands.run(all);
  }

  private Path mount(String size) throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    boolean isMounted =
        system("mount", "-t", "tmpfs", "-o", size, "copydesk-test", disk.toString()) == 0;
    assumeTrue(isMounted, "this user cannot mount a small disk");
    return disk;
  }

  /** Where a build fails, bundles that other threads had begun end after it has told so. */
  private static void unmount(Path disk) throws IOException, InterruptedException {
    int exitCode = system("umount", disk.toString());
    for (int again = 0; exitCode != 0 && again < 50; again++) {
      Thread.sleep(100);
      exitCode = system("umount", disk.toString());
    }
    assertThat("no file is left open", exitCode, is(0));
  }

  private static int system(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return 127;
    }
  }
}
