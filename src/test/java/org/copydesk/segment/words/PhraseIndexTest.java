package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void theLeastNumberIsFoundOfPhrasesAnywhereInALine() {
    PhraseIndex index = new PhraseIndex();
    index.add("share", 4);
    index.add("share this", 2);
    index.add("comment*", 1);
    assertEquals(2, index.leastIn("please share this", 9));
    assertEquals(4, index.leastIn("please share it", 9));
    assertEquals(1, index.leastIn("share this, 3 comments", 9));
    assertEquals(2, index.leastAt("share this, 3 comments", 0, 9));
    assertEquals(9, index.leastIn("reshare", 9));
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
