package org.copydesk.segment.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkerWordsTest {
  private static final MarkerWords WORDS = of("read more", "?more", "続きを読む", "and so on.");

  private static MarkerWords of(String... row) {
    return new MarkerWords(List.<String[]>of(row));
  }

  @Test
  void aWeakMarkerIsOneBesideASignOnly() {
    assertTrue(WORDS.isMarker("read more"));
    assertFalse(WORDS.isMarker("more"));
    assertTrue(WORDS.isMarkerBesideSign("more"));
    assertTrue(WORDS.isMarkerBesideSign("read more"));
    assertFalse(WORDS.isMarkerBesideSign("read"));
  }

  @Test
  void linesThatEndInNoLastWordNeedNoLookUp() {
    assertTrue(WORDS.endsMarker("more"));
    assertFalse(WORDS.endsMarker("less"));
    assertTrue(WORDS.endsMarker(MarkerWords.lastWord("続きを読む")));
  }

  @Test
  void theLastLettersRuleOutMostLines() {
    assertTrue(WORDS.mayEndMarker('o', 'r', 'e', false));
    assertTrue(WORDS.mayEndMarker('O', 'R', 'E', false));
    assertFalse(WORDS.mayEndMarker('e', 's', 's', false));
    // What is no ASCII letter may be the end of anything.
    assertTrue(WORDS.mayEndMarker('s', 's', '-', false));
    assertTrue(WORDS.mayEndMarker(0xE3, 0x82, 0x80, false));
  }

  @Test
  void aStopEndsAMarkerWhereOneHasIt() {
    assertTrue(WORDS.mayEndMarker(' ', 's', 'o', true));
    assertFalse(WORDS.mayEndMarker('o', 'r', 'e', true));
    assertFalse(of("read more").mayEndMarker(' ', 's', 'o', true));
    MarkerWords longer = of("read more...", "go on here!");
    assertTrue(longer.mayEndMarker('e', 'r', 'e', true));
    assertFalse(longer.mayEndMarker('h', 'e', 'r', true));
  }

  @Test
  void theLastWordOfAScriptWithoutSpacesIsACharacter() {
    assertEquals("more", MarkerWords.lastWord("read more"));
    assertEquals("more", MarkerWords.lastWord("more"));
    assertEquals("む", MarkerWords.lastWord("続きを読む"));
    assertEquals("", MarkerWords.lastWord(""));
  }

  @Test
  void anEmptyPhraseIsNoMarker() {
    assertFalse(of("", "read more").isMarker(""));
  }

  @Test
  void noShippedMarkerIsTooLongToBeLookedUp() {
    for (String[] row : WordLists.rows(MarkerWords.class, "markers.txt")) {
      for (String phrase : row) {
        assertTrue(phrase.length() <= MarkerWords.LONGEST, phrase);
      }
    }
  }
}
