package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copydesk.Copydesk;
import org.copydesk.command.Commands;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that a person or a supervisor ends: what was and was not published is said. */
public class InterruptTest {
  @TempDir Path folder;

  /** Runs a build until a line holds some words, sends it a signal; gives all it said. */
  private String interrupted(String signal, Path output, int exitCode) throws Exception {
    List<String> command = new ArrayList<>(signal.equals("INT") ? hearing() : List.of());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dcopydesk.parent=" + ProcessHandle.current().pid());
    for (String opened : List.of("lang", "util", "util.concurrent", "nio", "net", "time")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Copydesk.class.getName());
    command.addAll(List.of("build", "testdata/dumps", "-o", output.toString()));
    Process build = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = build.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.contains(" listed ")) {
          new ProcessBuilder("kill", "-" + signal, Long.toString(build.pid())).start().waitFor();
        }
      }
    }
    assertThat(build.waitFor(1, TimeUnit.MINUTES), is(true));
    assertThat(said.toString(), build.exitValue(), is(exitCode));
    return said.toString();
  }

  /**
   * What stands before a command that must hear Ctrl-C: a process that a shell started in the
   * background is deaf to it, and so are its own, unless coreutils' env opens their ears.
   *
   * @return words of a command line; none where Ctrl-C is heard as it is
   */
  public static List<String> hearing() throws IOException, InterruptedException {
    if (hearsCtrlC()) {
      return List.of();
    }
    List<String> hearing = List.of("env", "--default-signal=INT");
    List<String> tried = new ArrayList<>(hearing);
    tried.add("true");
    assumeTrue(
        new ProcessBuilder(tried).redirectErrorStream(true).start().waitFor() == 0,
        "Ctrl-C is ignored here, and env cannot change that");
    return hearing;
  }

  private static boolean hearsCtrlC() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) == 0;
      }
    }
    return false;
  }

  private static FailedMark mark(Path output) throws IOException {
    try (var generations = Files.list(output.resolve("generations"))) {
      for (Path generation : generations.toList()) {
        FailedMark mark = FailedMark.read(Storage.local(generation));
        if (mark != null) {
          return mark;
        }
      }
    }
    return null;
  }

  @Test
  void ctrlCSaysThatNothingWasPublished() throws Exception {
    Path output = folder.resolve("out");
    String said = interrupted("INT", output, Failure.INTERRUPTED);
    assertThat(
        said,
        containsString("\ncopydesk: interrupted; nothing was published; there is no CURRENT"));
    assertThat(said, not(containsString("please report")));
    assertThat(mark(output).exitCode(), is(Failure.INTERRUPTED));
    assertThat(mark(output).cause(), is("interrupted"));
    assertThat(mark(output).message(), containsString("nothing was published"));
  }

  @Test
  void aSupervisorsSignalSaysWhatStaysPublished() throws Exception {
    Path output = folder.resolve("again");
    String one = "testdata/dumps/gulf-meridian";
    assertThat(Commands.run("build", one, "-o", output.toString()), is(0));
    String published = Files.readString(output.resolve("CURRENT")).strip();
    String said = interrupted("TERM", output, 143);
    assertThat(
        said,
        allOf(
            containsString("interrupted; nothing was published; CURRENT stays " + published),
            not(containsString("the build failed"))));
    assertThat(mark(output).message(), containsString("CURRENT stays " + published));
    assertThat(Files.readString(output.resolve("CURRENT")).strip(), is(published));
    assertThat(
        "the next build publishes",
        Commands.run("build", "testdata/dumps", "-o", output.toString()),
        is(0));
  }
}
