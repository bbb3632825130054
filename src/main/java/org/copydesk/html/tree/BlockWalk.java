package org.copydesk.html.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.text.AnyPhrase;
import org.copydesk.text.WorkLimit;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** One walk through a page's tree, which gathers {@link PageBlocks}. */
final class BlockWalk {
  /** Seams matter in bylines and lines with a date. */
  private static final int MOST_SEAMS = 64;

  private static final int LONGEST_SEAMED = 300;
  private static final int LONGEST_BOLD_LINE = 90;
  private static final int FEWEST_OF_PARAGRAPH = 60;

  /** In names of elements that hold the word above a headline. */
  private static final Set<String> KICKER_NAMES =
      Set.of("kicker", "overline", "dachzeile", "topline", "eyebrow", "spitzmarke", "surtitle");

  private static final AnyPhrase KICKERS = new AnyPhrase();

  static {
    KICKER_NAMES.forEach(KICKERS::add);
  }

  final List<Box> boxes = new ArrayList<>();
  final List<TextBlock> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final int maxText;
  private int taken;
  private Box box;
  private boolean pendingSpace;
  private boolean wasBreak;

  /** 0 while the text begins in bold letters, else -1; and where they end. */
  private int boldStart = -1;

  private int boldEnd;
  private int linkChars;
  private Element link;
  private int linkStart;
  private int buttonStart;
  private int buttonChars;
  private String href;
  private String linkText;
  private String lastLink;
  private boolean hasOtherLinks;
  private int[] seams = new int[16];
  private int seamCount;

  private final boolean isWithoutScripts;

  BlockWalk(int maxText, boolean isWithoutScripts) {
    this.maxText = maxText;
    this.isWithoutScripts = isWithoutScripts;
  }

  int words() {
    return blocks.stream().mapToInt(block -> block.words).sum();
  }

  void through(Element root) {
    Node node = root;
    boolean isEntering = true;
    while (node != null) {
      WorkLimit.check();
      if (isEntering) {
        boolean goesDown = enter(node);
        if (goesDown && node.childNodeSize() > 0) {
          node = node.childNode(0);
          continue;
        }
      }
      leave(node);
      if (node == root) {
        break;
      }
      Node next = node.nextSibling();
      isEntering = next != null;
      node = next != null ? next : node.parent();
    }
    flush();
  }

  private boolean enter(Node node) {
    if (node instanceof TextNode leaf) {
      String raw = leaf.getWholeText();
      taken += raw.length();
      if (taken > maxText) {
        throw new TextTooLong(maxText);
      }
      append(raw);
      return false;
    }
    if (!(node instanceof Element element)) {
      return false;
    }
    String tag = element.normalName();
    if (PageBlocks.isSilent(element) && !(isWithoutScripts && tag.equals("noscript"))) {
      return false;
    }
    if (tag.equals("br")) {
      // A second break ends a paragraph; so does one after a line that is nothing but a link.
      boolean isLinkedLine = link == null && linkChars >= 15 && linkChars >= text.length();
      if (wasBreak || isLinkedLine) {
        flush();
      } else if (isBoldLine() && isBeforeParagraph(element)) {
        flush();
        blocks.get(blocks.size() - 1).isSubhead = true;
      }
      pendingSpace = true;
      wasBreak = true;
      return false;
    }
    addSeam();
    if (isBoundary(element, tag)) {
      flush();
      box = new Box(element, box, blocks.size());
      boxes.add(box);
    } else if (tag.equals("a") && element.hasAttr("href")) {
      link = element;
      linkStart = text.length();
    } else if (tag.equals("strong") || tag.equals("b")) {
      boldStart = text.length() == 0 ? 0 : boldStart;
    } else if (tag.equals("button")) {
      pendingSpace = true;
      buttonStart = text.length();
    } else if (tag.equals("td") || tag.equals("th") || tag.equals("time")) {
      pendingSpace = true;
    } else if (tag.equals("img")) {
      wasBreak = false;
    }
    return true;
  }

  private void leave(Node node) {
    if (!(node instanceof Element element)) {
      return;
    }
    addSeam();
    if (box != null && box.element == element) {
      flush();
      box.endBlock = blocks.size();
      box = box.parent;
    } else if (element == link) {
      endLink();
      link = null;
    } else if (element.normalName().equals("strong") || element.normalName().equals("b")) {
      boldEnd = boldStart == 0 ? text.length() : boldEnd;
    } else if (element.normalName().equals("time")) {
      pendingSpace = true;
    } else if (element.normalName().equals("button") && link == null) {
      // What can be pressed is no more text than what can be followed.
      buttonChars += Math.max(0, text.length() - buttonStart);
      pendingSpace = true;
    }
  }

  private static boolean isBoundary(Element element, String tag) {
    if (PageBlocks.isBlock(element)) {
      return true;
    }
    if (tag.equals("td") || tag.equals("th")) {
      // A cell of a layout table holds blocks; one of a data table holds a value.
      return holdsBlocks(element);
    }
    if (tag.equals("span") && (isKicker(element) || isShownAsBlock(element))) {
      return true;
    }
    // Inline names dressed as blocks: custom elements and anchors or spans around paragraphs.
    return tag.indexOf('-') > 0
        || ((tag.equals("span") || tag.equals("font")) && holdsBlocks(element) && namesIt(element));
  }

