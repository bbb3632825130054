package org.copydesk.quality;

/**
 * Signs that nobody wrote a text: bytes of UTF-8 read as another charset ("cafÃ©"), words that
 * nobody can say ("xkqwzrt"), and quotes without a sentence ("AAPL 189.30 +1.2%").
 */
final class OddText {
  private static final int LEAST_LETTERS = 4;

  private static final int UNKNOWN = 2;

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

  private static final int LONGEST_SYMBOL = 6;

  /** What Windows-1252 reads the bytes 80 to 9F as, where it is not the control character. */
  private static final String CP1252 =
      "\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019"
          + "\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";

  // What was counted since the reset.
  private int solid;
  private int broken;
  private int words;
  private int longCharacters;
  private int oddCharacters;
  private int quotes;
  private boolean isAfterSymbol;
  private boolean isAfterPrice;

  void reset() {
    solid = 0;
    broken = 0;
    words = 0;
    longCharacters = 0;
    oddCharacters = 0;
    quotes = 0;
    isAfterSymbol = false;
    isAfterPrice = false;
  }

  /**
   * Reads what stands between white space.
   *
   * @param kinds bits of {@link WordPass}: what it is made of
   */
  void read(char[] text, int from, int to, int kinds) {
    words++;
    solid += to - from;
    broken += (kinds & WordPass.BEYOND) == 0 ? 0 : broken(text, from, to);
    boolean isPrice = kinds != 0 && !isLatin(text[from]) && isPrice(text, from, to);
    boolean isChange = isPrice && isChange(text, from, to);
    if (isPrice && isAfterSymbol) {
      quotes += 2;
    } else if (isChange) {
      quotes += isAfterPrice ? 2 : 1;
    }
    isAfterPrice = isPrice && !isChange && !isAfterSymbol;
    isAfterSymbol = !isPrice && text[from] <= '^' && isSymbol(text, from, to);
    int saying = to - from < LEAST_LETTERS ? 0 : plain(text, from, to);
    saying = saying == UNKNOWN ? saying(text, from, to) : saying;
    longCharacters += saying == 0 ? 0 : to - from;
    oddCharacters += saying < 0 ? to - from : 0;
  }

  /** Fills in the signals of mojibake, odd words and quotes. */
  void fill(double[] values) {
    set(values, Signal.MOJIBAKE, broken, solid);
    set(values, Signal.ODD_WORDS, oddCharacters, longCharacters);
    set(values, Signal.QUOTE_WORDS, quotes, words);
  }

  private static void set(double[] values, Signal signal, double part, double whole) {
    values[signal.ordinal()] = whole == 0 ? 0 : Math.min(1, part / whole);
  }

  /**
   * Characters that were bytes of UTF-8: a lead byte and what follows it, and U+FFFD. Windows-1251
   * makes pairs of Cyrillic that begin with the same two letters: "РїСЂРё"; one alone may be a
   * word.
   */
  private static int broken(char[] text, int from, int to) {
    int broken = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '\uFFFD') {
        broken++;
      } else if (text[i] >= '\u00C2'
          && text[i] <= '\u00F4'
          && i + 1 < to
          && isContinuation(text[i + 1])) {
        int more = text[i] >= '\u00E0' && i + 2 < to && isContinuation(text[i + 2]) ? 2 : 1;
        broken += 1 + more;
        i += more;
      } else if (isAmongLatin(text, i, from, to)
          || isCyrillicPair(text, i, to)
              && (isCyrillicPair(text, i + 2, to)
                  || i - 2 >= from && isCyrillicPair(text, i - 2, to))) {
        broken += 2;
        i++;
      }
    }
    return broken;
  }

  /** "seГ±ora": a letter of Cyrillic between ones of Latin, where a byte of UTF-8 was. */
  private static boolean isAmongLatin(char[] text, int at, int from, int to) {
    return text[at] >= '\u0412'
        && text[at] <= '\u0444'
        && at + 1 < to
        && text[at + 1] >= 128
        && (at > from && isLatin(text[at - 1]) || at + 2 < to && isLatin(text[at + 2]));
  }

  private static boolean isCyrillicPair(char[] text, int at, int to) {
    return at + 1 < to
        && (text[at] == '\u0420' || text[at] == '\u0421')
        && (text[at + 1] < '\u0410' || text[at + 1] > '\u044F');
  }

  private static boolean isContinuation(char c) {
    return c >= '\u0080' && c <= '\u00BF' || c > '\u00FF' && CP1252.indexOf(c) >= 0;
  }

  /** As {@link #saying} of a word in lower case but for its first letter; else {@link #UNKNOWN}. */
  private static int plain(char[] text, int from, int to) {
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
  private static int saying(char[] text, int from, int to) {
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
        return isTurned(text, from, to) ? -1 : 1;
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

  /** AAPL, BRK.B, 0700.HK, EUR/USD: upper case, short, with a letter. */
  private static boolean isSymbol(char[] text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean isSign = c == '.' || c == ':' || c == '/' || c == '=' || c == '^' || c == '-';
      if (c >= 'A' && c <= 'Z') {
        letters++;
      } else if (!isSign && !PersonalData.isDigit(c)) {
        return false;
      }
    }
    return letters > 0 && letters <= LONGEST_SYMBOL + 1;
  }

  /** 189.30, 1,234.5, +1.2%, (-0.4), ▲3.10: digits with a point, or per cent. */
  private static boolean isPrice(char[] text, int from, int to) {
    int digits = 0;
    boolean hasPoint = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (PersonalData.isDigit(c)) {
        digits++;
      } else if (c == '.' || c == ',' || c == '%') {
        hasPoint |= digits > 0 && (i + 1 < to || c == '%');
      } else if ("+-()$\u00A3\u20AC\u00A5\u2212\u25B2\u25BC".indexOf(c) < 0) {
        return false;
      }
    }
    return digits > 0 && hasPoint;
  }

  /** With a sign, or in per cent. */
  private static boolean isChange(char[] text, int from, int to) {
    char first = text[from] == '(' && from + 1 < to ? text[from + 1] : text[from];
    for (int i = from; i < to; i++) {
      if (text[i] == '%') {
        return true;
      }
    }
    return "+-\u2212\u25B2\u25BC".indexOf(first) >= 0;
  }
}
