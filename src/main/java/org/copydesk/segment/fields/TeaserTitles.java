package org.copydesk.segment.fields;

import org.copydesk.segment.lines.LineTail;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.Unit;

/**
 * The bare titles and snippets of teasers whose lines say more: "10:45 Ferry sails again (12)", "It
 * had been out of use since … / more".
 */
public final class TeaserTitles {
  private static final int LONGEST_NUMBER = 2;

  private TeaserTitles() {}

  /**
   * A title without what a list prints beside it: a number, a kicker behind a bar, time, date or
   * age, the count of comments, words that point to it ("Read also: …").
   *
   * @param line as printed; null gives null
   */
  public static String bare(String line) {
    if (line == null || line.isBlank()) {
      return line;
    }
    String text = withoutNumber(withoutTail(line.strip(), false));
    String linked = TeaserParts.ofCrossLink(text);
    return TeaserParts.ofTitle(linked == null ? text : linked).title();
  }

  /**
   * A snippet without truncation sign and marker, which labels of whole lines include.
   *
   * @param line as printed; null gives null
   */
  public static String bareSnippet(String line) {
    return line == null || line.isBlank() ? line : withoutTail(line.strip(), true);
  }

  /** A line up to its marker; where that is asked, up to a truncation sign without marker, too. */
  private static String withoutTail(String line, boolean cutsSign) {
    LineTail tail = LineTail.read(line, Markers.LISTED, true);
    boolean isCut =
        tail != null
            && tail.textEnd() > 0
            && (tail.marker() == Unit.SURE_MARKER || cutsSign && tail.isTruncated());
    return isCut ? line.substring(0, tail.textEnd()).strip() : line;
  }

  private static String withoutNumber(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
      end++;
    }
    boolean isShort = end > 0 && end <= LONGEST_NUMBER && end + 2 < line.length();
    int start = isShort && ".)".indexOf(line.charAt(end)) >= 0 ? end + 1 : end;
    boolean isNumber = isShort && line.charAt(start) == ' ';
    return isNumber ? line.substring(start + 1).strip() : line;
  }
}
