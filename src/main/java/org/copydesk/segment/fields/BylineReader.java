package org.copydesk.segment.fields;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.BylineWords;

/**
 * Tells the line that names the authors, "By Ann Lee and Bo Ek", or says that the paper's own
 * people wrote, "By Staff Reports".
 */
public final class BylineReader {
  private static final int LONGEST_WORDS = 18;
  private static final int LONGEST_CHARS = 140;

  private BylineReader() {}

  public static boolean isByline(Unit unit, UnitScanner scanner) {
    return isByline(unit, scanner, false);
  }

  private static boolean isByline(Unit unit, UnitScanner scanner, boolean isBesideDate) {
    if (unit.folded == null || unit.size() > LONGEST_WORDS || unit.chars > LONGEST_CHARS) {
      return false;
    }
    String folded = unit.folded;
    if (folded.startsWith("(") || unit.startsLower && unit.words > 10) {
      return false;
    }
    int prefix = BylineWords.SHIPPED.byline(folded);
    boolean isEnd =
        prefix == 0
            && unit.words <= 4
            && unit.chars <= 24
            && BylineWords.SHIPPED.endsLikeByline(folded);
    if (prefix == 0 && !isEnd) {
      return false;
    }
    if (unit.innerStops > 1 && unit.endsTerminal) {
      return false;
    }
    List<String> names = AuthorNames.of(scanner.text(unit.contentStart, unit.end));
    unit.authors = names;
    if (names.isEmpty()) {
      return prefix > 0 && BylineWords.SHIPPED.isDesk(folded.substring(prefix).strip());
    }
    boolean isCased = unit.startsUpper || unit.startsLower;
    if (!isCased) {
      return unit.chars <= 60 && !unit.endsTerminal;
    }
    // A short common word ("de", "van", "by") needs names and nothing else after it.
    boolean hasColon = prefix > 0 && prefix < folded.length() && folded.charAt(prefix) == ':';
    if (unit.endsTerminal && unit.words > 8) {
      return false;
    }
    boolean isTold = hasColon || isBesideDate;
    return isTold || (namesInFull(names, folded) || prefix >= 6) && !saysWhere(folded, prefix);
  }

  /** Whether one name has two words, or several are joined by a word that joins nothing else. */
  private static boolean namesInFull(List<String> names, String folded) {
    boolean isFull = false;
    boolean hasSmall = false;
    for (String name : names) {
      isFull |= name.indexOf(' ') > 0;
    }
    for (String word : folded.split(" ")) {
      hasSmall |= BylineWords.SHIPPED.isSmallWord(word) && BylineWords.SHIPPED.isAnd(word);
    }
    return isFull || (names.size() >= 2 && !hasSmall);
  }

  /** "Writer in Lorne", "Author for hire": a small word follows at once, and no name. */
  private static boolean saysWhere(String folded, int prefix) {
    if (prefix == 0) {
      return false;
    }
    String rest = folded.substring(prefix).strip();
    int space = rest.indexOf(' ');
    return space > 0
        && BylineWords.SHIPPED.isSmallWord(rest.substring(0, space))
        && BylineWords.SHIPPED.byline(rest) == 0;
  }

  /** Whether a line printed by itself, or beside its date, names the authors: "By Ana Roe". */
  public static boolean isByline(String line) {
    if (line.isBlank() || line.length() > LONGEST_CHARS) {
      return false;
    }
    String rest = FieldParts.withoutDate(line);
    String after = BylineOpening.afterDate(line);
    rest = rest == null && !after.equals(line) ? after : rest;
    byte[] bytes = (rest == null ? line : rest).getBytes(StandardCharsets.UTF_8);
    UnitScanner scanner = new UnitScanner(bytes, Markers.LISTED);
    return isByline(scanner.scan(0, bytes.length), scanner, rest != null);
  }
}
