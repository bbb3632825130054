package org.copydesk.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long one page may keep a thread: a bound on its processor time, asked now and then by
 * whatever loops over a page's lines or nodes. Java cannot stop code that does not ask. Processor
 * time and not the clock's, so that a busy machine rejects no page that an idle one keeps.
 *
 * <pre>{@code
 * try (WorkLimit limit = WorkLimit.begin(10)) {
 *   for (Line line : lines) {
 *     WorkLimit.check();
 *   }
 * }
 * }</pre>
 */
public final class WorkLimit implements AutoCloseable {
  /** The slowest page known, a mutant of 600 KB, took .67 s. */
  public static final double PAGE_SECONDS = 10;

  /** Asking the system takes a microsecond: every so often is enough. */
  private static final int ASKED_EVERY = 64;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<WorkLimit> CURRENT = new ThreadLocal<>();

  private final long end;
  private int asked;

  private WorkLimit(long end) {
    this.end = end;
  }

  /** A page took longer than it may. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exceeded() {
      super("over the limit of processor time");
    }
  }

  /**
   * Begins a bound for this thread, in place of one that is there.
   *
   * @param seconds of processor time
   */
  public static WorkLimit begin(double seconds) {
    WorkLimit limit = new WorkLimit(THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9));
    CURRENT.set(limit);
    return limit;
  }

  /** Goes on, or throws {@link Exceeded} when this thread has used what it may; cheap. */
  public static void check() {
    WorkLimit limit = CURRENT.get();
    if (limit != null && ++limit.asked % ASKED_EVERY == 0) {
      limit.ask();
    }
  }

  private void ask() {
    if (THREADS.getCurrentThreadCpuTime() > end) {
      throw new Exceeded();
    }
  }

  @Override
  public void close() {
    CURRENT.remove();
  }
}
