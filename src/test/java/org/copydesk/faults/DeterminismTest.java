package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.copydesk.command.ParsedBuild;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same rows, whoever works it off in whatever order and surroundings. */
class DeterminismTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir static Path folder;
  private static String expected;
  private static int outputs;

  @BeforeAll
  static void buildOnce() throws IOException {
    expected = digests(DUMPS, "--spans=true");
  }

  private static String digests(String... arguments) throws IOException {
    Path output = folder.resolve("out-" + outputs++);
    assertThat(ParsedBuild.run(Storage.local(output), arguments), is(0));
    return TwoNights.digests(output);
  }

  @Test
  void inAnyOrderOfFilesAndAnyParallelism() throws IOException {
    assertThat(digests(shuffled(1), "--spans=true", "--parallelism=7"), is(expected));
  }

  @Test
  void inAnotherLocaleTimeZoneAndCharset() throws Exception {
    Path output = folder.resolve("out-" + outputs++);
    List<String> flags =
        List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=US-ASCII");
    List<String> arguments =
        List.of(output.toString(), "0", "", "FAIL_BEFORE", DUMPS, "--spans=true");
    assertThat(ChildBuild.end(ChildBuild.start(flags, ChildBuild.class, arguments)), is(0));
    assertThat(TwoNights.digests(output), is(expected));
  }

  @Test
  @Tag("faults")
  void onBothRunnersWithOneTwoAndSevenWorkersInThreeOrders() throws IOException {
    for (String runner : List.of("direct", "flink")) {
      for (int workers : new int[] {1, 2, 7}) {
        for (int order = 0; order < 3; order++) {
          assertThat(
              runner + ", " + workers + " workers, order " + order,
              digests(
                  shuffled(order),
                  "--spans=true",
                  "--runner=" + runner,
                  "--parallelism=" + workers),
              is(expected));
        }
      }
    }
  }

  /** A list of all files in some order. */
  private static String shuffled(int seed) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of(DUMPS))) {
      all.filter(Files::isRegularFile).map(Path::toString).forEach(files::add);
    }
    Collections.sort(files);
    Collections.shuffle(files, new Random(seed));
    Path list = folder.resolve("files-" + outputs + ".txt");
    Files.write(list, files);
    return "--input-list=" + list;
  }
}
