package org.copydesk.dedup;

/**
 * Where and how to reach somebody: addresses of the web and of mail, numbers that one may call.
 * Amounts ("250 000 000"), days with their years and scores are no such numbers.
 */
final class Contacts {
  private static final int LEAST_DIGITS = 9;

  /** Digits of a group of thousands, and of the middle of many numbers. */
  private static final int OF_THREE = 3;

  /** As long as a year, and longer than any group of an amount. */
  private static final int OF_YEAR = 4;

  private Contacts() {}

  /** Whether a part of a text, in lower case, has one. */
  static boolean areIn(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '@'
          || (c == '/' && text.startsWith("//", i))
          || (c == 'w' && text.startsWith("www.", i))) {
        return true;
      }
      if (!isDigit(c)) {
        i++;
        continue;
      }
      int end = i;
      int digits = 0;
      while (end < to && (isDigit(text.charAt(end)) || isBetween(text.charAt(end)))) {
        digits += isDigit(text.charAt(end)) ? 1 : 0;
        end++;
      }
      boolean isDialled = c == '0' || (i > from && text.charAt(i - 1) == '+');
      if (digits >= LEAST_DIGITS && isNumber(text, i, end, isDialled)) {
        return true;
      }
      i = end;
    }
    return false;
  }

  private static boolean isNumber(String text, int from, int to, boolean isDialled) {
    boolean isAmount = true;
    boolean hasYear = false;
    boolean hasGroup = false;
    int longest = 0;
    int start = from;
    int groups = 0;
    for (int i = from; i <= to; i++) {
      if (i < to && isDigit(text.charAt(i))) {
        continue;
      }
      int length = i - start;
      if (length > 0) {
        isAmount &= groups == 0 ? length <= OF_THREE : length == OF_THREE;
        boolean isYear =
            length == OF_YEAR && (text.startsWith("19", start) || text.startsWith("20", start));
        hasYear |= isYear;
        hasGroup |= length == OF_THREE || length > OF_YEAR;
        longest = isYear ? longest : Math.max(longest, length);
        groups++;
      }
      start = i + 1;
    }
    if (groups > 1 && isAmount && !isDialled) {
      return false;
    }
    return hasGroup || (isDialled && longest > 1 && !hasYear);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBetween(char c) {
    return c == '-' || c == ' ' || c == '(' || c == ')' || c == '/' || c == '+';
  }
}
