package org.copydesk.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.html.tree.PageBlocks;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Label;
import org.copydesk.text.WorkLimit;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the blocks of an article as CommonMark with tables: subheads, lists, quotations, code,
 * tables of data, links with their whole address, strong and emphasised words. The same paragraphs
 * in the same order as the plain text; titles, bylines and furniture are in neither.
 *
 * <pre>{@code
 * <h2>Prices</h2><ul><li>Herring <a href="/h">3.10</a></li></ul>   ## Prices
 *
 *                                                               - Herring [3.10](https://…/h)
 * }</pre>
 */
final class MarkdownBody {
  private static final String SIGNS = "\\`*_[]<";
  private static final int FEWEST_ROWS = 2;
  private static final int FEWEST_CELLS = 2;
  private static final int HIGHEST_HEADING = 2;
  private static final int MOST_TABLE_ROWS = 2_000;

  private final List<TextBlock> blocks;
  private final StringBuilder out = new StringBuilder();
  private final Set<Element> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Element, String> markers = new IdentityHashMap<>();
  private final Map<Element, Boolean> areOfData = new IdentityHashMap<>();
  private Element lastList;
  private String lastQuotation = "";

  private MarkdownBody(PageBlocks page) {
    this.blocks = page.blocks();
  }

  /** The blocks that are labelled body. */
  static String of(PageBlocks page) {
    MarkdownBody body = new MarkdownBody(page);
    for (TextBlock block : body.blocks) {
      if (block.label == Label.BODY) {
        body.write(block);
      }
    }
    return body.out.toString();
  }

  /** Paragraphs that no tree stands behind. */
  static String of(List<String> paragraphs) {
    return String.join("\n\n", paragraphs.stream().map(MarkdownBody::escapedLine).toList());
  }

  private void write(TextBlock block) {
    WorkLimit.check();
    Element element = block.box.element;
    Element pre = around(element, "pre");
    if (pre != null) {
      if (written.add(pre)) {
        add(quoted(pre), "", fenced(pre), null);
      }
      return;
    }
    Element table = around(element, "table");
    if (table != null && areOfData.computeIfAbsent(table, MarkdownBody::isOfData)) {
      if (written.add(table)) {
        add(quoted(element), "", rows(table), null);
      }
      return;
    }
    String text = line(block);
    Element item = around(element, "li");
    if (item != null) {
      String indent = indent(item);
      boolean isFirst = written.add(item);
      String marker = marker(item);
      String first = isFirst ? marker : " ".repeat(marker.length());
      String heading = block.isHeading() ? strong(text) : text;
      if (!isFirst) {
        lastList = null;
      }
      add(quoted(element), indent + first, heading, item.parent());
      return;
    }
    if (block.isHeading()) {
      int level = Math.max(HIGHEST_HEADING, element.normalName().charAt(1) - '0');
      add(quoted(element), "", "#".repeat(level) + " " + text.replace("  \n", " "), null);
    } else if (block.isSubhead || element.normalName().equals("dt")) {
      add(quoted(element), "", strong(text), null);
    } else {
      add(quoted(element), "", text, null);
    }
  }

  private static String strong(String text) {
    return text.startsWith("**") ? text : "**" + text + "**";
  }

  /** Adds lines, all behind the signs of quotations, the first behind {@code marker}. */
  private void add(String quotation, String marker, String lines, Element list) {
    if (lines.isEmpty()) {
      return;
    }
    // The items of one list stand line below line.
    boolean isSameList = list != null && lastList != null && areOne(list, lastList);
    if (out.length() > 0) {
      // An empty line within a quotation has its sign.
      boolean isSameQuotation = quotation.equals(lastQuotation);
      out.append('\n').append(isSameList ? "" : isSameQuotation ? quotation.strip() + '\n' : "\n");
    }
    lastList = list;
    lastQuotation = quotation;
    String further = quotation + " ".repeat(marker.length());
    out.append(quotation).append(marker).append(lines.replace("\n", "\n" + further));
  }

  private static boolean areOne(Element list, Element other) {
    return top(list) == top(other);
  }

  private static Element top(Element list) {
    Element top = list;
    for (Element up = list; up != null && isPartOfList(up); up = up.parent()) {
      top = up;
    }
    return top;
  }

  private static boolean isPartOfList(Element element) {
    String tag = element.normalName();
    return tag.equals("ul") || tag.equals("ol") || tag.equals("li");
  }

  private static String quoted(Element element) {
    StringBuilder signs = new StringBuilder();
    for (Element up = element; up != null; up = up.parent()) {
      signs.append(up.normalName().equals("blockquote") ? "> " : "");
    }
    return signs.toString();
  }

  private static Element around(Element element, String tag) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up.normalName().equals(tag)) {
        return up;
      }
    }
    return null;
  }

  private String indent(Element item) {
    StringBuilder blanks = new StringBuilder();
    for (Element up = item.parent(); up != null; up = up.parent()) {
      if (up.normalName().equals("li")) {
        blanks.append(" ".repeat(marker(up).length()));
      }
    }
    return blanks.toString();
  }

  /** What stands before an item: "- ", or its number in a list of numbers. */
  private String marker(Element item) {
    Element list = item.parent();
    if (list == null || !list.normalName().equals("ol")) {
      return "- ";
    }
    if (!markers.containsKey(item)) {
      int number = number(list.attr("start"));
      for (Element child : list.children()) {
        if (child.normalName().equals("li")) {
          markers.put(child, number++ + ". ");
        }
      }
    }
    return markers.get(item);
  }

  private static int number(String start) {
    boolean isNumber = !start.isEmpty() && start.length() < 6;
    isNumber &= start.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(start) : 1;
  }

  private static String fenced(Element pre) {
    String code = pre.wholeText().replace("\r\n", "\n").stripTrailing();
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    int from = 0;
    while (from < code.length() && code.charAt(from) == '\n') {
      from++;
    }
    return fence + "\n" + code.substring(from) + "\n" + fence;
  }

  /** Whether a table has rows of several cells and no blocks of text in them. */
  private static boolean isOfData(Element table) {
    int rows = 0;
    for (Element row : rowsOf(table)) {
      int cells = 0;
      for (Element cell : row.children()) {
        boolean isCell = cell.normalName().equals("td") || cell.normalName().equals("th");
        if (isCell && cell.selectFirst("table, p ~ p, div ~ div, ul, ol, h1, h2, h3") != null) {
          return false;
        }
        cells += isCell ? 1 : 0;
      }
      rows += cells >= FEWEST_CELLS ? 1 : 0;
    }
    return rows >= FEWEST_ROWS;
  }

  private static List<Element> rowsOf(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      }
      for (Element row : child.children()) {
        if (row.normalName().equals("tr") && rows.size() < MOST_TABLE_ROWS) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static String rows(Element table) {
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    for (Element row : rowsOf(table)) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
          cells.add(inline(cell).replace("  \n", " ").replace("|", "\\|"));
        }
      }
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(cells);
        width = Math.max(width, cells.size());
      }
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      while (cells.size() < width) {
        cells.add("");
      }
      lines.append(i == 0 ? "| " : "\n| ").append(String.join(" | ", cells)).append(" |");
      if (i == 0) {
        lines.append("\n|").append(" --- |".repeat(width));
      }
    }
    return lines.toString();
  }

  /**
   * The text of a block with its links and words in other letters, where its element is its own.
   */
  private static String line(TextBlock block) {
    Element element = block.box.element;
    boolean isAlone = block.box.endBlock - block.box.firstBlock == 1;
    boolean isWhole = isAlone && letters(plain(element)).equals(letters(block.text));
    return escapedStart(isWhole ? inline(element) : escaped(block.text));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.append(text.charAt(i));
      }
    }
    return letters.toString();
  }

  private static String plain(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode leaf) {
        text.append(leaf.getWholeText());
      } else if (child instanceof Element inner && isInline(inner)) {
        text.append(plain(inner));
      }
    }
    return text.toString();
  }

  private static boolean isInline(Element element) {
    return !PageBlocks.isBlock(element) && !PageBlocks.isSilent(element);
  }

  private static String inline(Element element) {
    StringBuilder text = new StringBuilder();
    write(element, text);
    return text.toString().replaceAll("[ \t\n]*\uE000[ \t\n]*", "  \n").strip();
  }

  private static void write(Element element, StringBuilder text) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode leaf) {
        append(text, escaped(leaf.getWholeText().replaceAll("[\\s\u00A0\u3000]+", " ")));
      } else if (child instanceof Element inner && inner.normalName().equals("br")) {
        // Stands for a break of a line until blanks around it are known.
        text.append('\uE000');
      } else if (child instanceof Element inner && isInline(inner)) {
        writeInner(inner, text);
      } else if (child instanceof Element inner && PageBlocks.isBlock(inner) && isCell(element)) {
        write(inner, text);
      }
    }
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private static void writeInner(Element inner, StringBuilder text) {
    StringBuilder within = new StringBuilder();
    if (inner.normalName().equals("code") || inner.normalName().equals("kbd")) {
      String code = inner.wholeText().replaceAll("\\s+", " ").strip();
      String fence = code.indexOf('`') >= 0 ? "`` " : "`";
      append(text, code.isEmpty() ? "" : fence + code + new StringBuilder(fence).reverse());
      return;
    }
    write(inner, within);
    String words = within.toString().strip();
    String before = !within.isEmpty() && within.charAt(0) == ' ' ? " " : "";
    String after = !within.isEmpty() && within.charAt(within.length() - 1) == ' ' ? " " : "";
    String sign =
        switch (inner.normalName()) {
          case "strong", "b" -> "**";
          case "em", "i", "cite" -> "*";
          case "del", "s", "strike" -> "~~";
          default -> "";
        };
    if (words.isEmpty() || words.equals("\uE000")) {
      append(text, within.toString());
    } else if (inner.normalName().equals("a") && isFollowed(inner)) {
      String target = inner.absUrl("href");
      String address = target.isEmpty() ? inner.attr("href").strip() : target;
      String plainAddress = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29");
      append(text, before + "[" + words + "](" + plainAddress + ")" + after);
    } else {
      append(text, before + sign + words + sign + after);
    }
  }

  private static boolean isFollowed(Element link) {
    String target = link.attr("href").strip();
    return !target.isEmpty() && !target.startsWith("#") && !target.startsWith("javascript:");
  }

  private static void append(StringBuilder text, String part) {
    boolean isAfterBlank = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    text.append(isAfterBlank && part.startsWith(" ") ? part.substring(1) : part);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSilent = c == '\u0000' || c == '\u200B' || c == '\uFEFF' || c == '\u00AD';
      if (!isSilent && c != '\uE000') {
        escaped.append(SIGNS.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  private static String escapedLine(String text) {
    return escapedStart(escaped(text));
  }

  /** Signs that mean something at the start of a line only. */
  private static String escapedStart(String line) {
    if (line.isEmpty()) {
      return line;
    }
    if ("#>+-=~|".indexOf(line.charAt(0)) >= 0) {
      return "\\" + line;
    }
    int digits = 0;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean isNumbered =
        digits > 0
            && digits < 10
            && digits < line.length()
            && ".)".indexOf(line.charAt(digits)) >= 0
            && (digits + 1 == line.length() || line.charAt(digits + 1) == ' ');
    return isNumbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
  }
}
