package org.copydesk.segment.words;

import org.copydesk.text.Tokens;

/** What kind of character a code point is, as far as the shape of a line goes: one byte each. */
public final class CharClass {
  public static final byte OTHER = 0;
  public static final byte SPACE = 1;
  public static final byte UPPER = 2;
  public static final byte LOWER = 3;
  public static final byte DIGIT = 4;

  /** A character of a script written without spaces. */
  public static final byte UNSPACED = 5;

  /** A letter of a script without case. */
  public static final byte CASELESS = 6;

  public static final byte TERMINAL = 7;
  public static final byte CLOSER = 8;
  public static final byte UNSEEN = 9;
  public static final byte MARK = 10;

  private static final byte[] OF = new byte[0x10000];
  private static final boolean[] IS_WORD_PART = new boolean[0x10000];

  static {
    for (int c = 0; c < OF.length; c++) {
      OF[c] = classify(c);
      byte kind = OF[c];
      IS_WORD_PART[c] =
          isLetter(kind) || kind == DIGIT || kind == MARK || Character.isSurrogate((char) c);
    }
  }

  private CharClass() {}

  public static byte of(int c) {
    return c < 0x10000 ? OF[c] : classify(c);
  }

  /** Whether a class counts as a letter. */
  public static boolean isLetter(byte kind) {
    return kind == UPPER || kind == LOWER || kind == UNSPACED || kind == CASELESS;
  }

  /**
   * Whether a character is of a word: a letter, a digit, a mark, half of what is beyond 16 bits.
   */
  public static boolean isWordPart(char c) {
    return IS_WORD_PART[c];
  }

  /** A line without what is of no word at its ends. */
  static String trimPunctuation(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !isWordPart(line.charAt(start))) {
      start++;
    }
    while (end > start && !isWordPart(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static byte classify(int c) {
    if ("\"'”’»›)]」』）】》〉＂".indexOf(c) >= 0 && c != 0) {
      return CLOSER;
    }
    if (".!?。！？؟۔।॥։።᙮។၊။｡؛".indexOf(c) >= 0 && c != 0) {
      return TERMINAL;
    }
    if (c == 0x85 || c == 0x3000 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return SPACE;
    }
    int type = Character.getType(c);
    switch (type) {
      case Character.FORMAT, Character.CONTROL, Character.SURROGATE:
        return UNSEEN;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK:
        return MARK;
      case Character.DECIMAL_DIGIT_NUMBER:
        return DIGIT;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER:
        return UPPER;
      case Character.LOWERCASE_LETTER:
        return LOWER;
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER:
        boolean isHangul = c >= 0xAC00 && c <= 0xD7AF;
        return Tokens.standsAlone(c) && !isHangul ? UNSPACED : CASELESS;
      default:
        return OTHER;
    }
  }
}
