package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are made: a prefix of a scheme, zeros and the check digit of Luhn's sum. */
class CardScannerTest {
  private static String at(String text) {
    PersonalData.Found found = CardScanner.at(DigitGroups.at(text, 0));
    return found == null ? null : text.substring(found.start(), found.end());
  }

  private static String card(String prefix, int length) {
    String front = prefix + "0".repeat(length - 1 - prefix.length());
    int sum = 0;
    for (int i = 0; i < front.length(); i++) {
      int digit = front.charAt(front.length() - 1 - i) - '0';
      int value = i % 2 == 0 ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
    }
    return front + (10 - sum % 10) % 10;
  }

  @ParameterizedTest
  @CsvSource({
    "4111,16", "4111,13", "4111,19", "5105,16", "2221,16", "3411,15", "3056,14", "6011,16",
    "6011,19"
  })
  void aLengthItsSchemeGivesOutAndItsSumMakeACard(String prefix, int length) {
    String card = card(prefix, length);
    assertEquals(card, at(card));
    assertEquals(card, at(card + ", it said"));
  }

  @ParameterizedTest
  @CsvSource({"4111,15", "5105,15", "2821,16", "3411,16", "6011,15", "1234,16", "9999,16"})
  void otherLengthsAndOtherFirstDigitsAreNone(String prefix, int length) {
    assertNull(at(card(prefix, length)));
  }

  @Test
  void everyChangedDigitBreaksTheSum() {
    String card = card("4111", 16);
    for (int i = 1; i < card.length(); i++) {
      char other = (char) ('0' + (card.charAt(i) - '0' + 1) % 10);
      String changed = card.substring(0, i) + other + card.substring(i + 1);
      assertNotEquals(changed, at(changed), "digit " + i);
    }
  }

  @Test
  void groupsAreApartInOneWayAndTheFirstHasFourDigits() {
    String card = card("4111", 16);
    String spaced = card.replaceAll("(.{4})(?=.)", "$1 ");
    assertEquals(spaced, at(spaced));
    assertEquals(spaced.replace(' ', '-'), at(spaced.replace(' ', '-')));
    assertNull(at(spaced.replaceFirst(" ", "-")));
    assertNull(at(card.substring(0, 5) + " " + card.substring(5)));
    assertNull(at("+" + card));
  }
}
