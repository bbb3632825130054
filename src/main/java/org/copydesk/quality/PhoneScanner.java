package org.copydesk.quality;

/**
 * A telephone number among digits in groups.
 *
 * <p>News is full of other numbers (years, scores, amounts, dates, draws), so a telephone number
 * needs a sign of being one: a plus, an area code in brackets, a leading zero, a grouping that only
 * telephone numbers have, or a word such as "phone" before it. Signs alone are believed where the
 * numbering plans of {@link NumberingPlans} give the number out.
 */
final class PhoneScanner {
  private static final int LEAST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;

  /** A row of so many groups of one or two digits is a draw, a calendar or a table. */
  private static final int ROW = 6;

  /** Lotteries draw from 35 to 75 numbers. */
  private static final int HIGHEST_DRAWN = 75;

  /** Points of one side in a quarter of basketball; one Danish number in 24 is lost to it. */
  private static final int HIGHEST_QUARTER = 45;

  private final DigitGroups groups;
  private final String language;
  private PhoneWords.Cue cue;

  private PhoneScanner(DigitGroups groups, String language) {
    this.groups = groups;
    this.language = language;
  }

  /** The first telephone number among the groups; null when there is none. */
  static PersonalData.Found at(DigitGroups groups, String language) {
    PhoneScanner scanner = new PhoneScanner(groups, language);
    for (int from = 0; from < groups.count(); from++) {
      if (from > 0 && !scanner.canBegin(from)) {
        continue;
      }
      // The longest run of groups that is one: what follows may be another number.
      for (int to = groups.count(); to > from; to--) {
        if (groups.isFree(to - 1) && scanner.isPhone(from, to)) {
          return groups.found(PersonalData.Kind.PHONE, from, to);
        }
      }
    }
    return null;
  }

  /** Another number may stand before a zero or a bracket: "on page 12 030 1234567". */
  private boolean canBegin(int from) {
    boolean isApart = groups.separator(from) == ' ' || groups.isBracketed(from);
    boolean isAmerican = groups.isBracketed(from) && isNorthAmerican(from, groups.count());
    return isApart
        && !groups.hasPlus()
        && (isAmerican || groups.digit(from, 0) == '0' && groups.size(from) > 1);
  }

  private boolean isPhone(int from, int to) {
    int digits = groups.digits(from, to);
    if (digits < LEAST_DIGITS || digits > MOST_DIGITS || isOther(from, to)) {
      return false;
    }
    if (groups.hasPlus()) {
      return groups.digit(0, 0) != '0'
          && (NumberingPlans.isPossible(groups.glued(from, to)) || isAnnounced(from, to));
    }
    if (cue() == PhoneWords.Cue.NEVER) {
      return false;
    }
    return isAnnounced(from, to) || hasSign(from, to, digits);
  }

  private PhoneWords.Cue cue() {
    cue = cue == null ? PhoneWords.before(groups.text(), groups.start()) : cue;
    return cue;
  }

  private boolean isAnnounced(int from, int to) {
    return switch (cue()) {
      case CLOSE -> true;
      case SURE -> !isPlain(from, to);
      case MAYBE -> !isPlain(from, to) && !isInPairs(from, to);
      case NONE, NEVER -> false;
    };
  }

  private boolean hasSign(int from, int to, int digits) {
    boolean startsWithZero = groups.digit(from, 0) == '0';
    if (groups.isBracketed(from) && to > from + 1) {
      return groups.size(from) >= 2 && groups.size(from) <= 5 && digits >= 8;
    }
    if (startsWithZero) {
      // "0 532 123 45 67" has its zero apart, as the numbers of books have.
      boolean isZeroApart = groups.size(from) == 1;
      return (!isZeroApart || to >= from + 4 && groups.separator(from + 1) == ' ')
          && isTrunkCall(from, to, digits);
    }
    if (isNorthAmerican(from, to) || isRussian(from, to) || isMobile(from, to)) {
      return true;
    }
    if (isPlain(from, to)) {
      // 601 234 567 is a number of Poland and an amount anywhere: only where Polish is spoken.
      return to == from + 3
          && groups.size(from) == 3
          && groups.separator(from + 1) == ' '
          && !isRound(to - 1)
          && !isCounting(from, to)
          && NumberingPlans.isGiven(groups.glued(from, to), language);
    }
    if (isInPairs(from, to)) {
      return isMixed(from, to)
          && !isOfQuarters(from, to)
          && !isCounting(from, to)
          && NumberingPlans.isGrouped(groups, from, to, language);
    }
    return !isCounting(from, to)
        && (isSpanish(from, to, digits)
            || NumberingPlans.isGrouped(groups, from, to, language)
            || to > from + 2 && NumberingPlans.isGiven(groups.glued(from, to), language));
  }

