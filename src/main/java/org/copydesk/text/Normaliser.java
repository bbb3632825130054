package org.copydesk.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The form in which texts are compared: "“Örtliche WAHL”…" becomes "\"örtliche wahl\"...".
 *
 * <p>NFKC, lower case by the root locale, typographic quotes and dashes to their plain forms, marks
 * that do not show (zero width, bidirectional, soft hyphen, control) dropped, white space collapsed
 * to single spaces and trimmed. Idempotent. What it gives is stored in ids, so it never changes: a
 * new form gets a new version.
 */
public final class Normaliser {
  /** Version of this form, for manifests. */
  public static final int VERSION = 1;

  private static final char ELLIPSIS = '\u2026';

  private Normaliser() {}

  /** The form of {@code text} for comparing; never null, empty when nothing is left. */
  public static String normalise(CharSequence text) {
    String folded = fold(text);
    // Lower-casing can undo NFKC and folding can meet NFKC's own quotes: once more settles both.
    for (int i = 0; i < 3; i++) {
      String again = fold(folded);
      if (again.equals(folded)) {
        return folded;
      }
      folded = again;
    }
    return folded;
  }

  private static String fold(CharSequence text) {
    int length = text.length();
    boolean isAscii = true;
    boolean isSettled = true;
    boolean wasSpace = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        isAscii = false;
        isSettled = false;
        break;
      }
      boolean isSpace = c == ' ';
      if ((c < ' ') || c == 0x7F || (c >= 'A' && c <= 'Z') || (isSpace && wasSpace)) {
        isSettled = false;
      }
      wasSpace = isSpace;
    }
    if (isSettled && (length == 0 || !wasSpace)) {
      return text.toString();
    }
    if (!isAscii && !isSettled(text) && !Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    char[] out = new char[text.length() + 16];
    int n = 0;
    boolean pendingSpace = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i);
      if (c >= 0xD800) {
        c = Character.codePointAt(text, i);
      }
      i += c < 0x10000 ? 1 : 2;
      if (c < 0x80 ? (c == ' ' || (c >= '\t' && c <= '\r')) : isSpace(c)) {
        pendingSpace = true;
        continue;
      }
      if (c == ELLIPSIS) {
        // As NFKC has it; the one such character that is common in news.
        if (n + 8 > out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        if (pendingSpace && n > 0) {
          out[n++] = ' ';
        }
        pendingSpace = false;
        out[n++] = '.';
        out[n++] = '.';
        out[n++] = '.';
        continue;
      }
      c = c < 0x80 ? asciiLower(c) : plain(c);
      if (c < 0) {
        continue;
      }
      if (n + 4 > out.length) {
        out = Arrays.copyOf(out, out.length * 2);
      }
      if (pendingSpace && n > 0) {
        out[n++] = ' ';
      }
      pendingSpace = false;
      n += Character.toChars(c, out, n);
    }
    return new String(out, 0, n);
  }

  /** Whether the characters are all of those that NFKC leaves alone whatever stands beside them. */
  private static boolean isSettled(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isStable =
          c < 0xA0
              || (c >= 0xC0 && c < 0x132)
              || (c >= 0x2010 && c <= 0x2022 && c != 0x2011 && c != 0x2017)
              || c == 0xA9
              || c == 0xAB
              || c == 0xBB
              || c == 0xB7
              || c == ELLIPSIS;
      if (!isStable) {
        return false;
      }
    }
    return true;
  }

  private static int asciiLower(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c + 32;
    }
    return c < ' ' || c == 0x7F ? -1 : c;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** The plain form of a character outside ASCII; -1 where it does not show. */
  private static int plain(int c) {
    switch (c) {
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2035, 0x02BC, 0x00B4, 0xFF07:
        return '\'';
      case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2036, 0x00AB, 0x00BB:
        return '"';
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63:
        return '-';
      default:
        int type = Character.getType(c);
        boolean isUnseen =
            type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || (c >= 0xFE00 && c <= 0xFE0F);
        return isUnseen ? -1 : Character.toLowerCase(c);
    }
  }
}
