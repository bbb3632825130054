package org.copydesk.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.copydesk.pipeline.work.Progress;

/**
 * A line on a terminal that says how far a build is, {@code 45 % reading · 1,204 of 2,000 files ·
 * 0:42, about 0:51 left}; nothing elsewhere. It is no wider than the terminal, and what is logged
 * meanwhile stands on lines of its own above it.
 */
final class ProgressLine implements AutoCloseable {
  private static final long REFRESH_MILLIS = 500;

  /** Between two looks at the terminal's width, in refreshes. */
  private static final int REFRESHES_A_WIDTH = 20;

  /** Below it what remains is not told: the first percent are no measure. */
  private static final double LEAST_SHARE = 0.05;

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream terminal;
  private final IntSupplier widths;
  private final Timer timer;
  private final long start = System.nanoTime();
  private int refreshes;
  private int width;
  private boolean isShown;

  /**
   * @param terminal null where no person watches
   */
  private ProgressLine(PrintStream terminal, IntSupplier widths) {
    this.terminal = terminal;
    this.widths = widths;
    this.timer = terminal == null ? null : new Timer("progress", true);
  }

  /** Starts the line where a person watches. */
  static ProgressLine start() {
    ProgressLine line =
        new ProgressLine(Terminal.is(Terminal.ERR) ? System.err : null, Terminal::width);
    line.schedule();
    return line;
  }

  private void schedule() {
    if (timer != null) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              show();
            }
          },
          REFRESH_MILLIS,
          REFRESH_MILLIS);
    }
  }

  /** Logs to {@code log}, above the line. */
  Consumer<String> above(Consumer<String> log) {
    return text -> {
      synchronized (this) {
        clear();
        log.accept(text);
      }
    };
  }

  private synchronized void show() {
    if (refreshes++ % REFRESHES_A_WIDTH == 0) {
      width = widths.getAsInt();
    }
    String remote = Progress.remote();
    String text = remote != null ? remote : text((System.nanoTime() - start) / 1e9);
    terminal.print(CLEAR + fitted(text, width - 1));
    terminal.flush();
    isShown = true;
  }

  /** Cut at a separator, or where there is none in the middle, to {@code most} columns. */
  static String fitted(String text, int most) {
    String fitted = text;
    while (fitted.length() > most && fitted.contains(" · ")) {
      fitted = fitted.substring(0, fitted.lastIndexOf(" · "));
    }
    return fitted.length() <= most ? fitted : fitted.substring(0, Math.max(0, most));
  }

  private static String text(double seconds) {
    if (Progress.matched() == 0) {
      return "listing inputs · " + clock(seconds);
    }
    double share = Progress.share();
    String counts =
        Progress.step() == Progress.Step.LEARN
            ? String.format(
                Locale.ROOT, "%,d of %,d files", Progress.learnedFrom(), Progress.toLearnFrom())
            : String.format(Locale.ROOT, "%,d of %,d files", Progress.files(), Progress.matched());
    return text(
        share,
        Progress.step().words(),
        seconds,
        counts,
        String.format(
            Locale.ROOT,
            "%,d articles · %.1f MB/s",
            Progress.articles(),
            Progress.bytes() / 1e6 / Math.max(seconds, 1e-3)));
  }

  /** What is least wanted stands last: a narrow terminal has no room for it. */
  static String text(double share, String step, double seconds, String counts, String more) {
    String left =
        share < LEAST_SHARE ? "" : ", about " + clock(seconds * (1 - share) / share) + " left";
    return String.format(Locale.ROOT, "%3.0f %% %s", Math.floor(100 * share), step)
        + " · "
        + clock(seconds)
        + left
        + " · "
        + counts
        + " · "
        + more;
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  private void clear() {
    if (isShown) {
      terminal.print(CLEAR);
      terminal.flush();
      isShown = false;
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
      synchronized (this) {
        clear();
      }
    }
  }
}
