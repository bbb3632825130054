package org.copydesk.dump.stream;

import org.copydesk.model.Reason;

/**
 * A file's bytes without their compression. Damage is no exception: the bytes end, and {@link
 * #damage()} says why. One object serves file after file.
 */
public abstract class Decompressor {
  protected RawInput raw;
  protected long produced;
  private Damage damage;

  /**
   * @param place in the decompressed file of the first byte this gives
   */
  public void start(RawInput input, long place) {
    raw = input;
    produced = place;
    damage = null;
    open();
  }

  /** Prepares for the first byte of {@link #raw}. */
  protected abstract void open();

  /**
   * Puts up to {@code len} bytes at {@code off}.
   *
   * @return their number, 0 allowed; -1 at the end, be it sound or damaged
   */
  protected abstract int decompress(byte[] b, int off, int len);

  public final int read(byte[] b, int off, int len) {
    if (damage != null) {
      return -1;
    }
    int n = decompress(b, off, len);
    if (n > 0) {
      produced += n;
    }
    return n;
  }

  /** Why the bytes ended early; null while they have not. */
  public final Damage damage() {
    return damage;
  }

  /**
   * After damage, goes on at the next place where sound data may begin.
   *
   * @return false when there is none
   */
  public boolean recover() {
    return false;
  }

  /** Zero bytes that follow the last member, frame or stream. */
  public long trailingZeros() {
    return 0;
  }

  /** Frees what must not wait for the garbage collector. */
  void release() {}

  protected final int damaged(Reason reason, long soundUntil, String message) {
    damage = new Damage(reason, soundUntil, false, message);
    return -1;
  }

  protected final int trailing(String message) {
    damage = new Damage(Reason.COMPRESSION_TRAILING_BYTES, produced, true, message);
    return -1;
  }

  protected final void forgetDamage() {
    damage = null;
  }
}
