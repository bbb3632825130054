package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.copydesk.Copydesk;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that are killed: a reader sees the old generation whole or the new one whole. */
class KillTest {
  @TempDir static Path folder;
  private static TwoNights nights;

  /** What is done to the output from the end of the pipeline on, in order. */
  private static final List<String> STEPS =
      List.of(
          "rename articles/part",
          "replace manifest.json",
          "replace drift.json",
          "delete .work",
          "replace summary.json",
          "replace metrics.prom",
          "create once .published/000000000002 ",
          "replace CURRENT",
          "create once .published/000000000002.done",
          "list .published",
          "list generations");

  @BeforeAll
  static void buildTwoNights() throws IOException {
    nights = new TwoNights(folder);
  }

  @Test
  void aBuildEndsBetweenClaimAndPointer() throws Exception {
    endAt("replace CURRENT", Fate.HALT_BEFORE);
  }

  @Test
  void aBuildIsKilled() throws Exception {
    killAfter(2500);
  }

  @Test
  @Tag("faults")
  void aBuildEndsAtEachStepOfPublishing() throws Exception {
    for (String step : STEPS) {
      endAt(step, Fate.HALT_BEFORE);
      endAt(step, Fate.HALT_AFTER);
    }
  }

  @Test
  @Tag("faults")
  void fiftyBuildsAreKilledAtSeededTimes() throws Exception {
    Path undisturbed = nights.copy();
    long start = System.nanoTime();
    assertThat(ChildBuild.end(whole(undisturbed)), is(0));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    TwoNights.remove(undisturbed);
    Random random = new Random(50);
    int published = 0;
    for (int i = 0; i < 50; i++) {
      published += killAfter((long) (millis * 1.05 * random.nextDouble())) ? 1 : 0;
    }
    System.err.printf("50 kills within %d ms; %d had published%n", millis, published);
  }

  private static Process whole(Path output) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("build", "-o", output.toString()));
    arguments.addAll(Arrays.asList(nights.arguments()));
    // As the child that the program starts itself, so that it is the build that is killed.
    String parent = "-Dcopydesk.parent=" + ProcessHandle.current().pid();
    return ChildBuild.start(List.of(parent), Copydesk.class, arguments);
  }

  private static boolean killAfter(long millis) throws Exception {
    Path output = nights.copy();
    Process build = whole(output);
    build.waitFor(millis, TimeUnit.MILLISECONDS);
    build.destroyForcibly().waitFor();
    boolean isPublished = !nights.isUntouched(output);
    check(output, "killed after " + millis + " ms");
    return isPublished;
  }

  private static void endAt(String step, Fate fate) throws Exception {
    Path output = nights.copy();
    int exitCode = ChildBuild.end(ChildBuild.startUntil(step, fate, output, nights.arguments()));
    assertThat(step + " was met", exitCode, is(137));
    check(output, fate + " " + step);
  }

  private static void check(Path output, String told) throws IOException {
    assertThat(told, nights.isWhole(output), is(true));
    // The lease of a build on storage that has no locks is of a dead one, and would be waited for.
    Storage.local(output).delete(".lock");
    assertThat("next build after: " + told, nights.build(Storage.local(output)), is(0));
    assertThat("next build after: " + told, nights.hasNewDigests(output), is(true));
    TwoNights.remove(output);
  }
}
