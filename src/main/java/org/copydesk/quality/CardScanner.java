package org.copydesk.quality;

/**
 * A card number, together or in groups apart by spaces, hyphens or dots: a length its scheme gives
 * out, and Luhn's sum.
 */
final class CardScanner {
  private static final int FIRST_GROUP = 4;

  private CardScanner() {}

  /** The card number that the groups begin with; null when there is none. */
  static PersonalData.Found at(DigitGroups groups) {
    if (groups.count() == 0 || groups.hasPlus()) {
      return null;
    }
    int digits = 0;
    for (int g = 0; g < groups.count(); g++) {
      char separator = groups.separator(g);
      boolean isApart =
          g == 0
              || separator == ' '
              || separator == '-'
              || separator == '.'
              || separator == '\u2011';
      boolean isInOneWay = g < 2 || separator == groups.separator(1);
      if (!isApart || !isInOneWay || (groups.count() > 1 && groups.size(0) != FIRST_GROUP)) {
        return null;
      }
      digits += groups.size(g);
      if (groups.isFree(g) && isCardLength(groups, digits) && isLuhn(groups, g + 1)) {
        return groups.found(PersonalData.Kind.CARD, 0, g + 1);
      }
    }
    return null;
  }

  /** Lengths by the first digits, as the schemes give them out. */
  private static boolean isCardLength(DigitGroups groups, int digits) {
    char first = groups.digit(0, 0);
    char second = groups.size(0) > 1 ? groups.digit(0, 1) : '0';
    return switch (first) {
      case '4' -> digits == 13 || digits == 16 || digits == 19;
      case '5' -> digits == 16;
      case '2' -> digits == 16 && second >= '2' && second <= '7';
      case '3' -> second == '4' || second == '7' ? digits == 15 : digits == 14 || digits == 16;
      case '6' -> digits >= 16 && digits <= 19;
      default -> false;
    };
  }

  private static boolean isLuhn(DigitGroups groups, int until) {
    int sum = 0;
    boolean isDoubled = false;
    for (int g = until - 1; g >= 0; g--) {
      for (int i = groups.size(g) - 1; i >= 0; i--) {
        int digit = groups.digit(g, i) - '0';
        int value = isDoubled ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        isDoubled = !isDoubled;
      }
    }
    return sum % 10 == 0;
  }
}
