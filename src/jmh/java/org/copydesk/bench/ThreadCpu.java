package org.copydesk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What was done a second of the benchmark thread's own time, which other processes do not slow. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ThreadCpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long start;
  private long done;

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void begin() {
    start = THREADS.getCurrentThreadCpuTime();
    done = 0;
  }

  /** Counts texts, pages or MB. */
  public void done(int more) {
    done += more;
  }

  /** The figure. */
  public double perCpuSecond() {
    return done * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
  }
}
