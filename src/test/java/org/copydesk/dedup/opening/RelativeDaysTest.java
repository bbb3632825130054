package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the day before and after. */
class RelativeDaysTest {
  @ParameterizedTest
  @CsvSource({"en, yesterday", "de, heute", "fr, demain", "ru, вчера", "vi, hôm", "es, ayer"})
  void aDayByItsDistanceIsOne(String language, String word) {
    assertThat(RelativeDays.has(language, WordMeanings.form(word)), is(true));
  }

  @ParameterizedTest
  @CsvSource({"en, monday", "en, day", "de, tag", "en, ayer"})
  void otherWordsAreNone(String language, String word) {
    assertThat(RelativeDays.has(language, WordMeanings.form(word)), is(false));
  }
}
