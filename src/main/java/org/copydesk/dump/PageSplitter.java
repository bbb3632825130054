package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.copydesk.segment.fields.FieldNames;

/**
 * Finds how a file of page text holds several pages, if it does. A family of separators counts only
 * when the file bears it out; the common case is one page a file, and then nothing is split. The
 * families are those of news archives' exports, in the languages their services print: {@code 3 of
 * 12 DOCUMENTS}, {@code End of Document}, {@code Document LORNE00020240306ek350001}, ruled lines or
 * form feeds before a header, and runs of the header fields that {@link FieldNames} knows.
 */
public enum PageSplitter {
  /**
   * A line {@code n of m DOCUMENTS}, m the same everywhere; what stands before the first is a title
   * page.
   */
  N_OF_M,
  /** A line {@code End of Document} behind each page, which may be a brief. */
  END_OF_DOCUMENT,
  /** A form feed at the start of a line, with a title behind it. */
  FORM_FEED,
  /** A line of at least five rules, always the same, with a header behind it. */
  RULED,
  /**
   * Two or more header lines after an empty one, always the same one first; they are of the page. A
   * title's field may have empty lines between it and the next.
   */
  HEADER_RUN,
  /** A line with the number under which an archive keeps each document, at its end. */
  DOCUMENT_ID;

  private static final int LONGEST_LINE = 160;

  /** Bytes of a line that counts or ends documents, margins and all. */
  private static final int LONGEST_MARK = 80;

  private static final int LONGEST_FIELD = 1000;
  private static final int SHORTEST_RULE = 5;
  private static final int RULE_WITHOUT_HEADER = 20;
  private static final int SHORTEST_PAGE = 200;
  private static final double SHARE_WITH_HEADER = 0.8;

  /** Share of a file's pieces that may be short where their separators are form feeds. */
  private static final double SHARE_OF_SHORT = 0.25;

  private static final Set<String> OF = Set.of("of", "von", "de", "van", "di", "av");
  private static final Set<String> DOCUMENTS =
      Set.of(
          "documents",
          "document",
          "dokumente",
          "dokumenten",
          "dokument",
          "documentos",
          "documento",
          "documenten",
          "documenti");

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
      if (found != null && found.holds(family, b, to, isCut)) {
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
    if (end - i <= LONGEST_MARK && (mayNumber(b, i, end) || FieldNames.mayEndDocument(b, i, end))) {
      String line = line(b, i, end);
      if (hasDigit(line) && total(line) > 0) {
        return N_OF_M;
      }
      if (FieldNames.endsDocument(line)) {
        return END_OF_DOCUMENT;
      }
      if (FieldNames.isDocumentId(line)) {
        return DOCUMENT_ID;
      }
    }
    return isAfterBlank && beginsRun(b, start, end, to) ? HEADER_RUN : null;
  }

  /** Whether a field is followed by another: at once, or past empty lines where it is a title's. */
  private static boolean beginsRun(byte[] b, int start, int end, int to) {
    FieldNames.Field field = field(b, start, end);
    if (field == null || end >= to) {
      return false;
    }
    int next = end;
    if (field.kind() == FieldNames.Kind.TITLE) {
      while (next < to && next - end < LONGEST_LINE && isBlank(b, next, lineEnd(b, next, to))) {
        next = lineEnd(b, next, to);
      }
    }
    return next < to && field(b, next, lineEnd(b, next, to)) != null;
  }