  /** 030 1234567, 00 49 30 1234567: the zero is dialled before the rest. */
  private boolean isTrunkCall(int from, int to, int digits) {
    String all = groups.glued(from, to);
    if (all.charAt(1) == '0') {
      return digits >= 10 && NumberingPlans.isPossible(all.substring(2));
    }
    boolean isWellFormed = !isInPairs(from, to) || isMixed(from, to) && isInOneWay(from, to);
    return digits >= 9 && digits <= 12 && isWellFormed && NumberingPlans.isTrunkCall(all, language);
  }

  /** Dates, years, draws, scores, decimals and numbers of books, whatever is said before them. */
  private boolean isOther(int from, int to) {
    return !groups.hasPlus() && (isDate(from, to) || isOfYears(from, to))
        || hasStranger(from, to)
        || isRow(from)
        || isScore(from, to)
        || isDecimal(from, to)
        || isBook(from, to);
  }

  /** 31/12/2019 and what may follow, 31/12/19, 2019-12-31, 2018-2019. */
  private boolean isDate(int from, int to) {
    if (to < from + 2) {
      return false;
    }
    char separator = groups.separator(from + 1);
    boolean yearFirst = groups.isYear(from) && (to > from + 2 || groups.isYear(from + 1));
    boolean yearThird =
        to > from + 2
            && groups.size(from) <= 2
            && groups.size(from + 1) <= 2
            && groups.isYear(from + 2);
    boolean isShort =
        to > from + 2
            && separator == '/'
            && groups.separator(from + 2) == '/'
            && groups.size(from) <= 2
            && groups.size(from + 1) <= 2
            && groups.size(from + 2) <= 2;
    boolean isMarked =
        separator == '-' || separator == '/' || separator == '.' || separator == '\u2013';
    return isShort
        || isMarked && (yearFirst || yearThird)
        || groups.isBracketed(from) && groups.isYear(from);
  }

