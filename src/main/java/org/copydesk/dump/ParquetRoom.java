package org.copydesk.dump;

import java.util.concurrent.locks.ReentrantLock;
import org.copydesk.model.Reason;

/**
 * What the pages of a row group that are held at a time may take. DuckDB writes pages of 100 MB
 * where others write one: threads that meet such take turns, by row group.
 */
final class ParquetRoom implements AutoCloseable {
  /** Largest page, and most bytes of pages of all columns, unpacked. */
  static final int LARGEST_PAGE = 128 << 20;

  private static final int MOST = 192 << 20;

  /** From here on threads take turns; a page as most writers make them has one MB. */
  private static final int LARGE = 32 << 20;

  private static final ReentrantLock TURN = new ReentrantLock(true);

  private long held;
  private boolean hasTurn;

  void check(long size) throws ParquetDamage {
    if (size > LARGEST_PAGE) {
      throw ParquetDamage.of(Reason.PAYLOAD_TOO_LARGE, "a page of " + size + " bytes");
    }
  }

  /** Puts a page in place of another. */
  void exchange(long before, long now) throws ParquetDamage {
    check(now);
    held += now - before;
    if (held > MOST) {
      throw ParquetDamage.of(Reason.PAYLOAD_TOO_LARGE, "pages of " + held + " bytes at a time");
    }
    if (held > LARGE && !hasTurn) {
      TURN.lock();
      hasTurn = true;
    }
  }

  @Override
  public void close() {
    held = 0;
    if (hasTurn) {
      hasTurn = false;
      TURN.unlock();
    }
  }
}