  /** Whether a line has a digit and what all names of documents begin with. */
  private static boolean mayNumber(byte[] b, int start, int end) {
    boolean hasDigit = false;
    boolean hasName = false;
    for (int i = start; i < end; i++) {
      hasDigit |= b[i] >= '0' && b[i] <= '9';
      hasName |= (b[i] | 0x20) == 'd' && i + 1 < end && (b[i + 1] | 0x20) == 'o';
    }
    return hasDigit && hasName;
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static String line(byte[] b, int start, int end) {
    return new String(b, start, end - start, StandardCharsets.UTF_8).trim();
  }

  private static boolean isRule(byte[] b, int start, int end) {
    int i = start;
    while (i < end && b[i] == b[start]) {
      i++;
    }
    return i - start >= SHORTEST_RULE && isBlank(b, i, end);
  }

  // m of "n of m DOCUMENTS" or "Document n of m"; 0 when the line is none.
  private static int total(String line) {
    String[] words = line.replace("FOCUS - ", "").split(" ", 5);
    if (words.length != 4) {
      return 0;
    }
    boolean isNamedFirst = isDocument(words[0]);
    int at = isNamedFirst ? 1 : 0;
    boolean isOne = OF.contains(words[at + 1]) && (isNamedFirst || isDocument(words[3]));
    return isOne && number(words[at]) > 0 ? number(words[at + 2]) : 0;
  }

  private static boolean isDocument(String word) {
    return DOCUMENTS.contains(word.toLowerCase(Locale.ROOT));
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

  /** The field with a value that a line is; null when it is none. */
  private static FieldNames.Field field(byte[] b, int start, int end) {
    if (end - start > LONGEST_FIELD || !FieldNames.mayBeField(b, start, end)) {
      return null;
    }
    FieldNames.Field field = FieldNames.read(line(b, start, end));
    return field == null || field.isBare() || field.value().isEmpty() ? null : field;
  }

  private static boolean isField(byte[] b, int start, int end) {
    return field(b, start, end) != null;
  }

  /** What a file shows for one family. */
  private static final class Evidence {
    private int boundaries;
    private int withHeader;
    private int withTitle;
    private int pages;
    private int shortPages;

    /** Short pages with a header: briefs. */
    private int briefs;

    private boolean isSame = true;
    private String first;
    private int pageStart;

    Evidence(int from) {
      pageStart = from;
    }

    void add(PageSplitter family, byte[] b, int start, int end, int to) {
      addPage(b, pageStart, start);
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
            case HEADER_RUN -> field(b, start, end).name();
            case RULED -> line(b, start, end);
            default -> "";
          };
      first = first == null ? what : first;
      isSame &= first.equals(what);
    }

    private void addPage(byte[] b, int from, int to) {
      int start = from;
      int end = to;
      while (start < end && isBlank(b, start, start + 1)) {
        start++;
      }
      while (end > start && isBlank(b, end - 1, end)) {
        end--;
      }
      if (start == end) {
        return;
      }
      pages++;
      if (end - start < SHORTEST_PAGE) {
        shortPages++;
        briefs += hasHeader(b, start, end) ? 1 : 0;
      }
    }

    private static boolean hasHeader(byte[] b, int from, int to) {
      for (int start = from; start < to; start = lineEnd(b, start, to)) {
        if (FieldNames.read(line(b, start, lineEnd(b, start, to))) != null) {
          return true;
        }
      }
      return false;
    }

    // A short line without a full stop, an empty line behind it.
    private static boolean isTitle(byte[] b, int start, int end, int to) {
      String line = line(b, start, end);
      boolean isShort = !line.isEmpty() && line.length() <= 120 && !line.endsWith(".");
      return isShort && end < to && isBlank(b, end, lineEnd(b, end, to));
    }

    boolean holds(PageSplitter family, byte[] b, int to, boolean isCut) {
      if (!isCut) {
        addPage(b, pageStart, to);
      }
      boolean isLong = shortPages <= SHARE_OF_SHORT * pages;
      boolean areDocuments = (shortPages - briefs) * 2 <= pages;
      boolean hasHeaders = withHeader >= SHARE_WITH_HEADER * boundaries;
      boolean hasTitles = withTitle >= SHARE_WITH_HEADER * boundaries;
      return switch (family) {
        case N_OF_M -> isSame && boundaries >= 2;
        case END_OF_DOCUMENT, DOCUMENT_ID -> boundaries >= 2 && areDocuments;
        case FORM_FEED -> boundaries >= 1 && pages >= 2 && isLong && (hasHeaders || hasTitles);
        case RULED ->
            isSame
                && boundaries >= 2
                && (hasHeaders || hasTitles && isLong && first.length() >= RULE_WITHOUT_HEADER);
        case HEADER_RUN -> isSame && boundaries >= 2;
      };
    }
  }
}
