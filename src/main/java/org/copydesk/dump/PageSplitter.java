package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Finds how a file of page text holds several pages, if it does. A family of separators counts only
 * when the file bears it out; the common case is one page a file, and then nothing is split. The
 * families are those of news archives' exports: {@code 3 of 12 DOCUMENTS}, {@code End of Document},
 * ruled lines or form feeds before a header, and runs of header fields.
 */
public enum PageSplitter {
  /**
   * A line {@code n of m DOCUMENTS}, m the same everywhere; what stands before the first is a title
   * page.
   */
  N_OF_M,
  /** A line {@code End of Document} behind each page. */
  END_OF_DOCUMENT,
  /** A form feed at the start of a line, with a title behind it. */
  FORM_FEED,
  /** A line of at least five rules, always the same, with a header behind it. */
  RULED,
  /**
   * Two or more header lines after an empty one, always the same one first; they are of the page.
   */
  HEADER_RUN;

  private static final int LONGEST_LINE = 160;
  private static final int SHORTEST_RULE = 5;
  private static final int RULE_WITHOUT_HEADER = 20;
  private static final int SHORTEST_PAGE = 200;
  private static final double SHARE_WITH_HEADER = 0.8;
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "source",
          "date",
          "author",
          "headline",
          "publication",
          "byline",
          "url",
          "length",
          "section",
          "language",
          "publication date",
          "load-date",
          "dateline");

  /**
   * The family that holds for {@code [from, to)}; null when the file is one page.
   *
   * @param isCut true when the file goes on behind {@code to}
   */
  static PageSplitter find(byte[] b, int from, int to, boolean isCut) {
    Evidence[] evidence = null;
    boolean isAfterBlank = true;
    for (int start = from; start < to; ) {
      int end = lineEnd(b, start, to);
      PageSplitter family = candidate(b, start, end, to, isAfterBlank);
      if (family != null) {
        if (evidence == null) {
          evidence = new Evidence[values().length];
        }
        int at = family.ordinal();
        if (evidence[at] == null) {
          evidence[at] = new Evidence(from);
        }
        evidence[at].add(family, b, start, end, to);
      }
      isAfterBlank = isBlank(b, start, end);
      start = end;
    }
    if (evidence == null) {
      return null;
    }
    for (PageSplitter family : values()) {
      Evidence found = evidence[family.ordinal()];
      if (found != null && found.holds(family, to, isCut)) {
        return family;
      }
    }
    return null;
  }

  /** True when the line {@code [start, end)} separates pages in this family. */
  boolean separates(byte[] b, int start, int end, int to, boolean isAfterBlank) {
    return candidate(b, start, end, to, isAfterBlank) == this;
  }

  /** Bytes of the separating line that belong to no page. */
  int separatorLength(int lineLength) {
    return this == FORM_FEED ? 1 : this == HEADER_RUN ? 0 : lineLength;
  }

  /** Index behind the line's line feed, or {@code to}. */
  static int lineEnd(byte[] b, int start, int to) {
    int i = start;
    while (i < to && b[i] != '\n') {
      i++;
    }
    return Math.min(to, i + 1);
  }

  static boolean isBlank(byte[] b, int start, int end) {
    for (int i = start; i < end; i++) {
      if (b[i] != ' ' && (b[i] < '\t' || b[i] > '\r')) {
        return false;
      }
    }
    return true;
  }

  private static PageSplitter candidate(
      byte[] b, int start, int end, int to, boolean isAfterBlank) {
    if (b[start] == '\f') {
      return FORM_FEED;
    }
    int i = start;
    while (i < end && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    if (i == end || end - i > LONGEST_LINE) {
      return null;
    }
    byte first = b[i];
    if (first == '-'
        || first == '='
        || first == '*'
        || first == '_'
        || first == '#'
        || first == '~') {
      return isRule(b, i, end) ? RULED : null;
    }
    if (first >= '0' && first <= '9' || first == 'F' && startsWith(b, i, end, "FOCUS - ")) {
      return total(line(b, i, end)) > 0 ? N_OF_M : null;
    }
    if (first == 'E' && line(b, i, end).equals("End of Document")) {
      return END_OF_DOCUMENT;
    }
    boolean isRun =
        isAfterBlank && isField(b, start, end) && end < to && isField(b, end, lineEnd(b, end, to));
    return isRun ? HEADER_RUN : null;
  }

  private static boolean startsWith(byte[] b, int i, int end, String ascii) {
    for (int k = 0; k < ascii.length(); k++) {
      if (i + k >= end || b[i + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private static String line(byte[] b, int start, int end) {
    return new String(b, start, end - start, StandardCharsets.ISO_8859_1).trim();
  }

  private static boolean isRule(byte[] b, int start, int end) {
    int i = start;
    while (i < end && b[i] == b[start]) {
      i++;
    }
    return i - start >= SHORTEST_RULE && isBlank(b, i, end);
  }

  // m of "n of m DOCUMENTS"; 0 when the line is none.
  private static int total(String line) {
    String[] words = line.replace("FOCUS - ", "").split(" ", 5);
    boolean isOne =
        words.length == 4
            && words[1].equals("of")
            && (words[3].equals("DOCUMENTS") || words[3].equals("DOCUMENT"));
    return isOne && number(words[0]) > 0 ? number(words[2]) : 0;
  }

  private static int number(String digits) {
    int n = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 10);
      if (digit < 0 || i > 7) {
        return 0;
      }
      n = 10 * n + digit;
    }
    return n;
  }

  private static boolean isField(byte[] b, int start, int end) {
    int colon = start;
    while (colon < end && colon - start < 20 && b[colon] != ':') {
      colon++;
    }
    boolean mayBe = colon < end && b[colon] == ':' && colon > start && !isBlank(b, colon + 1, end);
    return mayBe && FIELDS.contains(line(b, start, colon).toLowerCase(Locale.ROOT));
  }

  private static String fieldName(byte[] b, int start, int end) {
    String line = line(b, start, Math.min(end, start + 20));
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  /** What a file shows for one family. */
  private static final class Evidence {
    private int boundaries;
    private int withHeader;
    private int withTitle;
    private int shortPages;
    private boolean isSame = true;
    private String first;
    private int pageStart;

    Evidence(int from) {
      pageStart = from;
    }

    void add(PageSplitter family, byte[] b, int start, int end, int to) {
      if (start > pageStart && start - pageStart < SHORTEST_PAGE) {
        shortPages++;
      }
      pageStart = end;
      boundaries++;
      int next = family == FORM_FEED ? start + 1 : end;
      while (next < to && isBlank(b, next, lineEnd(b, next, to))) {
        next = lineEnd(b, next, to);
      }
      int nextEnd = lineEnd(b, next, to);
      withHeader += next < to && isField(b, next, nextEnd) ? 1 : 0;
      withTitle += next >= to || isTitle(b, next, nextEnd, to) ? 1 : 0;
      String what =
          switch (family) {
            case N_OF_M -> Integer.toString(total(line(b, start, end)));
            case HEADER_RUN -> fieldName(b, start, end);
            case RULED -> line(b, start, end);
            default -> "";
          };
      first = first == null ? what : first;
      isSame &= first.equals(what);
    }

    // A short line without a full stop, an empty line behind it.
    private static boolean isTitle(byte[] b, int start, int end, int to) {
      String line = line(b, start, end);
      boolean isShort = !line.isEmpty() && line.length() <= 120 && !line.endsWith(".");
      return isShort && end < to && isBlank(b, end, lineEnd(b, end, to));
    }

    boolean holds(PageSplitter family, int to, boolean isCut) {
      boolean isLong =
          shortPages == 0 && (isCut || to == pageStart || to - pageStart >= SHORTEST_PAGE);
      boolean hasHeaders = withHeader >= SHARE_WITH_HEADER * boundaries;
      boolean hasTitles = withTitle >= SHARE_WITH_HEADER * boundaries;
      return switch (family) {
        case N_OF_M -> isSame && boundaries >= 2;
        case END_OF_DOCUMENT -> boundaries >= 2 && isLong;
        case FORM_FEED -> boundaries >= 1 && isLong && (hasHeaders || hasTitles);
        case RULED ->
            isSame
                && boundaries >= 2
                && (hasHeaders || hasTitles && isLong && first.length() >= RULE_WITHOUT_HEADER);
        case HEADER_RUN -> isSame && boundaries >= 2;
      };
    }
  }
}
