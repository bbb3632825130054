package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GluedNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "de, hundertfunfundzwanzig, 125", "de, dreitausendzwei, 3002", "nl, vierentwintig, 24",
    "sv, etthundratjugo, 120", "ko, 백이십, 120", "it, duecentotre, 203"
  })
  void severalNumberWordsInOneAreTheirSum(String language, String word, double value) {
    assertEquals(value, GluedNumbers.value(language, WordForms.fold(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, twentythree",
    "de, hundertmal",
    "de, zwanzig",
    "de, undzwanzig",
    "nl, entwintig",
    "de, zwei"
  })
  void aWordOfWhichAPartIsNoNumberIsNone(String language, String word) {
    assertEquals(Double.NaN, GluedNumbers.value(language, word));
  }
}
