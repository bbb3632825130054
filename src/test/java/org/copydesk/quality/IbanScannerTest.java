package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up: their bank codes are given to no bank. */
class IbanScannerTest {
  private static String at(String text, int start) {
    PersonalData.Found found = IbanScanner.at(text, start);
    return found == null ? null : text.substring(found.start(), found.end());
  }

  /** A number of a country whose check digits hold (ISO 13616: 98 less the remainder by 97). */
  static String valid(String country, String account) {
    StringBuilder digits = new StringBuilder();
    for (char c : (account + country + "00").toCharArray()) {
      digits.append(Character.getNumericValue(c));
    }
    int rest =
        new java.math.BigInteger(digits.toString())
            .mod(java.math.BigInteger.valueOf(97))
            .intValue();
    return country + String.format(java.util.Locale.ROOT, "%02d", 98 - rest) + account;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE:000000001234567890",
        "NO:00001234567",
        "GB:ZZZZ00000012345678",
        "MT:ZZZZ00000ABCDEFGHIJ01234567"
      })
  void lengthAndRemainderMakeOne(String given) {
    String[] parts = given.split(":");
    String iban = valid(parts[0], parts[1]);
    assertEquals(iban, at(iban, 0));
    assertEquals(iban, at(iban + ", please", 0));
    String groups = iban.replaceAll("(.{4})(?=.)", "$1 ");
    assertEquals(groups, at(groups + " or cash", 0));
    assertEquals(groups.replace(' ', '-'), at(groups.replace(' ', '-'), 0));
  }

  @Test
  void anyDigitChangedOrTwoSwappedIsNone() {
    String iban = valid("DE", "000000001234567890");
    for (int i = 4; i < iban.length(); i++) {
      char other = (char) ('0' + (iban.charAt(i) - '0' + 1) % 10);
      assertNull(at(iban.substring(0, i) + other + iban.substring(i + 1), 0), "digit " + i);
    }
    assertNull(at(iban.replace("12", "21"), 0));
  }

  @Test
  void aNumberThatIsTooShortOrGoesOnIsNone() {
    String iban = valid("DE", "000000001234567890");
    assertNull(at(iban.substring(0, 20), 0));
    assertNull(at(iban + "7", 0));
    assertNull(at("XX" + iban.substring(2), 0));
  }

  @Test
  void theNameOfTheBanksCodeMayBeGluedToItsEnd() {
    String iban = valid("DE", "000000001234567890");
    assertEquals(iban, at(iban + "BIC XXXXDEXX", 0));
    assertEquals(iban, at(iban + "SWIFT", 0));
  }
}
