package org.copydesk.dump.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Mends text that was encoded as UTF-8 twice, the second time from windows-1252: "cit\u00c3\u00a9"
 * is "cit\u00e9". Only where the page leaves no doubt: at least {@link #FEWEST} such characters,
 * and four for each letter beyond ASCII that is none. A page that shows two or three of them, or
 * one in a sound French text, is about something else and stays.
 */
public final class TwiceEncoded {
  private static final int FEWEST = 5;
  private static final int SHARE = 4;

  /** Servers behind servers do it again. */
  private static final int MOST_TIMES = 3;

  private static final int[] BYTES = new int[0x10000];

  static {
    byte[] upper = new byte[0x80];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (0x80 + i);
    }
    String chars = new String(upper, Charset.forName("windows-1252"));
    for (int i = 0; i < upper.length; i++) {
      // The five bytes that windows-1252 leaves open come as C1 controls.
      BYTES[0x80 + i] = 0x80 + i;
      if (chars.charAt(i) != '\ufffd') {
        BYTES[chars.charAt(i)] = 0x80 + i;
      }
    }
  }

  private TwiceEncoded() {}

  /**
   * The text as it was before.
   *
   * @param utf8 well-formed
   * @return the same array where there is nothing to mend
   */
  public static byte[] mend(byte[] utf8) {
    byte[] mended = utf8;
    for (int i = 0; i < MOST_TIMES && hasSigns(mended); i++) {
      String once = once(new String(mended, StandardCharsets.UTF_8));
      if (once == null) {
        break;
      }
      mended = once.getBytes(StandardCharsets.UTF_8);
    }
    return mended;
  }

  // A first byte of a sequence as a character, and behind it one that may be a further byte.
  private static boolean hasSigns(byte[] b) {
    int signs = 0;
    for (int i = 0; i + 2 < b.length; i++) {
      if (b[i] >= 0) {
        continue;
      }
      boolean isSign =
          (b[i] & 0xff) == 0xc3
              && (b[i + 1] & 0xff) >= 0x82
              && (b[i + 1] & 0xff) <= 0xb4
              && b[i + 2] < 0;
      if (isSign && ++signs == FEWEST) {
        return true;
      }
    }
    return false;
  }

  private static String once(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int mended = 0;
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int length = c < 0x80 ? 0 : sequence(text, i, out);
      if (length > 0) {
        mended++;
        i += length - 1;
      } else {
        others += c >= 0x80 && Character.isLetter(c) ? 1 : 0;
        out.append(c);
      }
    }
    return mended >= FEWEST && mended >= SHARE * (long) others ? out.toString() : null;
  }

  // Puts the character that the characters at i are the bytes of; 0 when they are of none.
  private static int sequence(String text, int i, StringBuilder out) {
    int first = BYTES[text.charAt(i)];
    int length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || i + length > text.length()) {
      return 0;
    }
    int point = first & (0x7f >> length);
    for (int k = 1; k < length; k++) {
      int next = BYTES[text.charAt(i + k)];
      if (next < 0x80 || next > 0xbf) {
        return 0;
      }
      point = point << 6 | next & 0x3f;
    }
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean isSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    if (point < least || point > Character.MAX_CODE_POINT || isSurrogate) {
      return 0;
    }
    out.appendCodePoint(point);
    return length;
  }
}
