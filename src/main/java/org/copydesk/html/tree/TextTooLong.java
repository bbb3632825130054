package org.copydesk.html.tree;

/** A page's tree holds more text than a page may. */
public final class TextTooLong extends RuntimeException {
  private static final long serialVersionUID = 1;

  TextTooLong(int most) {
    super("text of more than " + most + " characters");
  }
}
