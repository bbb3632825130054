package org.copydesk.text;

/** What leaves a blank or nothing where HTML is rendered to lines of text. */
public final class RenderedSpace {
  private RenderedSpace() {}

  /** White space, spaces of no width and soft hyphens. */
  public static boolean is(char c) {
    return Character.isWhitespace(c)
        || c == '\u00A0'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u00AD';
  }
}
