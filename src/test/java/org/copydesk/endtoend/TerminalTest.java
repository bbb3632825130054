package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.faults.InterruptTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a pseudo-terminal, which {@code script} of util-linux gives. */
class TerminalTest {
  private static final String PAGE = "testdata/dumps/harbour-ledger/0003.txt";
  private static final Pattern SHOWN = Pattern.compile("\r\u001b\\[K([^\r\n]*)");
  private static final Pattern LOGGED =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z ");

  @TempDir Path folder;

  @BeforeEach
  void needsScript() throws Exception {
    boolean isThere;
    try {
      Process asked =
          new ProcessBuilder("script", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      isThere = asked.waitFor() == 0;
    } catch (IOException e) {
      isThere = false;
    }
    assumeTrue(isThere, "no script: apt-get install bsdutils");
  }

  /**
   * What a terminal of that width is sent.
   *
   * @param before words before the program, as of {@code env}
   */
  private String inTerminal(int columns, String before, String... arguments) throws Exception {
    Path out = folder.resolve("typescript");
    Process process = start(out, columns, before, arguments);
    assertThat(process.waitFor(180, TimeUnit.SECONDS), is(true));
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private Process start(Path out, int columns, String before, String... arguments)
      throws IOException {
    StringBuilder command = new StringBuilder("stty cols " + columns + "; exec " + before + " ");
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.copydesk.Copydesk"));
    all.addAll(List.of(arguments));
    all.forEach(one -> command.append(" '").append(one.replace("'", "'\\''")).append('\''));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-q", "-e", "-f", "-c", command.toString(), out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    return builder.start();
  }

  @Test
  void theProgressLineIsNoWiderThanTheTerminalAndLogLinesStandAlone() throws Exception {
    int columns = 46;
    String sent =
        inTerminal(columns, "", "build", "testdata/dumps", "-o", folder.resolve("out").toString());
    Matcher shown = SHOWN.matcher(sent);
    int lines = 0;
    while (shown.find()) {
      String line = shown.group(1);
      boolean isProgress = line.contains(" · ");
      lines += isProgress ? 1 : 0;
      if (isProgress) {
        assertThat(line, line.length(), lessThanOrEqualTo(columns - 1));
        assertThat(line, LOGGED.matcher(line).find(), is(false));
      }
    }
    assertThat(sent, lines, greaterThan(2));
    assertThat(sent, containsString(" % "));
    // Each logged line begins a line of the terminal: behind a line end, or what was there cleared.
    Matcher logged = LOGGED.matcher(sent);
    int logs = 0;
    while (logged.find()) {
      logs++;
      String before = sent.substring(Math.max(0, logged.start() - 4), logged.start());
      boolean isAtStart = before.endsWith("\n") || before.endsWith("\r\u001b[K");
      assertThat(before, isAtStart, is(true));
    }
    assertThat(logs, greaterThan(5));
  }

  @Test
  void aPersonAtATerminalSeesColoursUnlessTheyAreNotWanted() throws Exception {
    assertThat(inTerminal(80, "", "explain", PAGE), containsString("\u001b["));
    assertThat(inTerminal(80, "env NO_COLOR=1", "explain", PAGE), not(containsString("\u001b[")));
    assertThat(inTerminal(80, "env TERM=dumb", "explain", PAGE), not(containsString("\u001b[")));
  }

  @Test
  void aPageDoesNotSteerTheTerminalItIsExtractedTo() throws Exception {
    Path page = folder.resolve("day.jsonl");
    Files.writeString(
        page,
        "{\"title\":\"A \\u001b[31mred\\u001b[0m title\",\"text\":\""
            + "word ".repeat(80)
            + ".\"}\n");
    assertThat(inTerminal(80, "", "extract", page.toString()), not(containsString("\u001b[31m")));
  }

  @Test
  void ctrlCEndsTheLineAndSaysWhatWasPublished() throws Exception {
    String hearing = String.join(" ", InterruptTest.hearing());
    Path made = folder.resolve("made");
    assertThat(
        org.copydesk.command.Commands.run(
            "generate", "-o", made.toString(), "--pages=4000", "--no-truth"),
        is(0));
    Path out = folder.resolve("typescript");
    // The terminal's driver makes SIGINT of the key, for every process in the foreground.
    Process process =
        start(
            out,
            80,
            hearing,
            "build",
            made.resolve("dumps").toString(),
            "-o",
            folder.resolve("corpus").toString());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.exists(out) || !Files.readString(out).contains(" % ")) {
      assertThat("began in time", System.nanoTime() < deadline, is(true));
      Thread.sleep(200);
    }
    process.getOutputStream().write(3);
    process.getOutputStream().flush();
    assertThat(process.waitFor(120, TimeUnit.SECONDS), is(true));
    String sent = Files.readString(out);
    assertThat(sent, containsString("interrupted; nothing was published; there is no CURRENT"));
    assertThat(Files.exists(folder.resolve("corpus/CURRENT")), is(false));
  }
}
