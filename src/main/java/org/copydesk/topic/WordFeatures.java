package org.copydesk.topic;

import org.copydesk.text.Tokens;

/**
 * The rows of the weight matrix a text touches and how much: each word's hash cut to some bits, and
 * a share that grows with the logarithm of how often it occurs (sublinear term frequency).
 *
 * <p>Title and the first words of the body give one set; with bigrams, two neighbours of one part
 * give a row too.
 *
 * @param rows distinct, ascending
 * @param shares of each row, in sixteenths: 16 (1 + ln n) for a word that occurs n times
 */
record WordFeatures(int[] rows, int[] shares) {
  /** Version of the rule from tokens to rows and shares, kept in the model file. */
  static final int VERSION = 2;

  private static final int UNIT = 16;

  /** Counts beyond this have the share of this one. */
  private static final int MOST = 64;

  private static final int[] SHARES = new int[MOST + 1];

  static {
    for (int n = 1; n <= MOST; n++) {
      SHARES[n] = (int) StrictMath.rint(UNIT * (1 + StrictMath.log(n)));
    }
  }

  static WordFeatures of(Tokens title, Tokens body, int bits, int words, boolean bigrams) {
    int fromTitle = title == null ? 0 : Math.min(title.count(), words);
    int fromBody = body == null ? 0 : Math.min(body.count(), words);
    Counts counts = new Counts((fromTitle + fromBody) * (bigrams ? 2 : 1), bits);
    count(title, fromTitle, counts, bigrams);
    count(body, fromBody, counts, bigrams);
    return counts.features();
  }

  private static void count(Tokens tokens, int count, Counts counts, boolean bigrams) {
    for (int i = 0; i < count; i++) {
      long hash = tokens.hash(i);
      counts.add(hash);
      if (bigrams && i > 0) {
        // An odd multiplier keeps "a b" and "b a" apart; the top bits depend on both words.
        counts.add((tokens.hash(i - 1) * 0x9E3779B97F4A7C15L + hash) * 0xBF58476D1CE4E5B9L);
      }
    }
  }

  /**
   * How often each row occurs, kept in ascending order as it grows: a row's place is where its own
   * first bits point to, or after the smaller rows that stand there already (linear probing with
   * ordered runs, Amble and Knuth 1974). Sorting all occurrences takes three times as long.
   */
  private static final class Counts {
    private static final int COUNT_BITS = 7;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    private final int bits;
    private final int placeBits;

    /** A row and its count in one number, 0 where none stands; behind the last place all fit. */
    private final int[] table;

    private int distinct;

    Counts(int most, int bits) {
      this.bits = bits;
      this.placeBits = Math.min(bits, Integer.SIZE - Integer.numberOfLeadingZeros(most));
      this.table = new int[(1 << placeBits) + most];
    }

    void add(long hash) {
      int row = (int) (hash >>> (Long.SIZE - bits));
      int at = row >>> (bits - placeBits);
      int entry = table[at];
      while (entry != 0 && entry >>> COUNT_BITS < row) {
        entry = table[++at];
      }
      if (entry >>> COUNT_BITS == row && entry != 0) {
        table[at] = entry + ((entry & COUNT_MASK) < MOST ? 1 : 0);
        return;
      }
      distinct++;
      int moved = row << COUNT_BITS | 1;
      while (entry != 0) {
        table[at++] = moved;
        moved = entry;
        entry = table[at];
      }
      table[at] = moved;
    }

    WordFeatures features() {
      int[] rows = new int[distinct];
      int[] shares = new int[distinct];
      int n = 0;
      for (int at = 0; n < distinct; at++) {
        // No branch: which places are taken cannot be foretold. What stands nowhere is written
        // over.
        int entry = table[at];
        rows[n] = entry >>> COUNT_BITS;
        shares[n] = SHARES[entry & COUNT_MASK];
        n += entry != 0 ? 1 : 0;
      }
      return new WordFeatures(rows, shares);
    }
  }
}
