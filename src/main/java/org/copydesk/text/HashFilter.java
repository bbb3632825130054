package org.copydesk.text;

import java.util.Arrays;

/**
 * A bit for each hash of a set: where a bit is not set its hash is not among them, so that most
 * others are told without looking them up. A Bloom filter of one function. Memory: an eighth of a
 * byte a bit. Threads may ask together once nothing is added.
 */
public final class HashFilter {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final long[] bits;
  private final int shift;

  /**
   * An empty one.
   *
   * @param logBits logarithm of the number of bits, from 6 to 30: some eight bits a hash
   */
  public HashFilter(int logBits) {
    if (logBits < 6 || logBits > 30) {
      throw new IllegalArgumentException("a filter has 2^6 to 2^30 bits");
    }
    bits = new long[1 << logBits - 6];
    shift = Long.SIZE - logBits;
  }

  public void clear() {
    Arrays.fill(bits, 0);
  }

  public void add(long hash) {
    int place = place(hash);
    bits[place >>> 6] |= 1L << place;
  }

  /** False only where the hash was not added since the last {@link #clear}. */
  public boolean mayHave(long hash) {
    int place = place(hash);
    return (bits[place >>> 6] >>> place & 1) != 0;
  }

  private int place(long hash) {
    return (int) (hash * PRIME >>> shift);
  }
}
