package org.copydesk.segment.learning;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdamTest {
  /** Half of the square of the distance of one variable from its own number. */
  private static void distance(int part, int pass, float[] point, float[] gradient) {
    int variable = part % 10;
    gradient[variable] += point[variable] - variable * 0.2f;
  }

  /** Ten variables that begin at zero. */
  private static float[] minimised(Adam.Part part, int parts, int passes, double penalty) {
    float[] point = new float[10];
    Adam.minimise(part, parts, passes, List.of(new Adam.Group(10, 0.03, penalty)), point);
    return point;
  }

  @Test
  void theMinimumOfASumIsFound() {
    float[] point = minimised(AdamTest::distance, 400, 40, 0);
    for (int i = 0; i < 10; i++) {
      assertThat((double) point[i], closeTo(i * 0.2, 0.01));
    }
  }

  @Test
  void aPenaltyDrawsTowardsZero() {
    // Forty functions of each variable pull at it, and a penalty of forty as strongly the other
    // way.
    float[] point = minimised(AdamTest::distance, 400, 40, 40);
    for (int i = 0; i < 10; i++) {
      assertThat((double) point[i], closeTo(i * 0.1, 0.01));
    }
  }

  @Test
  void groupsMoveByTheirOwnRateAndPenalty() {
    float[] point = new float[10];
    List<Adam.Group> groups = List.of(new Adam.Group(5, 0.03, 0), new Adam.Group(5, 0.03, 40));
    Adam.minimise(AdamTest::distance, 400, 40, groups, point);
    for (int i = 0; i < 10; i++) {
      assertThat((double) point[i], closeTo(i * (i < 5 ? 0.2 : 0.1), 0.01));
    }
  }

  @Test
  void eachFunctionIsTakenOnceInAPassHoweverManyThereAre() {
    for (int parts : IntStream.of(1, 2, 7, 8, 9, 13, 610, 987).toArray()) {
      AtomicIntegerArray taken = new AtomicIntegerArray(parts);
      minimised((part, pass, point, gradient) -> taken.incrementAndGet(part), parts, 3, 1);
      assertThat(
          IntStream.range(0, parts).mapToObj(taken::get).toList(),
          is(Collections.nCopies(parts, 3)));
    }
  }

  @Test
  void oneThreadOrManyGiveTheSameBits() throws Exception {
    float[] once = minimised(AdamTest::distance, 100, 3, 1);
    ForkJoinPool alone = new ForkJoinPool(1);
    try {
      float[] again = alone.submit(() -> minimised(AdamTest::distance, 100, 3, 1)).get();
      assertThat(again, is(once));
    } finally {
      alone.shutdown();
    }
    assertThat(
        IntStream.range(0, 10).mapToObj(i -> Float.isFinite(once[i])).toList(),
        everyItem(is(true)));
  }
}
