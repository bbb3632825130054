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

  // What was counted since the reset.
  private boolean isDoubtful;
  private QuoteCounter quotes;
  private int solid;
  private int broken;
  private int words;
  private int longCharacters;
  private int oddCharacters;
  private int abbreviations;
  private int ofAbbreviations;
  private int typed;

  /**
   * Begins with a text.
   *
   * @param common share of its words that are among the most frequent of a language
   */
  void reset(double common) {
    isDoubtful = common < FEW_COMMON;
    quotes = new QuoteCounter();
    solid = 0;
    broken = 0;
    words = 0;
    longCharacters = 0;
    oddCharacters = 0;
    abbreviations = 0;
    ofAbbreviations = 0;
    typed = 0;
  }

  /**
   * Reads what stands between white space.
   *
   * @param kinds bits of {@link WordPass}: what it is made of
   */
  void read(char[] text, int from, int to, int kinds) {
    solid += to - from;
    words++;
    quotes.add(text, from, to);
    int saying = to - from < OddWords.LEAST_LETTERS ? 0 : OddWords.plain(text, from, to);
    if ((kinds & WordPass.BEYOND) != 0) {
      broken += BrokenBytes.count(text, from, to);
    } else if (saying == OddWords.UNKNOWN || text[from] == '?') {
      broken += BrokenBytes.countEscaped(text, from, to);
    }
    saying = saying == OddWords.UNKNOWN ? OddWords.saying(text, from, to) : saying;
    if (to - from >= OddWords.LEAST_LETTERS && isDoubtful && TypedWords.isTyped(text, from, to)) {
      typed++;
    }
    if (saying == 0
        && to - from > 1
        && text[from] >= '\u4E00'
        && OddScripts.isOdd(text, from, to)) {
      saying = -1;
    }
    boolean isTyped = isDoubtful && saying >= 0 && LetterTriples.isOdd(text, from, to);
    if (isTyped && saying == 0) {
      abbreviations++;
      ofAbbreviations += to - from;
    }
    boolean isOdd = saying < 0 || isTyped && saying > 0;
    longCharacters += saying == 0 ? 0 : to - from;
    oddCharacters += isOdd ? to - from : 0;
  }

  /** Fills in the signals of mojibake, odd words and quotes. */
  void fill(double[] values) {
    // "dlrs" is an abbreviation, but no text is of those alone.
    int ofThose = 2 * abbreviations >= words ? ofAbbreviations : 0;
    values[Signal.MOJIBAKE.ordinal()] = share(broken, solid);
    values[Signal.FILLER_WORDS.ordinal()] =
        Math.min(1, values[Signal.FILLER_WORDS.ordinal()] + share(typed, words));
    values[Signal.ODD_WORDS.ordinal()] = share(oddCharacters + ofThose, longCharacters + ofThose);
    values[Signal.QUOTE_WORDS.ordinal()] = quotes.share();
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : Math.min(1, part / whole);
  }
}
