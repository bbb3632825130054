package org.copydesk.quality;

/** Numbers that belong to somebody: IP addresses of version 4, card and telephone numbers. */
final class NumberScanner {
  private static final int LEAST_DIGITS = 7;
  private static final int LOOKED_AT = 18;

  private NumberScanner() {}

  /**
   * What begins here; null when it is a number like any other.
   *
   * @param language of the text, ISO 639-1; null when not known
   */
  static PersonalData.Found at(String text, int start, String language) {
    if (!hasDigitsEnough(text, start)) {
      return null;
    }
    PersonalData.Found address = IpScanner.fourAt(text, start);
    if (address != null) {
      return address;
    }
    DigitGroups groups = DigitGroups.at(text, start);
    PersonalData.Found card = CardScanner.at(groups);
    return card != null ? card : PhoneScanner.at(groups, language);
  }

  /** At least seven digits without letters between: everything else is over quickly. */
  private static boolean hasDigitsEnough(String text, int start) {
    int digits = 0;
    int end = Math.min(text.length(), start + LOOKED_AT);
    for (int i = start; i < end && digits < LEAST_DIGITS; i++) {
      char c = text.charAt(i);
      if (PersonalData.isDigit(c)) {
        digits++;
      } else if (!DigitGroups.isSeparator(c) && c != '+') {
        break;
      }
    }
    return digits >= 4
        && (digits >= LEAST_DIGITS
            || text.startsWith(".", start + 1)
            || text.startsWith(".", start + 2)
            || text.startsWith(".", start + 3));
  }
}
