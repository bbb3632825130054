package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Dreißigjährig" is a number and a word. */
class NumberCompoundsTest {
  private static String read(String language, String word) {
    List<OpeningPiece> pieces =
        NumberCompounds.split(OpeningReader.pieces(OpeningText.of(word)), language);
    StringBuilder read = new StringBuilder();
    pieces.forEach(piece -> read.append(read.isEmpty() ? "" : " ").append(piece.form));
    return read.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "de, dreißigjährige, 30 jahrige",
    "de, fünftägige, 5 tagige",
    "nl, dertigjarige, 30 jarige",
    "sv, trettioåriga, 30 ariga",
    "pl, trzydziestoletni, 30 letni",
    "ru, тридцатилетний, 30 летнии",
    "el, 30χρονος, 30 χρονος",
    "hu, harmincéves, 30 eves",
    "tr, doksanlar, 90 lar",
  })
  void aNumberThatBeginsAWordIsOne(String language, String word, String read) {
    assertThat(read(language, word), is(read));
  }

  @ParameterizedTest
  @CsvSource({
    "de, gutartig, gutartig",
    "en, thirtysomething, thirtysomething",
    "tr, onlar, onlar",
    "tr, yediler, yediler",
    "tr, yüzler, yuzler"
  })
  void otherWordsStayWhole(String language, String word, String read) {
    assertThat(read(language, word), is(read));
  }
}
