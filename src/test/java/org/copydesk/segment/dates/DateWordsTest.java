package org.copydesk.segment.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
  @ParameterizedTest
  @CsvSource({
    "published on 5 march, PUBLISHED", "last updated 5 march, MODIFIED",
        "aktualisiert am 5.3., MODIFIED",
    "veröffentlicht am 5.3., PUBLISHED", "accepted 5 march, OTHER",
        "the unpublished letter, UNSAID",
    "5 march, UNSAID", "published 4 march updated 5 march, MODIFIED"
  })
  void theLastWordBesideADateSaysWhatItIsTheDateOf(String line, String meaning) {
    assertEquals(meaning, DateWords.meaning(line, 0, line.length()).name());
  }

  @Test
  void wordsOutsideTheStretchSayNothing() {
    String line = "published 4 march updated 5 march";
    assertEquals("PUBLISHED", DateWords.meaning(line, 0, line.indexOf("updated")).name());
    assertEquals("UNSAID", DateWords.meaning(line, 0, 4).name());
  }

  @ParameterizedTest
  @CsvSource({
    "at 4:05 p.m. on, 4:05, 12",
    "4:05 am, 4:05, 0",
    "오후4:05, 4:05, 12",
    "下午 4:05, 4:05, 12",
    "am 12.30 uhr, 12.30, -1",
    "4:05 de la tarde, 4:05, 12",
    "4:05, 4:05, -1"
  })
  void theHalfOfTheDayStandsBehindTheHourOrInSomeScriptsBefore(String line, String time, int half) {
    int from = line.indexOf(time);
    assertEquals(half, DateWords.half(line, from, from + time.length()));
  }
}
