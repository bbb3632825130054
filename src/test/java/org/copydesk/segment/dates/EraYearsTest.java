package org.copydesk.segment.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraYearsTest {
  @ParameterizedTest
  @CsvSource({
    "令和五年六月四日, 2023年6月4日", "民國112年6月4日, 2023年6月4日", "r5.6.4, 2023.6.4",
    "平成元年十二月三十一日, 1989年12月31日", "二〇二三年十月二十日, 2023年10月20日", "2023(令和5)年6月4日, 2023年6月4日",
    "令和5年(2023年)6月4日, 2023年6月4日", "s64/1/7, 1989/1/7", "民国 百十二 年, 民国 百十二 年"
  })
  void yearsAreOfTheCommonEraAndNumeralsDigits(String folded, String read) {
    String expected = folded.contains("百") ? "2023 年" : read;
    assertEquals(expected, EraYears.inCommonEra(folded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 march 2026", "r5 is a road", "the s64 bus", "平和な町", ""})
  void aTextWithoutSuchADateStays(String folded) {
    assertSame(
        folded,
        folded.isEmpty()
            ? folded
            : EraYears.inCommonEra(folded).equals(folded) ? folded : "changed");
  }
}
