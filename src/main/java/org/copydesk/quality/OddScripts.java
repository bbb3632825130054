package org.copydesk.quality;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Words of other scripts than Latin and Cyrillic that nobody wrote: Korean syllables and Chinese
 * signs that no national set has, Indic letters without a vowel, Georgian and Armenian with few,
 * Arabic and kana of rare letters.
 */
final class OddScripts {
  private static final int LEAST_LETTERS = 4;

  /** A word with a vowel in five letters can hardly be said. */
  private static final int LETTERS_A_VOWEL = 5;

  private static final String GEORGIAN_VOWELS = "აეიოუ";
  private static final String ARMENIAN_VOWELS = "աեէըիոօևւ";
  private static final String RARE_ARABIC = "ظضغثذؤز";
  private static final String COMMON_KANA = "のにはをがたていとしるでなれさもからこまあすりくきっうんよだおそけめつせちみえほわ";

  /** Syllables of KS X 1001, and signs of GB 2312, Big5 and JIS X 0208. */
  private static final BitSet COMMON = common();

  private OddScripts() {}

  private static BitSet common() {
    BitSet common = new BitSet(1 << 16);
    levels(common, "EUC-KR", '\uAC00', '\uD7A3', 0xB0A1, 0xC8FE);
    levels(common, "GB2312", '\u4E00', '\u9FFF', 0xB0A1, 0xF7FE);
    levels(common, "Big5", '\u4E00', '\u9FFF', 0xA440, 0xF9D5);
    levels(common, "EUC-JP", '\u4E00', '\u9FFF', 0xB0A1, 0xF4A6);
    return common;
  }

  private static void levels(
      BitSet common, String charset, char from, char to, int first, int last) {
    if (!Charset.isSupported(charset)) {
      // A runtime without the module jdk.charsets: nothing is rare there.
      common.set(from, to + 1);
      return;
    }
    CharsetEncoder encoder = Charset.forName(charset).newEncoder();
    for (char c = from; c <= to; c++) {
      if (encoder.canEncode(c)) {
        byte[] bytes = String.valueOf(c).getBytes(Charset.forName(charset));
        int code = bytes.length == 2 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (code >= first && code <= last) {
          common.set(c);
        }
      }
    }
  }

  /** Whether a word is odd, by the script of its first letter. */
  static boolean isOdd(char[] text, int from, int to) {
    int start = from;
    while (start < to && !Character.isLetter(text[start])) {
      start++;
    }
    if (start == to) {
      return false;
    }
    char c = text[start];
    if (c >= '\u4E00' && c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7A3') {
      return isRare(text, start, to);
    }
    if (to - start < LEAST_LETTERS) {
      return false;
    }
    if (c >= '\u0900' && c < '\u0E80') {
      return isWithoutVowel(text, start, to);
    }
    if (c >= '\u10D0' && c <= '\u10F0') {
      return LETTERS_A_VOWEL * of(GEORGIAN_VOWELS, text, start, to) < to - start;
    }
    if (c >= '\u0561' && c <= '\u0587') {
      return LETTERS_A_VOWEL * of(ARMENIAN_VOWELS, text, start, to) < to - start;
    }
    if (c >= '\u0620' && c < '\u0700') {
      return 2 * of(RARE_ARABIC, text, start, to) >= to - start;
    }
    return c >= '\u3041' && c <= '\u3096' && isRareKana(text, start, to);
  }

  private static int of(String letters, char[] text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += letters.indexOf(text[i]) >= 0 ? 1 : 0;
    }
    return count;
  }

  private static boolean isRare(char[] text, int from, int to) {
    int signs = 0;
    int rare = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c >= '\u3400' && c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7A3') {
        signs++;
        rare += COMMON.get(c) ? 0 : 1;
      }
    }
    return 3 * rare >= signs;
  }

  private static boolean isWithoutVowel(char[] text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      int type = Character.getType(c);
      boolean isThai = c >= '\u0E30' && c <= '\u0E3A' || c >= '\u0E40' && c <= '\u0E47';
      if (isThai
          || c < '\u0E00'
              && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)) {
        return false;
      }
      letters += type == Character.OTHER_LETTER ? 1 : 0;
    }
    return letters >= LEAST_LETTERS;
  }

  private static boolean isRareKana(char[] text, int from, int to) {
    int kana = 0;
    int rare = 0;
    for (int i = from; i < to; i++) {
      if (text[i] >= '\u3041' && text[i] <= '\u3096') {
        kana++;
        rare += COMMON_KANA.indexOf(text[i]) >= 0 ? 0 : 1;
      }
    }
    return kana >= LEAST_LETTERS && 5 * rare >= 2 * kana;
  }
}
