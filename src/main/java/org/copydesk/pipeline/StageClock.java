package org.copydesk.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.copydesk.corpus.StageTally;

/** Counts what a worker takes and gives, and the time its thread spends on it. */
final class StageClock {
  /** What the stages begin with that tell of one lane each. */
  static final String SHUFFLE = "Shuffle ";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String stage;
  private final long cpu = THREADS.getCurrentThreadCpuTime();
  private final long wall = System.nanoTime();
  private long recordsIn;
  private long bytesIn;
  private long recordsOut;
  private long bytesOut;

  StageClock(String stage) {
    this.stage = stage;
  }

  void in(long records, long bytes) {
    recordsIn += records;
    bytesIn += bytes;
  }

  void out(long records, long bytes) {
    recordsOut += records;
    bytesOut += bytes;
  }

  StageTally tally() {
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
