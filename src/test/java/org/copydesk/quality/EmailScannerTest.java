package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailScannerTest {
  private static String in(String text, int free) {
    PersonalData.Found found = EmailScanner.at(text, text.indexOf('@'), free);
    return found == null ? null : text.substring(found.start(), found.end());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org",
        "first.last+news@mail.example.org",
        "o'neil@example.co.uk",
        "x_1%y@a-b.example"
      })
  void nameAndHostAreOneAddress(String address) {
    assertEquals(address, in(address, 0));
    assertEquals(address, in("to " + address + ". Thanks", 0));
    assertEquals(address, in("<" + address + ">", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@example.org",
        "a@example",
        "a.@example.org",
        "a@1.2",
        "a@.org",
        "a@ example.org"
      })
  void aNameAHostOrALastLabelWithoutLettersIsMissing(String text) {
    assertNull(in(text, 0));
  }

  @Test
  void signsInFrontOfANameAreTheSentences() {
    assertEquals("a@example.org", in("--a@example.org", 0));
    assertEquals("a@example.org", in("...'a@example.org", 0));
  }

  @Test
  void whatIsTakenAlreadyIsNotTakenTwice() {
    assertEquals("last@example.org", in("first.last@example.org", 6));
  }

  @Test
  void spacesAroundTheSignAskForANameWithADot() {
    assertEquals("first.last @ example.org", in("write first.last @ example.org now", 0));
    assertNull(in("fresh fish @ market.example", 0));
  }

  @Test
  void aHostEndsBeforeItsLastFullStopOrHyphen() {
    assertEquals("a@example.org", in("a@example.org- and", 0));
    assertEquals("a@example.org", in("a@example.org.", 0));
    assertEquals("a@example.org", in("a@example.org.5", 0));
  }
}
