package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Failure;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of different input into one output: one publishes, the other ends with 75. */
class RaceTest {
  private static final String ONE = "testdata/dumps/harbour-ledger";
  private static final String OTHER = "testdata/dumps/gulf-meridian";

  @TempDir Path folder;

  private void withALock() throws Exception {
    Path output = folder.resolve("out");
    race(Storage.local(output), Storage.local(output), output);
  }

  @Test
  void withoutALock() throws Exception {
    Path output = folder.resolve("out");
    race(lockless(output, "one"), lockless(output, "other"), output);
  }

  @RepeatedTest(25)
  @Tag("faults")
  void withALockAgain() throws Exception {
    withALock();
  }

  @RepeatedTest(25)
  @Tag("faults")
  void withoutALockAgain() throws Exception {
    withoutALock();
  }

  private static Storage lockless(Path output, String plan) {
    return FaultyStorage.of(
        Storage.local(output), "lockless " + plan + output, 0, Fate.FAIL_BEFORE);
  }

  private static void race(Storage one, Storage other, Path output) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = threads.submit(() -> build(start, one, ONE));
      Future<Integer> second = threads.submit(() -> build(start, other, OTHER));
      assertThat(List.of(first.get(), second.get()), containsInAnyOrder(0, Failure.BUSY));
      assertThat(Commands.run("verify", output.toString()), is(0));
    } finally {
      threads.shutdown();
    }
  }

  private static int build(CyclicBarrier start, Storage output, String input) throws Exception {
    start.await();
    return ParsedBuild.run(output, input);
  }
}
