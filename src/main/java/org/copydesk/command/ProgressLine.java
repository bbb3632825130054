package org.copydesk.command;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.copydesk.pipeline.work.Progress;

/** A line on a terminal that says how far a build is; nothing elsewhere. */
final class ProgressLine implements AutoCloseable {
  private static final long REFRESH_MILLIS = 500;

  private final Timer timer;
  private final long start = System.nanoTime();

  private ProgressLine(Timer timer) {
    this.timer = timer;
  }

  /** Starts the line where a person watches. */
  static ProgressLine start() {
    if (System.console() == null || System.getenv("TERM") == null) {
      return new ProgressLine(null);
    }
    Timer timer = new Timer("progress", true);
    ProgressLine line = new ProgressLine(timer);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            line.show();
          }
        },
        REFRESH_MILLIS,
        REFRESH_MILLIS);
    return line;
  }

  private void show() {
    String remote = Progress.remote();
    if (remote != null) {
      System.err.print("\r\u001b[K" + remote);
      System.err.flush();
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        Locale.ROOT,
        "\r\u001b[K%,d of %,d files, %,d articles, %,d teasers, %.1f MB/s",
        Progress.files(),
        Progress.matched(),
        Progress.articles(),
        Progress.teasers(),
        Progress.bytes() / 1e6 / seconds);
    System.err.flush();
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
      System.err.print("\r\u001b[K");
      System.err.flush();
    }
  }
}
