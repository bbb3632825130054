package org.copydesk.dedup;

import java.util.Arrays;
import org.copydesk.text.Tokens;

/**
 * The set of all runs of k words of a text, each as a 28-bit hash: "a b c d e f" with k = 5 gives
 * two. Scripts without spaces have a token a character and so get runs of characters.
 *
 * <p>A text with fewer than k words gives one shingle of all of them, an empty text none. More than
 * {@link #MOST} shingles are cut to those with the smallest hashes, the same ones in every text
 * that has them. A worker with reused buffers: one a thread.
 */
public final class Shingles {
  /** Version of the hash below, which is stored in no table but decides candidates. */
  public static final int VERSION = 1;

  /** Most shingles kept of a document. */
  public static final int MOST = 20_000;

  /**
   * Bits of a hash. Two texts of 500 words with Jaccard .7 have 87 shingles of their own each, so
   * that an accidental match has probability 87 * 87 / 2^28 = 3e-5, and a set costs 2.6 bytes a
   * shingle when it travels.
   */
  public static final int BITS = 28;

  /** Most passages drawn of a text, the first. */
  public static final int MOST_DRAWN = 512;

  private static final int DRAWN_MASK = 31;

  /** Words from the shingle that is drawn to the one that ends its passage. */
  private static final int PASSAGE_STEP = 5;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final int LEAST_SCATTERED = 48;
  private static final int MOST_SCATTERED = 1 << 16;

  private int[] hashes = new int[1024];
  private int[] ends = new int[0];
  private int[] scattered = new int[0];
  private int[] inOrder = new int[1024];
  private final long[] drawn = new long[MOST_DRAWN];
  private int drawnCount;
  private int count;
  private boolean isCut;

  /** Shingles the tokens {@code from} to {@code to}, replacing what was there. */
  public Shingles of(Tokens tokens, int from, int to, int k) {
    int words = to - from;
    int n = words <= 0 ? 0 : Math.max(1, words - k + 1);
    if (hashes.length < n) {
      hashes = new int[Math.max(n, hashes.length * 2)];
    }
    if (words < k) {
      long sum = words;
      for (int i = 0; i < words; i++) {
        sum = sum * FACTOR + tokens.hash(from + i);
      }
      hashes[0] = finish(sum);
    } else if (k == 5) {
      fives(tokens, from, n);
    } else {
      for (int i = 0; i < n; i++) {
        long sum = 0;
        for (int j = 0; j < k; j++) {
          sum = sum * FACTOR + tokens.hash(from + i + j);
        }
        hashes[i] = finish(sum);
      }
    }
    draw(n);
    if (inOrder.length < n) {
      inOrder = new int[hashes.length];
    }
    System.arraycopy(hashes, 0, inOrder, 0, n);
    sort(n);
    count = distinct(n);
    isCut = count > MOST;
    count = Math.min(count, MOST);
    return this;
  }

  /** Keeps those that are drawn by their own hash, with the next ones, in the order of the text. */
  private void draw(int n) {
    drawnCount = 0;
    for (int i = 0; i + PASSAGE_STEP < n && drawnCount < drawn.length; i++) {
      if ((hashes[i] & DRAWN_MASK) == 0) {
        drawn[drawnCount++] = (long) hashes[i] << BITS | hashes[i + PASSAGE_STEP];
      }
    }
  }

  /**
   * Passages of the last text, one in 32, in its order; at most {@link #MOST_DRAWN}: two shingles
   * that stand one behind the other, ten words where a shingle has five. What two texts share in
   * runs of n words they share (n - 9) / 32 passages of.
   */
  public long[] drawn() {
    return Arrays.copyOf(drawn, drawnCount);
  }

  private void fives(Tokens tokens, int from, int n) {
    long a = 0;
    long b = tokens.hash(from);
    long c = tokens.hash(from + 1);
    long d = tokens.hash(from + 2);
    long e = tokens.hash(from + 3);
    for (int i = 0; i < n; i++) {
      a = b;
      b = c;
      c = d;
      d = e;
      e = tokens.hash(from + i + 4);
      long sum = (((a * FACTOR + b) * FACTOR + c) * FACTOR + d) * FACTOR + e;
      hashes[i] = finish(sum);
    }
  }

  /** The finaliser of SplitMix64; its top bits are the hash. */
  private static int finish(long sum) {
    long z = (sum ^ (sum >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) (z >>> (64 - BITS));
  }

  /**
   * Sorts by the top bits into as many places as there are hashes, then the few of each place: 5
   * instead of 15 microseconds for 500.
   */
  private void sort(int n) {
    if (n < LEAST_SCATTERED || n > MOST_SCATTERED) {
      Arrays.sort(hashes, 0, n);
      return;
    }
    int bits = 32 - Integer.numberOfLeadingZeros(n - 1);
    int shift = BITS - bits;
    int places = 1 << bits;
    if (ends.length < places + 1) {
      ends = new int[places + 1];
      scattered = new int[places];
    }
    Arrays.fill(ends, 0, places + 1, 0);
    for (int i = 0; i < n; i++) {
      ends[(hashes[i] >>> shift) + 1]++;
    }
    for (int i = 0; i < places; i++) {
      ends[i + 1] += ends[i];
    }
    for (int i = 0; i < n; i++) {
      scattered[ends[hashes[i] >>> shift]++] = hashes[i];
    }
    int from = 0;
    for (int place = 0; place < places; place++) {
      int to = ends[place];
      if (to - from > LEAST_SCATTERED) {
        Arrays.sort(scattered, from, to); // one shingle again and again
      } else {
        insert(scattered, from, to);
      }
      from = to;
    }
    System.arraycopy(scattered, 0, hashes, 0, n);
  }

  private static void insert(int[] values, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int value = values[i];
      int j = i - 1;
      while (j >= from && values[j] > value) {
        values[j + 1] = values[j];
        j--;
      }
      values[j + 1] = value;
    }
  }

  private int distinct(int n) {
    if (n == 0) {
      return 0;
    }
    int kept = 1;
    for (int i = 1; i < n; i++) {
      if (hashes[i] != hashes[kept - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    return kept;
  }

  public int count() {
    return count;
  }

  /**
   * The same, one for each place of the text at which a run of k words begins, in its order; none
   * is cut.
   */
  int[] inOrder() {
    return inOrder;
  }

  /** The hashes, ascending, in the first {@link #count} places; overwritten by the next text. */
  public int[] hashes() {
    return hashes;
  }

  /** The set, to keep. */
  public ShingleSet toSet() {
    return new ShingleSet(Arrays.copyOf(hashes, count), isCut);
  }
}
