package org.copydesk.quality;

/**
 * IP addresses: four numbers to 255 apart by dots, or version 6 by RFC 4291, the last two groups of
 * which may be written as version 4: {@code ::ffff:192.0.2.1}.
 */
final class IpScanner {
  /** Characters of a group of version 6 with the colon behind it, at most. */
  static final int GROUP = 5;

  private IpScanner() {}

  /** The address of version 4 that begins here; null when there is none. */
  static PersonalData.Found fourAt(String text, int start) {
    int i = start;
    int length = text.length();
    for (int group = 0; group < 4; group++) {
      int value = 0;
      int digits = 0;
      while (i < length && digits < 4 && PersonalData.isDigit(text.charAt(i))) {
        value = value * 10 + text.charAt(i) - '0';
        digits++;
        i++;
      }
      boolean hasZeroInFront = digits > 1 && text.charAt(i - digits) == '0';
      if (digits == 0 || value > 255 || hasZeroInFront) {
        return null;
      }
      if (group < 3) {
        if (i >= length || text.charAt(i) != '.') {
          return null;
        }
        i++;
      }
    }
    if (i < length) {
      char after = text.charAt(i);
      boolean goesOn = after == '.' && i + 1 < length && PersonalData.isDigit(text.charAt(i + 1));
      if (PersonalData.isWordPart(after) || goesOn || isVersion(text, start)) {
        return null;
      }
    } else if (isVersion(text, start)) {
      return null;
    }
    return new PersonalData.Found(PersonalData.Kind.IP, start, i);
  }

  private static boolean isVersion(String text, int start) {
    return text.regionMatches(true, start - 8, "version ", 0, 8);
  }

  /** Whether a colon follows within a group of version 6; most words end the question here. */
  static boolean hasColonSoon(String text, int start) {
    int end = Math.min(text.length(), start + GROUP);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return true;
      }
      if (!PersonalData.isHex(c)) {
        return false;
      }
    }
    return false;
  }

  /** The address of version 6 that begins here; null when there is none. */
  static PersonalData.Found sixAt(String text, int start) {
    int groups = 0;
    int digits = 0;
    boolean isShortened = false;
    int most = Math.min(text.length(), start + 40);
    int i = start;
    for (; i < most && PersonalData.isHex(text.charAt(i)); i++) {
      if (text.charAt(i) != ':') {
        digits++;
        if (digits > 4) {
          return null;
        }
        continue;
      }
      groups += digits > 0 ? 1 : 0;
      boolean isDouble = i + 1 < most && text.charAt(i + 1) == ':';
      if (isDouble) {
        if (isShortened) {
          return null;
        }
        isShortened = true;
        i++;
      } else if (digits == 0) {
        return null;
      } else if (i + 1 == most || !PersonalData.isHex(text.charAt(i + 1))) {
        // A colon after the address belongs to the sentence.
        groups -= 1;
        break;
      }
      digits = 0;
    }
    if (digits > 0 && i < text.length() && text.charAt(i) == '.') {
      PersonalData.Found tail = fourAt(text, i - digits);
      if (tail != null) {
        boolean holds = isShortened ? groups <= 5 : groups == 6;
        return holds ? new PersonalData.Found(PersonalData.Kind.IP, start, tail.end()) : null;
      }
    }
    groups += digits > 0 ? 1 : 0;
    boolean isWhole = i == text.length() || !PersonalData.isWordPart(text.charAt(i));
    boolean holds = isShortened ? groups >= 2 && groups <= 7 : groups == 8;
    return isWhole && holds ? new PersonalData.Found(PersonalData.Kind.IP, start, i) : null;
  }
}
