package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordPassTest {
  private final WordPass pass = new WordPass();

  private SourceWords of(String text) {
    return pass.read((text + " left over").toCharArray(), text.length(), 0).sourceWords();
  }

  @Test
  void aWordOfLettersIsTheSameWordWithSigns() {
    SourceWords words = of("Trams\u00A0trams, (TRAMS)\n");
    assertEquals(3, words.count());
    assertEquals(words.hash(0), words.hash(1));
    assertEquals(words.hash(0), words.hash(2));
    assertEquals(5, words.length(0));
    assertEquals(15, words.wordCharacters());
    assertEquals(3, words.alphabetic());
  }

  @Test
  void signsOfScriptsWithoutSpacesCountOneByOne() {
    SourceWords words = of("GDP\u589E\u957F 3.5");
    assertEquals(4, words.all());
    assertEquals(3, words.alphabetic());
    assertEquals(4, words.words());
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertEquals(0, of(" \n\t").all());
  }
}
