package org.copydesk.segment.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.copydesk.text.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"admin", "Staff Writer", "La Redazione", "редакция", "YouTube", "n/a"})
  void whoeverWroteAndButtonsAreNobody(String text) {
    assertEquals(true, NotNames.isOne(Normaliser.normalise(text)));
    assertEquals(false, NotNames.isOne(Normaliser.normalise(text + " Roe")));
  }

  @ParameterizedTest
  @CsvSource({
    "Jr., true",
    "PhD, true",
    "M.D., true",
    "FRSL, true",
    "ii, true",
    "Roe, false",
    "van, false",
    "HARBOURMASTER, false"
  })
  void degreesAreOfAListOrShortAndInCapitals(String word, boolean isDegree) {
    assertEquals(isDegree, NotNames.isDegree(word, Normaliser.normalise(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "harbour times, true",
    "daily ledger, true",
    "ana roe, false",
    "timesnow roe, false",
    "agence du nord, true"
  })
  void aHouseIsToldByAnyOfItsWords(String folded, boolean hasHouse) {
    assertEquals(hasHouse, NotNames.hasHouse(folded));
  }

  @ParameterizedTest
  @CsvSource({"roe., roe", "by:, by", "roe, roe", "., ''", "a.b, a.b"})
  void aSignAtTheEndIsNoPartOfAWord(String word, String bare) {
    assertEquals(bare, NotNames.withoutSign(word));
  }
}
