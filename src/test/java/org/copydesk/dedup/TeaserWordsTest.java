package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeaserWordsTest {
  private static final String TEXT =
      "the old bridge over the river was closed for repairs on monday";

  private static TeaserWords words(String text) {
    return new TeaserWords(text, false);
  }

  private static TeaserWords.Match match(String longer, String shorter) {
    return words(longer).match(words(shorter));
  }

  @Test
  void theFirstWordsAreTheCheapestMatch() {
    assertEquals(new TeaserWords.Match(0, false), match(TEXT, TEXT));
    assertEquals(new TeaserWords.Match(0, false), match(TEXT, "the old bridge"));
    assertNull(match(TEXT, "the old"));
    assertNotNull(match("the old", "the old"));
  }

  @Test
  void oneChangedWordOfManyIsAVariantAndOfFewIsNot() {
    String changed = TEXT.replace("closed", "shut");
    assertEquals(new TeaserWords.Match(1, false), match(TEXT, changed));
    assertNull(match("the old bridge was closed", "the old bridge was shut"));
    assertNull(match(TEXT, changed.replace("bridge", "tunnel")));
  }

  @ParameterizedTest
  @CsvSource({"closed, 12", "closed, not", "over, 7", "closed, nine"})
  void aNumberOrANegationIsNoSmallChange(String word, String other) {
    assertNull(match(TEXT.replace("closed", "open"), TEXT.replaceFirst(word, other)));
  }

  @Test
  void aPrefixStandsBeforeOneOfThem() {
    assertEquals(new TeaserWords.Match(3, true), match("elm town " + TEXT, TEXT));
    assertEquals(new TeaserWords.Match(3, false), match(TEXT + " and then", "elm town " + TEXT));
    assertNull(match("w ".repeat(13) + TEXT, TEXT));
  }

  @Test
  void aWordThatWasCutIsTheOneItBegins() {
    TeaserWords cut = new TeaserWords("the old bridge over the riv", true);
    assertNotNull(words(TEXT).match(cut));
    assertNull(match(TEXT, "the old bridge over the riv"));
  }

  @Test
  void headlinesMayDifferInOneWordThatIsNoNumber() {
    TeaserWords headline = words("old bridge is closed again");
    assertTrue(headline.isSameTitleButOneWord(words("old bridge is closed")));
    assertTrue(headline.isSameTitleButOneWord(words("old bridge is shut again")));
    assertTrue(headline.isSameTitleButOneWord(words("the old bridge is closed again")));
    assertFalse(headline.isSameTitleButOneWord(words("old bridge is closed 3")));
    assertFalse(headline.isSameTitleButOneWord(words("old bridge not closed again")));
    assertFalse(headline.isSameTitleButOneWord(words("old tunnel is shut again")));
    assertFalse(words("a b").isSameTitleButOneWord(words("a b")));
  }
}
