package org.copydesk.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LanguageSampleTest {
  private static String sample(String text) {
    return LanguageSample.of(text, 0, 1);
  }

  @Test
  void addressesDigitsAndRunsOfSpaceSayNothing() {
    assertEquals("see or write", sample("See https://elm.test/a or\n\n  write"));
    assertEquals("by at", sample("by a@elm.test at").replace("  ", " "));
    assertEquals("in went", sample("in www.elm.test 1999 went"));
    assertEquals("he said", sample("@elm he said").strip());
  }

  @Test
  void aLetterStandsTwiceAtMost() {
    assertEquals("noo way", sample("Noooooo way"));
  }

  @Test
  void placesAreAsManyAsTheTextIsLongAndBounded() {
    assertEquals(1, LanguageSample.places("short", 5));
    assertEquals(3, LanguageSample.places("x".repeat(399), 5));
    assertEquals(5, LanguageSample.places("x".repeat(9999), 5));
  }

  @Test
  void placesLieFromTheBeginningToTheEndAtWholeWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("word").append((char) ('a' + i % 26)).append(' ');
    }
    String first = LanguageSample.of(text, 0, 4);
    String last = LanguageSample.of(text, 3, 4);
    assertTrue(first.startsWith("worda wordb"), first);
    assertTrue(last.strip().startsWith("word"), last);
    assertTrue(last.strip().endsWith("word" + (char) ('a' + 199 % 26)), last);
    assertTrue(first.length() <= LanguageSample.SIZE + 1);
    assertEquals(first, LanguageSample.of(text, 0, 4));
  }

  @Test
  void noCharacterIsCutInHalf() {
    String text = "𐐷".repeat(400);
    for (int place = 0; place < 5; place++) {
      String sample = LanguageSample.of(text, place, 5);
      assertFalse(Character.isLowSurrogate(sample.charAt(0)), "place " + place);
    }
  }

  @Test
  void aTextLessLikeTheLanguageThanUsualIsBelievedLess() {
    LanguageLikeness likeness = LanguageLikeness.shipped();
    double before = 1;
    for (double like = 1; like > -3; like -= .05) {
      double factor = likeness.factor("en", like);
      assertTrue(factor <= before && factor >= 0 && factor <= 1, like + ": " + factor);
      before = factor;
    }
    assertEquals(1, likeness.factor("en", 1e9));
    assertEquals(0, likeness.factor("no such language", -1e9));
  }
}
