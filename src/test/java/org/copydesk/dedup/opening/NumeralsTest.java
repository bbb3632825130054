package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|7", "1,500|1500", "1.500|1500", "1,500,000|1500000", "1.500.000|1500000", "1'500|1500",
        "1 500|1500", "12,34,567|1234567", "1.5|1.5", "1,5|1.5", "1,234.5|1234.5", "1.234,5|1234.5",
        "0.125|0.125", "3.14159|3.14159", "1 500,25|1500.25", "1234.567|1234.567"
      })
  void aFigureIsWorthTheSameHoweverItsThousandsAreParted(String figure, double value) {
    assertEquals(value, Numerals.value(figure));
  }

  @ParameterizedTest
  @CsvSource({"I,1", "IV,4", "VI,6", "IX,9", "XIV,14", "XXIX,29"})
  void aSmallerSignInFrontIsTakenOff(String numeral, int value) {
    assertEquals(value, Numerals.roman(numeral));
  }

  @ParameterizedTest
  @CsvSource({
    "三,3",
    "十,10",
    "十五,15",
    "二十,20",
    "三百二十一,321",
    "千二百,1200",
    "三十万,300000",
    "二〇二五,2025",
    "一億二千万,120000000",
    "一万亿,1000000000000",
    "万,10000"
  })
  void hanNumeralsGoByUnitOrByPlace(String numeral, double value) {
    assertEquals(value, Numerals.han(numeral));
  }
}
