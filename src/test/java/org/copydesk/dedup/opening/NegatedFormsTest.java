package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegatedFormsTest {
  private static boolean isTurned(String a, String b, String language) {
    return NegatedForms.isTurned(WordForms.fold(a), WordForms.fold(b), language);
  }

  @ParameterizedTest
  @CsvSource({
    "buldu, bulmadı, tr",
    "ödüyor, ödemiyor, tr",
    "edildi, etmedi, tr",
    "harmful, harmless, en",
    "suçlu, suçsuz, tr",
    "hoffnungsvoll, hoffnungslos, de",
    "kouluun, koulusta, fi"
  })
  void oneSaysWhatTheOtherDenies(String a, String b, String language) {
    assertEquals(true, isTurned(a, b, language));
    assertEquals(true, isTurned(b, a, language));
  }

  @ParameterizedTest
  @CsvSource({
    "buldu, bulacak, tr",
    "bulmadı, bulmaz, tr",
    "buldu, bulmadı, en",
    "useful, harmless, en",
    "as, atlan, sv",
    "iskolaba, iskolabol, en"
  })
  void anotherFormAnotherStemOrAnotherLanguageDeniesNothing(String a, String b, String language) {
    assertEquals(false, isTurned(a, b, language));
    assertEquals(false, isTurned(b, a, language));
  }
}
