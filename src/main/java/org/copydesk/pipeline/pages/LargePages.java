package org.copydesk.pipeline.pages;

import java.util.concurrent.Semaphore;

/**
 * Lets one large page at a time be taken apart in a process: while it is in hand a page takes many
 * times its text (one of 15 MB ended a build with 512 MB), and two at once would take it twice.
 * Pages that large are rare, and threads with others go on.
 */
public final class LargePages {
  /**
   * Payload from which on a page is large, in bytes; 19 of the 2,666 pages of three sets of news
   * sites are.
   */
  static final int LARGE = 1 << 20;

  private static final Semaphore TURN = new Semaphore(1, true);

  private LargePages() {}

  /** A page's time in hand; ends when closed. */
  public interface InHand extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until a page of this payload may be taken in hand. A thread that holds one must not ask
   * again.
   */
  public static InHand take(int payloadBytes) {
    if (payloadBytes < LARGE) {
      return () -> {};
    }
    TURN.acquireUninterruptibly();
    return TURN::release;
  }
}
