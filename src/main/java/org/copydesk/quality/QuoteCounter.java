package org.copydesk.quality;

/**
 * Counts the words of a text that are quotes: a symbol and its price ("AAPL 189.30"), changes with
 * their sign ("+1.2%", "▲ 3.10") and the price before one. Prices one after the other may be
 * scores, shares without a sign polls. Signs that stand alone are no words. One a text.
 */
final class QuoteCounter {
  private static final String CHANGES =
      "+-\u2212\u2013\u25B2\u25BC\u2191\u2193\u25B3\u25BD\u2197\u2198";
  private static final String ALONE =
      CHANGES + "%|\u00B7\u2022/:;()$\u00A3\u20AC\u00A5\u20BD\u20BA\u20B9\u20A9\u20BF=";

  private static final int NOTHING = 0;
  private static final int SYMBOL = 1;
  private static final int PRICE = 2;
  private static final int CHANGE = 3;

  private int words;
  private int quotes;
  private int last;
  private boolean isLastCounted;
  private boolean isSigned;

  /** Takes the next word. */
  void add(char[] text, int from, int to) {
    if (text[from] >= 'a' && text[from] <= 'z') {
      // Most words: no sign, price or symbol begins so.
      words++;
      last = NOTHING;
      isLastCounted = false;
      isSigned = false;
      return;
    }
    if (!isLatin(text[from]) && isAlone(text, from, to)) {
      // "-0,12 %" and "▲ 0,5"; a price with a currency behind it is one still.
      isSigned = CHANGES.indexOf(text[from]) >= 0;
      return;
    }
    words++;
    boolean isPrice = !isLatin(text[from]) && isPrice(text, from, to);
    int kind = isPrice ? (isSigned || isChange(text, from, to) ? CHANGE : PRICE) : NOTHING;
    boolean isCounted = kind == CHANGE;
    if (isPrice && last == SYMBOL) {
      quotes += 2;
      isCounted = true;
    } else if (kind == CHANGE && last == PRICE) {
      quotes += isLastCounted ? 1 : 2;
      isCounted = true;
    } else if (kind == CHANGE) {
      quotes++;
    }
    isLastCounted = isCounted;
    isSigned = false;
    boolean isTime = last == SYMBOL && isTime(text, from, to);
    last =
        isPrice
            ? kind
            : isTime ? SYMBOL : text[from] <= '^' && isSymbol(text, from, to) ? SYMBOL : NOTHING;
  }

  /** Share of quotes among the words. */
  double share() {
    return words == 0 ? 0 : Math.min(1, (double) quotes / words);
  }

  private static boolean isLatin(char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
  }

  private static boolean isAlone(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (ALONE.indexOf(text[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTime(char[] text, int from, int to) {
    int colons = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == ':') {
        colons++;
      } else if (!PersonalData.isDigit(text[i])) {
        return false;
      }
    }
    return colons > 0;
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
    return letters > 0 && letters <= OddWords.LONGEST_SYMBOL + 1;
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
      } else if (ALONE.indexOf(c) < 0 || c == ':' || c == '/') {
        return false;
      }
    }
    return digits > 0 && hasPoint;
  }

  /** With a sign: a share without one is of a poll or an election as well. */
  private static boolean isChange(char[] text, int from, int to) {
    char first = text[from] == '(' && from + 1 < to ? text[from + 1] : text[from];
    return CHANGES.indexOf(first) >= 0;
  }
}
