package org.copydesk.dedup;

import org.copydesk.text.Tokens;

/**
 * Which words stand in a first paragraph, in 256 bits (a Bloom filter with two bits a word): what
 * it denies is not there; of other words it claims one in fourteen at 40 words.
 */
final class LedeSketch {
  static final int LONGS = 4;

  /** More words would fill it. */
  private static final int MOST_WORDS = 60;

  private LedeSketch() {}

  static long[] of(Tokens tokens, int from, int to) {
    long[] sketch = new long[LONGS];
    for (int i = from; i < Math.min(to, from + MOST_WORDS); i++) {
      int word = word(tokens, i);
      set(sketch, word & 0xFF);
      set(sketch, word >>> 8 & 0xFF);
    }
    return sketch;
  }

  /** A word as it stands in sketches and among a fingerprint's title words. */
  static int word(Tokens tokens, int i) {
    return (int) (tokens.hash(i) >>> 32);
  }

  static boolean mayHold(long[] sketch, int word) {
    return isSet(sketch, word & 0xFF) && isSet(sketch, word >>> 8 & 0xFF);
  }

  private static void set(long[] sketch, int bit) {
    sketch[bit >>> 6] |= 1L << bit;
  }

  private static boolean isSet(long[] sketch, int bit) {
    return (sketch[bit >>> 6] >>> bit & 1) != 0;
  }
}
