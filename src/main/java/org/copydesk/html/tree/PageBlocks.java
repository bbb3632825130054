package org.copydesk.html.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A parsed page as boxes and text blocks in reading order. The walk keeps no call stack, so depth
 * costs nothing; scripts, styles and the like give no text.
 *
 * @param boxes block-level elements, a parent before its children
 * @param blocks runs of text, none empty
 */
public record PageBlocks(List<Box> boxes, List<TextBlock> blocks) {

  // Asked of every element; a HashSet answers twice as fast as an immutable one.
  private static final Set<String> BLOCKS =
      hashed(
          "html",
          "body",
          "div",
          "p",
          "section",
          "article",
          "main",
          "aside",
          "nav",
          "header",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "caption",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "form",
          "fieldset",
          "legend",
          "details",
          "summary",
          "address",
          "center",
          "hr",
          "dialog",
          "menu",
          "hgroup",
          "search",
          "label",
          "amp-accordion",
          "textarea",
          "video",
          "audio");
  private static final Set<String> SILENT =
      hashed(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "canvas",
          "head",
          "select",
          "option",
          "math",
          "map",
          "textarea",
          "video",
          "audio",
          "datalist",
          "noframes",
          // Readings over East Asian words, and brackets for readers without them.
          "rt",
          "rp",
          "rtc",
          "input",
          "applet");

  private static Set<String> hashed(String... names) {
    return new HashSet<>(List.of(names));
  }

  /** Whether a headline of the first order stands in {@code box}. */
  public boolean holdsHeadline(Box box) {
    return blocks.subList(box.firstBlock, box.endBlock).stream()
        .anyMatch(block -> block.box.tag().equals("h1"));
  }

  /** Whether a headline of the first order stands above {@code box}. */
  public boolean hasHeadlineBefore(Box box) {
    return blocks.subList(0, box.firstBlock).stream()
        .anyMatch(block -> block.box.tag().equals("h1"));
  }

  /** Words of text below which a page is waiting for its scripts. */
  private static final int FEWEST_WORDS = 40;

  public static PageBlocks of(Document page, int maxText) {
    BlockWalk walk = new BlockWalk(maxText, false);
    walk.through(page.body());
    if (walk.words() < FEWEST_WORDS && page.body().selectFirst("noscript") != null) {
      // Pages that scripts fill in often hold their text once more for readers without them.
      BlockWalk whole = new BlockWalk(maxText, true);
      whole.through(page.body());
      walk = whole.words() >= FEWEST_WORDS ? whole : walk;
    }
    return new PageBlocks(walk.boxes, walk.blocks);
  }

  /** Whether what stands in it is not text of the page. */
  public static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName());
  }

  public static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }
}
