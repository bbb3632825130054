package org.copydesk.text;

/**
 * How much work one page may take: a count of lines, nodes and comparisons, kept by whatever loops
 * over them. Java cannot stop code that does not ask. A count and not a time, so that no page is
 * rejected on a busy or cold machine that another keeps.
 *
 * <pre>{@code
 * try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
 *   for (Line line : lines) {
 *     WorkLimit.check();
 *   }
 * }
 * }</pre>
 */
public final class WorkLimit implements AutoCloseable {
  /**
   * A unit is a node or a few lines, some microseconds at most. Of the 2,666 pages of three public
   * sets of news sites the one that takes most takes 46,000; a page at the bounds of its reader (16
   * MB, 250,000 elements) takes a million where every loop is linear.
   */
  public static final long PAGE_UNITS = 4_000_000;

  private static final ThreadLocal<WorkLimit> CURRENT = new ThreadLocal<>();

  private final long most;
  private final WorkLimit before;
  private long left;

  private WorkLimit(long units, WorkLimit before) {
    most = units;
    left = units;
    this.before = before;
  }

  /** A page took more work than it may. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exceeded(long most) {
      super("over the limit of " + most + " units of work");
    }
  }

  /** Begins a bound for this thread, in place of one that is there until this one is closed. */
  public static WorkLimit begin(long units) {
    WorkLimit limit = new WorkLimit(units, CURRENT.get());
    CURRENT.set(limit);
    return limit;
  }

  /** Counts a unit; goes on, or throws {@link Exceeded} when this page has had what it may. */
  public static void check() {
    spend(1);
  }

  /** Counts some units, as {@link #check} counts one; nothing where no bound has begun. */
  public static void spend(long units) {
    WorkLimit limit = CURRENT.get();
    if (limit != null) {
      limit.left -= units;
      if (limit.left < 0) {
        throw new Exceeded(limit.most);
      }
    }
  }

  /** Units spent since this bound began. */
  public long spent() {
    return most - left;
  }

  @Override
  public void close() {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
