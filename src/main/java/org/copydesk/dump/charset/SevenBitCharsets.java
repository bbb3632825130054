package org.copydesk.dump.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Finds text in ASCII bytes that is in no ASCII language: {@code ESC $ B 8!} is a Japanese word.
 * Such bytes are valid UTF-8, so what switches between sets has to be looked for: the escape
 * sequences of ISO 2022 (RFC 1468, 1557, 1922), the braces of HZ (RFC 1843), the shifts of UTF-7
 * (RFC 2152), which is not read at all.
 */
final class SevenBitCharsets {
  private static final Set<String> UTF_7_NAMES =
      Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7");
  private static final Set<String> HZ_NAMES = Set.of("hz", "hz-gb-2312", "hz-gb2312", "hzgb2312");

  /** Shifts that make a page UTF-7 where it does not say so; "+1-" and "+49-" are none. */
  private static final int EVIDENT_SHIFTS = 8;

  /** Characters in braces that make a page HZ where it does not say so. */
  private static final int EVIDENT_IN_BRACES = 16;

  /** Designations by the bytes behind ESC; what only switches back to ASCII is none. */
  private static final String[][] ESCAPES = {
    {"$B", "ISO-2022-JP"},
    {"$@", "ISO-2022-JP"},
    {"(I", "ISO-2022-JP"},
    {"$(D", "ISO-2022-JP"},
    {"$)C", "ISO-2022-KR"},
    {"$)A", "ISO-2022-CN"},
    {"$)G", "ISO-2022-CN"},
    {"$*H", "ISO-2022-CN"},
  };

  private SevenBitCharsets() {}

  /**
   * What {@code [from, to)} is in.
   *
   * @param charset that decodes {@code bytes}; null for UTF-7, of which the JDK has no decoder and
   *     no page has need
   * @param bytes the text's own, or as that set has them; null for UTF-7
   */
  record Found(Charset charset, byte[] bytes) {}

  /**
   * Looks at bytes that are valid UTF-8.
   *
   * @param declared a character set's name; null when none was given
   * @return null when they are what they seem
   */
  static Found find(byte[] b, int from, int to, String declared) {
    String said = declared == null ? "" : declared.strip().toLowerCase(Locale.ROOT);
    int escape = -1;
    boolean hasBraces = false;
    int shifts = 0;
    for (int i = from; i < to; i++) {
      if (b[i] < 0) {
        return null;
      }
      if (b[i] == 0x1b && escape < 0) {
        escape = i;
      }
      hasBraces |= b[i] == '{' && i > from && b[i - 1] == '~';
      shifts += b[i] == '+' ? 1 : 0;
    }
    Charset designated = escape < 0 ? null : designated(b, escape, to);
    if (designated != null) {
      return new Found(designated, Arrays.copyOfRange(b, from, to));
    }
    if (hasBraces) {
      byte[] euc = outOfBraces(b, from, to, HZ_NAMES.contains(said) ? 1 : EVIDENT_IN_BRACES);
      if (euc != null) {
        return new Found(Charset.forName("GB18030"), euc);
      }
    }
    boolean isNamed = UTF_7_NAMES.contains(said);
    boolean isUtf7 = shifts > 0 && isUtf7(b, from, to, isNamed);
    return isUtf7 ? new Found(null, null) : null;
  }

  private static Charset designated(byte[] b, int escape, int to) {
    for (int i = escape; i < to - 2; i++) {
      if (b[i] != 0x1b) {
        continue;
      }
      for (String[] known : ESCAPES) {
        if (startsWith(b, i + 1, to, known[0])) {
          return Charset.forName(known[1]);
        }
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] b, int at, int to, String ascii) {
    for (int k = 0; k < ascii.length(); k++) {
      if (at + k >= to || b[at + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  // HZ as EUC-CN: pairs within "~{" and "~}" get their high bits. Null when it is none.
  private static byte[] outOfBraces(byte[] b, int from, int to, int wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    boolean isIn = false;
    int pairs = 0;
    int i = from;
    while (i < to) {
      int next = i + 1 < to ? b[i + 1] : -1;
      if (b[i] == '~' && (isIn ? next == '}' : next == '{' || next == '~' || next == '\n')) {
        isIn = next == '{' || isIn && next != '}';
        if (next == '~') {
          out.write('~');
        }
        i += 2;
      } else if (!isIn) {
        out.write(b[i++]);
      } else if (b[i] == '\n') {
        // A line ends what it began.
        isIn = false;
      } else if (b[i] < 0x21 || b[i] > 0x77 || next < 0x21 || next > 0x7e) {
        return null;
      } else {
        out.write(b[i] | 0x80);
        out.write(next | 0x80);
        pairs++;
        i += 2;
      }
    }
    return pairs >= wanted ? out.toByteArray() : null;
  }

  // Most shifts of a text that is UTF-7 give characters; hardly any of another text does.
  private static boolean isUtf7(byte[] b, int from, int to, boolean isNamed) {
    int given = 0;
    int none = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == '+' && i + 1 < to && b[i + 1] != '-' && digit(b[i + 1]) >= 0) {
        int end = i + 1;
        while (end < to && digit(b[end]) >= 0) {
          end++;
        }
        if (isShift(b, i + 1, end, isNamed)) {
          given++;
        } else {
          none++;
        }
        i = end - 1;
      }
    }
    return given >= (isNamed ? 1 : EVIDENT_SHIFTS) && given > 4 * none;
  }

  // Base64 of whole UTF-16 units, the bits left over zero, with a character that ASCII lacks.
  // Any word is base64 of something, of Chinese characters mostly; the name must speak for those.
  private static boolean isShift(byte[] b, int from, int end, boolean isNamed) {
    int bits = 0;
    int held = 0;
    boolean isBeyondAscii = false;
    for (int i = from; i < end; i++) {
      held = held << 6 | digit(b[i]);
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        char unit = (char) (held >>> bits);
        held &= (1 << bits) - 1;
        isBeyondAscii |= unit >= 0xa0;
        boolean isLikely = unit < 0x600 || unit >= 0x2010 && unit <= 0x20ac;
        if (unit < ' ' || unit >= 0x7f && unit < 0xa0 || !isNamed && !isLikely) {
          return false;
        }
      }
    }
    return isBeyondAscii && bits < 6 && held == 0;
  }

  private static int digit(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b - 'A';
    }
    if (b >= 'a' && b <= 'z') {
      return b - 'a' + 26;
    }
    return b >= '0' && b <= '9' ? b - '0' + 52 : b == '+' ? 62 : b == '/' ? 63 : -1;
  }
}
