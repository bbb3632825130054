package org.copydesk.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.segment.TreeTrait;
import org.copydesk.text.RenderedSpace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A page of HTML as a simple dumper writes it: a blank line between blocks, a line for each {@code
 * br}, inline text joined, tags and links thrown away; with what the tree tells about each line.
 */
public final class RenderedHtml {
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "svg", "iframe", "textarea", "title");
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body button caption center dd details dialog dir div dl"
                  + " dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup"
                  + " hr html legend li main menu nav ol optgroup option p pre search section select"
                  + " summary table tbody tfoot thead tr ul")
              .split(" "));
  private static final List<String> ELEMENTS =
      List.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "p",
          "li",
          "figcaption",
          "tr",
          "blockquote",
          "button",
          "dt",
          "address");
  private static final List<String> PARTS =
      List.of(
          "nav", "header", "footer", "aside", "form", "article", "main", "figure", "section", "ul");
  private static final String[][] CLASSES = {
    {"related", "recommend", "teaser", "also", "popular", "trending", "latest", "most-read"},
    {"comment", "disqus", "reply"},
    {"share", "social", "follow"},
    {"byline", "author", "autor"},
    {"date", "time", "publish"},
    {"caption", "credit", "photo"},
    {"tag", "topic", "categor", "breadcrumb"},
    {"headline", "title", "heading"},
    {"card", "post", "item", "grid"},
    {"entry-content", "article-body", "post-content", "body", "content", "story"}
  };
  private static final int DEEPEST = 6;

  /**
   * A line of the text.
   *
   * @param marks by {@link TreeTrait}
   */
  record Line(String text, int[] marks) {}

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private Element home;
  private int linkDepth;
  private int linkChars;
  private boolean isAfterBlock = true;

  private RenderedHtml() {}

  /** Renders a page. */
  public static RenderedHtml of(String html) {
    RenderedHtml rendered = new RenderedHtml();
    NodeTraversor.traverse(rendered.visitor(), Jsoup.parse(html));
    rendered.endBlock();
    return rendered;
  }

  /** Its lines, in order; none is blank. */
  List<Line> lines() {
    return lines;
  }

  /** The page's text, UTF-8. */
  public byte[] text() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private NodeVisitor visitor() {
    return new NodeVisitor() {
      private int silent;

      @Override
      public void head(Node node, int depth) {
        if (node instanceof TextNode leaf && silent == 0) {
          append(leaf.getWholeText());
        } else if (node instanceof Element element) {
          String tag = element.normalName();
          silent += SILENT.contains(tag) ? 1 : 0;
          if (BLOCKS.contains(tag)) {
            endBlock();
          } else if (tag.equals("br")) {
            endLine();
          } else if (tag.equals("td") || tag.equals("th")) {
            append(" ");
          }
          linkDepth += tag.equals("a") ? 1 : 0;
          home = home == null || text.length() == 0 ? element : home;
        }
      }

      @Override
      public void tail(Node node, int depth) {
        if (node instanceof Element element) {
          String tag = element.normalName();
          silent -= SILENT.contains(tag) ? 1 : 0;
          linkDepth -= tag.equals("a") ? 1 : 0;
          if (BLOCKS.contains(tag)) {
            endBlock();
          }
        }
      }
    };
  }

  private void append(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!RenderedSpace.is(c)) {
        text.append(c);
        linkChars += linkDepth > 0 ? 1 : 0;
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private void endBlock() {
    endLine();
    isAfterBlock = true;
  }

  private void endLine() {
    String line = text.toString().strip();
    text.setLength(0);
    if (!line.isEmpty()) {
      out.append(isAfterBlock && out.length() > 0 ? "\n" : "").append(line).append('\n');
      lines.add(new Line(line, marks(line)));
      isAfterBlock = false;
    }
    linkChars = 0;
    home = null;
  }

  private int[] marks(String line) {
    int[] marks = new int[TreeTrait.values().length];
    int solid = line.replace(" ", "").length();
    int share = linkChars * 100 / Math.max(1, solid);
    marks[TreeTrait.LINKS.ordinal()] =
        share == 0 ? 1 : share < 30 ? 2 : share < 75 ? 3 : share < 100 ? 4 : 5;
    int element = 1;
    int part = 1;
    int classes = 1;
    int depth = 0;
    for (Element at = home; at != null; at = at.parent(), depth++) {
      String tag = at.normalName();
      if (element == 1 && ELEMENTS.contains(tag)) {
        element = 2 + ELEMENTS.indexOf(tag);
      }
      if (part == 1 && PARTS.contains(tag)) {
        part = 2 + PARTS.indexOf(tag);
      }
      if (classes == 1 && depth < DEEPEST) {
        classes = classes(at);
      }
    }
    marks[TreeTrait.ELEMENT.ordinal()] = Math.min(element, TreeTrait.ELEMENT.values - 1);
    marks[TreeTrait.PART.ordinal()] = Math.min(part, TreeTrait.PART.values - 1);
    marks[TreeTrait.CLASSES.ordinal()] = classes;
    return marks;
  }

  private static int classes(Element element) {
    String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    for (int k = 0; k < CLASSES.length; k++) {
      for (String name : CLASSES[k]) {
        if (names.contains(name)) {
          return 2 + k;
        }
      }
    }
    return 1;
  }
}
