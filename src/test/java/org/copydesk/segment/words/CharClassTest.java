package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CharClassTest {
  @Test
  void lettersAreOfFourKinds() {
    assertEquals(CharClass.UPPER, CharClass.of('Ä'));
    assertEquals(CharClass.LOWER, CharClass.of('ß'));
    assertEquals(CharClass.CASELESS, CharClass.of('한'));
    assertEquals(CharClass.CASELESS, CharClass.of('ש'));
    assertEquals(CharClass.UNSPACED, CharClass.of('漢'));
    assertEquals(CharClass.UNSPACED, CharClass.of(0x20000));
    for (int c : new int[] {'Ä', 'ß', '한', '漢'}) {
      assertTrue(CharClass.isLetter(CharClass.of(c)));
    }
  }

  @Test
  void whatIsNoLetterHasItsKind() {
    assertEquals(CharClass.DIGIT, CharClass.of('٣'));
    assertEquals(CharClass.SPACE, CharClass.of(0x3000));
    assertEquals(CharClass.SPACE, CharClass.of(0xA0));
    assertEquals(CharClass.TERMINAL, CharClass.of('。'));
    assertEquals(CharClass.CLOSER, CharClass.of('»'));
    assertEquals(CharClass.MARK, CharClass.of(0x301));
    assertEquals(CharClass.UNSEEN, CharClass.of(0x200B));
    assertEquals(CharClass.UNSEEN, CharClass.of(0));
    assertEquals(CharClass.OTHER, CharClass.of('|'));
  }

  @Test
  void signsAtTheEndsOfALineAreCutOff() {
    assertEquals("read more", CharClass.trimPunctuation("» read more …"));
    assertEquals("don't", CharClass.trimPunctuation("(don't)"));
    assertEquals("", CharClass.trimPunctuation("* * *"));
    assertFalse(CharClass.isWordPart('-'));
    assertTrue(CharClass.isWordPart('7'));
  }
}
