package org.copydesk.quality;

import java.util.Arrays;
import org.copydesk.text.Tokens;

/**
 * Words said again at once, as in a text that is stuck ("the council said the council said on on
 * Monday"): a word for the third time in a row, or a pair of words within the last eight. Numbers,
 * and what marks part ("No, no, no"), do not count.
 */
final class NearRepeats {
  private static final int FARTHEST = 8;

  /** Groups of words by their hashes, a power of two; where one was last met tells most apart. */
  private static final int GROUPS = 256;

  private NearRepeats() {}

  /** Share of such words; of scripts without spaces of the letters. */
  static double share(Tokens tokens) {
    int count = tokens.count();
    int repeats = 0;
    int[] lastOfGroup = new int[GROUPS];
    Arrays.fill(lastOfGroup, -FARTHEST - 1);
    for (int i = 0; i < count; i++) {
      long hash = tokens.hash(i);
      int group = (int) hash & GROUPS - 1;
      boolean isNear = i - lastOfGroup[group] <= FARTHEST;
      lastOfGroup[group] = i;
      if (!isNear) {
        continue;
      }
      long before = tokens.hash(i - 1);
      // Once more is grammar in many languages, "sık sık"; twice more is not.
      int distance = i > 1 && hash == before && hash == tokens.hash(i - 2) ? 1 : 0;
      int farthest = Math.min(FARTHEST, i - 1);
      for (int p = 2; p <= farthest && distance == 0; p++) {
        distance = hash == tokens.hash(i - p) && before == tokens.hash(i - p - 1) ? p : 0;
      }
      if (distance > 0 && isOneRun(tokens, i - distance, i)) {
        repeats++;
      }
    }
    return count == 0 ? 0 : (double) repeats / count;
  }

  /** Whether nothing but words and space stands between two words, and the second is no number. */
  private static boolean isOneRun(Tokens tokens, int first, int second) {
    String text = tokens.text();
    for (int i = tokens.end(first); i < tokens.start(second); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c)
          && !QualityMeter.isSpace(c)
          && Character.getType(c) != Character.NON_SPACING_MARK
          && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
        return false;
      }
    }
    return Character.isLetter(text.charAt(tokens.start(second)));
  }
}
