package org.copydesk.dedup;

import java.util.Set;
import org.copydesk.text.Tokens;

/**
 * A title or snippet as words, and whether one is a variant of another: the same words, or the
 * first of them, or behind a caption prefix, or with one word changed that is no number.
 */
public final class TeaserWords {
  /** Words a caption or dateline may put before. */
  public static final int MOST_OFFSET = 12;

  private static final int LEAST_EDITED = 8;
  private static final int LEAST_SHIFTED = 8;
  private static final int LEAST_PREFIX = 3;
  private static final int MOST_WORDS = 400;

  /** Words that turn a statement round: one changed word of these is another statement. */
  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "without", "nicht", "kein", "keine", "nie", "ohne");

  private final Tokens tokens;
  private final boolean isTruncated;

  TeaserWords(String normalised, boolean isTruncated) {
    tokens = Tokens.of(normalised, MOST_WORDS);
    this.isTruncated = isTruncated;
  }

  int count() {
    return tokens.count();
  }

  long hash(int i) {
    return tokens.hash(i);
  }

  /**
   * How a shorter or equal text is a variant of this.
   *
   * @param cost 0 for the same beginning, 1 for a changed word, more behind a prefix
   * @param isPrefixed whether the prefix stands before this one
   */
  record Match(int cost, boolean isPrefixed) {}

  /** How {@code shorter}, which has no more words, is a variant of this; null where it is not. */
  Match match(TeaserWords shorter) {
    if (shorter.count() < LEAST_PREFIX) {
      boolean isSame = shorter.count() == count() && follows(this, 0, shorter, 0, 0);
      return isSame ? new Match(0, false) : null;
    }
    if (follows(this, 0, shorter, 0, 0)) {
      return new Match(0, false);
    }
    if (shorter.count() >= LEAST_EDITED && follows(this, 0, shorter, 0, 1)) {
      return new Match(1, false);
    }
    for (int edits = 0; edits <= 1; edits++) {
      for (int offset = 1; offset <= MOST_OFFSET; offset++) {
        int cost = 1 + offset + edits * MOST_OFFSET;
        if (isBehind(this, offset, shorter, 0, edits)) {
          return new Match(cost, true);
        }
        if (isBehind(this, 0, shorter, offset, edits)) {
          return new Match(cost, false);
        }
      }
    }
    return null;
  }

  private static boolean isBehind(TeaserWords a, int i, TeaserWords b, int j, int edits) {
    return Math.min(a.count() - i, b.count() - j) >= LEAST_SHIFTED + 2 * edits
        && a.hash(i) == b.hash(j)
        && follows(a, i, b, j, edits);
  }

  /** Whether two headlines are the same but for at most one word that is no number. */
  boolean isSameTitleButOneWord(TeaserWords other) {
    int difference = Math.abs(count() - other.count());
    if (difference > 1 || Math.min(count(), other.count()) < LEAST_PREFIX) {
      return false;
    }
    TeaserWords shorter = count() <= other.count() ? this : other;
    TeaserWords longer = shorter == this ? other : this;
    return followsToTheEnd(longer, shorter);
  }

  private static boolean followsToTheEnd(TeaserWords a, TeaserWords b) {
    int i = 0;
    while (i < b.count() && a.hash(i) == b.hash(i)) {
      i++;
    }
    if (i == a.count()) {
      return true;
    }
    boolean isLonger = a.count() > b.count();
    if (a.counts(i) || (!isLonger && b.counts(i))) {
      return false;
    }
    int shift = isLonger ? 0 : 1;
    for (int j = i + 1; j < a.count(); j++) {
      if (a.hash(j) != b.hash(j - 1 + shift)) {
        return false;
      }
    }
    return true;
  }

  /** Whether both say the same from i and j to the end of one, with so many words changed. */
  private static boolean follows(TeaserWords a, int i, TeaserWords b, int j, int edits) {
    while (i < a.count() && j < b.count()) {
      if (a.hash(i) == b.hash(j)) {
        i++;
        j++;
        continue;
      }
      if (a.isCutOf(i, b, j) || b.isCutOf(j, a, i)) {
        return true;
      }
      if (edits == 0 || a.counts(i) || b.counts(j)) {
        return false;
      }
      return follows(a, i + 1, b, j + 1, 0)
          || follows(a, i + 1, b, j, 0)
          || follows(a, i, b, j + 1, 0);
    }
    return true;
  }

  /** Whether my word i is my last, cut off, and the other's word begins with it. */
  private boolean isCutOf(int i, TeaserWords other, int j) {
    return isTruncated && i == count() - 1 && i > 0 && other.tokens.word(j).startsWith(word(i));
  }

  private String word(int i) {
    return tokens.word(i);
  }

  /** Whether a word may not be changed: it holds a digit, is a number word or a negation. */
  private boolean counts(int i) {
    String word = word(i);
    return new Numbers().read(word, Tokens.of(word), 0, 1).saysSomething()
        || NEGATIONS.contains(word);
  }
}
