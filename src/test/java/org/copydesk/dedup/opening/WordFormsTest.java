package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {
  @ParameterizedTest
  @CsvSource({
    "straße, strasse",
    "ещё, еще",
    "œuvre, oeuvre",
    "København, Kobenhavn",
    "ısı, isi",
    "café, cafe",
    "مصرية, مصریه",
    "हिन्दी, हिन्दी"
  })
  void spellingsOfOneWordAreOneForm(String word, String form) {
    assertEquals(
        java.text.Normalizer.normalize(form, java.text.Normalizer.Form.NFC),
        java.text.Normalizer.normalize(WordForms.fold(word), java.text.Normalizer.Form.NFC));
    assertEquals(WordForms.fold(form), WordForms.fold(WordForms.fold(word)));
  }

  @Test
  void anAsciiWordIsItsOwnForm() {
    String word = "harbour";
    assertSame(word, WordForms.fold(word));
  }

  @Test
  void theMarkOfKanaMakesAnotherConsonant() {
    assertEquals("が", WordForms.fold("が"));
    assertEquals("か", WordForms.fold("か"));
  }

  @ParameterizedTest
  @CsvSource({"calif, california", "mintues, minutes", "labor, labour", "harbour, harbor", "a, a"})
  void aSlipAnEndingOrAnAbbreviationIsAlike(String a, String b) {
    assertEquals(true, WordForms.isAlike(a, b));
    assertEquals(true, WordForms.isAlike(b, a));
  }

  @ParameterizedTest
  @CsvSource({"cat, car", "ca, california", "north, south", "ab, abc", "eastern, southern"})
  void anotherWordIsNot(String a, String b) {
    assertEquals(false, WordForms.isAlike(a, b));
    assertEquals(false, WordForms.isAlike(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "'', abc, 3",
    "abc, abc, 0",
    "abc, acb, 1",
    "abc, adc, 1",
    "ca, abc, 3",
    "kitten, sitting, 3"
  })
  void stepsAreCountedWithSwapsOfNeighboursAsOne(String a, String b, int steps) {
    assertEquals(steps, WordForms.distance(a, b));
    assertEquals(steps, WordForms.distance(b, a));
  }
}
