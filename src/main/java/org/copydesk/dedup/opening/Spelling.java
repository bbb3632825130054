package org.copydesk.dedup.opening;

import java.util.Arrays;
import org.copydesk.dedup.opening.Opening.Token;

/**
 * Whether two words are one in two spellings, told more strictly than {@link WordForms#isAlike}:
 * "labour" and "labor", "mintues" and "minutes", "Calif." and "California", but neither "doubled"
 * and "tripled" nor "boat" and "boot".
 */
final class Spelling {
  /** Of shorter words a letter more or less makes another. */
  private static final int LEAST_LETTERS = 5;

  /** The same of syllables. */
  private static final int LEAST_SYLLABLES = 3;

  /** Of shorter words another letter makes another. */
  private static final int LEAST_REPLACED = 6;

  /** Neighbours that changed places. */
  private static final int MOST_SWAPPED = 2;

  private static final int LEAST_STEM = 4;

  /** Letters of an ending. */
  private static final int MOST_ENDING = 2;

  private Spelling() {}

  /** Whether one is the other. */
  static boolean isOne(Token a, Token b) {
    return a.form().equals(b.form())
        || (a.isShortened() && isShort(a.form(), b.form()))
        || (b.isShortened() && isShort(b.form(), a.form()))
        || isOne(a.form(), b.form());
  }

  static boolean isOne(String one, String other) {
    String a = WordForms.composed(one);
    String b = WordForms.composed(other);
    if (WordForms.isMisread(a, b) || WordForms.isMisread(b, a)) {
      return true;
    }
    int longer = Math.max(a.length(), b.length());
    int more = longer - Math.min(a.length(), b.length());
    int least = a.codePoints().allMatch(Spelling::isHangul) ? LEAST_SYLLABLES : LEAST_LETTERS;
    if (longer < least || more > MOST_ENDING || TerritoryNames.areTwo(one, other)) {
      return false;
    }
    int distance = WordForms.distance(a, b);
    if (distance == 1) {
      return more == 1 || longer >= LEAST_REPLACED || areSwapped(a, b);
    }
    int shorter = longer - more;
    boolean isSwapped =
        distance <= MOST_SWAPPED
            && more <= 1
            && areSwapped(a.substring(0, shorter), b.substring(0, shorter));
    return isSwapped || haveEnding(a, b);
  }

  private static boolean isHangul(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  private static boolean areSwapped(String a, String b) {
    char[] ofA = a.toCharArray();
    char[] ofB = b.toCharArray();
    Arrays.sort(ofA);
    Arrays.sort(ofB);
    return Arrays.equals(ofA, ofB);
  }

  /** Whether two words have all but their last letters in common. */
  private static boolean haveEnding(String a, String b) {
    int shared = 0;
    int shorter = Math.min(a.length(), b.length());
    while (shared < shorter && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared >= LEAST_STEM && Math.max(a.length(), b.length()) - shared <= MOST_ENDING;
  }

  /** Whether the letters of a word before a full stop stand in that order in another: "avda.". */
  private static boolean isShort(String shorter, String word) {
    if (shorter.length() >= word.length() || shorter.charAt(0) != word.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < word.length() && at < shorter.length(); i++) {
      at += word.charAt(i) == shorter.charAt(at) ? 1 : 0;
    }
    return at == shorter.length();
  }
}
