package org.copydesk.segment;

import org.copydesk.text.Tokens;

/** What kind of character a code point is, as far as the shape of a line goes: one byte each. */
final class CharClass {
  static final byte OTHER = 0;
  static final byte SPACE = 1;
  static final byte UPPER = 2;
  static final byte LOWER = 3;
  static final byte DIGIT = 4;

  /** A character of a script written without spaces. */
  static final byte UNSPACED = 5;

  /** A letter of a script without case. */
  static final byte CASELESS = 6;

  static final byte TERMINAL = 7;
  static final byte CLOSER = 8;
  static final byte UNSEEN = 9;
  static final byte MARK = 10;

  private static final byte[] OF = new byte[0x10000];

  static {
    for (int c = 0; c < OF.length; c++) {
      OF[c] = classify(c);
    }
  }

  private CharClass() {}

  static byte of(int c) {
    return c < 0x10000 ? OF[c] : classify(c);
  }

  /** Whether a class counts as a letter. */
  static boolean isLetter(byte kind) {
    return kind == UPPER || kind == LOWER || kind == UNSPACED || kind == CASELESS;
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
