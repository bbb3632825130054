package org.copydesk.dedup;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

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
    byte[] bytes = in.array();
    int at = in.arrayOffset() + in.position();
    int end = in.arrayOffset() + in.limit();
    long held = 0; // from the highest bit on
    int holds = 0;
    int last = 0;
    for (int i = 0; i < n; i++) {
      int high = 0;
      while (true) {
        while (holds <= Long.SIZE - 16 && at < end) {
          held |= (bytes[at++] & 0xFFL) << (Long.SIZE - 8 - holds);
          holds += 8;
        }
        int ones = Math.min(holds, Long.numberOfLeadingZeros(~held));
        if (holds == 0) {
          throw new BufferUnderflowException();
        }
        high += ones;
        if (ones < holds) {
          held <<= ones + 1;
          holds -= ones + 1;
          break;
        }
        held = 0;
        holds = 0;
      }
      while (holds < low && at < end) {
        held |= (bytes[at++] & 0xFFL) << (Long.SIZE - 8 - holds);
        holds += 8;
      }
      if (holds < low) {
        throw new BufferUnderflowException();
      }
      last += (high << low) | (int) (held >>> 1 >>> (Long.SIZE - 1 - low));
      held <<= low;
      holds -= low;
      hashes[i] = last;
    }
    in.position(at - in.arrayOffset() - holds / 8);
    return new ShingleSet(hashes, (first & CUT) != 0);
  }

  private static int lowBits(int n) {
    int mean = (1 << Shingles.BITS) / Math.max(n, 1);
    return Math.max(0, 31 - Integer.numberOfLeadingZeros(mean));
  }
}
