package org.copydesk.dump;

import java.util.Arrays;
import org.copydesk.dump.stream.Damage;
import org.copydesk.dump.stream.Decompressor;
import org.copydesk.dump.stream.RawInput;
import org.copydesk.model.Reason;

/**
 * The part of a decompressed file that is looked at: bytes {@code [from, to)} of a buffer that
 * grows only as far as it is asked to, slides along the file, and holds the file's bounds. It is
 * always filled in whole chunks, so what stands in it does not depend on how a network cuts reads.
 */
final class Window {
  private static final int CHUNK = 64 << 10;
  private static final int KEPT = 1 << 20;

  private final RawInput raw;
  private final DumpSettings settings;
  private byte[] bytes = new byte[CHUNK];
  private int from;
  private int to;
  private long offset;
  private long begin;
  private boolean isAtEnd;
  private boolean isCompressed;
  private Decompressor source;
  private Damage bound;

  Window(RawInput raw, DumpSettings settings) {
    this.raw = raw;
    this.settings = settings;
  }

  /** Begins at byte {@code place} of a file; what stands before it was skipped. */
  void start(Decompressor decompressor, boolean compressed, long place) {
    if (bytes.length > KEPT) {
      bytes = new byte[CHUNK];
    }
    source = decompressor;
    isCompressed = compressed;
    from = 0;
    to = 0;
    offset = place;
    begin = place;
    isAtEnd = false;
    bound = null;
  }

  /**
   * Makes {@code n} bytes available, unless the file ends before.
   *
   * @return false when it ends before
   */
  boolean ensure(int n) {
    if (to - from >= n) {
      return true;
    }
    while (to - from < n && !isAtEnd) {
      // In steps: a file that claims a gigabyte must not get it before it has given it.
      makeRoom((int) Math.min(n, (long) to - from + CHUNK));
      int target = Math.min(bytes.length, Math.max(to + CHUNK, from + n));
      while (to < target && !isAtEnd) {
        fill(target - to);
      }
    }
    return to - from >= n;
  }

  private void makeRoom(int n) {
    if (from == to) {
      offset += from;
      from = 0;
      to = 0;
    }
    if (from + n <= bytes.length) {
      return;
    }
    int length = to - from;
    byte[] target = bytes;
    if (n > bytes.length) {
      target = new byte[(int) Math.min(Math.max(n, 2L * bytes.length), Integer.MAX_VALUE - 8)];
    }
    System.arraycopy(bytes, from, target, 0, length);
    bytes = target;
    offset += from;
    from = 0;
    to = length;
  }

  private void fill(int n) {
    int read = source.read(bytes, to, n);
    if (read < 0) {
      isAtEnd = true;
      return;
    }
    to += read;
    if (isCompressed) {
      checkBounds();
    }
  }

  private void checkBounds() {
    long produced = end();
    if (produced > settings.maxDecompressedBytes()) {
      stop(
          Reason.DECOMPRESSED_TOO_LARGE,
          "more than " + settings.maxDecompressedBytes() + " bytes decompressed");
    } else if (produced - begin > settings.ratioFreeBytes()
        && produced - begin > settings.maxCompressionRatio() * Math.max(1, raw.consumed())) {
      stop(
          Reason.COMPRESSION_RATIO,
          "decompresses to more than " + settings.maxCompressionRatio() + " times its size");
    }
  }

  private void stop(Reason reason, String message) {
    isAtEnd = true;
    bound = new Damage(reason, end(), false, message);
  }

  /** Drops the first {@code n} bytes. */
  void advance(int n) {
    from += n;
  }

  /** Drops up to {@code n} bytes, reading on where needed; returns how many there were. */
  long skip(long n) {
    long left = n;
    while (left > 0 && ensure(1)) {
      int step = (int) Math.min(left, to - from);
      from += step;
      left -= step;
    }
    return n - left;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int available() {
    return to - from;
  }

  /** Place of the first byte of the window in the decompressed file. */
  long position() {
    return offset + from;
  }

  /** Decompressed bytes so far. */
  long end() {
    return offset + to;
  }

  /** Decompressed bytes since reading began. */
  long read() {
    return end() - begin;
  }

  boolean isAtEnd() {
    return isAtEnd;
  }

  byte[] copy(int start, int end) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** Why the bytes end early; null when they do not, or while the end is not reached. */
  Damage damage() {
    return bound != null ? bound : source.damage();
  }

  /** True when bytes up to this place of the decompressed file can be relied on. */
  boolean isSoundUntil(long place) {
    Damage damage = damage();
    return damage == null || damage.isAfterEnd() || place <= damage.soundUntil();
  }

  /** After damage, goes on at the next place where sound data may begin; see Decompressor. */
  boolean recover() {
    if (bound != null || source.damage() == null || !source.recover()) {
      return false;
    }
    isAtEnd = false;
    return true;
  }

  /** Bytes of the file itself that were used, from where reading began. */
  long consumed() {
    return raw.consumed();
  }
}
