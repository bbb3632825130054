package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "1.12." is a day where dates have points. */
class PointedDatesTest {
  @ParameterizedTest
  @CsvSource({
    "de, true",
    "pl, true",
    "cs, true",
    "fi, true",
    "en, false",
    "es, false",
    "ja, false"
  })
  void pointsAreOfDatesByLanguage(String language, boolean isDate) {
    List<OpeningPiece> pieces = OpeningReader.pieces("At 1.12. They");
    List<OpeningPiece> read = PointedDates.of(pieces, language);
    assertThat(read.get(1).form, is(isDate ? "date 12-1" : "1.12"));
    assertThat(read.get(2).isStart, is(!isDate));
  }
}
