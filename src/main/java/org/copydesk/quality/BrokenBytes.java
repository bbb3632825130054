package org.copydesk.quality;

/**
 * Characters that were bytes of another charset. UTF-8 read by the byte has two or three signs for
 * a letter, the first of few: "cafÃ©" (Windows-1252), "РїСЂРё" (1251), "zaĹĽ" (1250), "Ξ±" (1253),
 * "ط§" (1256), "├®" and "√©" (CP 437, Mac), "縺" and "鈥" (Shift JIS, GBK). A charset of one byte
 * read as Latin-1 has words of nothing but accents ("Ïðåçèäåíò") or signs in words ("ÄãºÃ").
 */
final class BrokenBytes {
  /** What Windows-1252 reads the bytes 80 to 9F as, where it is not the control character. */
  private static final String CP1252 =
      "\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019"
          + "\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";

  /** Of those the letters, which may well follow an accented one: "lúč", "káže". */
  private static final String CP1252_LETTERS = "\u0192\u0160\u0152\u017D\u0161\u0153\u017E\u0178";

  /** Signs of Latin-1 that stand in no word. */
  private static final String IN_NO_WORD =
      "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AC\u00AE\u00AF\u00B1\u00B2\u00B3"
          + "\u00B5\u00B6\u00B8\u00B9\u00BC\u00BD\u00BE\u00BF";

  /** UTF-8 read as Shift JIS and GBK is full of these, which are rare in any text. */
  private static final String OF_TWO_BYTES =
      "\u7E3A\u7E67\u7E5D\u9225\u951F\u9428\u9366\u9286\u951B\u935C\u93B4";

  /** A word of fewer letters may well have accents alone: "été" has two of three. */
  private static final int LEAST_ACCENTS = 4;

  /** What may close or cut a word behind an accented letter. */
  private static final String CLOSING =
      "\u201C\u201D\u2018\u2019\u00BB\u00AB\u203A\u2039\u2026\u2013\u2014\u00B7";

  private static final int LONGEST_ENTITY = 8;

  /** Marks and joiners that follow a letter of Arabic script. */
  private static final String OF_ARABIC =
      "\u060C\u061B\u061F\u066A\u066B\u066C\u066D\u06D4\u200B\u200C\u200D\u200E\u200F";

  private BrokenBytes() {}

