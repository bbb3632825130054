package org.copydesk.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.segment.lines.FormSigns;

/**
 * A page's text without what the dumper that wrote it put in: links, headings, emphasis and tables
 * in Markdown, and blocks that stand side by side on a few lines. What is found in the plain text
 * is placed in the page again.
 *
 * <pre>
 * ## [Ferry sails again](https://mercury.example/ferry)     Ferry sails again
 * </pre>
 */
final class PageForm {
  /** Bytes of a link's address; of what stands in its brackets. */
  private static final int LONGEST_ADDRESS = 4_000;

  private static final int LONGEST_LINK = 2_000;

  /** Looks at a byte, on average, for brackets that close. */
  private static final int MOST_LOOKS = 32;

  /** A link: where its text stands in the plain one. */
  private record Link(int start, String address) {}

  private final byte[] page;
  private byte[] plain;
  private int[] places;
  private int length;
  private final List<Link> links = new ArrayList<>();

  /** Bytes looked at for closing brackets; brackets that close nowhere must not cost a square. */
  private long looked;

  private PageForm(byte[] page) {
    this.page = page;
    this.plain = new byte[page.length + 16];
    this.places = new int[page.length + 16];
  }

  /** The form of a page's text; null where the text is plain as it stands. */
  static PageForm of(byte[] page) {
    FormSigns signs = FormSigns.of(page);
    if (signs == null || !signs.isMarkdown() && !signs.isOnFewLines()) {
      return null;
    }
    PageForm form = new PageForm(page);
    if (signs.isMarkdown()) {
      form.readMarkdown();
    } else {
      form.readGaps();
    }
    form.plain = Arrays.copyOf(form.plain, form.length);
    return form;
  }

  /** A page's text without its form. */
  static byte[] plain(byte[] page) {
    PageForm form = of(page);
    return form == null ? page : form.plain;
  }

  byte[] plain() {
    return plain;
  }

  private void add(byte c, int place) {
    if (length == plain.length) {
      plain = Arrays.copyOf(plain, length * 2);
      places = Arrays.copyOf(places, length * 2);
    }
    plain[length] = c;
    places[length++] = place;
  }

  /** Blocks that wide gaps part are put on lines of their own. */
  private void readGaps() {
    for (int i = 0; i < page.length; ) {
      int end = i;
      while (end < page.length && page[end] == ' ') {
        end++;
      }
      if (end - i >= FormSigns.WIDE_GAP) {
        add((byte) '\n', i);
        add((byte) '\n', i + 1);
        i = end;
      } else {
        add(page[i], i);
        i++;
      }
    }
  }

  private void readMarkdown() {
    for (int start = 0; start < page.length; ) {
      int end = start;
      while (end < page.length && page[end] != '\n') {
        end++;
      }
      readLine(start, end);
      if (end < page.length) {
        add(page[end], end);
      }
      start = end + 1;
    }
  }

  private void readLine(int start, int end) {
    int i = start;
    while (i < end && (page[i] == ' ' || page[i] == '\t' || page[i] == '>')) {
      i++;
    }
    boolean isRow = i < end && page[i] == '|';
    if (isRow && isOnly(i, end, "|-: \t\r")) {
      return;
    }
    boolean isItem =
        i + 1 < end && (page[i] == '*' || page[i] == '-' || page[i] == '+') && page[i + 1] == ' ';
    i += isItem ? 2 : 0;
    i += FormSigns.headingMark(page, i, end);
    readInline(i, end, isRow);
  }

