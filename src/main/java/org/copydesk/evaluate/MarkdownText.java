package org.copydesk.evaluate;

import java.util.Set;
import org.copydesk.text.RenderedSpace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A page of HTML as dumpers write it that keep some of its form: links as {@code [text](address)},
 * headings with {@code #}, items with {@code *}, cells of tables between bars or tabs.
 */
public final class MarkdownText {
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "svg", "iframe", "textarea", "title");
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body button caption center dd details dialog dir div dl"
                  + " dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup"
                  + " hr html legend li main menu nav ol optgroup option p pre search section select"
                  + " summary table tbody tfoot thead tr ul")
              .split(" "));

  private final boolean hasMarks;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private String mark = "";
  private boolean isAfterBlock = true;
  private int silent;

  private MarkdownText(boolean hasMarks) {
    this.hasMarks = hasMarks;
  }

  /** With links, headings, items and bars between cells. */
  public static String of(String html) {
    return new MarkdownText(true).render(html);
  }

  /** Without any of these, cells a tab apart. */
  public static String withTabs(String html) {
    return new MarkdownText(false).render(html);
  }

  private String render(String html) {
    NodeTraversor.traverse(new Visitor(), Jsoup.parse(html));
    end(true);
    return out.toString();
  }

  private final class Visitor implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        append(silent == 0 ? text.getWholeText() : "");
      } else if (node instanceof Element element) {
        begin(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        finish(element);
      }
    }
  }

  private void begin(Element element) {
    String tag = element.normalName();
    silent += SILENT.contains(tag) ? 1 : 0;
    if (BLOCKS.contains(tag)) {
      end(true);
    } else if (tag.equals("br")) {
      end(false);
    } else if (tag.equals("td") || tag.equals("th")) {
      boolean isFirst = element.elementSiblingIndex() == 0;
      line.append(hasMarks ? isFirst ? "| " : " | " : isFirst ? "" : "\t");
    }
    if (!hasMarks) {
      return;
    }
    boolean isHeading =
        tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    if (isHeading) {
      mark = "#".repeat(tag.charAt(1) - '0') + " ";
    } else if (tag.equals("li")) {
      mark = "* ";
    } else if (isLink(element)) {
      line.append('[');
    }
  }

  private boolean isLink(Element element) {
    return silent == 0 && element.normalName().equals("a") && !element.attr("href").isBlank();
  }

  private void finish(Element element) {
    String tag = element.normalName();
    if (hasMarks && isLink(element)) {
      // A link around blocks closes behind the last of them, as dumpers write it.
      boolean isEmpty = line.length() > 0 && line.charAt(line.length() - 1) == '[';
      if (isEmpty) {
        line.setLength(line.length() - 1);
      } else {
        line.append("](").append(element.attr("href").strip().replace(" ", "%20")).append(')');
      }
    }
    silent -= SILENT.contains(tag) ? 1 : 0;
    if (BLOCKS.contains(tag)) {
      end(true);
      mark = "";
    }
  }

  private void append(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!RenderedSpace.is(c)) {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  private void end(boolean isBlock) {
    String text = line.toString().strip();
    line.setLength(0);
    if (!text.isEmpty() && !text.equals("|")) {
      out.append(isAfterBlock && out.length() > 0 ? "\n" : "");
      out.append(mark).append(text).append('\n');
      isAfterBlock = false;
      mark = "";
    }
    isAfterBlock |= isBlock;
  }
}
