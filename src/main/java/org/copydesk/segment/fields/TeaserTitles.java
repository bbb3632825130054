package org.copydesk.segment.fields;

/** The bare titles of teasers whose lines say more: "10:45 Ferry sails again (12)". */
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
    String text = withoutNumber(line.strip());
    String linked = TeaserParts.ofCrossLink(text);
    return TeaserParts.ofTitle(linked == null ? text : linked).title();
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
