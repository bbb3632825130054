package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextNamesTest {
  private final TextNames names = new TextNames();

  private boolean has(String form, int flag) {
    return Arrays.stream(names.all()).anyMatch(word -> word == (TextNames.hash(form) | flag));
  }

  private boolean isTwice(String form, int flag) {
    return Arrays.stream(names.twice()).anyMatch(word -> word == (TextNames.hash(form) | flag));
  }

  @Test
  void aWordThatIsAlwaysCapitalisedIsProper() {
    names.read(null, "Reef town saw Market day. The market was full, and Reef was glad.");
    assertTrue(has("reef", TextNames.PROPER));
    assertTrue(has("market", 0));
    assertFalse(has("town", 0) || has("town", TextNames.PROPER));
  }

  @Test
  void whatATextHasTwiceAndThriceIsToldApart() {
    names.read(null, "Reef and Mill and Kell. Reef and Mill. Reef.");
    assertTrue(isTwice("reef", TextNames.THRICE));
    assertTrue(isTwice("mill", 0));
    assertFalse(isTwice("kell", 0));
  }

  @Test
  void aHeadlineInTitleCaseSaysNothingTwice() {
    names.read("Reef Opens Bridge", "Reef was glad of the bridge.");
    assertTrue(has("opens", 0));
    assertFalse(has("opens", TextNames.PROPER));
    assertEquals(0, names.twice().length);
  }

  @Test
  void daysAndMonthsAreNotWhatATextIsAbout() {
    names.read(null, "On Monday and Monday in March and March, Reef and Reef.");
    assertFalse(isTwice("monday", 0));
    assertFalse(isTwice("march", 0));
    assertTrue(isTwice("reef", 0));
  }

  @Test
  void spellingsOfOneNameAreOneAndShortWordsNone() {
    names.read(null, "Zoë saw Zoe. Al saw Al.");
    assertTrue(isTwice("zoe", 0));
    assertFalse(has("al", TextNames.PROPER));
  }

  @Test
  void scriptsWithoutCapitalsHaveNoneAndTheNextTextBeginsAnew() {
    names.read(null, "Reef and Reef");
    names.read(null, "港口城市今天很安静 한국");
    assertArrayEquals(new int[0], names.all());
    assertArrayEquals(new int[0], names.twice());
  }

  @Test
  void mostAreTheSmallestOfAll() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("Name").append(i).append(' ');
    }
    names.read(null, text.toString());
    assertEquals(TextNames.MOST, names.all().length);
    int[] sorted = names.all().clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, names.all());
  }
}
