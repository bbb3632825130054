package org.copydesk.quality;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Words that fingers make along the rows of a keyboard, or on one key: "asdfg", "йцукен", "hhhhh".
 */
final class TypedWords {
  private static final String[] ROWS = {
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiopü",
    "asdfghjklöä",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "asdfghjklñ",
    "asdfghjklç",
    "asdfghjklş",
    "qwertyuıopğü",
    "zxcvbnmöç",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
    "йцукенгшщзхї",
    "фівапролджє",
    "ςερτυθιοπ",
    "ασδφγηξκλ",
    "ζχψωβνμ",
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
    "ئءؤرىةوزظ",
    "קראטוןםפ",
    "שדגכעיחלךף",
    "זסבהנמצתץ",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ",
    "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ",
    "ㅋㅌㅊㅍㅠㅜㅡ"
  };

  /** Pairs of neighbours from left to right. */
  private static final IntOpenHashSet PAIRS = new IntOpenHashSet();

  static {
    for (String row : ROWS) {
      for (int i = 1; i < row.length(); i++) {
        PAIRS.add(row.charAt(i - 1) << 16 | row.charAt(i));
      }
    }
  }

  /** So many letters in one direction are no word. */
  private static final int LEAST_IN_ROW = 5;

  /** In any direction more. */
  private static final int LEAST_NEAR = 8;

  private TypedWords() {}

  /** Whether a word was typed so. */
  static boolean isTyped(char[] text, int from, int to) {
    int pairs = 0;
    int right = 0;
    int left = 0;
    int same = 0;
    char last = lower(text[from]);
    for (int i = from + 1; i < to; i++) {
      char c = lower(text[i]);
      if (!Character.isLetter(c)) {
        break;
      }
      pairs++;
      if (c == last) {
        same++;
      } else if (PAIRS.contains(last << 16 | c)) {
        right++;
      } else if (PAIRS.contains(c << 16 | last)) {
        left++;
      }
      last = c;
      if (pairs - same - right - left > 2) {
        return false;
      }
    }
    int least = LEAST_IN_ROW - 1;
    return pairs >= least && (right == pairs || left == pairs || same == pairs)
        || pairs >= LEAST_NEAR - 1 && right + left >= 3 && 5 * (same + right + left) >= 4 * pairs;
  }

  private static char lower(char c) {
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c | 32) : c) : Character.toLowerCase(c);
  }
}
