package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One operation of the output's storage fails; the pointer is right whichever it was. */
class StorageFaultTest {
  @TempDir static Path folder;
  private static TwoNights nights;
  private static long operations;

  @BeforeAll
  static void countOperations() throws IOException {
    nights = new TwoNights(folder);
    Path counted = nights.copy();
    int exitCode =
        nights.build(FaultyStorage.of(Storage.local(counted), "count", 0, Fate.FAIL_BEFORE));
    assertThat(exitCode, is(0));
    operations = FaultyStorage.operations("count");
    TwoNights.remove(counted);
  }

  @Test
  void someSeededOperationsFail() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < 2; i++) {
      failAt(1 + random.nextInt((int) operations), i % 2 == 0);
    }
    // The last steps, those of publishing, are where it matters most.
    for (int back = 0; back < 2; back++) {
      failAt(operations - 2 * back, back % 2 == 0);
    }
  }

  @Test
  @Tag("faults")
  void theFirstTwoHundredOperationsFailOneByOne() throws IOException {
    for (int n = 1; n <= 200; n++) {
      failAt(n, n % 2 == 0);
    }
  }

  @Test
  @Tag("faults")
  void twoHundredSeededOperationsOfAllFail() throws IOException {
    Random random = new Random(80);
    for (int i = 0; i < 200; i++) {
      failAt(1 + random.nextInt((int) operations), i % 2 == 0);
    }
  }

  @Test
  @Tag("faults")
  void everyOneOfTheLastHundredFailsBothWays() throws IOException {
    for (long n = Math.max(1, operations - 100); n <= operations; n++) {
      failAt(n, true);
      failAt(n, false);
    }
  }

  private static void failAt(long n, boolean before) throws IOException {
    Path output = nights.copy();
    String plan = "fail-" + n + before;
    Fate fate = before ? Fate.FAIL_BEFORE : Fate.FAIL_AFTER;
    int exitCode = nights.build(FaultyStorage.of(Storage.local(output), plan, n, fate));
    String told = "operation " + n + " of " + operations + ", " + fate + ", exit code " + exitCode;
    if (exitCode == 0) {
      assertThat(told, nights.hasNewDigests(output), is(true));
    } else {
      assertThat(told, nights.isUntouched(output), is(true));
    }
    assertThat(told, nights.isWhole(output), is(true));
    assertThat("next build after " + told, nights.build(Storage.local(output)), is(0));
    assertThat("next build after " + told, nights.hasNewDigests(output), is(true));
    TwoNights.remove(output);
  }

  @Test
  void memoryThatRunsOutInAStageIsNoSuccess() throws IOException {
    Path output = nights.copy();
    for (String stage : new String[] {"write parts/articles", "open inputs"}) {
      Storage faulty =
          FaultyStorage.of(Storage.local(output), "oom " + stage, 1, stage, Fate.OUT_OF_MEMORY);
      int exitCode;
      try {
        exitCode = nights.build(faulty);
      } catch (OutOfMemoryError e) {
        exitCode = 3;
      }
      assertThat(stage, FaultyStorage.operations("oom " + stage) > 0, is(true));
      assertThat(stage, exitCode == 0, is(false));
      assertThat(stage, nights.isUntouched(output), is(true));
    }
    TwoNights.remove(output);
  }
}
