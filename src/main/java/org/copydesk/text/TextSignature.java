package org.copydesk.text;

/**
 * Signatures that the C2PA specification (2.3, manifests in unstructured text) hides in a text:
 * U+FEFF and a run of variation selectors behind it, a byte each, that no reader sees.
 */
public final class TextSignature {
  private static final char MARK = '\uFEFF';

  private TextSignature() {}

  /** The text without signatures; the text itself where it has none. */
  public static String remove(String text) {
    int mark = text.indexOf(MARK);
    while (mark >= 0 && end(text, mark + 1) == mark + 1) {
      mark = text.indexOf(MARK, mark + 1);
    }
    if (mark < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (mark >= 0) {
      int end = end(text, mark + 1);
      if (end > mark + 1) {
        out.append(text, from, mark);
        from = end;
      }
      mark = text.indexOf(MARK, Math.max(end, mark + 1));
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Where a run of variation selectors ends that begins at a place. */
  private static int end(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean isSelector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
      if (!isSelector) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
