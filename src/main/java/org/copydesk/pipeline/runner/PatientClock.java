package org.copydesk.pipeline.runner;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.beam.runners.direct.Clock;
import org.joda.time.Instant;

/**
 * The clock of the direct runner, which nothing asks but its search for timers that are due: a
 * thread that has no work does that search over all steps without end. One that asks and does
 * nothing else is made to sleep, a little at first, so that work that ends is followed at once.
 */
final class PatientClock implements Clock {
  /** A thread that asks again within this time did nothing else meanwhile. */
  private static final long NOTHING_ELSE = TimeUnit.MICROSECONDS.toNanos(200);

  private static final long SHORTEST_SLEEP = TimeUnit.MICROSECONDS.toNanos(500);

  /** A bundle of a build takes longer; of the smallest builds a few dozen follow one another. */
  private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(4);

  private static final class Asking {
    private long since;
    private long last;
    private long sleep = SHORTEST_SLEEP;
  }

  private final ThreadLocal<Asking> threads = ThreadLocal.withInitial(Asking::new);

  @Override
  public Instant now() {
    Asking asking = threads.get();
    long now = System.nanoTime();
    if (now - asking.last > NOTHING_ELSE) {
      asking.since = now;
      asking.sleep = SHORTEST_SLEEP;
    } else if (now - asking.since > NOTHING_ELSE) {
      LockSupport.parkNanos(asking.sleep);
      asking.sleep = Math.min(2 * asking.sleep, LONGEST_SLEEP);
      now = System.nanoTime();
      asking.since = now;
    }
    asking.last = now;
    return Instant.now();
  }
}
