package org.copydesk.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WorkLimitTest {
  @Test
  void workIsCountedAndTheFirstUnitOverTheLimitEndsIt() {
    try (WorkLimit limit = WorkLimit.begin(1000)) {
      for (int i = 0; i < 900; i++) {
        WorkLimit.check();
      }
      WorkLimit.spend(100);
      assertThat(limit.spent(), is(1000L));
      assertThrows(WorkLimit.Exceeded.class, WorkLimit::check);
    }
    WorkLimit.check();
  }

  @Test
  void aLimitInsideAnotherGivesItBack() {
    try (WorkLimit page = WorkLimit.begin(10)) {
      try (WorkLimit part = WorkLimit.begin(3)) {
        WorkLimit.spend(3);
        assertThat(part.spent(), is(3L));
      }
      WorkLimit.spend(10);
      assertThat(page.spent(), is(10L));
      assertThrows(WorkLimit.Exceeded.class, WorkLimit::check);
    }
    WorkLimit.spend(1_000);
  }

  @Test
  void aPageOnASlowMachineHasDoneNoMoreWork() {
    // Processor time, however it is spent outside of what is counted, decides nothing.
    try (WorkLimit limit = WorkLimit.begin(2)) {
      long sum = 0;
      for (int i = 0; i < 50_000_000; i++) {
        sum += i ^ sum;
      }
      WorkLimit.check();
      assertThat(limit.spent() + (sum == 42 ? 1 : 0), is(1L));
    }
  }
}
