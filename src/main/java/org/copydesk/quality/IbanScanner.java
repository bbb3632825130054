package org.copydesk.quality;

import java.util.Map;
import java.util.TreeMap;

/**
 * An IBAN (ISO 13616), together or in groups of four apart by spaces, hyphens or dots: its length
 * is that of its country, its remainder by 97 is 1. "IBAN" may be glued to its front and "BIC" to
 * its end.
 */
final class IbanScanner {
  // Lengths from the SWIFT registry.
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28"
          + " EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23"
          + " IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27"
          + " MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27"
          + " ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
  private static final Map<String, Integer> BY_COUNTRY = new TreeMap<>();

  static {
    for (String entry : LENGTHS.split(" ")) {
      BY_COUNTRY.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
  }

  private IbanScanner() {}

  /** The IBAN that begins at {@code start}; null when there is none. */
  static PersonalData.Found at(String text, int start) {
    Integer length = BY_COUNTRY.get(text.substring(start, start + 2));
    if (length == null) {
      return null;
    }
    int taken = 0;
    int i = start;
    int remainder = 0;
    int front = 0;
    while (taken < length && i < text.length()) {
      char c = text.charAt(i);
      boolean isSeparator = DigitGroups.isSpace(c) || c == '-' || c == '.' || c == '\u2011';
      if (isSeparator && taken % 4 == 0 && PersonalData.isWordPart(text.charAt(i - 1))) {
        i++;
        continue;
      }
      int value = value(c);
      if (value < 0) {
        return null;
      }
      if (taken < 4) {
        front = append(front, value);
      } else {
        remainder = append(remainder, value);
      }
      taken++;
      i++;
    }
    boolean isWhole =
        taken == length
            && (i == text.length()
                || !PersonalData.isWordPart(text.charAt(i))
                || text.startsWith("BIC", i)
                || text.startsWith("SWIFT", i));
    // Country and check digits count last: move what came before them up by their six digits.
    boolean holds = (int) ((remainder * 1_000_000L + front) % 97) == 1;
    return isWhole && holds ? new PersonalData.Found(PersonalData.Kind.IBAN, start, i) : null;
  }

  private static int append(int number, int value) {
    // Six digits at the front fit an int; the rest is kept as its remainder.
    long next = (long) number * (value > 9 ? 100 : 10) + value;
    return (int) (next < 1_000_000 ? next : next % 97);
  }

  private static int value(char c) {
    if (PersonalData.isDigit(c)) {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  }
}
