package org.copydesk.quality;

/**
 * What signs inside words tell: programs and logs write "com.example.Main(Main.java:12)" and "{{
 * title }}", a poor scan "wat:er" and "t h e", a list of goods "19.99 €".
 */
final class SignsInWords {
  /** Signs that prose does not have, wherever they stand in a word. */
  private static final String OF_MACHINES = "{}<>=\\_";

  /** Signs that part the names of programs; prose has one of them in a word at most. */
  private static final String PARTING = "./:;()$#&[]";

  private static final int LEAST_PARTS = 2;

  /** "U.S.-led" has parts, too, but short ones. */
  private static final int LEAST_PIECE = 4;

  /** Changes between letters and digits in "a3f9c2"; "MH17" has one. */
  private static final int LEAST_CHANGES = 3;

  /** What a scan makes of a stain, or of a letter it cannot read. */
  private static final String STAINS = "|!;*#\u00B0\u00A7~^0158";

  /** Letters that are a word in none of the languages we know. */
  private static final String NO_WORDS = "bcdfghjlmnpqrtx";

  /** From here on: Chinese, Japanese and Korean signs, their punctuation and full-width forms. */
  private static final char FIRST_WHOLE = '\u2E80';

  private static final String CURRENCY = "\u20AC\u00A3$\u00A5\u20BD\u20BA\u20B9\u20AA";

  private static final int LETTER = 1;
  private static final int END = 2;
  private static final int MONEY = 4;
  private static final int OTHER = 8;

  /** What an ASCII character may be in a word of prose. */
  private static final byte[] KINDS = new byte[0x80];

  static {
    for (char c = 0; c < KINDS.length; c++) {
      boolean isLetter = (c | 32) >= 'a' && (c | 32) <= 'z';
      boolean isEnd = ".,:?)\"'".indexOf(c) >= 0;
      KINDS[c] = (byte) (isLetter ? LETTER : isEnd ? END : c == '$' ? MONEY : OTHER);
    }
  }

  // What was counted since the reset.
  private int words;
  private int machines;
  private int spoiled;
  private int amounts;
  private boolean isAfterNumber;

  void reset() {
    words = 0;
    machines = 0;
    spoiled = 0;
    amounts = 0;
    isAfterNumber = false;
  }

  /**
   * Reads what stands between white space.
   *
   * @param kinds bits of {@link WordPass}: what it is made of
   */
  void read(char[] text, int from, int to, int kinds) {
    if (kinds == 0) {
      words++;
      plain(text, from, to);
      isAfterNumber = false;
      return;
    }
    for (int i = from; i < to; ) {
      i = word(text, i, to);
    }
  }

  private void plain(char[] text, int from, int to) {
    spoiled += to - from == 1 && NO_WORDS.indexOf(text[from]) >= 0 ? 1 : 0;
    amounts += isAfterNumber && isCurrency(text, from, to) ? 1 : 0;
  }

  /** Reads one word; gives where it ends. */
  private int word(char[] text, int from, int to) {
    boolean isPlain = true;
    boolean hasCurrency = false;
    boolean isEnding = false;
    int kinds = 0;
    int i = from;
    while (i < to && (i == from || !isWhole(text[i]))) {
      char c = text[i];
      int kind = c < 0x80 ? KINDS[c] : kindBeyondAscii(c);
      kinds |= kind;
      // A full stop behind a word is not inside it.
      isPlain &= kind == LETTER && !isEnding || kind == END;
      isEnding = kind == END;
      hasCurrency |= kind == MONEY;
      i++;
      if (isWhole(c)) {
        break;
      }
    }
    words++;
    if (isPlain) {
      plain(text, from, i);
    } else if (hasCurrency && (isAfterNumber || hasDigit(text, from, i))) {
      amounts++;
    } else if ((kinds & ~(LETTER | END)) == 0 && !isParted(text, from, i)) {
      amounts += isAfterNumber && isCurrency(text, from, i) ? 1 : 0;
    } else if (isMachines(text, from, i)) {
      machines++;
    } else if (isSpoiled(text, from, i)) {
      spoiled++;
    } else if (isAfterNumber && isCurrency(text, from, i)) {
      amounts++;
    }
    isAfterNumber = !isPlain && PersonalData.isDigit(text[from]);
    return i;
  }

