package org.copydesk.quality;

/**
 * Numbers that belong to somebody: card numbers, IP addresses of version 4, telephone numbers.
 *
 * <p>News is full of other numbers (years, scores, amounts, dates), so a telephone number needs a
 * sign of being one: a plus, an area code in brackets, a leading zero with its length, a grouping
 * that only telephone numbers have, or a word such as "phone" before it.
 */
final class NumberScanner {
  private static final int MOST_GROUPS = 12;
  private static final int LONGEST = 32;
  private static final String[] WORDS = {
    "tel",
    "phone",
    "call",
    "fax",
    "mobile",
    "cell",
    "whatsapp",
    "handy",
    "telefon",
    "teléfono",
    "telefone",
    "téléphone",
    "tél",
    "móvil",
    "hotline",
    "dial",
    "text",
    "contact",
    "appeler"
  };

  // One number as groups of digits.
  private final String text;
  private final int start;
  private final int[] sizes = new int[MOST_GROUPS];
  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private final char[] separators = new char[MOST_GROUPS];
  private int groups;
  private boolean hasPlus;
  private boolean hasBrackets;
  private Boolean announced;

  private NumberScanner(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /** What begins here; null when it is a number like any other. */
  static PersonalData.Found at(String text, int start) {
    if (!hasDigitsEnough(text, start)) {
      return null;
    }
    PersonalData.Found address = IpScanner.fourAt(text, start);
    if (address != null) {
      return address;
    }
    NumberScanner number = new NumberScanner(text, start);
    number.read();
    PersonalData.Found card = number.card();
    return card != null ? card : number.phone();
  }

  /** At least seven digits without letters between: everything else is over quickly. */
  private static boolean hasDigitsEnough(String text, int start) {
    int digits = 0;
    int end = Math.min(text.length(), start + 16);
    for (int i = start; i < end && digits < 7; i++) {
      char c = text.charAt(i);
      if (PersonalData.isDigit(c)) {
        digits++;
      } else if (!isSeparator(c) && c != '+') {
        break;
      }
    }
    return digits >= 4
        && (digits >= 7
            || text.startsWith(".", start + 1)
            || text.startsWith(".", start + 2)
            || text.startsWith(".", start + 3));
  }

  static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '/'
        || c == '('
        || c == ')'
        || c == '\u00A0'
        || c == '\u2011'
        || c == '\u2013';
  }

  private void read() {
    int i = start;
    int most = Math.min(text.length(), start + LONGEST);
    if (text.charAt(i) == '+') {
      hasPlus = true;
      i++;
    }
    while (i < most && groups < MOST_GROUPS) {
      int from = i;
      int marks = 0;
      char mark = 0;
      while (from < most && marks < 3 && isSeparator(text.charAt(from))) {
        char c = text.charAt(from);
        hasBrackets |= c == '(';
        mark = c == ' ' && mark != 0 ? mark : c;
        marks++;
        from++;
      }
      int to = from;
      while (to < most && PersonalData.isDigit(text.charAt(to))) {
        to++;
      }
      if (to == from) {
        return;
      }
      separators[groups] = mark;
      starts[groups] = from;
      ends[groups] = to;
      sizes[groups++] = to - from;
      i = to;
    }
  }

  private boolean isFree(int end) {
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean isNext = end + 1 < text.length() && PersonalData.isDigit(text.charAt(end + 1));
    return !PersonalData.isWordPart(after)
        && after != '@'
        && after != '%'
        && !(isNext && (after == ',' || after == '.' || after == ':'));
  }

  private int digits(int from, int to) {
    int digits = 0;
    for (int g = from; g < to; g++) {
      digits += sizes[g];
    }
    return digits;
  }

  private char digit(int group, int place) {
    return text.charAt(starts[group] + place);
  }

  private PersonalData.Found found(PersonalData.Kind kind, int lastGroup) {
    int from = start;
    // A bracket that is not the area code's belongs to the sentence.
    if (text.charAt(from) == '(' && text.indexOf(')', from) >= ends[lastGroup]) {
      from++;
    }
    return new PersonalData.Found(kind, from, ends[lastGroup]);
  }

  private PersonalData.Found card() {
    if (groups == 0 || hasPlus) {
      return null;
    }
    int digits = 0;
    for (int g = 0; g < groups; g++) {
      boolean isApart =
          g == 0 || separators[g] == ' ' || separators[g] == '-' || separators[g] == '\u00A0';
      if (!isApart || (groups > 1 && sizes[0] != 4)) {
        return null;
      }
      digits += sizes[g];
      if (isFree(ends[g]) && isCardLength(digits) && isLuhn(g + 1)) {
        return found(PersonalData.Kind.CARD, g);
      }
    }
    return null;
  }

