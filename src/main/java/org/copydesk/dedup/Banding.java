package org.copydesk.dedup;

/**
 * Cuts a signature into bands and hashes each: documents that share a band key are candidates. 20
 * bands of 6 find a pair of Jaccard .7 with probability .918, .8 with .998.
 *
 * @param bands number of keys a document
 * @param rows components a band
 * @param salt told apart from other schemes' keys by this number
 */
public record Banding(int bands, int rows, int salt) {
  /** Articles: 20 x 6 over 5-word shingles. */
  public static final Banding ARTICLES = new Banding(20, 6, 1);

  /** Short articles: 16 x 4 over 2-word shingles (.988 at .7, .644 at .5). */
  public static final Banding SHORT_ARTICLES = new Banding(16, 4, 2);

  public int components() {
    return bands * rows;
  }

  /** Probability that a pair of this Jaccard becomes a candidate. */
  public double probability(double jaccard) {
    return 1 - Math.pow(1 - Math.pow(jaccard, rows), bands);
  }

  /**
   * Writes the 64-bit keys of a signature, from all bits of its components.
   *
   * @param gate what must be equal besides, 0 for nothing
   * @param keys filled from {@code from} on
   */
  public void keys(int[] signature, long gate, long[] keys, int from) {
    for (int band = 0; band < bands; band++) {
      long key = mix(gate + ((long) salt << 32) + band);
      for (int row = 0; row < rows; row++) {
        key = mix(key ^ (signature[band * rows + row] & 0xFFFFFFFFL)) * 0x9E3779B97F4A7C15L;
      }
      keys[from + band] = mix(key);
    }
  }

  /** The finaliser of SplitMix64. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
