package org.copydesk.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

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
  private static final boolean[] STABLE = stable();

  /** In {@link #PLAIN}: this character has more than one plain character, or depends on others. */
  private static final char BY_RULE = 0xFFFF;

  private static final char ELLIPSIS_MARK = 0xFFFE;

  private static final char FIRST_MARK = 0x300;

  /** Marks that stand before and after all others. */
  private static final char LOWEST_MARK = 0x334;

  private static final char HIGHEST_MARK = 0x345;

  /** The plain form of a character, a space for white space, 0 for what does not show. */
  private static final char[] PLAIN = plainForms();

  private static final boolean[] ORDERED = ordered();

  /** The same below 256; -1 where the form is no such character, or none. */
  private static final short[] LATIN = latinForms();

  /** Characters from one that tells whether a text is of those below 256 to the next. */
  private static final int LOOKED_AT = 32;

  private Normaliser() {}

  /** The form of {@code text} for comparing; never null, empty when nothing is left. */
  public static String normalise(CharSequence text) {
    String whole = text.toString();
    String quick = isLatin(whole) ? byLatinTable(whole) : null;
    if (quick == null) {
      quick = byTable(whole);
    }
    return quick != null ? quick : byRule(whole);
  }

  /** Whether a text may be of characters below 256 alone: looks at some of them. */
  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i += LOOKED_AT) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same for a text whose characters, and their forms, are below 256; null for another. Most
   * texts are such ones, and a byte a character is half the work.
   */
  private static String byLatinTable(String text) {
    byte[] in = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!new String(in, StandardCharsets.ISO_8859_1).equals(text)) {
      return null;
    }
    byte[] out = new byte[in.length];
    int n = 0;
    int other = 0;
    boolean wasSpace = true;
    for (byte b : in) {
      int plain = LATIN[b & 0xFF];
      other |= plain;
      out[n] = (byte) plain;
      boolean isSpace = plain == ' ';
      // No branch: where a word ends cannot be foretold, and a wrong guess costs ten characters.
      n += isSpace & wasSpace ? 0 : 1;
      wasSpace = isSpace;
    }
    if (other < 0) {
      return null;
    }
    return new String(out, 0, wasSpace && n > 0 ? n - 1 : n, StandardCharsets.ISO_8859_1);
  }

  /** The form of a piece of UTF-8. */
  public static String normalise(byte[] utf8, int start, int end) {
    byte[] out = new byte[end - start];
    int n = 0;
    boolean wasSpace = true;
    for (int i = start; i < end; i++) {
      byte b = utf8[i];
      if (b < 0) {
        return normalise(new String(utf8, start, end - start, StandardCharsets.UTF_8));
      }
      byte plain = (byte) PLAIN[b];
      out[n] = plain;
      boolean isSpace = plain == ' ';
      n += plain == 0 || (isSpace & wasSpace) ? 0 : 1;
      wasSpace = plain == 0 ? wasSpace : isSpace;
    }
    return new String(out, 0, wasSpace && n > 0 ? n - 1 : n, StandardCharsets.ISO_8859_1);
  }

  /** The same for characters of which each has one plain form; null where one has not. */
  private static String byTable(String text) {
    char[] in = text.toCharArray();
    char[] out = new char[in.length + 2];
    int n = 0;
    boolean wasSpace = true;
    boolean wasOrdered = false;
    for (char c : in) {
      char plain = PLAIN[c];
      if (plain >= ELLIPSIS_MARK) {
        if (plain == BY_RULE) {
          return null;
        }
        out = Arrays.copyOf(out, out.length + 2);
        out[n++] = '.';
        out[n++] = '.';
        plain = '.';
      }
      if (plain >= FIRST_MARK) {
        boolean isOrdered = ORDERED[plain];
        if (isOrdered & wasOrdered) {
          return null;
        }
        wasOrdered = isOrdered;
      } else {
        wasOrdered &= plain == 0;
      }
      out[n] = plain;
      boolean isSpace = plain == ' ';
      // No branch: where a word ends cannot be foretold, and a wrong guess costs ten characters.
      n += plain == 0 || (isSpace & wasSpace) ? 0 : 1;
      wasSpace = plain == 0 ? wasSpace : isSpace;
    }
    return new String(out, 0, wasSpace && n > 0 ? n - 1 : n);
  }

  /** The form of any text, with NFKC; tests hold that {@link #byTable} agrees. */
  static String byRule(CharSequence text) {
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

  private static String fold(CharSequence raw) {
    String text = raw.toString();
    char[] in = text.toCharArray();
    boolean isSettled = true;
    boolean isStable = true;
    boolean wasSpace = true;
    for (char c : in) {
      if (c < 0x80) {
        boolean isSpace = c == ' ';
        isSettled &= c >= ' ' && c != 0x7F && (c < 'A' || c > 'Z') && !(isSpace && wasSpace);
        wasSpace = isSpace;
      } else {
        isSettled = false;
        isStable &= c < STABLE.length && STABLE[c];
      }
    }
    if (isSettled && (in.length == 0 || !wasSpace)) {
      return text;
    }
    if (!isStable && !Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
      in = Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray();
    }
    return fold(in);
  }

  /** The second half: no character of {@code in} is changed by NFKC, but for the ellipsis. */
  private static String fold(char[] in) {
    // An ellipsis grows by two; nothing else grows, and before it there may be a pending space.
    char[] out = new char[in.length + 8];
    int n = 0;
    boolean pendingSpace = false;
    for (int i = 0; i < in.length; i++) {
      int c = in[i];
      if (c < 0x80 ? (c == ' ' || (c >= '\t' && c <= '\r')) : isSpace(c)) {
        pendingSpace = true;
        continue;
      }
      if (c >= 0xD800 && c < 0xE000) {
        c = Character.codePointAt(in, i);
        i += Character.charCount(c) - 1;
      }
      c = c < 0x80 ? asciiLower(c) : c == ELLIPSIS ? c : plain(c);
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
      if (c == ELLIPSIS) {
        out[n++] = '.';
        out[n++] = '.';
        out[n++] = '.';
      } else if (c < 0x10000) {
        out[n++] = (char) c;
      } else {
        n += Character.toChars(c, out, n);
      }
    }
    return new String(out, 0, n);
  }

  /**
   * Forms of characters whatever stands beside them: those that NFKC joins to what stands before
   * them (marks, parts of Hangul syllables) have none, and none that becomes several characters.
   */
  private static char[] plainForms() {
    char[] forms = new char[0x10000];
    BitSet joining = joining();
    for (int i = 0; i < forms.length; i++) {
      char c = (char) i;
      if (c == ELLIPSIS) {
        forms[c] = ELLIPSIS_MARK;
      } else if (isPlainBlock(c)) {
        forms[c] = c;
      } else if (c >= 0x80 && c < STABLE.length && isOldArea(c) && !STABLE[c]) {
        forms[c] = BY_RULE;
      } else if (c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : isSpace(c)) {
        forms[c] = ' ';
      } else if (Character.isSurrogate(c) || joining.get(c) || c >= ELLIPSIS_MARK) {
        forms[c] = BY_RULE;
      } else {
        String text = String.valueOf(c);
        String form = byRule(text);
        boolean isOne = Normalizer.normalize(text, Normalizer.Form.NFKC).length() == 1;
        boolean isItsOwn = isOne && form.length() == 1 && !joining.get(form.charAt(0));
        forms[c] = isOne && form.isEmpty() ? 0 : isItsOwn ? form.charAt(0) : BY_RULE;
      }
    }
    return forms;
  }

  private static short[] latinForms() {
    short[] forms = new short[0x100];
    for (int c = 0; c < forms.length; c++) {
      forms[c] = PLAIN[c] == 0 || PLAIN[c] > 0xFF ? -1 : (short) PLAIN[c];
    }
    return forms;
  }

  /** Ideographs and Hangul syllables: their own form. */
  private static boolean isPlainBlock(char c) {
    return (c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c <= 0xD7A3);
  }

  private static boolean isOldArea(char c) {
    return c < 0x300 || c >= 0x2000;
  }

  /** Characters that NFKC may join to one before them. */
  private static BitSet joining() {
    BitSet joining = new BitSet(0x10000);
    joining.set(0x1100, 0x1200);
    joining.set(0xA960, 0xA980);
    joining.set(0xD7B0, 0xD800);
    for (int i = 0xA0; i < 0x10000; i++) {
      char c = (char) i;
      if (isPlainBlock(c) || Character.isSurrogate(c)) {
        continue;
      }
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      for (int k = 1; k < parts.length(); k++) {
        joining.set(parts.charAt(k));
      }
    }
    return joining;
  }

  /** Marks that NFKC may put in another order, where two of them stand together. */
  private static boolean[] ordered() {
    boolean[] ordered = new boolean[0x10000];
    for (int i = FIRST_MARK; i < ordered.length; i++) {
      if (Character.getType(i) == Character.NON_SPACING_MARK
          || Character.getType(i) == Character.COMBINING_SPACING_MARK) {
        char c = (char) i;
        ordered[i] =
            Normalizer.normalize("" + c + LOWEST_MARK, Normalizer.Form.NFD).charAt(0) != c
                || Normalizer.normalize("" + HIGHEST_MARK + c, Normalizer.Form.NFD).charAt(0) == c;
      }
    }
    return ordered;
  }

  /** Which characters NFKC leaves alone, whatever stands beside them that is such a one too. */
  private static boolean[] stable() {
    boolean[] stable = new boolean[0x2C00];
    for (char c = 0; c < stable.length; c++) {
      boolean isPlainArea = c < 0x300 || (c >= 0x2000 && c < 0x2C00);
      int type = Character.getType(c);
      boolean isMark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
      stable[c] =
          isPlainArea
              && !isMark
              && Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFKC);
    }
    // NFKC gives three full stops; folding does that itself, since news is full of it.
    stable[ELLIPSIS] = true;
    return stable;
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
