package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build whose process ended when the tables were written: {@code publish} finishes it. */
class PublishAfterTest {
  @TempDir static Path folder;
  private static TwoNights nights;

  @BeforeAll
  static void buildTwoNights() throws IOException {
    nights = new TwoNights(folder);
  }

  @Test
  void partsHaveTheirNamesInPart() throws Exception {
    publishAfter("rename teasers/part", Fate.HALT_BEFORE);
  }

  @Test
  @Tag("faults")
  void anywhereFromTheTablesToThePointer() throws Exception {
    List<String> steps =
        List.of(
            "rename articles/part",
            "replace manifest.json",
            "replace drift.json",
            "delete .work",
            "replace summary.json",
            "create once .published/000000000002 ",
            "replace CURRENT",
            "create once .published/000000000002.done");
    for (String step : steps) {
      publishAfter(step, Fate.HALT_BEFORE);
      publishAfter(step, Fate.HALT_AFTER);
    }
  }

  private static void publishAfter(String step, Fate fate) throws Exception {
    Path output = nights.copy();
    int exitCode = ChildBuild.end(ChildBuild.startUntil(step, fate, output, nights.arguments()));
    assertThat(step + " was met", exitCode, is(137));
    Storage.local(output).delete(".lock");
    String told = fate + " " + step;
    String generation = newest(output).toString();
    assertThat(told, Commands.run("publish", generation), is(0));
    assertThat(told, nights.hasNewDigests(output), is(true));
    assertThat("again: " + told, Commands.run("publish", generation), is(0));
    assertThat(told, nights.isWhole(output), is(true));
    TwoNights.remove(output);
  }

  private static Path newest(Path output) throws IOException {
    try (Stream<Path> all = Files.list(output.resolve("generations"))) {
      return all.max(java.util.Comparator.naturalOrder()).orElseThrow();
    }
  }
}
