package org.copydesk.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.copydesk.model.Reason;

/**
 * Finds HTML built to break parsers: a million open elements, a million elements, or elements of so
 * many attributes that comparing them takes minutes. The bounds are on the memory and work of a
 * parser and not on looks: what is merely deep is no reason to refuse a page, for jsoup flattens it
 * without loss, nor is a long value of an attribute. A first look, as fast as memory, lets most
 * pages pass.
 */
final class HtmlStorms {
  private static final int NESTING_FACTOR = 16;

  /**
   * Bytes of a tag that are worth a closer look. Fewer tags than may be open, none longer than
   * this, have 134 million pairs of attributes at the very most.
   */
  private static final int LONG_TAG = 256;

  /** Attributes of an element that jsoup 1.24.1 keeps; further ones are compared with these. */
  private static final int KEPT_ATTRIBUTES = 512;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long TAG_STARTS = 0x3c3c3c3c3c3c3c3cL;
  private static final long TAG_ENDS = 0x3e3e3e3e3e3e3e3eL;

  /** So many '>' more than '<' that values which hold them may hide attributes of a tag. */
  private static final int HIDING_ENDS = 1024;

  /**
   * Bytes of tags that are read again because the quotes of one reach over others, for each byte of
   * a page. None of 2,796 real pages is refused for it.
   */
  private static final int MOST_OVERLAP = 16;

  // Void elements and those whose end tag sound pages leave out do not nest by being left open.
  private static final Set<String> NOT_NESTING =
      Set.of(
          "area",
          "base",
          "br",
          "col",
          "embed",
          "hr",
          "img",
          "input",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr",
          "p",
          "li",
          "dt",
          "dd",
          "td",
          "th",
          "tr",
          "tbody",
          "thead",
          "tfoot",
          "option",
          "optgroup",
          "colgroup",
          "html",
          "head",
          "body",
          "rp",
          "rt");

  private final int maxOpen;
  private final int maxElements;
  private final long maxPairs;

  HtmlStorms(DumpSettings settings) {
    maxOpen = NESTING_FACTOR * settings.maxHtmlDepth();
    maxElements = settings.maxHtmlElements();
    maxPairs = settings.maxAttributePairs();
  }

  /** {@code TOO_DEEP}, {@code TOO_MANY_ELEMENTS}, {@code TOO_MANY_ATTRIBUTES}, or null. */
  Reason find(byte[] html) {
    int starts = count(html, '<', TAG_STARTS);
    boolean isOdd =
        starts > maxOpen || hasLongTag(html) || count(html, '>', TAG_ENDS) > starts + HIDING_ENDS;
    return isOdd ? look(html) : null;
  }

  private static int count(byte[] html, char c, long eight) {
    int n = 0;
    int i = 0;
    for (; i + 8 <= html.length; i += 8) {
      long word = (long) LONG.get(html, i) ^ eight;
      // The high bit of every byte that is zero, that is, was the one counted.
      long zeros = ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
      n += Long.bitCount(zeros);
    }
    for (; i < html.length; i++) {
      n += html[i] == c ? 1 : 0;
    }
    return n;
  }

  private static boolean hasLongTag(byte[] html) {
    // Of this length there is none without a block of half of it that holds no end of a tag.
    int block = LONG_TAG / 2;
    for (int start = 0; start + block <= html.length; start += block) {
      int i = start;
      while (i < start + block && html[i] != '>') {
        i++;
      }
      if (i == start + block) {
        return true;
      }
    }
    return false;
  }

  private Reason look(byte[] html) {
    int open = 0;
    int elements = 0;
    long pairs = 0;
    long scanned = 0;
    int i = 0;
    while (i < html.length - 1) {
      if (html[i++] != '<') {
        continue;
      }
      boolean isClosing = html[i] == '/';
      int name = isClosing ? i + 1 : i;
      if (name >= html.length || !isLetter(html[name])) {
        continue;
      }
      long words = 0;
      boolean isBetween = false;
      int k = name;
      // A quoted value of many words is taken for as many attributes, which no page is refused for.
      for (; k < html.length && html[k] != '>' && html[k] != '<'; k++) {
        boolean isSpace = html[k] <= ' ' && html[k] >= 0 || html[k] == '/';
        words += isBetween && !isSpace ? 1 : 0;
        isBetween = isSpace;
      }
      // With '<' or '>' in a value, that is not where a parser ends the tag.
      HiddenAttributes hidden = HiddenAttributes.of(html, name, k);
      words += hidden.count();
      scanned += hidden.end() - k;
      if (scanned > (long) MOST_OVERLAP * html.length) {
        return Reason.TOO_MANY_ATTRIBUTES;
      }
      pairs += words * Math.min(words, KEPT_ATTRIBUTES);
      elements += isClosing ? 0 : 1;
      boolean isNesting = html[k - 1] != '/' && !NOT_NESTING.contains(name(html, name));
      open = Math.max(0, open + (!isNesting ? 0 : isClosing ? -1 : 1));
      if (open > maxOpen) {
        return Reason.TOO_DEEP;
      }
      if (pairs > maxPairs || elements > maxElements) {
        return pairs > maxPairs ? Reason.TOO_MANY_ATTRIBUTES : Reason.TOO_MANY_ELEMENTS;
      }
      i = k;
    }
    return null;
  }

  /**
   * What a tag has behind the first '<' or '>' in it.
   *
   * @param count attributes
   * @param end where the tag ends
   */
  private record HiddenAttributes(int count, int end) {
    /**
     * Reads a tag as the HTML standard has it (13.2.5.32 to 39).
     *
     * @param name where its name begins
     * @param seen where the first '<' or '>' stands
     */
    static HiddenAttributes of(byte[] html, int name, int seen) {
      int count = 0;
      boolean isName = true;
      boolean awaitsValue = false;
      boolean hasName = false;
      int i = name;
      while (i < html.length && html[i] != '>') {
        byte b = html[i];
        if (b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f') {
          isName = false;
        } else if (awaitsValue) {
          awaitsValue = false;
          hasName = false;
          i = b == '"' || b == '\'' ? endOfQuoted(html, i) : endOfBare(html, i) - 1;
          isName = false;
        } else if (b == '/') {
          isName = false;
          hasName = false;
        } else if (b == '=' && hasName) {
          awaitsValue = true;
        } else if (!isName) {
          isName = true;
          hasName = true;
          count += i > seen ? 1 : 0;
        }
        i++;
      }
      return new HiddenAttributes(count, Math.max(seen, Math.min(i, html.length)));
    }

    private static int endOfQuoted(byte[] html, int quote) {
      int i = quote + 1;
      while (i < html.length && html[i] != html[quote]) {
        i++;
      }
      return i;
    }

    private static int endOfBare(byte[] html, int from) {
      int i = from;
      while (i < html.length && html[i] > ' ' && html[i] != '>' || i < html.length && html[i] < 0) {
        i++;
      }
      return i;
    }
  }

  private static boolean isLetter(byte b) {
    int c = b | 0x20;
    return c >= 'a' && c <= 'z';
  }

  private static String name(byte[] html, int start) {
    int end = start;
    while (end < html.length
        && end - start < 9
        && (isLetter(html[end]) || html[end] <= '9' && html[end] >= '0')) {
      end++;
    }
    return new String(html, start, end - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }
}
