package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneWordsTest {
  private static PhoneWords.Cue before(String text) {
    return PhoneWords.before(text, text.indexOf('#'));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Tel. #, CLOSE",
        "Telefon: (#, CLOSE",
        "phone us on #, CLOSE",
        "phone the harbourmaster on #, SURE",
        "call #, MAYBE",
        "ISBN #, NEVER",
        "in the year #, NONE",
        "#, NONE",
        "客服电话 #, CLOSE"
      })
  void theNearestTellingWordSaysWhatANumberIs(String text, PhoneWords.Cue cue) {
    assertEquals(cue, before(text));
  }

  @Test
  void whatStandsBehindAQuestionALineOrFarBackIsNotAsked() {
    assertEquals(PhoneWords.Cue.NONE, before("Phone? #"));
    assertEquals(PhoneWords.Cue.NONE, before("Phone\n#"));
    assertEquals(PhoneWords.Cue.NONE, before("Phone" + " ".repeat(60) + "#"));
    assertEquals(PhoneWords.Cue.SURE, before("Phone 5 or #"));
  }

  @ParameterizedTest
  @CsvSource({
    "555 dollars, 3, true",
    "$ 555, 5, true",
    "$555, 4, true",
    "555 €, 3, true",
    "555 people, 3, true",
    "555 to the desk, 3, false",
    "555, 3, false"
  })
  void whatANumberCountsIsSaidBesideIt(String text, int end, boolean isCounting) {
    assertEquals(isCounting, PhoneWords.isCounting(text, text.indexOf('5'), end));
  }
}