  /** How many characters of a word with others than ASCII were bytes. */
  static int count(char[] text, int from, int to) {
    int broken = 0;
    int accents = 0;
    int lows = 0;
    int shifts = 0;
    boolean hasLowQuote = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80) {
        continue;
      }
      if (c >= '\u3000' && c < '\u4E00' || c >= '\uA000' && c < '\uE000') {
        // Kana and Korean are none; the letters of a script are most of a text.
        continue;
      }
      accents += isAccented(c) ? 1 : 0;
      lows += c >= 0x2000 && (c & 0xFF) == 0 ? 1 : 0;
      shifts += (c == '\u201A' || c == '\u0192') && i + 1 < to ? 1 : 0;
      hasLowQuote |= c == '\u201A';
      int length = c == '\uFFFD' || isMisplaced(text, i, from, to) ? 1 : length(text, i, from, to);
      broken += length;
      i += Math.max(0, length - 1);
    }
    if (accents >= LEAST_ACCENTS && 4 * accents >= 3 * (to - from)) {
      return to - from;
    }
    // UTF-16 read from the wrong end; Shift JIS read as Windows-1252.
    boolean isTurned = lows >= 2 && 4 * lows >= 3 * (to - from);
    int others = isTurned ? lows : shifts >= 2 && hasLowQuote ? 2 * shifts : 0;
    return Math.min(to - from, Math.max(broken, others));
  }

  /**
   * A letter or sign that stands in no word of Latin letters: Greek ("spΣten"), an accent that
   * stands for itself ("gu¨nstig"). Capitals behind small ones are Irish ("na hÉireann").
   */
  private static boolean isMisplaced(char[] text, int at, int from, int to) {
    if (at == from) {
      return false;
    }
    char c = text[at];
    char before = text[at - 1];
    boolean isBehindSmall = before >= 'a' && before <= 'z';
    boolean isWithin = isBehindSmall && at + 1 < to && text[at + 1] >= 'a' && text[at + 1] <= 'z';
    return isWithin
        && ("ΓπΣσμτΦΘΩδ∞φ".indexOf(c) >= 0
            || "\u00A8\u02C7\u02D8\u02DB\u00B8\u207F\u00F7\u2264\u2265\u00B1".indexOf(c) >= 0);
  }

  /** Characters from here that were bytes of one. */
  private static int length(char[] text, int at, int from, int to) {
    char c = text[at];
    if (isHan(c)) {
      boolean isLone = isLatin(text, at - 1, from, to) && isLatin(text, at + 1, from, to);
      return isLone || OF_TWO_BYTES.indexOf(c) >= 0 ? 1 : 0;
    }
    char next = at + 1 < to ? text[at + 1] : ' ';
    if (c >= '\u00C2' && c <= '\u00F4' && isContinuation(next)) {
      boolean isClosed = CLOSING.indexOf(next) >= 0 && !isLetter(text, at + 2, from, to);
      boolean isCapital = CP1252_LETTERS.indexOf(next) >= 0 && c != '\u00C2' && c != '\u00C3';
      if (isClosed && c != '\u00E2' || isCapital || next == '\u00AD' && c != '\u00C3') {
        // "caf\u00E9\u201D", "V\u00DD\u0160IVA", and a soft hyphen behind an accent.
        return 0;
      }
      if (c < '\u00E0') {
        return 2;
      }
      boolean isWhole = at + 2 < to && isContinuation(text[at + 2]);
      return isWhole ? 3 : CP1252_LETTERS.indexOf(next) < 0 && next != '\u00AA' ? 2 : 0;
    }
    if (isAmongLatin(text, at, from, to)
        || isCyrillicPair(text, at, to)
            && (isCyrillicPair(text, at + 2, to)
                || at - 2 >= from && isCyrillicPair(text, at - 2, to))) {
      return 2;
    }
    boolean isLead =
        // The bytes C3 to C5 in Windows-1250, CE and CF in 1253, D8 and D9 in 1256, E2 in 1251.
        ((c == '\u0102' || c == '\u0139' || c == '\u00C4') && isSign(next))
            || ((c == '\u039E' || c == '\u039F') && isSign(next))
            || ((c == '\u0637' || c == '\u0638') && isSign(next))
            || c == '\u0432' && next == '\u0402'
            || c == '\u221A' && next > 0x7F
            || c == '\u201A' && next == '\u00C4';
    if (isLead) {
      return 2;
    }
    // The first two are dashes of Japanese and Chinese.
    boolean isBox = c >= '\u2502' && c < '\u25A0';
    if (isBox && (isLetter(text, at - 1, from, to) || isLetter(text, at + 1, from, to))) {
      return 1;
    }
    boolean isAmongAccents = at > from && isAccented(text[at - 1]) || isAccented(next);
    boolean isAmongCyrillic = at > from && isCyrillic(text[at - 1]) && isCyrillic(next);
    return IN_NO_WORD.indexOf(c) >= 0 && (isAmongAccents || isAmongCyrillic) ? 1 : 0;
  }

  /**
   * How many letters a word of ASCII has lost: "&amp;eacute;", "\u00E9" and "=C3=A9" as they are
   * written in files, "M?nchen".
   */
  static int countEscaped(char[] text, int from, int to) {
    int broken = 0;
    boolean isAddress = false;
    boolean hasDot = false;
    int asked = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      isAddress |= c == '/' || c == '@' || c == '=' && asked > 0 || c == '?' && hasDot;
      hasDot |= c == '.';
      if (c == '?') {
        asked++;
        int next = i + 1 < to && text[i + 1] == '?' ? i + 2 : i + 1;
        int last = i > from && text[i - 1] == '?' ? i - 2 : i - 1;
        broken += isLatin(text, last, from, to) && isLatin(text, next, from, to) ? 1 : 0;
      } else if (c == '&' && (isEntity(text, i + 1, to) || isEscapedTwice(text, i + 1, to))) {
        broken++;
      } else if ((c == '\\' || c == '#' && isLatin(text, i - 1, from, to))
          && areDigits(text, i + 1, to)) {
        // "\303\247" and "W#243jt".
        broken += 2;
      } else if ((c == '=' || c == '%') && isHighByte(text, i + 1, to)
          || c == '\\' && i + 5 < to && text[i + 1] == 'u' && isHex(text[i + 2])) {
        broken += 2;
      }
    }
    // "???? ?????": nothing but signs of what was lost.
    return isAddress ? 0 : asked == to - from && asked > 2 ? asked : broken;
  }

  /** Of a letter or a mark beyond ASCII: "eacute;", "rsquo;", "#8217;". */
  private static boolean isEntity(char[] text, int from, int to) {
    int end = from;
    while (end < to && text[end] != ';' && end - from < LONGEST_ENTITY) {
      end++;
    }
    if (end == to || text[end] != ';' || end - from < 4) {
      return false;
    }
    String name = new String(text, from, end - from);
    return name.matches(
        "#[0-9]{3,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{1,2}(acute|grave|uml|circ|tilde|cedil|quo|dash|lig|ring|slash)|nbsp|hellip");
  }

  private static boolean areDigits(char[] text, int at, int to) {
    return at + 2 < to
        && PersonalData.isDigit(text[at])
        && PersonalData.isDigit(text[at + 1])
        && PersonalData.isDigit(text[at + 2]);
  }

  /** "&amp;amp;eacute;". */
  private static boolean isEscapedTwice(char[] text, int at, int to) {
    return at + 4 < to
        && text[at] == 'a'
        && text[at + 1] == 'm'
        && text[at + 2] == 'p'
        && text[at + 3] == ';'
        && isEntity(text, at + 4, to);
  }

  private static boolean isHighByte(char[] text, int at, int to) {
    return at + 1 < to && text[at] >= '8' && isHex(text[at]) && isHex(text[at + 1]);
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f';
  }

  /** "seГ±ora": a letter of Cyrillic between ones of Latin, where a byte of UTF-8 was. */
  private static boolean isAmongLatin(char[] text, int at, int from, int to) {
    return text[at] >= '\u0412'
        && text[at] <= '\u0444'
        && at + 1 < to
        && text[at + 1] >= 128
        && (text[at + 1] < '\u0410' || text[at + 1] > '\u044F')
        && (isLatin(text, at - 1, from, to) || isLatin(text, at + 2, from, to));
  }

  private static boolean isCyrillicPair(char[] text, int at, int to) {
    return at + 1 < to
        && (text[at] == '\u0420' || text[at] == '\u0421')
        && text[at + 1] > 0x7F
        && (text[at + 1] < '\u0410' || text[at + 1] > '\u044F');
  }

  private static boolean isContinuation(char c) {
    return c >= '\u0080' && c <= '\u00BF' || c > '\u00FF' && CP1252.indexOf(c) >= 0;
  }

  /** No letter, and none of the marks that may stand behind one. */
  private static boolean isSign(char c) {
    return c > 0x7F
        && !Character.isLetter(c)
        && OF_ARABIC.indexOf(c) < 0
        && "\u2019\u201D\u00BB\u2026\u2013\u2014".indexOf(c) < 0
        && Character.getType(c) != Character.NON_SPACING_MARK;
  }

  private static boolean isAccented(char c) {
    return c >= '\u00C0' && c <= '\u00FF' && c != '\u00D7' && c != '\u00F7';
  }

  private static boolean isCyrillic(char c) {
    return c >= '\u0400' && c <= '\u045F';
  }

  private static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static boolean isLetter(char[] text, int at, int from, int to) {
    return at >= from && at < to && Character.isLetter(text[at]);
  }

  private static boolean isLatin(char[] text, int at, int from, int to) {
    return at >= from && at < to && (text[at] | 32) >= 'a' && (text[at] | 32) <= 'z';
  }
}
