package org.copydesk.quality;

/**
 * A run of digits in groups, as it stands in a text: "+49 (30) 123-45" has the groups 49, 30, 123
 * and 45. Bounded: at most {@value #MOST_GROUPS} groups in {@value #LONGEST} characters.
 */
final class DigitGroups {
  private static final int MOST_GROUPS = 14;
  private static final int LONGEST = 40;
  private static final int MOST_SEPARATORS = 3;

  private final String text;
  private final int start;
  private final int[] sizes = new int[MOST_GROUPS];
  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private final char[] separators = new char[MOST_GROUPS];
  private final boolean[] isBracketed = new boolean[MOST_GROUPS];
  private boolean hasPlus;
  private int count;

  private DigitGroups(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /** The groups from here on; none where no digit follows. */
  static DigitGroups at(String text, int start) {
    DigitGroups groups = new DigitGroups(text, start);
    groups.read();
    return groups;
  }

  private void read() {
    int i = start;
    int most = Math.min(text.length(), start + LONGEST);
    boolean opens = text.startsWith("(+", start);
    if (opens) {
      i++;
    }
    if (i < most && text.charAt(i) == '+') {
      hasPlus = true;
      i++;
    }
    while (i < most && count < MOST_GROUPS) {
      int from = i;
      char mark = 0;
      while (from < most && from - i < MOST_SEPARATORS && isSeparator(text.charAt(from))) {
        char c = text.charAt(from);
        if (c == ')' && (count == 0 || !isBracketed[count - 1])) {
          // It closes what the sentence opened.
          return;
        }
        opens |= c == '(';
        mark = isSpace(c) && mark != 0 ? mark : c;
        from++;
      }
      int to = from;
      while (to < most && PersonalData.isDigit(text.charAt(to))) {
        to++;
      }
      boolean isClosed = to < text.length() && text.charAt(to) == ')';
      if (to == from || opens && !isClosed && count > 0) {
        // Nothing, or a bracket in which another number begins.
        return;
      }
      separators[count] = isSpace(mark) ? ' ' : mark;
      isBracketed[count] = opens && isClosed;
      starts[count] = from;
      ends[count] = to;
      sizes[count++] = to - from;
      opens = false;
      i = to;
    }
  }

  /** What may stand between two groups of one number. */
  static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '/'
        || c == '('
        || c == ')'
        || c == '\u2011'
        || c == '\u2013'
        || isSpace(c);
  }

  /** A space that does not end a line, narrow ones among them. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
  }

  String text() {
    return text;
  }

  int start() {
    return start;
  }

  int count() {
    return count;
  }

  boolean hasPlus() {
    return hasPlus;
  }

  int size(int group) {
    return sizes[group];
  }

  int startOf(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  /** What stands before a group: a space for spaces alone, else the last other sign. */
  char separator(int group) {
    return separators[group];
  }

  boolean isBracketed(int group) {
    return isBracketed[group];
  }

  char digit(int group, int place) {
    return text.charAt(starts[group] + place);
  }

  int value(int group) {
    return Integer.parseInt(text, starts[group], Math.min(ends[group], starts[group] + 9), 10);
  }

  /** Number of digits of the groups {@code from} to {@code to}. */
  int digits(int from, int to) {
    int digits = 0;
    for (int g = from; g < to; g++) {
      digits += sizes[g];
    }
    return digits;
  }

  /** The digits of the groups {@code from} to {@code to}, together. */
  String glued(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int g = from; g < to; g++) {
      out.append(text, starts[g], ends[g]);
    }
    return out.toString();
  }

  /** Whether a group's end can be the end of a number. */
  boolean isFree(int group) {
    int end = ends[group];
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean isNext = end + 1 < text.length() && PersonalData.isDigit(text.charAt(end + 1));
    return !PersonalData.isJoined(after)
        && after != '@'
        && after != '%'
        && !(after == '-' && end + 1 < text.length() && PersonalData.isJoined(text.charAt(end + 1)))
        && !(isNext && (after == ',' || after == '.' || after == ':'));
  }

  /** 1900 to 2099. */
  boolean isYear(int group) {
    return sizes[group] == 4
        && (digit(group, 0) == '1' && digit(group, 1) == '9'
            || digit(group, 0) == '2' && digit(group, 1) == '0');
  }

  /** The groups {@code from} to {@code to} as something found. */
  PersonalData.Found found(PersonalData.Kind kind, int from, int to) {
    int begin = from == 0 ? start : starts[from];
    if (from > 0 && isBracketed[from] && text.charAt(begin - 1) == '(') {
      begin--;
    }
    // A bracket that is not the area code's belongs to the sentence.
    while (text.charAt(begin) == '(' && !isClosed(begin, ends[to - 1])) {
      begin++;
    }
    return new PersonalData.Found(kind, begin, ends[to - 1]);
  }

  private boolean isClosed(int open, int end) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return depth == 0;
  }
}
