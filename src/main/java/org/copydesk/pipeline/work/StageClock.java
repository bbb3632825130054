package org.copydesk.pipeline.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.copydesk.corpus.StageTally;

/** Counts what a worker takes and gives, and the time its thread spends on it. */
public final class StageClock {
  /** What the stages begin with that tell of one lane each. */
  public static final String SHUFFLE = "Shuffle ";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String stage;
  private final long cpu = THREADS.getCurrentThreadCpuTime();
  private final long wall = System.nanoTime();
  private long recordsIn;
  private long bytesIn;
  private long recordsOut;
  private long bytesOut;

  public StageClock(String stage) {
    this.stage = stage;
  }

  public void in(long records, long bytes) {
    recordsIn += records;
    bytesIn += bytes;
  }

  public void out(long records, long bytes) {
    recordsOut += records;
    bytesOut += bytes;
  }

  public StageTally tally() {
    return new StageTally(
        stage,
        recordsIn,
        bytesIn,
        recordsOut,
        bytesOut,
        THREADS.getCurrentThreadCpuTime() - cpu,
        System.nanoTime() - wall);
  }
}
