package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two spellings of a word, and two words. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "labour, labor",
    "organise, organize",
    "mintues, minutes",
    "mintues, minute",
    "pprss, press",
    "kilometre, kilometres",
  })
  void aSpellingOrATypingErrorIsTheWord(String one, String other) {
    assertThat(Spelling.isOne(one, other), is(true));
    assertThat(Spelling.isOne(other, one), is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "doubled, tripled",
    "boat, boot",
    "law, low",
    "kaksinkertaistunut, kolminkertaistunut",
    "mord, mordforsok",
    "mayor, deputymayor",
    "gambia, zambia",
    "niger, nigeria",
    "irlanda, islanda",
    "замбия, гамбия",
  })
  void anotherWordIsNone(String one, String other) {
    assertThat(Spelling.isOne(one, other), is(false));
    assertThat(Spelling.isOne(other, one), is(false));
  }

  @Test
  void onlyAWordBeforeAFullStopIsCutShort() {
    Opening.Token cut = Opening.of("avda. del", "es").tokens.get(0);
    Opening.Token whole = Opening.of("avenida", "es").tokens.get(0);
    Opening.Token other = Opening.of("avda del", "es").tokens.get(0);
    assertThat(Spelling.isOne(cut, whole), is(true));
    assertThat(Spelling.isOne(other, whole), is(false));
  }
}
