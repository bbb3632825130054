package org.copydesk.generate;

import java.util.SplittableRandom;

/** Random sources that depend on a seed, a purpose and a number, and on nothing else. */
final class Draw {
  private Draw() {}

  /** The source for item {@code number} of a purpose. */
  static SplittableRandom of(long seed, int purpose, long number) {
    return new SplittableRandom(mix(mix(seed + 0x9E3779B97F4A7C15L * purpose) + number));
  }

  /** The finishing steps of MurmurHash3 (Stafford's variant 13). */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static <T> T from(T[] choices, SplittableRandom random) {
    return choices[random.nextInt(choices.length)];
  }
}
