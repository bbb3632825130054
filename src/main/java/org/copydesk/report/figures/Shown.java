package org.copydesk.report.figures;

/**
 * Text from data as a person may see it: control characters become their pictures (ESC is shown as
 * &#x241B;), characters that turn the direction of what follows are named, half characters are
 * replaced, and what is too long is cut. Escaping for HTML is the templates' matter.
 */
public final class Shown {
  /** Control pictures begin here: U+2400 stands for NUL. */
  private static final int PICTURES = 0x2400;

  private Shown() {}

  /**
   * @param text null stays null
   * @param most code points before it is cut
   */
  public static String text(String text, int most) {
    if (text == null) {
      return null;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), most) + 8);
    int at = 0;
    for (int taken = 0; at < text.length() && taken < most; taken++) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      append(c, out);
    }
    return at < text.length() ? out.append(" …").toString() : out.toString();
  }

  /** Where a record stood: file and number. */
  public static String place(String file, Long record) {
    String shown = text(file, 240);
    return record == null ? shown : shown + " #" + record;
  }

  private static void append(int c, StringBuilder out) {
    if (c == '\n' || c == '\t') {
      out.append((char) c);
    } else if (c < 0x20) {
      out.append((char) (PICTURES + c));
    } else if (c == 0x7F) {
      out.append('\u2421');
    } else if (isNamed(c)) {
      out.append("[U+").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
      out.append(']');
    } else if (Character.getType(c) == Character.SURROGATE || isNoncharacter(c)) {
      out.append('\uFFFD');
    } else {
      out.appendCodePoint(c);
    }
  }

  /** C1 controls, line and paragraph separators, and what steers the direction of text. */
  private static boolean isNamed(int c) {
    return (c >= 0x80 && c <= 0x9F)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** The address when it leads to a page on the web; null for anything else. */
  public static String link(String url) {
    if (url == null || url.length() > 2000) {
      return null;
    }
    boolean isWeb =
        url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
    boolean isPlain = url.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '<');
    return isWeb && isPlain ? url : null;
  }
}
