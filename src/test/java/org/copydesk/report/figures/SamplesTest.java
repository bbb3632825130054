package org.copydesk.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a report shows of many is the same in any order of arrival, in bounded memory. */
class SamplesTest {
  private static List<String> shuffled(int seed) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add("key " + i);
    }
    Collections.shuffle(keys, new Random(seed));
    return keys;
  }

  @Test
  void aSampleDoesNotHangOnTheOrder() {
    List<List<String>> samples = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      BottomSample<String> sample = new BottomSample<>(9);
      shuffled(seed).forEach(key -> sample.offer(key, () -> key));
      shuffled(seed + 9).forEach(key -> sample.offer(key, () -> "again"));
      samples.add(sample.items());
    }
    assertEquals(9, samples.get(0).size());
    assertEquals(1, samples.stream().distinct().count());
    assertNotEquals(shuffled(0).subList(0, 9), samples.get(0));
  }

  @Test
  void theHeaviestAreKeptAndOfEqualOnesTheSmallerKey() {
    for (int seed = 0; seed < 4; seed++) {
      TopItems<String> top = new TopItems<>(3);
      shuffled(seed).forEach(key -> top.offer(key.equals("key 77") ? 2 : 1, key, () -> key));
      assertEquals(List.of("key 77", "key 0", "key 1"), top.items());
    }
  }

  @Test
  void valuesAreCountedApartAsFarAsThereIsRoom() {
    ValueCounts counts = new ValueCounts();
    counts.add("a");
    counts.add("b", 3);
    counts.add(null, 2);
    counts.add("c");
    assertEquals(3, counts.of("b"));
    assertEquals(0, counts.of("z"));
    assertEquals(2, counts.absent());
    assertEquals(7, counts.all());
    assertEquals(
        List.of(new ValueCounts.Counted("b", 3), new ValueCounts.Counted("a", 1)), counts.top(2));
    assertEquals(1, counts.beyond(2));
    for (int i = 0; i < 20_000; i++) {
      counts.add("value " + i);
    }
    assertEquals(10_000, counts.distinct());
    assertEquals(10_003, counts.rest());
    assertEquals(20_007, counts.all());
  }
}
