package org.copydesk.dedup;

import org.copydesk.dedup.opening.NumberWords;
import org.copydesk.dedup.opening.Opening;

/**
 * Pages of which only a notice, a menu or an address was caught: nearly one text under headlines of
 * which it tells nothing.
 */
final class NoticeCaptures {
  /** Least Jaccard of two captures. */
  private static final double ALIKE = .9;

  /** Fewer own words of two headlines say nothing. */
  private static final int LEAST_TITLE_WORDS = 3;

  /**
   * One in so many of the headlines' own words stands in the text, at least: in 13 such pairs of
   * real releases, it is .22 or less in eleven captures and .93 or more in two copies.
   */
  private static final int IN_TEXT = 4;

  /** Longer texts are stories, whatever their headline. */
  private static final int SHORT_WORDS = 300;

  /** So many own words of two headlines, and hardly one of them in a text, tell more. */
  private static final int MANY_TITLE_WORDS = 12;

  private static final int LONG_WORDS = 500;

  private NoticeCaptures() {}

  /**
   * Whether two pages with headlines are captures of one notice.
   *
   * @param similarity Jaccard of their texts
   */
  static boolean areCaptures(Fingerprint a, Fingerprint b, double similarity) {
    int shorter = Math.min(a.words(), b.words());
    if (similarity < ALIKE || shorter > LONG_WORDS) {
      return false;
    }
    int[] one = ownWords(a, b);
    int[] two = ownWords(b, a);
    boolean isShort = shorter <= SHORT_WORDS;
    return one[0] > 0
        && two[0] > 0
        && one[0] + two[0] >= (isShort ? LEAST_TITLE_WORDS : MANY_TITLE_WORDS)
        && IN_TEXT * (one[1] + two[1]) < one[0] + two[0];
  }

  /** Words of a headline that the other headline lacks, and how many of them the text has. */
  private static int[] ownWords(Fingerprint a, Fingerprint other) {
    int words = 0;
    int found = 0;
    String joined = a.readTitle().joined;
    for (int i = 0; i + 1 < joined.length(); i++) {
      String pair = joined.substring(i, i + 2);
      if (!other.readTitle().joined.contains(pair)) {
        words++;
        found += a.readOpening().joined.contains(pair) ? 1 : 0;
      }
    }
    for (Opening.Token token : a.readTitle().tokens) {
      if (token.isWord()
          && token.form().length() > 2
          && !NumberWords.isFrequent(a.language(), token.form())
          && other.readTitle().count(token.form()) == 0) {
        words++;
        boolean isThere = a.readOpening().count(token.form()) > 0 || a.isProper(token.form());
        found += isThere ? 1 : 0;
      }
    }
    return new int[] {words, found};
  }
}
