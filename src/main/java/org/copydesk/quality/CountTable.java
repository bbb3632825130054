package org.copydesk.quality;

import java.util.Arrays;

/**
 * Counts of 64-bit keys in open addressing; cleared and used again, so that nothing is allocated.
 */
final class CountTable {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[1024];
  private int[] counts = new int[1024];
  private int mask = 1023;

  /** A key of some characters. It tells those of one text apart: a product of each four does. */
  static long key(char[] text, int from, int to) {
    long hash = to - from;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      long four = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32;
      hash = (hash ^ hash >>> 32) * FACTOR + (four | (long) text[i + 3] << 48);
    }
    for (; i < to; i++) {
      hash = hash * FACTOR + text[i];
    }
    hash *= FACTOR;
    return hash ^ hash >>> 29;
  }

  /** Empties the table and makes room for so many keys. */
  void reset(int most) {
    int size = Integer.highestOneBit(Math.max(16, most) * 2 - 1) << 1;
    if (size > keys.length) {
      keys = new long[size];
      counts = new int[size];
    } else {
      Arrays.fill(counts, 0, size, 0);
    }
    mask = size - 1;
  }

  /** Counts a key and gives its slot, which stays until the next reset. */
  int add(long key) {
    int slot = (int) (key ^ key >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    counts[slot]++;
    return slot;
  }

  int count(int slot) {
    return counts[slot];
  }

  /** Whether a slot was marked since the reset; marks it. Its count is lost by that. */
  boolean wasMarked(int slot) {
    boolean wasMarked = counts[slot] < 0;
    counts[slot] = -1;
    return wasMarked;
  }
}