  private static boolean isShownAsBlock(Element element) {
    String style = element.attr("style");
    return !style.isEmpty()
        && style.length() < 200
        && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:block");
  }

  /** The word above a headline, inside its element: "Harbour" in "Harbour Ferry is back". */
  private static boolean isKicker(Element element) {
    String names = element.className();
    if (names.isEmpty()) {
      return false;
    }
    String lower = names.toLowerCase(Locale.ROOT);
    if (!KICKERS.isIn(lower)) {
      return false;
    }
    for (String word : lower.split("[^a-z]+", 12)) {
      if (KICKER_NAMES.contains(word)) {
        return hasTextBehind(element);
      }
    }
    return false;
  }

  private static boolean hasTextBehind(Element element) {
    Element next = element.nextElementSibling();
    while (next != null && !next.hasText()) {
      // A row of empty ones would be walked once for each of them.
      WorkLimit.check();
      next = next.nextElementSibling();
    }
    return next != null;
  }

  private static boolean namesIt(Element element) {
    return element.hasAttr("class") || element.hasAttr("id");
  }

  private static boolean holdsBlocks(Element element) {
    for (int i = 0; i < element.childNodeSize() && i < 64; i++) {
      if (element.childNode(i) instanceof Element child) {
        if (PageBlocks.isBlock(child)
            || (child.normalName().equals("br") && element.childNodeSize() > 6)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A subhead in bold letters on a line of its own, whatever follows after one break. */
  private boolean isBoldLine() {
    int end = text.length();
    while (end > boldEnd && ": \u00A0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return boldStart == 0 && boldEnd > 0 && end == boldEnd && end <= LONGEST_BOLD_LINE;
  }

  /** Whether a paragraph follows up to the next break, and no link or short line. */
  private static boolean isBeforeParagraph(Element lineBreak) {
    int length = 0;
    Node next = lineBreak.nextSibling();
    for (int i = 0; next != null && i < 40 && length < FEWEST_OF_PARAGRAPH; i++) {
      if (next instanceof Element element) {
        if (element.normalName().equals("br") || length == 0 && element.normalName().equals("a")) {
          return false;
        }
        length += element.text().length();
      } else if (next instanceof TextNode leaf && !leaf.isBlank()) {
        length += leaf.getWholeText().strip().length();
      }
      next = next.nextSibling();
    }
    return length >= FEWEST_OF_PARAGRAPH;
  }

  private void addSeam() {
    boolean isKnown = seamCount > 0 && seams[seamCount - 1] == text.length();
    if (text.length() > 0 && !pendingSpace && !isKnown && seamCount < MOST_SEAMS) {
      seams = seamCount == seams.length ? Arrays.copyOf(seams, seamCount * 2) : seams;
      seams[seamCount++] = text.length();
    }
  }

  private int[] seamsWithin(String whole) {
    int[] within = new int[seamCount];
    int count = 0;
    for (int i = 0; i < seamCount; i++) {
      if (seams[i] < whole.length() && whole.charAt(seams[i]) != ' ') {
        within[count++] = seams[i];
      }
    }
    return Arrays.copyOf(within, count);
  }

  private void append(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u00A0' || c == '\u2028' || c == '\u2029' || c == '\u3000') {
        pendingSpace = true;
      } else {
        if (c == '\u0000' || c == '\u200B' || c == '\uFEFF' || c == '\u00AD') {
          continue;
        }
        if (pendingSpace && text.length() > 0) {
          text.append(' ');
        }
        pendingSpace = false;
        wasBreak = false;
        text.append(c);
      }
    }
  }

  private void endLink() {
    int length = text.length() - linkStart;
    if (length > 0) {
      linkChars += length;
      String target = link.attr("href");
      lastLink = text.substring(linkStart).trim();
      if (href == null) {
        href = target;
        linkText = text.substring(linkStart).trim();
      } else if (!href.equals(target)) {
        hasOtherLinks = true;
      }
    }
    linkStart = text.length();
  }

  private void flush() {
    if (text.length() > 0) {
      if (link != null) {
        endLink();
      }
      Box home = box;
      String whole = text.toString();
      TextBlock block = new TextBlock(whole, home, linkChars, href, linkText, hasOtherLinks);
      block.endLink = lastLink != null && whole.endsWith(lastLink) ? lastLink : null;
      block.buttonChars = buttonChars;
      block.seams =
          seamCount == 0 || whole.length() > LONGEST_SEAMED ? block.seams : seamsWithin(whole);
      blocks.add(block);
      text.setLength(0);
    }
    seamCount = 0;
    boldStart = -1;
    boldEnd = 0;
    linkStart = 0;
    buttonStart = 0;
    buttonChars = 0;
    linkChars = 0;
    href = null;
    linkText = null;
    lastLink = null;
    hasOtherLinks = false;
    pendingSpace = false;
    wasBreak = false;
  }
}
