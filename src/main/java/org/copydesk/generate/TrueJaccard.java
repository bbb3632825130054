package org.copydesk.generate;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** Exact Jaccard of two texts on their sets of 5-word shingles; the truth others are held to. */
public final class TrueJaccard {
  private static final int WORDS = 5;

  private TrueJaccard() {}

  /** |A∩B| / |A∪B| over the normalised tokens; 0 to 1. A text under five words is one shingle. */
  public static double jaccard(String a, String b) {
    LongOpenHashSet of = set(a, WORDS);
    LongOpenHashSet other = set(b, WORDS);
    int shared = 0;
    for (long shingle : of) {
      if (other.contains(shingle)) {
        shared++;
      }
    }
    int all = of.size() + other.size() - shared;
    return all == 0 ? 1 : (double) shared / all;
  }

  /** The distinct shingles of {@code words} tokens, as hashes. */
  static LongOpenHashSet set(String text, int words) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    int n = tokens.count();
    LongOpenHashSet set = new LongOpenHashSet(Math.max(16, n));
    int size = Math.min(words, n);
    for (int i = 0; size > 0 && i + size <= n; i++) {
      long hash = size;
      for (int k = 0; k < size; k++) {
        hash = Draw.mix(hash * 31 + tokens.hash(i + k));
      }
      set.add(hash);
    }
    return set;
  }
}
