package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordTableTest {
  @Test
  void eachWordKeepsItsNumber() {
    int[] words = new SplittableRandom(7).ints(1_000).map(word -> word | 1).distinct().toArray();
    WordTable table = new WordTable(words.length);
    for (int i = 0; i < words.length; i++) {
      table.put(words[i], i + 1);
    }
    for (int i = 0; i < words.length; i++) {
      assertEquals(i + 1, table.get(words[i]));
      assertEquals(0, table.get(words[i] + 1));
    }
  }

  @Test
  void wordsOfOneSlotAreKeptApart() {
    WordTable table = new WordTable(4);
    table.put(5, 1);
    table.put(5 + 16, 2);
    table.put(5, 3);
    assertEquals(3, table.get(5));
    assertEquals(2, table.get(5 + 16));
    assertEquals(0, table.get(5 + 32));
  }

  @Test
  void aWordMayHaveANumberBelowZero() {
    WordTable table = new WordTable(4);
    table.put(-3, -7);
    assertEquals(-7, table.get(-3));
    assertEquals(0, table.get(3));
  }
}
