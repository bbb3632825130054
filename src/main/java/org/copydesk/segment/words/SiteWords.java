package org.copydesk.segment.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * What sites print around articles whatever these tell: menus, notices, who took a picture, how
 * long ago something was printed.
 */
public final class SiteWords {
  /** Those that come with the program. */
  public static final SiteWords SHIPPED =
      new SiteWords(WordLists.rows(SiteWords.class, "chrome.txt"));

  /** Words of a line that says how long ago, one more than it has: "Updated 3 hours ago". */
  private static final int MOST_AGO_WORDS = 5;

  /** One of so many words at a menu's beginning is a listed item. */
  private static final int MENU_BEGINS = 3;

  private final Set<String> agoWords = new HashSet<>();
  private final PhraseIndex chromeLines = new PhraseIndex();
  private final PhraseIndex chromeParts = new PhraseIndex();
  private final PhraseIndex noticeParts = new PhraseIndex();
  private final PhraseIndex photoWords = new PhraseIndex();

  SiteWords(List<String[]> rows) {
    for (String[] row : rows) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "is" -> chromeLines.add(phrase);
          case "notice" -> noticeParts.add(phrase);
          case "photo" -> photoWords.add(phrase);
          case "ago" -> agoWords.add(phrase);
          default -> chromeParts.add(phrase);
        }
      }
    }
  }

  PhraseIndex chromeParts() {
    return chromeParts;
  }

  PhraseIndex noticeParts() {
    return noticeParts;
  }

  PhraseIndex photoWords() {
    return photoWords;
  }

  /** Whether a normalised line is something a site prints on every page (menu, share, cookies). */
  public boolean isChromeLine(String normalised) {
    return isChromeLine(normalised, 0, normalised.length());
  }

  private boolean isChromeLine(String line, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !CharClass.isWordPart(line.charAt(start))) {
      start++;
    }
    while (end > start && !CharClass.isWordPart(line.charAt(end - 1))) {
      end--;
    }
    return chromeLines.has(line, start, end);
  }

  /** Whether a normalised short line holds a phrase of site furniture. */
  public boolean hasChromePart(String normalised) {
    return chromeParts.isIn(normalised);
  }

  /** Whether a normalised sentence speaks of cookies, accounts, newsletters, comments, rights. */
  public boolean isNotice(String normalised) {
    return noticeParts.isIn(normalised);
  }

  /** Whether a normalised line says who took the picture it stands under. */
  public boolean namesPhotographer(String normalised) {
    return photoWords.isIn(normalised);
  }

  /** Whether a normalised line is a row of menu items: "News Sport Business Life". */
  public boolean isMenu(String normalised) {
    int known = 0;
    int words = 0;
    for (int from = 0; from >= 0 && from < normalised.length(); words++) {
      if (known == 0 && words >= MENU_BEGINS) {
        return false;
      }
      int space = normalised.indexOf(' ', from);
      int end = space < 0 ? normalised.length() : space;
      known += isChromeLine(normalised, from, end) ? 1 : 0;
      from = space < 0 ? -1 : space + 1;
    }
    return known >= 2 && known * 10 >= words * 6;
  }

  /** Whether a normalised short line says how long ago something was printed: "3 hours ago". */
  public boolean saysHowLongAgo(String normalised) {
    String line = CharClass.trimPunctuation(normalised);
    if (agoWords.contains(line)) {
      return true;
    }
    int bar = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash = c == '-' && i > 0 && line.charAt(i - 1) == ' ';
      bar = c == '·' || c == '|' || c == '•' || isDash ? i : bar;
    }
    // After the name of a paper, or a line of nothing else: "a strike of 17 days" is a title's.
    boolean isAfterTitle =
        bar > 0 && line.substring(0, bar).strip().split(" ").length > MOST_AGO_WORDS - 1;
    return !isAfterTitle && saysAgo(line.substring(bar + 1).strip());
  }

  private boolean saysAgo(String line) {
    int words = 2;
    boolean hasDigit = false;
    for (int i = 0; i < line.length(); i++) {
      hasDigit |= Character.isDigit(line.charAt(i));
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    if (!hasDigit || words > MOST_AGO_WORDS) {
      return false;
    }
    boolean hasWord = false;
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      if (c == ' ' || Character.isDigit(c)) {
        hasWord |= i > from && agoWords.contains(line.substring(from, i));
        from = i + 1;
      }
    }
    return hasWord;
  }
}
