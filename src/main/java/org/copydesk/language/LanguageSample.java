package org.copydesk.language;

/**
 * What of a text the language is read from: at most a few hundred characters at some places, the
 * same ones every time.
 *
 * <p>Addresses, digits and runs of white space say nothing and are left out; letters are lower
 * case.
 */
final class LanguageSample {
  /** Characters read at a place. */
  static final int SIZE = 100;

  private LanguageSample() {}

  /** Number of places to ask of a text: one a {@link #SIZE}, at least one, at most {@code most}. */
  static int places(CharSequence text, int most) {
    return Math.max(1, Math.min(most, text.length() / SIZE));
  }

  /** The sample at one of the places of a text, which lie evenly from its beginning to its end. */
  static String of(CharSequence text, int place, int places) {
    int length = text.length();
    int size = places == 1 ? 2 * SIZE : SIZE;
    StringBuilder out = new StringBuilder(Math.min(length, size) + 1);
    int start = places == 1 ? 0 : (int) ((long) Math.max(0, length - SIZE) * place / (places - 1));
    append(text, start == 0 ? 0 : wordStart(text, start), length, size, out);
    return out.toString();
  }

  /** The start of the next word, looked for in the next 20 characters. */
  private static int wordStart(CharSequence text, int start) {
    int end = Math.min(text.length(), start + 20);
    for (int i = start; i < end; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
  }

  private static void append(CharSequence text, int from, int to, int until, StringBuilder out) {
    int i = from;
    while (i < to && out.length() < until) {
      char c = text.charAt(i);
      boolean isWordStart = i == from || isSpace(text.charAt(i - 1));
      if (isWordStart && isAddress(text, i, to)) {
        i = wordEnd(text, i, to);
        continue;
      }
      int last = out.length() - 1;
      if (isSpace(c) || Character.isDigit(c)) {
        if (last >= 0 && out.charAt(last) != ' ') {
          out.append(' ');
        }
      } else if (last < 1 || out.charAt(last) != c || out.charAt(last - 1) != c) {
        out.append(Character.toLowerCase(c));
      }
      i++;
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || Character.isWhitespace(c);
  }

  private static int wordEnd(CharSequence text, int i, int to) {
    while (i < to && !isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isAddress(CharSequence text, int from, int to) {
    char first = text.charAt(from);
    if (first == '@') {
      return true;
    }
    int end = Math.min(to, from + 64);
    for (int i = from; i < end && text.charAt(i) < 0x80 && !isSpace(text.charAt(i)); i++) {
      char c = text.charAt(i);
      boolean isScheme =
          c == ':' && i + 2 < end && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/';
      boolean isMail = c == '@' && i > from && i + 1 < end && text.charAt(i + 1) > ' ';
      boolean isHost = c == '.' && i == from + 3 && (first == 'w' || first == 'W');
      if (isScheme || isMail || isHost) {
        return true;
      }
    }
    return false;
  }
}
