package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RepeatedGroupsTest {
  private final RepeatedGroups groups = new RepeatedGroups();

  private double[] of(String text) {
    SourceWords words = new WordPass().read(text.toCharArray(), text.length(), 0).sourceWords();
    double[] values = new double[Signal.values().length];
    groups.measure(words, values);
    return values;
  }

  private static double get(double[] values, Signal signal) {
    return values[signal.ordinal()];
  }

  @Test
  void wordsOfWhichNoneComesTwiceRepeatNothing() {
    double[] values = of("one two three four five six seven");
    assertEquals(1, get(values, Signal.UNIQUE_WORDS));
    assertEquals(0, get(values, Signal.TOP_2GRAM));
    assertEquals(0, get(values, Signal.DUPLICATE_5GRAMS));
  }

  @Test
  void theMostFrequentPairCountsWithItsCharacters() {
    // "ab cd" three times, 4 characters each, of 16 characters in all.
    double[] values = of("ab cd ab cd x ab cd yyy");
    assertEquals(12 / 16.0, get(values, Signal.TOP_2GRAM));
    assertEquals(4 / 8.0, get(values, Signal.UNIQUE_WORDS));
  }

  @Test
  void aGroupSaidAgainCountsFromItsSecondTime() {
    double[] values = of("a b c d e x a b c d e");
    assertEquals(5 / 11.0, get(values, Signal.DUPLICATE_5GRAMS), 1e-12);
    assertEquals(0, get(values, Signal.values()[Signal.DUPLICATE_5GRAMS.ordinal() + 1]));
  }

  @Test
  void aLargeTextLeavesNothingBehindForTheNext() {
    double[] alone = of("a b c d e x a b c d e");
    of("w ".repeat(5000));
    double[] after = of("a b c d e x a b c d e");
    for (int i = 0; i < alone.length; i++) {
      assertEquals(alone[i], after[i]);
    }
  }
}