  /** Fills in the signals of machines' words, spoiled words and amounts. */
  void fill(double[] values) {
    values[Signal.MACHINE_WORDS.ordinal()] = words == 0 ? 0 : (double) machines / words;
    values[Signal.SPOILED_WORDS.ordinal()] = words == 0 ? 0 : (double) spoiled / words;
    values[Signal.AMOUNTS.ordinal()] = words == 0 ? 0 : (double) amounts / words;
  }

  private static int kindBeyondAscii(char c) {
    return CURRENCY.indexOf(c) >= 0 ? MONEY : c < 0xC0 ? OTHER : LETTER;
  }

  /** Whether signs that end words stand inside this one twice. */
  private static boolean isParted(char[] text, int from, int to) {
    int parts = 0;
    for (int i = from + 1; i + 1 < to; i++) {
      parts += text[i] < 0x80 && KINDS[text[i]] == END ? 1 : 0;
    }
    return parts >= LEAST_PARTS;
  }

  /** Signs of scripts without spaces count one by one. */
  private static boolean isWhole(char c) {
    return c >= FIRST_WHOLE;
  }

  private static boolean isMachines(char[] text, int from, int to) {
    int parts = 0;
    int changes = 0;
    int piece = 0;
    int longest = 0;
    int last = 0;
    boolean isAddress = false;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80 && OF_MACHINES.indexOf(c) >= 0 || isMark(text, i, to)) {
        return true;
      }
      boolean isDigit = PersonalData.isDigit(c);
      boolean isLetter = !isDigit && Character.isLetter(c);
      piece = isLetter ? piece + 1 : 0;
      longest = Math.max(longest, piece);
      int kind = isDigit ? 1 : isLetter ? 2 : 0;
      changes += kind != 0 && last != 0 && kind != last ? 1 : 0;
      last = kind;
      parts += i > from && i + 1 < to && PARTING.indexOf(c) >= 0 ? 1 : 0;
      isAddress |= c == '@' || c == '/' && i > from && text[i - 1] == '/' || isWww(text, i, to);
    }
    return !isAddress
        && (parts >= LEAST_PARTS && longest >= LEAST_PIECE || changes >= LEAST_CHANGES);
  }

  /** "%%NAME%%", "##BLOCK", "[FIRST_NAME]": what a program puts a value in place of. */
  private static boolean isMark(char[] text, int at, int to) {
    char c = text[at];
    if (c == '%' || c == '#') {
      return at + 2 < to && text[at + 1] == c && Character.isUpperCase(text[at + 2]);
    }
    if (c != '[') {
      return false;
    }
    boolean isJoined = false;
    int end = at + 1;
    while (end < to && (text[end] >= 'A' && text[end] <= 'Z' || text[end] == '_')) {
      isJoined |= text[end] == '_';
      end++;
    }
    return isJoined && end < to && text[end] == ']';
  }

  private static boolean isWww(char[] text, int at, int to) {
    return at + 3 < to
        && text[at] == 'w'
        && text[at + 1] == 'w'
        && text[at + 2] == 'w'
        && text[at + 3] == '.';
  }

  private static boolean isSpoiled(char[] text, int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
      if (text[i] < 0x100
          && STAINS.indexOf(text[i]) >= 0
          && Character.isLowerCase(text[i - 1])
          && Character.isLowerCase(text[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /** zł, kr, TL, EUR and the like, behind a number. */
  private static boolean isCurrency(char[] text, int from, int to) {
    int end = to;
    while (end > from && (text[end - 1] == ',' || text[end - 1] == '.')) {
      end--;
    }
    String word = new String(text, from, Math.min(4, end - from));
    return switch (word) {
      case "z\u0142", "kr", "TL", "EUR", "USD", "GBP", "CHF", "K\u010D", "Ft", "lei" -> true;
      default -> false;
    };
  }

  private static boolean hasDigit(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (PersonalData.isDigit(text[i])) {
        return true;
      }
    }
    return false;
  }
}
