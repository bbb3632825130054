package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.copydesk.storage.Storage;

/**
 * A lock where the operating system has none: a file whose holder changes it with every beat. One
 * that stands still for {@link #MISSED_BEATS} beats, by the clock of who looks, is of a dead build
 * and is taken over.
 */
final class OutputLease implements Closeable {
  static final Duration BEAT = Duration.ofSeconds(10);
  private static final int MISSED_BEATS = 3;

  private final Storage output;
  private final String holder;
  private final Timer timer = new Timer("output-lease", true);
  private String text;
  private long beats;

  private OutputLease(Storage output, String holder) {
    this.output = output;
    this.holder = holder;
  }

  static OutputLease take(Storage output, String buildId, Duration beat)
      throws IOException, Failure {
    String host = System.getenv().getOrDefault("HOSTNAME", "unknown host");
    OutputLease lease = new OutputLease(output, buildId + " on " + host);
    String first = lease.next();
    if (!output.createText(OutputLock.NAME, first)) {
      lease.waitUntilStale(beat);
      output.delete(OutputLock.NAME);
      if (!output.createText(OutputLock.NAME, first)) {
        throw held(output, output.readText(OutputLock.NAME));
      }
    }
    lease.text = first;
    lease.timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            lease.beat();
          }
        },
        beat.toMillis(),
        beat.toMillis());
    return lease;
  }

  private String next() {
    return holder + ", beat " + beats++ + "\n";
  }

  private void waitUntilStale(Duration beat) throws IOException, Failure {
    String seen = output.readText(OutputLock.NAME);
    long end = System.nanoTime() + beat.multipliedBy(MISSED_BEATS).toNanos();
    while (seen != null && System.nanoTime() < end) {
      try {
        Thread.sleep(Math.max(1, beat.toMillis() / 4));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw held(output, seen);
      }
      String now = output.readText(OutputLock.NAME);
      if (now != null && !now.equals(seen)) {
        throw held(output, now);
      }
      seen = now;
    }
  }

  private static Failure held(Storage output, String by) {
    return new Failure(
        Failure.BUSY, "another build holds " + output + (by == null ? "" : ": " + by.strip()));
  }

  /** A beat that cannot be written is a missed beat. */
  private synchronized void beat() {
    try {
      if (text.equals(output.readText(OutputLock.NAME))) {
        String fresh = next();
        output.replaceText(OutputLock.NAME, fresh);
        text = fresh;
      }
    } catch (IOException e) {
      // somebody may take over; publishing finds out
    }
  }

  @Override
  public synchronized void close() throws IOException {
    timer.cancel();
    if (text.equals(output.readText(OutputLock.NAME))) {
      output.delete(OutputLock.NAME);
    }
  }
}
