package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
  private static PhraseIndex of(String... phrases) {
    PhraseIndex index = new PhraseIndex();
    for (String each : phrases) {
      index.add(each);
    }
    return index;
  }

  @Test
  void theLongestPhraseIsFound() {
    assertEquals(8, of("read", "read all", "re").prefixOf("read all of it"));
    assertEquals(8, of("re", "read all", "read").prefixOf("read all of it"));
  }

  @Test
  void ofPhrasesThatBeginAlikeTheLongerIsFound() {
    assertEquals(4, of("aut*", "auto").prefixOf("auto race"));
    assertEquals(3, of("au*", "aut*").prefixOf("autumn"));
    assertEquals(2, of("au*", "aut").prefixOf("auburn"));
  }

  @Test
  void theNumbersAreFoundOfPhrasesAnywhereInALine() {
    PhraseIndex index = new PhraseIndex();
    index.add("share", 4);
    index.add("share this", 2);
    index.add("comment*", 1);
    index.add("share", 63);
    assertEquals(bits(2, 4, 63), index.numbersIn("please share this"));
    assertEquals(bits(4, 63), index.numbersIn("please share it"));
    assertEquals(bits(1, 2, 4, 63), index.numbersIn("share this, 3 comments"));
    assertEquals(bits(2, 4, 63), index.numbersAt("share this, 3 comments", 0));
    assertEquals(0, index.numbersIn("reshare"));
  }

  private static long bits(int... numbers) {
    return Arrays.stream(numbers).mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b);
  }

  @Test
  void aNumberThatIsNoBitIsRefused() {
    PhraseIndex index = new PhraseIndex();
    assertThrows(IllegalArgumentException.class, () -> index.add("share", 64));
    assertThrows(IllegalArgumentException.class, () -> index.add("share", -1));
  }

  @Test
  void aRangeOfALineIsAPhraseOrNot() {
    PhraseIndex index = of("log in", "log*", "a");
    assertTrue(index.has("please log in now", 7, 13));
    assertTrue(index.has("please log in now", 7, 10));
    assertFalse(index.has("please log in now", 7, 12));
    assertFalse(index.has("please log in now", 7, 7));
    assertFalse(of("login").has("log", 0, 3));
  }

  @Test
  void thePhrasesOfAnotherIndexAreTakenIn() {
    PhraseIndex numbered = new PhraseIndex();
    numbered.add("tag*", 3);
    PhraseIndex index = new PhraseIndex();
    index.addAll(numbered);
    index.addAll(of("photo by"), 9);
    assertEquals(bits(3, 9), index.numbersIn("tags, photo by ada"));
  }

  /** More phrases than the table begins with, and each of them found again. */
  @Test
  void manyPhrasesAreKeptApart() {
    PhraseIndex index = new PhraseIndex();
    for (int i = 0; i < 5_000; i++) {
      index.add("word " + i, i % PhraseIndex.NUMBERS);
    }
    for (int i = 0; i < 5_000; i++) {
      String phrase = "word " + i;
      assertEquals(1L << i % PhraseIndex.NUMBERS, index.numbersAt(phrase, 0), phrase);
      assertEquals(phrase.length(), index.prefixOf(phrase + " more"), phrase);
    }
    assertEquals(0, index.prefixOf("word 5000"));
  }

  @Test
  void aPhraseEndsWhereAWordDoes() {
    assertEquals(0, of("by").prefixOf("byline"));
    assertEquals(2, of("by").prefixOf("by: line"));
    assertEquals(2, of("by").prefixOf("by"));
    assertEquals(0, of("by").prefixOf("b"));
  }

  @Test
  void aStemGoesOn() {
    assertEquals(5, of("autor*").prefixOf("autorin"));
    assertEquals(1, of("a*").prefixOf("autorin"));
  }

  @Test
  void charactersThatStandAloneEndAWord() {
    assertEquals(2, of("記者").prefixOf("記者李海"));
    assertEquals(1, of("文").prefixOf("文李海"));
  }

  @Test
  void anEmptyPhraseIsInNothing() {
    assertEquals(0, of("").prefixOf("line"));
    assertEquals(0, of("line").prefixOf(""));
    assertEquals(0, of("line").prefixOf("line", 4));
  }

  @Test
  void aPhraseInALineBeginsWhereAWordDoes() {
    PhraseIndex index = of("cookies", "饼干");
    assertTrue(index.isIn("we use cookies here"));
    assertTrue(index.isIn("(cookies)"));
    assertFalse(index.isIn("supercookies"));
    assertTrue(index.isIn("本站使用饼干"));
    assertFalse(index.isIn(""));
  }
}
