package org.copydesk.html;

import java.util.List;
import java.util.Locale;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.segment.words.MarkerWords;
import org.copydesk.text.Normaliser;

/**
 * Truncation signs and "read more" markers at the end of a snippet: "The port opens ... Read more
 * »" is the text "The port opens", truncated, with the marker "Read more »".
 */
final class SnippetEnd {
  private static final List<String> SIGNS =
      List.of("[...]", "[…]", "(...)", "(…)", "[&hellip;]", "……", "...", ". . .", "…", "⋯", "‥");

  private static final int LONGEST_MARKER = 40;
  private static final String GLYPHS = "»›→>←▶+« ";

  /**
   * A snippet taken apart.
   *
   * @param text without sign and marker
   * @param marker as printed; null when none
   * @param isTruncated whether a sign or a marker stood at the end
   */
  record Cut(String text, String marker, boolean isTruncated) {}

  private SnippetEnd() {}

  /** Whether a line is a marker and nothing else. */
  static boolean isMarker(String line) {
    return line.length() <= LONGEST_MARKER
        && MarkerWords.SHIPPED.isMarkerBesideSign(Normaliser.normalise(plain(line)));
  }

  /** Whether a line is a marker that names what it leads to: "Learn more about the ferry". */
  static boolean leadsOn(String line) {
    String lower = plain(line);
    for (String start :
        new String[] {
          "learn more about ",
          "find out more ",
          "read more about ",
          "more about ",
          "mehr über ",
          "en savoir plus sur ",
          "más sobre ",
          "leer más sobre "
        }) {
      if (lower.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  static Cut cut(String snippet) {
    String text = snippet.strip();
    String marker = null;
    String lower = text.toLowerCase(Locale.ROOT);
    String bare = withoutGlyphs(lower);
    int bracket = bracketed(text);
    if (bracket > 0) {
      marker = text.substring(bracket);
    }
    boolean hasGlyph = bare.length() < text.length();
    boolean isSameLength = lower.length() == text.length();
    for (int at = Math.max(0, bare.length() - LONGEST_MARKER); at < bare.length(); at++) {
      if (marker == null && isSameLength && opensWord(bare, at)) {
        String known = Normaliser.normalise(bare.substring(at));
        boolean isSure = hasGlyph && MarkerWords.SHIPPED.isMarker(known);
        boolean isPossible = isSure || MarkerWords.SHIPPED.isMarkerBesideSign(known);
        if (isPossible && (isSure || signLength(text.substring(0, at).stripTrailing()) > 0)) {
          marker = text.substring(at);
        }
      }
    }
    if (marker != null) {
      text = text.substring(0, text.length() - marker.length()).stripTrailing();
    }
    int sign = signLength(text);
    if (sign > 0) {
      text = text.substring(0, text.length() - sign).stripTrailing();
    }
    return new Cut(text, marker, marker != null || sign > 0);
  }

  private static boolean opensWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetter(c)
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || TextBlock.isDense(c));
  }

  /** Whether a text ends in a sign that says it goes on: "The port opens ...". */
  static boolean endsInSign(String text) {
    return signLength(text) > 0;
  }

  private static int signLength(String text) {
    for (String sign : SIGNS) {
      if (text.endsWith(sign)) {
        return sign.length();
      }
    }
    return 0;
  }

  /** Where a bracket opens that closes at the end of a text and holds a marker; -1 when none. */
  private static int bracketed(String text) {
    int end = text.length() - 1;
    if (end < 2 || (text.charAt(end) != ']' && text.charAt(end) != ')')) {
      return -1;
    }
    int open = text.lastIndexOf(text.charAt(end) == ']' ? '[' : '(');
    return open >= 0 && isMarker(text.substring(open + 1, end)) ? open : -1;
  }

  private static String plain(String line) {
    String text = line.toLowerCase(Locale.ROOT).strip();
    if (text.length() > 2 && "[(".indexOf(text.charAt(0)) >= 0 && bracketed(text) == 0) {
      text = text.substring(1, text.length() - 1).strip();
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign)) {
        text = text.substring(sign.length()).strip();
      }
      if (text.endsWith(sign)) {
        text = text.substring(0, text.length() - sign.length()).strip();
      }
    }
    return withoutGlyphs(text);
  }

  private static String withoutGlyphs(String text) {
    int end = text.length();
    while (end > 0 && GLYPHS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
