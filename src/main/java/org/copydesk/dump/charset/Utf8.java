package org.copydesk.dump.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks whether bytes are UTF-8 (Unicode 15, table 3-7: no overlongs, no surrogates). */
public final class Utf8 {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x0101010101010101L;

  private Utf8() {}

  /**
   * First byte at or behind {@code from} that is NUL or begins no well-formed sequence.
   *
   * @return its index, or {@code to} when all is UTF-8 without NUL
   */
  public static int firstFault(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      // Eight at once while all are ASCII and none is zero.
      while (i + 8 <= to) {
        long word = (long) LONG.get(b, i);
        if ((word & HIGH) != 0 || ((word - LOW) & HIGH) != 0) {
          break;
        }
        i += 8;
      }
      if (i >= to) {
        return to;
      }
      if (b[i] > 0) {
        i++;
        continue;
      }
      int length = b[i] == 0 ? 0 : sequence(b, i, to);
      if (length <= 0) {
        return i;
      }
      i += length;
    }
    return to;
  }

  /**
   * Length of the well-formed sequence at {@code i}; when there is none, minus the length of its
   * longest well-formed beginning (at least 1), which decoders replace by one U+FFFD.
   */
  static int sequence(byte[] b, int i, int to) {
    int first = b[i] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return -1;
    }
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int k = 1; k < length; k++) {
      int next = i + k < to ? b[i + k] & 0xff : -1;
      if (next < (k == 1 ? low : 0x80) || next > (k == 1 ? high : 0xbf)) {
        return -k;
      }
    }
    return length;
  }

  /** Bytes of a character beyond U+FFFF in CESU-8: each of its two surrogates by itself. */
  static final int PAIR_BYTES = 6;

  /** True when at {@code i} stand both surrogates of a character, which only CESU-8 writes. */
  static boolean isPairOfSurrogates(byte[] b, int i, int to) {
    return i + PAIR_BYTES <= to
        && (b[i] & 0xff) == 0xed
        && (b[i + 1] & 0xf0) == 0xa0
        && isFurther(b[i + 2])
        && (b[i + 3] & 0xff) == 0xed
        && (b[i + 4] & 0xf0) == 0xb0
        && isFurther(b[i + 5]);
  }

  private static boolean isFurther(byte b) {
    return (b & 0xc0) == 0x80;
  }

  /** True when at {@code i} stands one surrogate. */
  static boolean isSurrogate(byte[] b, int i, int to) {
    return i + 3 <= to && (b[i] & 0xff) == 0xed && (b[i + 1] & 0xe0) == 0xa0 && isFurther(b[i + 2]);
  }

  /** The character whose surrogates stand at {@code i}, as UTF-8. */
  static byte[] joined(byte[] b, int i) {
    char high = (char) (0xd800 | (b[i + 1] & 0x0f) << 6 | b[i + 2] & 0x3f);
    char low = (char) (0xdc00 | (b[i + 4] & 0x0f) << 6 | b[i + 5] & 0x3f);
    return new String(new char[] {high, low}).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes characters as UTF-8; NUL and unpaired surrogates become U+FFFD.
   *
   * @param out at least three bytes a character long
   * @return bytes written, and in the upper 32 bits the characters replaced
   */
  public static long encode(char[] chars, int from, int length, byte[] out) {
    int n = 0;
    long replaced = 0;
    int end = from + length;
    for (int i = from; i < end; i++) {
      char c = chars[i];
      if (c < 0x80 && c != 0) {
        out[n++] = (byte) c;
        continue;
      }
      if (c < 0x800 && c != 0) {
        out[n++] = (byte) (0xc0 | c >> 6);
        out[n++] = (byte) (0x80 | c & 0x3f);
        continue;
      }
      if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(chars[i + 1])) {
        int point = Character.toCodePoint(c, chars[++i]);
        out[n++] = (byte) (0xf0 | point >> 18);
        out[n++] = (byte) (0x80 | point >> 12 & 0x3f);
        out[n++] = (byte) (0x80 | point >> 6 & 0x3f);
        out[n++] = (byte) (0x80 | point & 0x3f);
        continue;
      }
      if (c == 0 || Character.isSurrogate(c)) {
        c = '\ufffd';
        replaced++;
      }
      out[n++] = (byte) (0xe0 | c >> 12);
      out[n++] = (byte) (0x80 | c >> 6 & 0x3f);
      out[n++] = (byte) (0x80 | c & 0x3f);
    }
    return replaced << 32 | n;
  }
}
