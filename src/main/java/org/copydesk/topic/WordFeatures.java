package org.copydesk.topic;

import java.util.Arrays;
import org.copydesk.text.Tokens;

/**
 * The rows of the weight matrix a text touches: each word's hash cut to some bits, once a text.
 *
 * <p>Title and the first words of the body give one set; with bigrams, two neighbours of one part
 * give a row too. Binary on purpose: counting words gained nothing when it was measured.
 */
final class WordFeatures {
  /** Version of the rule from tokens to rows, kept in the model file. */
  static final int VERSION = 1;

  private WordFeatures() {}

  /** Distinct rows in ascending order. */
  static int[] of(Tokens title, Tokens body, int bits, int words, boolean bigrams) {
    int fromTitle = title == null ? 0 : Math.min(title.count(), words);
    int fromBody = body == null ? 0 : Math.min(body.count(), words);
    int[] rows = new int[(fromTitle + fromBody) * (bigrams ? 2 : 1)];
    int n = add(title, fromTitle, rows, 0, bits, bigrams);
    n = add(body, fromBody, rows, n, bits, bigrams);
    Arrays.sort(rows, 0, n);
    int distinct = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || rows[i] != rows[i - 1]) {
        rows[distinct++] = rows[i];
      }
    }
    return Arrays.copyOf(rows, distinct);
  }

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
