package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.FailedMark;
import org.copydesk.endtoend.Corpus;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that stay unreadable: all are told, and what is published is the user's to say. */
class UnreadableInputsTest {
  private static final String SITE = "tri-county-post";

  @TempDir static Path folder;
  private static Path dumps;
  private static List<String> names;
  private static int outputs;

  private Path output;

  @BeforeAll
  static void copyDumps() throws IOException {
    dumps = folder.resolve("dumps");
    TwoNights.copyTree(Path.of("testdata/dumps/harbour-ledger"), dumps.resolve("harbour-ledger"));
    Files.createDirectories(dumps.resolve(SITE));
    names = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("testdata/dumps", SITE))) {
      for (Path file : files.sorted().toList()) {
        // The other site's files have the same names.
        names.add(SITE + "/post-" + file.getFileName());
        Files.copy(file, dumps.resolve(names.get(names.size() - 1)));
      }
    }
    assertThat(names.size(), greaterThan(5));
  }

  /** Builds while each operation of some words meets a fate. */
  private int build(String words, Fate fate, String... settings) {
    String plan = "unreadable-" + outputs;
    output = folder.resolve("out-" + outputs++);
    Faults.plant(plan, Faults.EACH, said -> said.matches(words + " *"), fate);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                FaultyInputs.location(plan, dumps),
                "--parallelism=2",
                "--topics=false",
                "--language=false"));
    arguments.addAll(List.of(settings));
    return ParsedBuild.run(Storage.local(output), arguments.toArray(String[]::new));
  }

  /** What the failed generation says, and that none is published. */
  private String failure() throws IOException {
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
    try (Stream<Path> made = Files.list(output.resolve("generations"))) {
      FailedMark mark = FailedMark.read(Storage.local(made.findFirst().orElseThrow()));
      assertThat(mark.cause(), is("unreadable"));
      return mark.message();
    }
  }

  private static String fileName(int i) {
    return names.get(i).substring(SITE.length() + 1);
  }

  @Test
  void allAreToldAndNothingIsPublished() throws IOException {
    assertThat(build("open post-.*", Fate.DENIED), is(65));
    String told = failure();
    assertThat(told, containsString(names.size() + " inputs could not be read"));
    assertThat(told, containsString("(file_unreadable: AccessDeniedException)"));
    assertThat("no more than five", told.split("file_unreadable").length, is(1 + 5));
    assertThat(told, containsString("--unreadable=reject"));
  }

  @Test
  void theyAreLeftOutWhereTheUserSaysSo() throws IOException {
    assertThat(build("open " + fileName(1), Fate.DENIED, "--unreadable=reject"), is(0));
    Corpus corpus = Corpus.published(output);
    List<List<Object>> rows =
        corpus.query(
            "select source_file, reason, count(*) from {rejects} where source_record is null"
                + " and stage = 'read' group by all order by 1");
    assertThat(rows, is(List.of(List.of(names.get(1), "file_unreadable", 1L))));
    assertThat(
        corpus.query("select source_file, rejected_bytes from {ledger} where status = 'rejected'"),
        is(List.of(List.of(names.get(1), Files.size(dumps.resolve(names.get(1)))))));
    assertThat(Commands.run("verify", output.toString()), is(0));
  }

  @Test
  void anErrorThatStaysIsTold() throws IOException {
    isToldOn("direct");
  }

  /** Flink runs the task again, twice, before it is told. */
  @Test
  @Tag("faults")
  void anErrorThatStaysIsToldOnFlink() throws IOException {
    isToldOn("flink");
  }

  private void isToldOn(String runner) throws IOException {
    String two = "read (" + fileName(0) + "|" + fileName(2) + ")";
    assertThat(build(two, Fate.EIO, "--runner=" + runner), is(65));
    String told = failure();
    for (int i : new int[] {0, 2}) {
      assertThat(told, containsString(names.get(i) + " (file_unreadable: Input/output error"));
    }
    assertThat(told, not(containsString(names.get(1))));
  }

  /** A sample without a file teaches other sites, whoever reads the file later. */
  @Test
  void anErrorThatPassesAfterSamplingIsToldAllTheSame() throws IOException {
    String plan = "unreadable-" + outputs;
    output = folder.resolve("out-" + outputs++);
    // As often as one reader tries.
    long[] left = {4};
    Faults.plant(
        plan,
        Faults.EACH,
        said -> said.startsWith("open " + fileName(3)) && left[0]-- > 0,
        Fate.EIO);
    int exitCode =
        ParsedBuild.run(
            Storage.local(output), FaultyInputs.location(plan, dumps), "--parallelism=2");
    assertThat(exitCode, is(65));
    assertThat(failure(), containsString(names.get(3) + " (file_unreadable"));
  }
}
