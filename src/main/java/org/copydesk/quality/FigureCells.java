package org.copydesk.quality;

/**
 * Boards of names and figures, as sites have them of scores, quotes, weather, draws and prices:
 * "Harlow 2-1 Denby", "Mon 14°/6° 20% SW 12mph". Sentences have more words in a row without a
 * figure, and what a newsroom keeps of results has a heading, or a name and its goals twice a line.
 */
final class FigureCells {
  /** More words in a row say something. */
  private static final int MOST_IN_ROW = 4;

  /** Letters of scripts without spaces that are about a word. */
  private static final int LETTERS_A_WORD = 2;

  /** The same of Thai, Lao, Burmese and Khmer. */
  private static final int UNSPACED_A_WORD = 5;

  /** Characters of a heading of a column, with the space behind it, on the whole. */
  private static final int COLUMN = 6;

  /** Digits of a score: "Oakhaven 3 Northport 1" alone on each line is how papers set results. */
  private static final int MOST_GOALS = 2;

  /** A word of a heading in small letters. */
  private static final int LEAST_LETTERS = 4;

  private static final char FIRST_WHOLE = '\u2E80';

  private static final String SIGNS = "\u25B2\u25BC\u2191\u2193\u25B3\u25BD";

  private FigureCells() {}

  /** Share of words and figures that stand in cells; 0 where a heading introduces them. */
  static double share(char[] text, int length) {
    int all = 0;
    int cells = 0;
    int lines = 0;
    int results = 0;
    boolean isFirst = true;
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && text[end] != '\n') {
        end++;
      }
      int figures = 0;
      int words = 0;
      int inLong = 0;
      int row = 0;
      int small = 0;
      int plain = 0;
      int i = start;
      while (i < end) {
        char c = text[i];
        if (QualityMeter.isSpace(c) || c == '|') {
          row = c == '|' ? 0 : row;
          i++;
          continue;
        }
        int from = i;
        boolean hasDigit = false;
        boolean hasLetter = false;
        boolean isWhole = c >= FIRST_WHOLE && !PersonalData.isDigit(c);
        while (i < end && !QualityMeter.isSpace(text[i]) && text[i] != '|') {
          char d = text[i];
          boolean isDigit = PersonalData.isDigit(d);
          if (d >= FIRST_WHOLE && !isDigit != isWhole || isWhole && isDigit) {
            break;
          }
          hasDigit |= isDigit || SIGNS.indexOf(d) >= 0;
          hasLetter |= Character.isLetter(d);
          i++;
        }
        if (hasDigit && isFirst && isOrdinalOrYear(text, from, i)) {
          row = 0;
        } else if (hasDigit) {
          figures++;
          plain += !hasLetter && i - from <= MOST_GOALS && (row > 0) ? 1 : 0;
          row = 0;
        } else if (hasLetter) {
          int letters = isWhole ? LETTERS_A_WORD : isUnspaced(c) ? UNSPACED_A_WORD : i - from;
          int own = (i - from + letters - 1) / letters;
          words += own;
          boolean isLong = row <= MOST_IN_ROW && row + own > MOST_IN_ROW;
          row += own;
          inLong += isLong ? row : row > MOST_IN_ROW ? own : 0;
          small += i - from >= LEAST_LETTERS && !Character.isUpperCase(c) ? 1 : 0;
        }
      }
      if (figures + words > 0) {
        boolean isHeading =
            isFirst
                && end < length
                && words > 0
                && (figures == 0 && hasWord(text, start, end) || figures == 1 && small > 1);
        if (isHeading) {
          return 0;
        }
        isFirst = false;
        lines++;
        results += figures == 2 && plain == 2 && row == 0 ? 1 : 0;
        all += figures + words;
        cells += figures == 0 ? 0 : figures + words - inLong;
      }
      start = end + 1;
    }
    return all == 0 || results == lines ? 0 : (double) cells / all;
  }

  /** "12.", "12ª", "2025", "2024-25": a heading has them, too. */
  private static boolean isOrdinalOrYear(char[] text, int from, int to) {
    int end = from;
    while (end < to && text[end] >= '0' && text[end] <= '9') {
      end++;
    }
    int digits = end - from;
    if (digits == 4) {
      return text[from] == '1' && text[from + 1] == '9'
          || text[from] == '2' && text[from + 1] == '0';
    }
    boolean isOrdinal =
        end < to && (text[end] == '.' || text[end] == '\u00AA' || text[end] == '\u00BA');
    return digits > 0 && digits <= 2 && isOrdinal && to - end <= 2;
  }

  private static boolean isUnspaced(char c) {
    return c >= '\u0E00' && c < '\u0F00'
        || c >= '\u1000' && c < '\u10A0'
        || c >= '\u1780' && c < '\u1800';
  }

  /** Whether a line has a word, not only the letters above columns. */
  private static boolean hasWord(char[] text, int from, int to) {
    int letters = 0;
    int words = 0;
    for (int i = from; i < to; i++) {
      words +=
          QualityMeter.isSpace(text[i])
              ? 0
              : i == from || QualityMeter.isSpace(text[i - 1]) ? 1 : 0;
    }
    if (words > MOST_IN_ROW && to - from < COLUMN * words) {
      // "W L PCT GB STRK", "Symbol Last Chg High Low".
      return false;
    }
    for (int i = from; i < to; i++) {
      letters = Character.isLetter(text[i]) ? letters + 1 : 0;
      if (letters >= LEAST_LETTERS || letters > 0 && text[i] >= FIRST_WHOLE) {
        return true;
      }
    }
    return false;
  }
}
