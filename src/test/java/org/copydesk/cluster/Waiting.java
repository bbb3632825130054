package org.copydesk.cluster;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do. */
final class Waiting {
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long BETWEEN_MILLIS = 20;

  private Waiting() {}

  /** What is waited for. */
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  static void until(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + MOST_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.sleep(BETWEEN_MILLIS);
    }
  }
}
