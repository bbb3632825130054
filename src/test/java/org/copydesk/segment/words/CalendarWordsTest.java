package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarWordsTest {
  private static final CalendarWords WORDS =
      new CalendarWords(
          List.of(
              new String[] {"5", "May", "Mai", "מאי"},
              new String[] {"7", "ก.ค.", "thang bay"},
              new String[] {"11", "November"}),
          List.<String[]>of(new String[] {"Montag"}));

  @Test
  void aMonthIsFoundAsItIsNormalised() {
    assertEquals(5, WORDS.month("may"));
    assertEquals(11, WORDS.month("november"));
    assertEquals(0, WORDS.month("nov"));
  }

  @Test
  void hebrewWritesInAsPartOfTheMonth() {
    assertEquals(5, WORDS.month("במאי"));
    assertEquals(0, WORDS.month("ב"));
  }

  @Test
  void aMonthOfTwoWordsIsFoundAtItsPlace() {
    assertEquals(9, WORDS.longMonth("ngay 2 thang bay 2020", 7));
    assertEquals(0, WORDS.longMonth("ngay 2 thang bay 2020", 0));
    assertEquals(0, WORDS.longMonth("may 2020", 0));
  }

  @Test
  void aDayOfTheWeekIsNoMonth() {
    assertTrue(WORDS.isWeekday("montag"));
    assertFalse(WORDS.isWeekday("mai"));
  }
}
