package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdamTest {
  /** Half of the square of the distance of one variable from its own number. */
  private static void distance(int part, int pass, double[] point, double[] gradient) {
    int variable = part % 10;
    gradient[variable] += point[variable] - variable * 0.2;
  }

  @Test
  void theMinimumOfASumIsFound() {
    double[] point = Adam.minimise(AdamTest::distance, 400, 40, 0, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(point[i], closeTo(i * 0.2, 0.01));
    }
  }

  @Test
  void aPenaltyDrawsTowardsZero() {
    // Forty functions of each variable pull at it, and a penalty of forty as strongly the other
    // way.
    double[] point = Adam.minimise(AdamTest::distance, 400, 40, 40, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(point[i], closeTo(i * 0.1, 0.01));
    }
  }

  @Test
  void eachFunctionIsTakenOnceInAPassHoweverManyThereAre() {
    for (int parts : IntStream.of(1, 2, 7, 8, 9, 13, 610, 987).toArray()) {
      AtomicIntegerArray taken = new AtomicIntegerArray(parts);
      Adam.minimise((part, pass, point, gradient) -> taken.incrementAndGet(part), parts, 3, 1, 2);
      assertThat(
          IntStream.range(0, parts).mapToObj(taken::get).toList(),
          is(Collections.nCopies(parts, 3)));
    }
  }

  @Test
  void oneThreadOrManyGiveTheSameBits() throws Exception {
    double[] once = Adam.minimise(AdamTest::distance, 100, 3, 1, 10);
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      double[] again = alone.submit(() -> Adam.minimise(AdamTest::distance, 100, 3, 1, 10)).get();
      assertThat(again, is(once));
    } finally {
      alone.shutdown();
    }
    assertThat(Arrays.stream(once).mapToObj(Double::isFinite).toList(), everyItem(is(true)));
  }
}
