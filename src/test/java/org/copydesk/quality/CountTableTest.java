package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountTableTest {
  @Test
  void countsAreThoseOfAMapWhateverTheKeys() {
    CountTable table = new CountTable();
    Random random = new Random(22);
    for (int keys : new int[] {10, 3000, 50}) {
      table.reset(keys);
      Map<Long, Integer> expected = new HashMap<>();
      Map<Long, Integer> slots = new HashMap<>();
      for (int i = 0; i < keys; i++) {
        // Few bits differ, zero among them: slots collide.
        long key = (long) random.nextInt(keys / 2) << 32;
        slots.put(key, table.add(key));
        expected.merge(key, 1, Integer::sum);
      }
      slots.forEach((key, slot) -> assertEquals(expected.get(key), table.count(slot)));
    }
  }

  @Test
  void aMarkIsSetOnceAndGoneWithTheNextText() {
    CountTable table = new CountTable();
    table.reset(4);
    int slot = table.add(7);
    assertFalse(table.wasMarked(slot));
    assertTrue(table.wasMarked(slot));
    table.reset(4);
    assertEquals(1, table.count(table.add(7)));
  }
}
