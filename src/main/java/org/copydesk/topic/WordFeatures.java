package org.copydesk.topic;

import java.util.Arrays;
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
    int[] rows = new int[(fromTitle + fromBody) * (bigrams ? 2 : 1)];
    int n = add(title, fromTitle, rows, 0, bits, bigrams);
    n = add(body, fromBody, rows, n, bits, bigrams);
    Arrays.sort(rows, 0, n);
    int[] shares = new int[n];
    int distinct = 0;
    for (int from = 0; from < n; distinct++) {
      int to = from + 1;
      while (to < n && rows[to] == rows[from]) {
        to++;
      }
      rows[distinct] = rows[from];
      shares[distinct] = SHARES[Math.min(MOST, to - from)];
      from = to;
    }
    return new WordFeatures(Arrays.copyOf(rows, distinct), Arrays.copyOf(shares, distinct));
  }

  /** Fills in rows from {@code n} on; the number of rows then. */
  private static int add(Tokens tokens, int count, int[] rows, int n, int bits, boolean bigrams) {
    for (int i = 0; i < count; i++) {
      long hash = tokens.hash(i);
      rows[n++] = (int) (hash >>> (64 - bits));
      if (bigrams && i > 0) {
        // An odd multiplier keeps "a b" and "b a" apart; the top bits depend on both words.
        long pair = (tokens.hash(i - 1) * 0x9E3779B97F4A7C15L + hash) * 0xBF58476D1CE4E5B9L;
        rows[n++] = (int) (pair >>> (64 - bits));
      }
    }
    return n;
  }
}
