package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadKeysTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,8", "77,4", "2500,3", "16384,3200", "5,1000"})
  void everyNumberHasAKeyOfItsOwnThatGoesToItsWorker(int count, int workers) {
    SpreadKeys keys = new SpreadKeys(count, workers);
    Set<Integer> seen = new HashSet<>();
    for (int number = 0; number < count; number++) {
      int key = keys.keyOf(number);
      seen.add(key);
      assertThat(keys.numberOf(key), is(number));
      if (workers > 1) {
        assertThat(SpreadKeys.worker(key, workers), is(number % workers));
      }
    }
    assertThat(seen.size(), is(count));
  }

  @Test
  void oneWorkerLeavesNumbersAsTheyAre() {
    SpreadKeys keys = new SpreadKeys(100, 1);
    for (int number = 0; number < 100; number++) {
      assertThat(keys.keyOf(number), is(number));
    }
    assertThrows(IllegalArgumentException.class, () -> keys.numberOf(100));
  }
}
