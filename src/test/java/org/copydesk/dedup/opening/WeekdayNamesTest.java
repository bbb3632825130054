package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class WeekdayNamesTest {
  @Test
  void aWordIsADayInItsOwnLanguageOnly() {
    assertThat(WeekdayNames.day("en", "monday"), is(2));
    assertThat(WeekdayNames.day("de", "montag"), is(2));
    assertThat(WeekdayNames.day("nl", "man"), is(nullValue()));
    assertThat(WeekdayNames.day("sv", "man"), is(nullValue()));
  }

  @Test
  void sundayAndSaturdayAreNeighbours() {
    assertThat(WeekdayNames.apart(1, 7), is(1));
    assertThat(WeekdayNames.apart(2, 6), is(3));
  }
}
