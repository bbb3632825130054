package org.copydesk.text;

/**
 * Words from data as a terminal or log may show them: control characters, line ends, escapes and
 * marks that turn the direction of writing become {@code ?}, and a long text is cut.
 */
public final class Printable {
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
    String safe = text.replaceAll("\\p{C}|[\\u2028\\u2029]", "?");
    if (safe.codePointCount(0, safe.length()) <= most) {
      return safe;
    }
    return safe.substring(0, safe.offsetByCodePoints(0, most)) + "…";
  }
}
