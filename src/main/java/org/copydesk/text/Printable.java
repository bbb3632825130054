package org.copydesk.text;

import java.util.regex.Pattern;

/**
 * Words from data as a terminal or log may show them: control characters, line ends, escapes and
 * marks that turn the direction of writing become {@code ?}, and a long text is cut.
 */
public final class Printable {
  private static final Pattern UNSAFE = Pattern.compile("\\p{C}|[\\u2028\\u2029]");
  private static final Pattern UNSAFE_IN_LINES =
      Pattern.compile("[\\p{C}\\u2028\\u2029&&[^\\n\\t]]");

  private Printable() {}

  /**
   * The text in one line.
   *
   * @param text any; null gives {@code -}
   * @param most characters shown
   */
  public static String of(String text, int most) {
    if (text == null) {
      return "-";
    }
    String safe = UNSAFE.matcher(text).replaceAll("?");
    if (safe.codePointCount(0, safe.length()) <= most) {
      return safe;
    }
    return safe.substring(0, safe.offsetByCodePoints(0, most)) + "…";
  }

  /** The text with the line ends and tabs it has, whole; null gives {@code -}. */
  public static String lines(String text) {
    if (text == null) {
      return "-";
    }
    return UNSAFE_IN_LINES.matcher(text.replace("\r\n", "\n")).replaceAll("?");
  }
}
