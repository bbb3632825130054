package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodsAndSharesTest {
  private static OpeningPiece word(String form) {
    return OpeningPiece.word(form, false, false);
  }

  private static OpeningPiece number(double value) {
    return OpeningPiece.number(value, false, false);
  }

  private static OpeningPiece half() {
    OpeningPiece half = number(.5);
    half.isSpeltFraction = true;
    return half;
  }

  private static List<OpeningPiece> of(String language, OpeningPiece... pieces) {
    return PeriodsAndShares.of(new ArrayList<>(List.of(pieces)), language);
  }

  @Test
  void halfBeforeAnHourIsHalfAnHourLessInSomeLanguages() {
    List<OpeningPiece> german = of("de", half(), number(9));
    assertEquals(1, german.size());
    assertEquals(8.5, german.get(0).value);
    assertTrue(german.get(0).isHalfTo);
    assertEquals(2, of("en", half(), number(9)).size());
    assertEquals(2, of("de", half(), number(13)).size());
  }

  @Test
  void aYearOfAnEraIsOneOfOurs() {
    List<OpeningPiece> year = of("zh", word("民"), word("国"), number(114), word("年"));
    assertEquals(2025, year.get(0).value);
    assertEquals("年", year.get(1).form);
    List<OpeningPiece> noYear = of("zh", word("民"), word("国"), number(114), word("人"));
    assertEquals(4, noYear.size());
  }

  @Test
  void tenthsArePercents() {
    List<OpeningPiece> share = of("zh", number(6), word("成"), number(5));
    assertEquals(65, share.get(0).value);
    assertEquals("percent", share.get(1).form);
    assertEquals(60, of("ja", number(6), word("割")).get(0).value);
  }

  @Test
  void partsAndPercentsMeetInOneForm() {
    String quarter = of("en", number(25), word("percent")).get(0).otherwise;
    OpeningPiece spelled = number(.25);
    spelled.isSpeltFraction = true;
    assertEquals(quarter, of("en", spelled, word("of")).get(0).otherwise);
    List<OpeningPiece> chinese = of("zh", number(4), word("分"), word("之"), number(1));
    assertEquals(quarter, chinese.get(0).otherwise);
    assertNull(of("en", number(25), word("people")).get(0).otherwise);
  }
}