  /**
   * "July 2, 2008 (202) 225-2661", "vol. 12 (3) 456-789": before an area code in brackets stands a
   * prefix or nothing.
   */
  private boolean hasStranger(int from, int to) {
    for (int g = from + 1; g < to; g++) {
      boolean isFar = g > from + 1 || groups.size(from) > 2 || groups.size(g) == 1;
      if (groups.isBracketed(g) && !groups.hasPlus() && isFar) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfYears(int from, int to) {
    for (int g = from; g < to; g++) {
      if (!groups.isYear(g)) {
        return false;
      }
    }
    return to > from + 1;
  }

  /** 04 11 23 35 41 48 is a draw, 1 2 3 4 5 6 7 a week: one of those is in no number of a house. */
  private boolean isRow(int from) {
    int small = 0;
    int longest = 0;
    for (int g = from == 0 ? 0 : Math.max(0, from - ROW); g < groups.count(); g++) {
      small = groups.size(g) <= 2 ? small + 1 : 0;
      longest = Math.max(longest, small);
    }
    return longest >= ROW && !groups.hasPlus();
  }

  /** 21-15 21-18 11-21: pairs apart by hyphens, the pairs apart by spaces. */
  private boolean isScore(int from, int to) {
    if (to < from + 4) {
      return false;
    }
    for (int g = from; g < to; g++) {
      boolean isSecond = (g - from) % 2 == 1;
      char separator = groups.separator(g);
      boolean isJoined = separator == '-' || separator == '\u2013';
      if (groups.size(g) > 3 || g > from && isSecond != isJoined) {
        return false;
      }
    }
    return true;
  }

  /** 52.520008 13.404954 and 40.7128. */
  private boolean isDecimal(int from, int to) {
    boolean isFirst =
        to >= from + 2
            && groups.separator(from + 1) == '.'
            && groups.size(from) <= 3
            && groups.size(from + 1) >= 4
            && groups.text().charAt(groups.startOf(from + 1) - 1) == '.';
    return isFirst
        && (to == from + 2
            || to == from + 4
                && groups.separator(from + 3) == '.'
                && groups.size(from + 2) <= 3
                && groups.size(from + 3) >= 4);
  }

  /** An ISBN: 13 digits from 978 or 979, or ten in four groups whose last is one digit. */
  private boolean isBook(int from, int to) {
    String digits = groups.glued(from, to);
    if (digits.length() == 13 && (digits.startsWith("978") || digits.startsWith("979"))) {
      int sum = 0;
      for (int i = 0; i < 13; i++) {
        sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
      }
      return sum % 10 == 0;
    }
    if (digits.length() != 10 || to != from + 4 || groups.size(to - 1) != 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    return sum % 11 == 0;
  }

  /** As amounts are written: 1234567, 250 000 000, 1.250.000. */
  private boolean isPlain(int from, int to) {
    if (groups.digit(from, 0) == '0' || groups.isBracketed(from)) {
      return false;
    }
    for (int g = from + 1; g < to; g++) {
      char separator = groups.separator(g);
      boolean isOfThousands = groups.size(g) == 3 && (separator == ' ' || separator == '.');
      if (!isOfThousands || separator != groups.separator(from + 1)) {
        return false;
      }
    }
    return to == from + 1 || groups.size(from) <= 3;
  }

  private boolean isRound(int group) {
    return groups.value(group) == 0;
  }

  private boolean isCounting(int from, int to) {
    return PhoneWords.isCounting(groups.text(), groups.startOf(from), groups.end(to - 1));
  }

  private boolean isInPairs(int from, int to) {
    for (int g = from; g < to; g++) {
      if (groups.size(g) > 2) {
        return false;
      }
    }
    return true;
  }

  /** Not in ascending order up to what is drawn from, as draws and calendars are. */
  private boolean isMixed(int from, int to) {
    for (int g = from + 1; g < to; g++) {
      if (groups.value(g) <= groups.value(g - 1)) {
        return true;
      }
    }
    return groups.value(to - 1) > HIGHEST_DRAWN;
  }

  /** 24 31 18 27: points in the quarters of a game. */
  private boolean isOfQuarters(int from, int to) {
    for (int g = from; g < to; g++) {
      if (groups.value(g) > HIGHEST_QUARTER) {
        return false;
      }
    }
    return true;
  }

  private boolean isInOneWay(int from, int to) {
    for (int g = from + 2; g < to; g++) {
      if (groups.separator(g) != groups.separator(from + 1)) {
        return false;
      }
    }
    return true;
  }

  /** 555-123-4567, 555.123.4567, 1-800-555-0199; 555 123 4567 is one as well. */
  private boolean isNorthAmerican(int from, int to) {
    boolean hasOne = to == from + 4 && groups.size(from) == 1 && groups.digit(from, 0) == '1';
    int area = hasOne ? from + 1 : from;
    return to == area + 3
        && groups.size(area) == 3
        && groups.size(area + 1) == 3
        && groups.size(area + 2) == 4
        && groups.digit(area, 0) >= '2';
  }

  /** 8 (495) 123-45-67, 8-800-555-35-35. */
  private boolean isRussian(int from, int to) {
    return to == from + 5
        && groups.size(from) == 1
        && (groups.digit(from, 0) == '8' || groups.digit(from, 0) == '7')
        && groups.size(from + 1) == 3
        && groups.size(from + 2) == 3
        && groups.size(from + 3) == 2
        && groups.size(from + 4) == 2;
  }

  /** 98765 43210 (India), 138 0013 8000 (China). */
  private boolean isMobile(int from, int to) {
    boolean isIndian =
        to == from + 2
            && groups.size(from) == 5
            && groups.size(from + 1) == 5
            && groups.digit(from, 0) >= '6'
            && groups.separator(from + 1) != '/'
            && groups.separator(from + 1) != '.'
            && groups.separator(from + 1) != '\u2013';
    boolean isChinese =
        to == from + 3
            && groups.size(from) == 3
            && groups.size(from + 1) == 4
            && groups.size(from + 2) == 4
            && groups.digit(from, 0) == '1';
    return isIndian || isChinese;
  }

  /** 912 34 56 78 and 91 123 45 67: nothing else is grouped so. 612-345-678 with hyphens alone. */
  private boolean isSpanish(int from, int to, int digits) {
    if (groups.digit(from, 0) < '6' || digits != 9) {
      return false;
    }
    boolean isInPairs =
        to == from + 4
            && groups.size(from) + groups.size(from + 1) == 5
            && Math.abs(groups.size(from) - groups.size(from + 1)) == 1
            && groups.size(from + 2) == 2
            && groups.size(from + 3) == 2;
    boolean isInThrees =
        to == from + 3
            && groups.size(from) == 3
            && groups.size(from + 1) == 3
            && groups.separator(from + 1) == '-'
            && groups.separator(from + 2) == '-';
    return isInPairs || isInThrees;
  }
}