  /** Lengths by the first digits, as the schemes give them out. */
  private boolean isCardLength(int digits) {
    char first = digit(0, 0);
    char second = sizes[0] > 1 ? digit(0, 1) : '0';
    return switch (first) {
      case '4' -> digits == 13 || digits == 16 || digits == 19;
      case '5' -> digits == 16;
      case '2' -> digits == 16 && second >= '2' && second <= '7';
      case '3' -> second == '4' || second == '7' ? digits == 15 : digits == 14 || digits == 16;
      case '6' -> digits >= 16 && digits <= 19;
      default -> false;
    };
  }

  private boolean isLuhn(int until) {
    int sum = 0;
    boolean isDoubled = false;
    for (int g = until - 1; g >= 0; g--) {
      for (int i = sizes[g] - 1; i >= 0; i--) {
        int digit = digit(g, i) - '0';
        int value = isDoubled ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        isDoubled = !isDoubled;
      }
    }
    return sum % 10 == 0;
  }

  private PersonalData.Found phone() {
    // The longest run of groups that is one: what follows may be another number.
    for (int last = groups - 1; last >= 0; last--) {
      if (isFree(ends[last]) && isPhone(last + 1)) {
        return found(PersonalData.Kind.PHONE, last);
      }
    }
    return null;
  }

  private boolean isPhone(int until) {
    int digits = digits(0, until);
    if (digits < 7 || digits > 15 || isDate(until)) {
      return false;
    }
    if (hasPlus) {
      return digits >= 8 && digit(0, 0) != '0';
    }
    boolean startsWithZero = digit(0, 0) == '0';
    if (hasBrackets && text.charAt(start) == '(' && until > 1) {
      return sizes[0] >= 2 && sizes[0] <= 5 && digits >= 8 && closesAfterFirst();
    }
    if (startsWithZero && sizes[0] > 1) {
      boolean isInternational = digit(0, 1) == '0';
      return digits >= (isInternational ? 10 : 9) && digits <= (isInternational ? 15 : 12);
    }
    return isNorthAmerican(until)
        || isMobile(until)
        || isSpanish(until)
        || (!startsWithZero && isAnnouncedOnce());
  }

  private boolean closesAfterFirst() {
    return ends[0] < text.length() && text.charAt(ends[0]) == ')';
  }

  /** 555-123-4567, 555.123.4567, 1-800-555-0199; 555 123 4567 is one as well. */
  private boolean isNorthAmerican(int until) {
    int area = until == 4 && sizes[0] == 1 && digit(0, 0) == '1' ? 1 : 0;
    return until == area + 3
        && sizes[area] == 3
        && sizes[area + 1] == 3
        && sizes[area + 2] == 4
        && digit(area, 0) >= '2';
  }

  /** 98765 43210 (India), 138 0013 8000 (China). */
  private boolean isMobile(int until) {
    boolean isIndian = until == 2 && sizes[0] == 5 && sizes[1] == 5 && digit(0, 0) >= '6';
    boolean isChinese =
        until == 3 && sizes[0] == 3 && sizes[1] == 4 && sizes[2] == 4 && digit(0, 0) == '1';
    return (isIndian && separators[1] != '/' && separators[1] != '\u2013') || isChinese;
  }

  /** 912 34 56 78 and 91 123 45 67: nothing else is grouped so. 612-345-678 with hyphens alone. */
  private boolean isSpanish(int until) {
    char first = digit(0, 0);
    if (first < '6' || digits(0, until) != 9) {
      return false;
    }
    boolean isInPairs =
        until == 4
            && sizes[0] + sizes[1] == 5
            && Math.abs(sizes[0] - sizes[1]) == 1
            && sizes[2] == 2
            && sizes[3] == 2;
    boolean isInThrees =
        until == 3
            && sizes[0] == 3
            && sizes[1] == 3
            && separators[1] == '-'
            && separators[2] == '-';
    return isInPairs || isInThrees;
  }

  /** 31/12/2019 and what may follow, 2019-12-31, 2018-2019. */
  private boolean isDate(int until) {
    if (until < 2) {
      return false;
    }
    boolean yearFirst = isYear(0);
    boolean yearThird = until > 2 && sizes[0] <= 2 && sizes[1] <= 2 && isYear(2);
    boolean isMarked =
        separators[1] == '-'
            || separators[1] == '/'
            || separators[1] == '.'
            || separators[1] == '\u2013';
    return isMarked && (yearFirst || yearThird);
  }

  private boolean isYear(int group) {
    return sizes[group] == 4
        && (digit(group, 0) == '1' && digit(group, 1) == '9'
            || digit(group, 0) == '2' && digit(group, 1) == '0');
  }

  private boolean isAnnouncedOnce() {
    if (announced == null) {
      announced = isAnnounced();
    }
    return announced;
  }

  /** Whether a word before says that a telephone number follows. */
  private boolean isAnnounced() {
    int from = Math.max(0, start - 24);
    for (String word : WORDS) {
      for (int i = from; i + word.length() <= start; i++) {
        boolean isWord = i == 0 || !PersonalData.isWordPart(text.charAt(i - 1));
        int end = i + word.length();
        boolean isOver = end == start || !Character.isLetter(text.charAt(end));
        if (isWord && isOver && text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
