package org.copydesk.html.tree;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Text whose inline elements stand side by side without a space: {@code <b>Ana Roe</b><i>Political
 * editor</i>} shows "Ana Roe" and "Political editor" apart, and a browser draws the gap. A fitting
 * seam parts a small letter from a capital, or a letter from a digit.
 */
public final class InlineText {
  private InlineText() {}

  /** An element's text with a space at each such seam. */
  public static String of(Element element) {
    StringBuilder out = new StringBuilder();
    Node node = element;
    while (node != null) {
      if (node instanceof TextNode leaf) {
        String text = leaf.getWholeText().replaceAll("[\\s\u00A0]+", " ");
        boolean isSeam =
            out.length() > 0
                && !text.isEmpty()
                && isSeam(out.charAt(out.length() - 1), text.charAt(0));
        out.append(isSeam ? " " : "").append(text);
      } else if (node instanceof Element inner
          && (inner.normalName().equals("br") || PageBlocks.isBlock(inner))) {
        out.append(' ');
      }
      Node next = node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && node != element) {
        next = node.nextSibling();
        node = next == null ? node.parent() : node;
      }
      node = next;
    }
    return out.toString().replaceAll(" +", " ").strip();
  }

  /** {@code text} with a space at those of its seams that part two words. */
  static String spaced(String text, int[] seams) {
    if (seams.length == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = seams.length - 1; i >= 0; i--) {
      if (isSeam(text.charAt(seams[i] - 1), text.charAt(seams[i]))) {
        out.insert(seams[i], ' ');
      }
    }
    return out.toString();
  }

  private static boolean isSeam(char before, char after) {
    return Character.isLowerCase(before) && Character.isUpperCase(after)
        || Character.isDigit(before) && Character.isLetter(after)
        || Character.isLetter(before) && Character.isDigit(after)
        || before == '.' && Character.isUpperCase(after);
  }
}
