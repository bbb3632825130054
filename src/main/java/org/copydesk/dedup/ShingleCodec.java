package org.copydesk.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A set of shingles in few bytes: gaps between the ascending hashes in Golomb-Rice code, about
 * {@code 28 - log2(n) + 1.5} bits each (2.6 bytes at 500).
 *
 * <p>Layout: a byte with the low bits a gap has (bit 7: the set is cut), four bytes with the count,
 * then the bits, highest first, to the next byte.
 */
final class ShingleCodec {
  private static final int HEADER = 5;
  private static final int CUT = 0x80;

  private ShingleCodec() {}

  static byte[] encode(ShingleSet set) {
    int[] hashes = set.hashes();
    int n = hashes.length;
    int low = lowBits(n);
    long bits = 0;
    int last = 0;
    for (int hash : hashes) {
      bits += ((hash - last) >>> low) + 1L + low;
      last = hash;
    }
    byte[] out = new byte[HEADER + Math.toIntExact((bits + 7) / 8)];
    ByteBuffer.wrap(out).put((byte) (low | (set.isCut() ? CUT : 0))).putInt(n);
    long held = 0;
    int holds = 0;
    int at = HEADER;
    last = 0;
    for (int hash : hashes) {
      int gap = hash - last;
      last = hash;
      // The high part in ones and a zero, then the low bits.
      for (int ones = gap >>> low; ones > 0; ) {
        int some = Math.min(ones, 16);
        held = (held << some) | ((1L << some) - 1);
        holds += some;
        ones -= some;
        while (holds >= 8) {
          holds -= 8;
          out[at++] = (byte) (held >>> holds);
        }
      }
      held = (held << (1 + low)) | (gap & ((1L << low) - 1));
      holds += 1 + low;
      while (holds >= 8) {
        holds -= 8;
        out[at++] = (byte) (held >>> holds);
      }
    }
    if (holds > 0) {
      out[at] = (byte) (held << (8 - holds));
    }
    return out;
  }

  /** Reads a set, leaving {@code in} after it. */
  static ShingleSet decode(ByteBuffer in) {
    int first = in.get() & 0xFF;
    int low = first & ~CUT;
    int n = in.getInt();
    if (n < 0 || n > Shingles.MOST) {
      throw new IllegalArgumentException("a set has 0 to " + Shingles.MOST + " shingles, not " + n);
    }
    int[] hashes = new int[n];
    long held = 0;
    int holds = 0;
    int last = 0;
    for (int i = 0; i < n; i++) {
      int high = 0;
      while (true) {
        if (holds == 0) {
          held = in.get() & 0xFF;
          holds = 8;
        }
        holds--;
        if ((held >>> holds & 1) == 0) {
          break;
        }
        high++;
      }
      while (holds < low) {
        held = (held << 8) | (in.get() & 0xFF);
        holds += 8;
      }
      holds -= low;
      int gap = (high << low) | (int) (held >>> holds & ((1L << low) - 1));
      held &= (1L << holds) - 1;
      last += gap;
      hashes[i] = last;
    }
    return new ShingleSet(Arrays.copyOf(hashes, n), (first & CUT) != 0);
  }

  private static int lowBits(int n) {
    int mean = (1 << Shingles.BITS) / Math.max(n, 1);
    return Math.max(0, 31 - Integer.numberOfLeadingZeros(mean));
  }
}
