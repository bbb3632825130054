package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLeaseTest {
  private static final Duration BEAT = Duration.ofMillis(100);

  @TempDir Path folder;

  @Test
  void aHolderThatBeatsIsLeftAlone() throws Exception {
    Storage output = Storage.local(folder);
    try (Closeable held = OutputLease.take(output, "one", BEAT)) {
      Failure busy = assertThrows(Failure.class, () -> OutputLease.take(output, "two", BEAT));
      assertThat(busy.exitCode(), is(Failure.BUSY));
    }
    assertThat(output.exists(OutputLock.NAME), is(false));
  }

  @Test
  void aDeadHolderIsTakenOver() throws Exception {
    Storage output = Storage.local(folder);
    output.createText(OutputLock.NAME, "dead on elsewhere, beat 7\n");
    try (Closeable held = OutputLease.take(output, "next", BEAT)) {
      assertThat(output.readText(OutputLock.NAME).startsWith("next on "), is(true));
    }
  }
}
