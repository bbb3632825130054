package org.copydesk.dedup;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Min-hash signatures: two sets agree in a component with a probability near their Jaccard.
 *
 * <p>Component j is the smallest (signed, 32 bit) of (x ^ b[j]) * a[j] over the shingles x, with a
 * odd: a permutation of 32-bit numbers, and the shingles are mixed before. The constants come from
 * SplittableRandom(1), whose stream Java specifies. Eight shingles a pass over the components keep
 * the loop in vector registers. A worker's buffer is its own: one a thread.
 */
public final class MinHash {
  /** Version of the constants and the form above; pinned by minhash-v1.txt in the tests. */
  public static final int VERSION = 1;

  private static final int BLOCK = 8;

  private final int[] factors;
  private final int[] masks;
  private final int[] signature;

  public MinHash(int components) {
    SplittableRandom random = new SplittableRandom(1);
    factors = new int[components];
    masks = new int[components];
    signature = new int[components];
    for (int i = 0; i < components; i++) {
      factors[i] = random.nextInt() | 1;
      masks[i] = random.nextInt();
    }
  }

  /** The signature of the first {@code n} of {@code shingles}; overwritten by the next call. */
  public int[] sign(int[] shingles, int n) {
    Arrays.fill(signature, Integer.MAX_VALUE);
    int whole = n - n % BLOCK;
    for (int i = 0; i < whole; i += BLOCK) {
      eight(signature, factors, masks, shingles, i);
    }
    for (int i = whole; i < n; i++) {
      one(signature, factors, masks, shingles[i]);
    }
    return signature;
  }

  private static void eight(int[] least, int[] factors, int[] masks, int[] shingles, int at) {
    int x0 = spread(shingles[at]);
    int x1 = spread(shingles[at + 1]);
    int x2 = spread(shingles[at + 2]);
    int x3 = spread(shingles[at + 3]);
    int x4 = spread(shingles[at + 4]);
    int x5 = spread(shingles[at + 5]);
    int x6 = spread(shingles[at + 6]);
    int x7 = spread(shingles[at + 7]);
    for (int j = 0; j < least.length; j++) {
      int a = factors[j];
      int b = masks[j];
      int m01 = Math.min((x0 ^ b) * a, (x1 ^ b) * a);
      int m23 = Math.min((x2 ^ b) * a, (x3 ^ b) * a);
      int m45 = Math.min((x4 ^ b) * a, (x5 ^ b) * a);
      int m67 = Math.min((x6 ^ b) * a, (x7 ^ b) * a);
      least[j] = Math.min(least[j], Math.min(Math.min(m01, m23), Math.min(m45, m67)));
    }
  }

  private static void one(int[] least, int[] factors, int[] masks, int shingle) {
    int x = spread(shingle);
    for (int j = 0; j < least.length; j++) {
      least[j] = Math.min(least[j], (x ^ masks[j]) * factors[j]);
    }
  }

  /** A 28-bit hash over 32 bits: a permutation, so that no two shingles meet. */
  private static int spread(int x) {
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x *= 0x846ca68b;
    return x ^ (x >>> 16);
  }
}
