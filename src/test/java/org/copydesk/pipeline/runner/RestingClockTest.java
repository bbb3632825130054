package org.copydesk.pipeline.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class RestingClockTest {
  @Test
  void whoOnlyAsksRestsLongerAndLonger() {
    RestingClock.Asked asked = new RestingClock.Asked();
    long now = RestingClock.BUSY + 1;
    long total = 0;
    for (int i = 0; i < RestingClock.IDLE; i++) {
      total += asked.rest(now += 1_000);
    }
    assertEquals(0, total);
    for (int i = 0; i < 100 * RestingClock.BETWEEN; i++) {
      long rest = asked.rest(now += 1_000);
      asked.rested(now += rest);
      assertTrue(rest <= RestingClock.LONGEST);
      total += rest;
    }
    assertTrue(total > 80 * RestingClock.LONGEST, () -> "rested too little");
  }

  @Test
  void whoWorksInBetweenNeverRests() {
    RestingClock.Asked asked = new RestingClock.Asked();
    long now = 0;
    for (int i = 0; i < 100_000; i++) {
      now += i % 1_000 == 0 ? RestingClock.BUSY + 1 : 1_000;
      assertEquals(0, asked.rest(now));
    }
  }

  @Test
  void theRunnersClockCanBeSet() {
    assertTrue(RestingRunner.rest(DirectRunner.fromOptions(PipelineOptionsFactory.create())));
  }
}
