package org.copydesk.pipeline.runner;

import java.util.concurrent.locks.LockSupport;
import org.apache.beam.runners.direct.Clock;
import org.joda.time.Instant;

/**
 * A clock that lets a thread rest which does nothing but ask for the time. The direct runner asks
 * once a step each time it looks for work; a thread that works in between is known by the time that
 * passes between two questions. What it tells is another clock's time; a rest delays by {@link
 * #LONGEST} at most what the thread, or one that waits for the step it looks at, would have found.
 */
final class RestingClock implements Clock {
  /** So many questions in a row, some ten looks at a build's steps, come of nothing to do. */
  static final int IDLE = 2_000;

  /** Questions from one rest to the next. */
  static final int BETWEEN = 200;

  /** Nanoseconds between two questions in which a thread has done something. */
  static final long BUSY = 500_000;

  /** Nanoseconds of a rest at most: each is longer than the one before by {@link #STEP}. */
  static final long LONGEST = 4_000_000;

  static final long STEP = 250_000;

  private final Clock clock;
  private final ThreadLocal<Asked> asked = ThreadLocal.withInitial(Asked::new);

  RestingClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    long rest = asked.get().rest(System.nanoTime());
    if (rest > 0) {
      LockSupport.parkNanos(rest);
      asked.get().rested(System.nanoTime());
    }
    return clock.now();
  }

  /** What one thread has asked. */
  static final class Asked {
    private long last;
    private int inRow;

    /** Nanoseconds to rest at a question, 0 for none. */
    long rest(long now) {
      inRow = now - last > BUSY ? 0 : inRow + 1;
      last = now;
      int idle = inRow - IDLE;
      return idle < 0 || idle % BETWEEN != 0 ? 0 : Math.min(LONGEST, STEP * (idle / BETWEEN + 1));
    }

    /** A rest is no work. */
    void rested(long now) {
      last = now;
    }
  }
}
