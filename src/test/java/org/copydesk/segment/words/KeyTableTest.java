package org.copydesk.segment.words;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  @Test
  void saysWhatAMapSays() {
    Random random = new Random(7);
    Map<Long, Integer> map = new HashMap<>();
    KeyTable table = new KeyTable(0);
    for (int i = 0; i < 20_000; i++) {
      // Small keys, large ones that differ in their high halves, and 0.
      long key = random.nextInt(3) == 0 ? random.nextInt(50) : (long) random.nextInt(3_000) << 40;
      map.put(key, i);
      table.put(key, i);
      long other = random.nextInt(4) == 0 ? random.nextLong() : key;
      assertThat(table.get(other, -1), is(map.getOrDefault(other, -1)));
    }
  }

  @Test
  void aKeyKeepsTheNumberItIsGivenFirst() {
    KeyTable table = new KeyTable(0);
    for (int i = 0; i < 300; i++) {
      assertThat(table.getOrPut(i % 100, i), is(i % 100));
    }
    assertThat(table.getOrPut(0, 7), is(0));
  }

  @Test
  void countsKeys() {
    KeyTable table = new KeyTable(0);
    for (int i = 1; i <= 300; i++) {
      assertThat(table.count(0), is(i));
      assertThat(table.count(i % 3 + 1L), is((i + 2) / 3));
      assertThat(table.count(1000 + i), is(1));
    }
    assertThat(table.get(2, -1), is(100));
  }
}
