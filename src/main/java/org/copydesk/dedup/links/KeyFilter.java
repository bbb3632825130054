package org.copydesk.dedup.links;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.copydesk.dedup.Banding;

/**
 * The link keys that teasers have, in a few bits each: an article need not send a key that no
 * teaser has. A Bloom filter with two bits a key: what it denies is not there; at one key in
 * sixteen bits it lets one in seventy pass that is not there either. Beyond one key in four bits it
 * lets everything pass.
 *
 * <p>Memory: its bits, at most 64 MB.
 */
public final class KeyFilter {
  private static final int LEAST_BITS = 1 << 16;
  private static final int MOST_BITS = 1 << 29;

  /** Bytes of dumps a key is expected for: a page of 4.4 KB brings about one new teaser. */
  private static final int BYTES_A_KEY = 200;

  private static final int BITS_A_KEY = 16;
  private static final int LEAST_BITS_A_KEY = 4;

  private final long[] bits;

  private KeyFilter(long[] bits) {
    this.bits = bits;
  }

  /**
   * A filter without keys.
   *
   * @param bytes of the dumps, decompressed
   */
  public static KeyFilter forDumps(long bytes) {
    long wanted = bytes / BYTES_A_KEY * BITS_A_KEY;
    long power = Long.highestOneBit(Math.max(1, wanted - 1)) << 1;
    return new KeyFilter(
        new long[(int) (Math.max(LEAST_BITS, Math.min(MOST_BITS, power)) / Long.SIZE)]);
  }

  /** Whether so many keys are few enough for it to say anything. */
  public boolean isUsefulFor(long keys) {
    return keys <= bits.length * (long) Long.SIZE / LEAST_BITS_A_KEY;
  }

  /** Lets every key pass from now on. */
  public void passAll() {
    Arrays.fill(bits, -1);
  }

  /** Takes a key in. */
  public void add(long key) {
    long mixed = Banding.mix(key);
    set((int) mixed);
    set((int) (mixed >>> 32));
  }

  /** Whether the key may have been taken in; sure where the answer is no. */
  public boolean mayHold(long key) {
    long mixed = Banding.mix(key);
    return isSet((int) mixed) && isSet((int) (mixed >>> 32));
  }

  private void set(int hash) {
    int at = hash & (bits.length * Long.SIZE - 1);
    bits[at >>> 6] |= 1L << at;
  }

  private boolean isSet(int hash) {
    int at = hash & (bits.length * Long.SIZE - 1);
    return (bits[at >>> 6] >>> at & 1) != 0;
  }

  /** The filter as bytes. */
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(bits.length * Long.BYTES);
    out.asLongBuffer().put(bits);
    return out.array();
  }

  /** Reads what {@link #toBytes} gave; half as much again as its bits is in memory meanwhile. */
  public static KeyFilter read(InputStream in) throws IOException {
    // The number of bits is a power of two, so that the last array is filled.
    long[] bits = new long[LEAST_BITS / Long.SIZE];
    byte[] piece = new byte[LEAST_BITS / Byte.SIZE];
    int n = 0;
    for (int count = in.readNBytes(piece, 0, piece.length);
        count > 0;
        count = in.readNBytes(piece, 0, piece.length)) {
      bits = n == bits.length ? Arrays.copyOf(bits, 2 * n) : bits;
      LongBuffer read = ByteBuffer.wrap(piece, 0, count).asLongBuffer();
      int longs = read.remaining();
      read.get(bits, n, longs);
      n += longs;
    }
    return new KeyFilter(bits);
  }
}
