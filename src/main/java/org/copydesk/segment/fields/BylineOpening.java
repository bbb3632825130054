package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.text.Normaliser;

/**
 * What stands before the names of a byline, a date, the words that open it, what was written; and
 * the parts such a line has.
 */
final class BylineOpening {
  private BylineOpening() {}

  /**
   * A line from the words on that open a byline, where a date or how long ago stands before them:
   * "March 5, 2024 by Ana Roe", "Posted 3 hours ago by Ana Roe". The whole line where none does.
   */
  static String afterDate(String line) {
    if (line.length() > AuthorNames.LONGEST || !hasDigit(line)) {
      return line;
    }
    for (int at = line.indexOf(' '); at > 0; at = line.indexOf(' ', at + 1)) {
      String rest = line.substring(at + 1);
      if (BylineWords.SHIPPED.byline(Normaliser.normalise(rest)) > 0
          && AuthorNames.isNameWord(afterOpening(rest))
          && isDateOrAgo(Normaliser.normalise(line.substring(0, at)))) {
        return rest;
      }
    }
    return line;
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String afterOpening(String rest) {
    String names = withoutOpening(rest);
    return names.isEmpty() ? "-" : names;
  }

  private static boolean isDateOrAgo(String before) {
    return DateReader.isDateLine(before) || isAgo(before);
  }

  private static boolean isAgo(String before) {
    return before.endsWith(" ago") && before.split(" ").length <= AuthorNames.MOST_WORDS;
  }

  /** "Author of the text Ana Roe": what stands between the opening and the first name. */
  static String withoutSmallWords(String line) {
    String rest = line;
    for (int words = 0; words < 3 && !rest.isEmpty(); words++) {
      int space = rest.indexOf(' ');
      if (!Character.isLowerCase(rest.codePointAt(0)) || space < 0) {
        break;
      }
      rest = rest.substring(space + 1);
    }
    return rest.isEmpty() || Character.isLowerCase(rest.codePointAt(0)) ? line : rest;
  }

  /** A line without the words that open a byline. */
  static String withoutOpening(String line) {
    String rest = line;
    for (int times = 0; times < 3; times++) {
      String folded = Normaliser.normalise(rest);
      int prefix = BylineWords.SHIPPED.byline(folded);
      if (prefix == 0) {
        return rest;
      }
      rest = dropped(rest, folded.substring(0, prefix));
    }
    return rest;
  }

  private static String dropped(String line, String prefix) {
    // The prefix is normalised: find the shortest beginning of the line that says the same.
    for (int i = 1; i <= line.length(); i++) {
      if (Normaliser.normalise(line.substring(0, i)).equals(prefix)) {
        int k = i;
        while (k < line.length() && " :：/／.\u00A0".indexOf(line.charAt(k)) >= 0) {
          k++;
        }
        return line.substring(k);
      }
    }
    return line;
  }

  /** The parts of a line between bars, dots and dashes. */
  static List<String> fields(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash =
          c == '—' && i > 0 || (c == '-' || c == '–') && i > 0 && line.charAt(i - 1) == ' ';
      if ("|•·⋅∙●◦▪‧/([／（\t".indexOf(c) >= 0 || isDash) {
        parts.add(line.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(line.substring(from).strip());
    return parts;
  }
}