  private boolean isOnly(int start, int end, String signs) {
    for (int i = start; i < end; i++) {
      if (signs.indexOf(page[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private void readInline(int start, int end, boolean isRow) {
    for (int i = start; i < end; i++) {
      byte c = page[i];
      if (c == '!' && i + 1 < end && page[i + 1] == '[') {
        int after = afterLink(i + 1, end);
        if (after > 0) {
          i = after - 1;
          continue;
        }
      }
      if (c == '[') {
        int close = closing(i, end);
        boolean isLink = close > 0 && close + 1 < end && page[close + 1] == '(';
        int after = isLink ? afterAddress(close + 2, end) : -1;
        if (after > 0) {
          String address = text(close + 2, after - 1);
          links.add(new Link(length, address));
          readInline(i + 1, close, isRow);
          i = after - 1;
          continue;
        }
        // A link around blocks: "[", its lines, "](address)".
        if (isOnly(i + 1, end, " \t\r")) {
          continue;
        }
      }
      if (c == ']'
          && i + 1 < end
          && page[i + 1] == '('
          && i + 2 < end
          && FormSigns.isAddress(page, i + 2)) {
        int after = afterAddress(i + 2, end);
        if (after > 0) {
          i = after - 1;
          continue;
        }
      }
      boolean isDouble = (c == '*' || c == '_') && i + 1 < end && page[i + 1] == c;
      if (isDouble) {
        i++;
        continue;
      }
      boolean isEscape =
          c == '\\' && i + 1 < end && "\\`*_{}[]()#+-.!|>~".indexOf(page[i + 1]) >= 0;
      if (isEscape) {
        add(page[++i], i);
        continue;
      }
      if (isRow && c == '|') {
        continue;
      }
      add(c, i);
    }
  }

  private String text(int start, int end) {
    String address = new String(page, start, end - start, StandardCharsets.UTF_8).strip();
    int space = address.indexOf(' ');
    return space < 0 ? address : address.substring(0, space);
  }

  /** Byte after an image or a link whose bracket opens at {@code i}; -1 when none does. */
  private int afterLink(int i, int end) {
    int close = closing(i, end);
    boolean isLink = close > 0 && close + 1 < end && page[close + 1] == '(';
    return isLink ? afterAddress(close + 2, end) : -1;
  }

  /** The bracket that closes the one at {@code i}; -1 when none does. */
  private int closing(int i, int end) {
    int depth = 0;
    for (int k = i; k < end && k - i < LONGEST_LINK && mayLook(); k++) {
      if (page[k] == '\\') {
        k++;
      } else if (page[k] == '[') {
        depth++;
      } else if (page[k] == ']' && --depth == 0) {
        return k;
      }
    }
    return -1;
  }

  /** Byte after the bracket that closes an address; -1 when none does. */
  private int afterAddress(int i, int end) {
    int depth = 1;
    for (int k = i; k < end && k - i < LONGEST_ADDRESS && mayLook(); k++) {
      if (page[k] == '(') {
        depth++;
      } else if (page[k] == ')' && --depth == 0) {
        return k + 1;
      }
    }
    return -1;
  }

  private boolean mayLook() {
    return looked++ < MOST_LOOKS * (page.length + 1_000L);
  }

  /** The byte of the page at which a line of the plain text begins. */
  int place(int start) {
    return start == 0 ? 0 : places[start];
  }

  /** What was found in the plain text, with its places in the page. */
  Segmented placed(Segmented found) {
    List<Span> spans = new ArrayList<>(found.spans().size());
    List<Span> own = found.spans();
    int start = 0;
    for (int i = 0; i < own.size(); i++) {
      Span span = own.get(i);
      int end = i + 1 < own.size() ? places[own.get(i + 1).start()] : page.length;
      if (span.label() == Label.SEPARATOR) {
        addSeparators(start, end, span, spans);
      } else {
        spans.add(new Span(start, end, span.label(), span.rule()));
      }
      start = end;
    }
    if (own.isEmpty()) {
      addSeparators(0, page.length, new Span(0, page.length, Label.SEPARATOR, "line-end"), spans);
    }
    List<Teaser> teasers = new ArrayList<>(found.teasers().size());
    for (Teaser teaser : found.teasers()) {
      teasers.add(
          new Teaser(
              teaser.title(),
              teaser.snippet(),
              teaser.marker(),
              teaser.isTruncated(),
              address(teaser.start(), teaser.end()),
              places[teaser.start()],
              places[teaser.end() - 1] + 1,
              teaser.list(),
              teaser.position()));
    }
    return new Segmented(found.article(), found.skipReason(), teasers, spans);
  }

  /** Between lines, what the form put in is no line end. */
  private void addSeparators(int from, int to, Span span, List<Span> out) {
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean isTurn = i == to || isBlank(page[i]) != isBlank(page[start]);
      if (isTurn && i > start) {
        boolean isBlank = isBlank(page[start]);
        out.add(
            isBlank
                ? new Span(start, i, Label.SEPARATOR, span.rule())
                : new Span(start, i, Label.BOILERPLATE, "form-mark"));
        start = i;
      }
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /** Address of the first link in a range of the plain text; null where none has a whole one. */
  private String address(int start, int end) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (links.get(mid).start < start) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    for (int i = low; i < links.size() && links.get(i).start < end; i++) {
      if (links.get(i).address.startsWith("http")) {
        return links.get(i).address;
      }
    }
    return null;
  }
}
