package org.copydesk.model;

/**
 * A labelled byte range of one page's payload, half open.
 *
 * @param start first byte, counted from the start of the payload
 * @param end byte after the last
 * @param label what the bytes are
 * @param rule name of the rule that decided, for example {@code provided-by}
 */
public record Span(int start, int end, Label label, String rule) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("span of no length: " + start + ".." + end);
    }
  }
}
