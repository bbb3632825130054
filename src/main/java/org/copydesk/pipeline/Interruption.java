package org.copydesk.pipeline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.copydesk.corpus.Failure;

/**
 * What happens when a person (Ctrl-C) or a supervisor ends the process while a build runs: whether
 * the build has published is settled, and told. Publishing holds a lock that the interruption takes
 * and keeps, so nothing is published after it was said that nothing was.
 */
final class Interruption implements AutoCloseable {
  private static final long MOST_SECONDS = 5;

  /** What to do, once nothing can be published any more. */
  interface Action {
    void interrupted(State state);
  }

  /** How far the build has come. */
  enum State {
    /** Nothing was published, and nothing will be. */
    BEFORE,
    /** Publishing has gone on for seconds, and may still succeed. */
    PUBLISHING,
    /** What there was to publish is published. */
    AFTER
  }

  /** A publication. */
  interface Step {
    void run() throws IOException, Failure;
  }

  /** For a build whose interruption nobody waits for. */
  static final Interruption IGNORED = new Interruption(null);

  private final ReentrantLock publishing = new ReentrantLock();
  private final Thread hook;
  private volatile boolean isUnderWay;
  private volatile boolean isPublished;

  private Interruption(Action action) {
    hook = action == null ? null : new Thread(() -> interrupt(action), "interruption");
  }

  /** Watches from now until {@link #close}. */
  static Interruption watch(Action action) {
    Interruption interruption = new Interruption(action);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupt(Action action) {
    isUnderWay = true;
    boolean isSettled = false;
    try {
      isSettled = publishing.tryLock(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; the process ends.
    }
    action.interrupted(!isSettled ? State.PUBLISHING : isPublished ? State.AFTER : State.BEFORE);
  }

  /** Publishes, unless the process is being ended: then it does not come back. */
  void publish(Step step) throws IOException, Failure {
    publishing.lock();
    try {
      step.run();
      isPublished = true;
    } finally {
      publishing.unlock();
    }
  }

  /** Whether there is nothing to publish any more: what fails now leaves a whole generation. */
  boolean isPublished() {
    return isPublished;
  }

  /**
   * Returns while the process goes on. While it is being ended it does not: what fails now, since
   * files are being cleared away, is no news.
   */
  void awaitEnd() {
    if (isUnderWay) {
      letItEnd();
    }
  }

  /** It takes the lock first: taken from under it, it would say that the build publishes. */
  private void letItEnd() {
    boolean isOver = hook == null;
    while (!isOver) {
      try {
        hook.join();
        isOver = true;
      } catch (InterruptedException e) {
        // The process ends, whoever wants this thread.
      }
    }
    publishing.lock();
  }

  @Override
  public void close() {
    awaitEnd();
    if (hook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It has just begun: the process ends.
        letItEnd();
      }
    }
  }
}
