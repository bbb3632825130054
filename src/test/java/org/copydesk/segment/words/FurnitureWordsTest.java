package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FurnitureWordsTest {
  private static final FurnitureWords WORDS =
      new FurnitureWords(
          List.of(
              new String[] {"share", "share", "tweet"}, new String[] {"tags", "tags", "topics"}));

  @Test
  void aLineIsOfTheGroupItBeginsWith() {
    assertEquals(1, WORDS.furnitureOf("share"));
    assertEquals(2, WORDS.furnitureOf("tags to share"));
    assertEquals(2, WORDS.furnitureOf("» topics: harbour, tweet"));
  }

  @Test
  void elseOfTheFirstGroupThatHasAWordOfIt() {
    assertEquals(1, WORDS.furnitureOf("all topics to share"));
    assertEquals(2, WORDS.furnitureOf("all topics"));
  }

  @Test
  void mostLinesAreOfNone() {
    assertEquals(0, WORDS.furnitureOf("the shareholders met"));
    assertEquals(0, WORDS.furnitureOf(""));
  }
}
