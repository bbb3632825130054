package org.copydesk.quality;

/** Words that nobody can say: "xkqwzrt", "aB3xK9", and KOI8-R read as Windows-1251. */
final class OddWords {
  /** A shorter word may be anything. */
  static final int LEAST_LETTERS = 4;

  /** Not told by {@link #plain}: {@link #saying} tells. */
  static final int UNKNOWN = 2;

  /** Bits by the place of a letter in the alphabet: a, e, i, o, u, y. */
  private static final int VOWELS = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25;

  private static final int LONGEST = 40;

  /**
   * So many in a row are odd, in names ("Kingsbridge") one more; German has eight in
   * "Angstschweiß", but few such words a text.
   */
  private static final int CONSONANTS = 5;

  /** "dlrs", "mths": a word without vowels of so few letters is an abbreviation. */
  private static final int LONGEST_ABBREVIATION = 5;

  /** AAPL: longer symbols are not in use. */
  static final int LONGEST_SYMBOL = 6;

  private OddWords() {}

  /** As {@link #saying} of a word in lower case but for its first letter; else {@link #UNKNOWN}. */
  static int plain(char[] text, int from, int to) {
    int end = to;
    while (end > from && text[end - 1] < 'A') {
      end--;
    }
    boolean isCapital = text[from] >= 'A' && text[from] <= 'Z';
    int vowels = 0;
    int run = 0;
    int longestRun = 0;
    for (int i = from; i < end; i++) {
      int letter = (i == from && isCapital ? text[i] | 32 : text[i]) - 'a' + 1;
      if (letter < 1 || letter > 26) {
        return UNKNOWN;
      }
      int vowel = VOWELS >> letter & 1;
      vowels += vowel;
      run = vowel == 1 ? 0 : run + 1;
      longestRun = Math.max(longestRun, run);
    }
    if (end - from < LEAST_LETTERS || vowels == 0 && end - from <= LONGEST_ABBREVIATION) {
      return 0;
    }
    boolean isOdd =
        vowels == 0
            || longestRun >= (isCapital ? CONSONANTS + 1 : CONSONANTS)
            || to - from > LONGEST;
    return isOdd ? -1 : 1;
  }

  /** 1 where a word can be said or is of another script, -1 where not, 0 where it is short. */
  static int saying(char[] text, int from, int to) {
    if (to - from < LEAST_LETTERS) {
      return 0;
    }
    int letters = 0;
    int vowels = 0;
    int run = 0;
    int longestRun = 0;
    int changes = 0;
    boolean wasUpper = true;
    boolean isMixed = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean isLetter = c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
      if (!isLetter) {
        boolean isInside = PersonalData.isDigit(c) && i > from && i + 1 < to;
        isMixed |= isInside && isLatin(text[i - 1]) && isLatin(text[i + 1]);
        run = 0;
        continue;
      }
      if (c >= '\u0250') {
        return isTurned(text, from, to) || OddScripts.isOdd(text, from, to) ? -1 : 1;
      }
      letters++;
      boolean isVowel = c >= 128 || (VOWELS >> (c & 31) & 1) != 0;
      vowels += isVowel ? 1 : 0;
      run = isVowel ? 0 : run + 1;
      longestRun = Math.max(longestRun, run);
      boolean isUpper = c < 128 ? c <= 'Z' : Character.isUpperCase(c);
      changes += isUpper && !wasUpper ? 1 : 0;
      wasUpper = isUpper;
    }
    boolean isShort = letters <= LONGEST_SYMBOL && letters > 0 && isUpperFirst(text, from);
    boolean isName = isShort && changes == 0 && !hasLower(text, from, to);
    if (letters < LEAST_LETTERS || isName) {
      return 0;
    }
    if (vowels == 0 && letters <= LONGEST_ABBREVIATION) {
      return 0;
    }
    boolean isOdd =
        vowels == 0
            || longestRun >= (isUpperFirst(text, from) ? CONSONANTS + 1 : CONSONANTS)
            || changes > 1
            || isMixed
            || to - from > LONGEST && !isAddress(text, from, to);
    return isOdd ? -1 : 1;
  }

  /** "мНБНЯРХ": KOI8-R read as Windows-1251 turns small letters into capitals. */
  private static boolean isTurned(char[] text, int from, int to) {
    int turns = 0;
    for (int i = from + 1; i < to; i++) {
      turns += Character.isUpperCase(text[i]) && Character.isLowerCase(text[i - 1]) ? 1 : 0;
    }
    return turns > 0 && Character.isLowerCase(text[from]);
  }

  private static boolean isUpperFirst(char[] text, int from) {
    return Character.isUpperCase(text[from]);
  }

  private static boolean isLatin(char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
  }

  private static boolean hasLower(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLowerCase(text[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddress(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '/' || text[i] == '@') {
        return true;
      }
    }
    return false;
  }
}
