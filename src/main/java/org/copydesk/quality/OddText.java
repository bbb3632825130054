package org.copydesk.quality;

/**
 * Signs that nobody wrote a text: bytes of one charset read as another ("cafÃ©"), words that nobody
 * can say ("xkqwzrt"), and quotes without a sentence ("AAPL 189.30 +1.2%").
 */
final class OddText {
  /**
   * Groups of letters are looked at where fewer words are among the most frequent of a language:
   * what has them was written.
   */
  private static final double FEW_COMMON = .15;

  private OddText() {}

  /** Fills in the signals of mojibake, odd words and quotes; those of common words are known. */
  static void measure(char[] text, int length, double[] values) {
    boolean isDoubtful = values[Signal.COMMON_WORDS.ordinal()] < FEW_COMMON;
    QuoteCounter quotes = new QuoteCounter();
    int solid = 0;
    int broken = 0;
    int longCharacters = 0;
    int oddCharacters = 0;
    int words = 0;
    int abbreviations = 0;
    int ofAbbreviations = 0;
    int i = 0;
    while (i < length) {
      if (QualityMeter.isSpace(text[i])) {
        i++;
        continue;
      }
      int from = i;
      boolean isAscii = true;
      while (i < length && !QualityMeter.isSpace(text[i])) {
        isAscii &= text[i] < 128;
        i++;
      }
      solid += i - from;
      words++;
      quotes.add(text, from, i);
      int saying = i - from < OddWords.LEAST_LETTERS ? 0 : OddWords.plain(text, from, i);
      if (!isAscii) {
        broken += BrokenBytes.count(text, from, i);
      } else if (saying == OddWords.UNKNOWN || text[from] == '?') {
        broken += BrokenBytes.countEscaped(text, from, i);
      }
      saying = saying == OddWords.UNKNOWN ? OddWords.saying(text, from, i) : saying;
      boolean isTyped = isDoubtful && saying >= 0 && LetterTriples.isOdd(text, from, i);
      if (isTyped && saying == 0) {
        abbreviations++;
        ofAbbreviations += i - from;
      }
      boolean isOdd = saying < 0 || isTyped && saying > 0;
      longCharacters += saying == 0 ? 0 : i - from;
      oddCharacters += isOdd ? i - from : 0;
    }
    // "dlrs" is an abbreviation, but no text is of those alone.
    if (2 * abbreviations >= words) {
      oddCharacters += ofAbbreviations;
      longCharacters += ofAbbreviations;
    }
    values[Signal.MOJIBAKE.ordinal()] = share(broken, solid);
    values[Signal.ODD_WORDS.ordinal()] = share(oddCharacters, longCharacters);
    values[Signal.QUOTE_WORDS.ordinal()] = quotes.share();
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : Math.min(1, part / whole);
  }
}
