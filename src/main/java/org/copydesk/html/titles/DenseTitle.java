package org.copydesk.html.titles;

import org.copydesk.html.tree.TextBlock;

/**
 * Titles in scripts without spaces, to which sites join sections, key words and their name by bare
 * dashes and underscores: "港口恢复开放-社会-潮水新闻网" gives "港口恢复开放".
 */
public final class DenseTitle {
  private static final int FEWEST_OF_HEADLINE = 8;
  private static final String SIGNS = "-_－—–｜|";

  private static final String OPENING = "(（[［【《〈「『“";
  private static final String CLOSING = ")）]］】》〉」』”";

  private DenseTitle() {}

  /** The title up to the first such tail; the same where it has none or another script. */
  public static String withoutTails(String title) {
    if (title.codePoints().anyMatch(DenseTitle::isHyphenated)) {
      return title;
    }
    int open = OPENING.indexOf(title.isEmpty() ? ' ' : title.charAt(0)) >= 0 ? 1 : 0;
    for (int i = 1; i + 1 < title.length(); i++) {
      char c = title.charAt(i);
      open += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
      if (SIGNS.indexOf(c) < 0 || open > 0) {
        continue;
      }
      String head = title.substring(0, i).strip();
      if (dense(head) >= FEWEST_OF_HEADLINE
          && isBetween(title, i)
          && isOfTails(title.substring(i + 1), dense(head))) {
        return head;
      }
    }
    return title;
  }

  /** Thai, Lao and Khmer, which write names and pairs of names with a hyphen. */
  private static boolean isHyphenated(int c) {
    return c >= 0x0E00 && c < 0x0F00 || c >= 0x1780 && c < 0x1800;
  }

  /** "EC-225", "-12" and a long dash of two belong to the headline. */
  private static boolean isBetween(String title, int i) {
    char before = title.charAt(i - 1);
    char after = title.charAt(i + 1);
    boolean isLatin = before < 0x80 && before > ' ' && after < 0x80 && after > ' ';
    boolean isFigure = Character.isDigit(before) || Character.isDigit(after);
    return !isLatin && !isFigure && before != title.charAt(i) && after != title.charAt(i);
  }

  /** Whether all that follows is parts each of which is shorter than the headline. */
  private static boolean isOfTails(String rest, int headline) {
    for (String part : rest.split("[-_－—–｜|]+")) {
      boolean isSentence =
          "。！？!?".indexOf(part.isEmpty() ? ' ' : part.charAt(part.length() - 1)) >= 0;
      for (String word : part.split("[,，、 ]+")) {
        if (isSentence || dense(word) >= headline || dense(word) > FEWEST_OF_HEADLINE + 2) {
          return false;
        }
      }
    }
    return true;
  }

  private static int dense(String text) {
    int dense = 0;
    for (int i = 0; i < text.length(); i++) {
      dense += TextBlock.isDense(text.charAt(i)) ? 1 : 0;
    }
    return dense;
  }
}
