package org.copydesk.html.tree;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Parses a page. The parser can lose count of open formatting elements and templates on damaged
 * pages (jsoup 1.24.1 throws IndexOutOfBoundsException, or ValidationException "Bug: no template
 * insertion mode on stack"); such a page is parsed again without those tags. Found by random
 * damage, about once in 20,000 mutants.
 */
public final class HtmlTree {
  private static final Set<String> FORMATTING =
      Set.of(
          "b",
          "big",
          "code",
          "em",
          "font",
          "i",
          "nobr",
          "s",
          "small",
          "strike",
          "strong",
          "tt",
          "u",
          "a",
          "template");

  private HtmlTree() {}

  public static Document parse(String page, String url, int maxDepth) {
    String base = url == null ? "" : url;
    String html = whole(page);
    try {
      return Jsoup.parse(html, base, Parser.htmlParser().setMaxDepth(maxDepth));
    } catch (IndexOutOfBoundsException | ValidationException e) {
      return Jsoup.parse(withoutFormatting(html), base, Parser.htmlParser().setMaxDepth(maxDepth));
    }
  }

  /**
   * The same with U+FFFD for U+FFFF, which is no character and which jsoup 1.24.1 takes for the end
   * of the page: what stands behind it would be lost.
   */
  public static String whole(String html) {
    // Looking is faster than replacing, and next to no page has one.
    return html.indexOf('\uffff') < 0 ? html : html.replace('\uffff', '\ufffd');
  }

  private static String withoutFormatting(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      if (open < 0) {
        break;
      }
      out.append(html, at, open);
      int from = open + (open + 1 < html.length() && html.charAt(open + 1) == '/' ? 2 : 1);
      int end = from;
      while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
        end++;
      }
      String name = html.substring(from, Math.min(end, from + 12)).toLowerCase(Locale.ROOT);
      if (FORMATTING.contains(name)) {
        int close = html.indexOf('>', end);
        at = close < 0 ? html.length() : close + 1;
      } else {
        out.append('<');
        at = open + 1;
      }
    }
    return out.append(html, Math.min(at, html.length()), html.length()).toString();
  }
}
