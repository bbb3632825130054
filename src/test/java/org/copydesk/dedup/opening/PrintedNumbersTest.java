package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedNumbersTest {
  private static List<OpeningPiece> pieces(String text) {
    Matcher found = PrintedNumbers.in(text);
    assertTrue(found.find(), text);
    List<OpeningPiece> pieces = new ArrayList<>();
    PrintedNumbers.read(text, found.start(), found, false, pieces);
    return pieces;
  }

  private static OpeningPiece first(String text) {
    return pieces(text).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-05|date 3-5", "2026年3月5日|date 3-5", "3月5日|date 3-5", "05.03.2026|date 3-5",
        "25/03/2026|date 3-25", "03/25/2026|date 3-25", "12:30|time 750", "9:05 pm|time 1265",
        "12:10 am|time 10", "14h30|time 870", "8 pm|time 1200", "14.30 Uhr|time 870",
        "1,500|1500", "3/4|0.75"
      })
  void figuresAreDatesTimesOrQuantities(String text, String form) {
    assertEquals(form, first(text).form);
  }

  @Test
  void aDayThatMayBeTheMonthIsBoth() {
    OpeningPiece date = first("05/03/2026");
    assertTrue(date.isAmbiguous);
    assertEquals("date 3-5", date.form);
    assertEquals("date 5-3", date.otherwise);
    assertFalse(first("05.03.2026").isAmbiguous);
    assertFalse(first("05/05/2026").isAmbiguous);
  }

  @Test
  void yearsOfTwoDigitsAreOfThisCenturyTo69() {
    assertEquals(2069, first("05.03.69").year);
    assertEquals(1970, first("05.03.70").year);
  }

  @ParameterizedTest
  @CsvSource({"35/13/2026", "13/13/2026", "45-99"})
  void whatIsNoDayIsNoDate(String text) {
    assertFalse(first(text).form.startsWith("date"));
  }

  @ParameterizedTest
  @CsvSource({"555-0123-4567", "+44 20 7946 0123", "(030) 555 0123", "030/555 0123"})
  void telephoneNumbersAreNoQuantities(String text) {
    Matcher found = PrintedNumbers.in(text);
    assertTrue(PrintedNumbers.isPhone(found));
    assertTrue(first(text).isNone);
  }

  @ParameterizedTest
  @CsvSource({
    "$5m, 5000000",
    "€2bn, 2000000000",
    "3mrd, 3000000000",
    "7k, 7000",
    "'£ 4b', 4000000000",
    "15억, 1500000000"
  })
  void lettersBehindMakeAFigureSoManyTimesLarger(String text, double value) {
    assertEquals(value, first(text).value);
  }

  @Test
  void metresAreNoMillions() {
    List<OpeningPiece> pieces = pieces("5m deep");
    assertEquals(5, pieces.get(0).value);
    assertEquals("m", pieces.get(1).form);
  }

  @Test
  void theEndingOfAnOrdinalIsNoWord() {
    assertEquals(1, pieces("21st of").size());
    assertEquals(2, pieces("21km of").size());
    assertTrue(PrintedNumbers.isSuffix("21st", 2));
    assertFalse(PrintedNumbers.isSuffix("21bridges", 2));
  }

  @Test
  void aTimeThatNoClockShowsIsANumber() {
    assertEquals(OpeningPiece.number(25, false, false).form, first("25:10").form);
    assertEquals("time 1440", first("24:00").form);
  }
}
