package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  /** Asked twice, since the second answer is one that was remembered. */
  @ParameterizedTest
  @CsvSource({
    "en, harbour, true",
    "en, seven, false",
    "de, seven, true",
    "de, dreiundzwanzig, false",
    "en, dreiundzwanzig, true",
    "en, march, false",
    "en, half, false",
    "en, noon, false",
    "en, fortnight, false",
    "en, dozen, false",
    "en, minus, false",
    "fr, premier, false",
    "es, mil, false",
    "ar, وثلاثة, false"
  })
  void aWordIsPlainThatIsNothingElseInItsLanguage(String language, String form, boolean isPlain) {
    OpeningPiece word = OpeningPiece.word(form, false, false);
    assertThat(PlainWords.has(language, word), is(isPlain));
    assertThat(PlainWords.has(language, word), is(isPlain));
    assertThat(PlainWords.has(language, OpeningPiece.number(7, false, false)), is(false));
  }
}
