package org.copydesk.dedup.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copydesk.dedup.opening.NumberSum.Part;
import org.copydesk.dedup.opening.NumberSum.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSumTest {
  private static Part value(double value) {
    return new Part(value, Role.VALUE);
  }

  private static Part times(double value) {
    return new Part(value, Role.TIMES);
  }

  /** What words are worth, each an amount or {@code x} and a multiplier, "+" for "and". */
  private static NumberSum sum(String language, String words) {
    NumberSum sum = new NumberSum(language);
    boolean isLinked = false;
    for (String word : words.split(" ")) {
      if (word.equals("+")) {
        isLinked = true;
        continue;
      }
      boolean isTimes = word.startsWith("x");
      double amount = Double.parseDouble(isTimes ? word.substring(1) : word);
      assertTrue(sum.takes(isTimes ? times(amount) : value(amount), isLinked), words + ": " + word);
      isLinked = false;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "en, 20 3, 23", "en, 2 x100 50, 250", "en, 2 x100 + 50, 250", "en, 3 x1000000 4, 3000004",
    "fr, x1000 9 x100, 1900", "en, 4 x1000 5 x100 6, 4506", "de, 3 + 20, 23", "vi, 2 x10 5, 25",
    "es, 2 x1000 x1000000, 2000000000"
  })
  void wordsMakeOneNumber(String language, String words, double value) {
    if (words.startsWith("x")) {
      NumberSum mille = new NumberSum(language);
      mille.takes(new Part(1000, Role.TIMES, true), false);
      mille.takes(value(9), false);
      mille.takes(times(100), false);
      assertEquals(value, mille.value());
    } else {
      assertEquals(value, sum(language, words).value());
    }
  }

  @Test
  void whatIsNotSmallerThanTheLastIsAnotherNumber() {
    NumberSum sum = sum("en", "20 3");
    assertFalse(sum.takes(value(5), false));
    assertFalse(sum.takes(value(30), false));
    assertEquals(23, sum.value());
  }

  @Test
  void unitsStandInFrontOfTensOnlyWhereTheLanguageHasItSo() {
    NumberSum german = sum("de", "3");
    assertTrue(german.takes(value(20), true));
    NumberSum english = sum("en", "3");
    assertFalse(english.takes(value(20), true));
    assertEquals(3, english.value());
  }

  @Test
  void aMultiplierNeedsANumberAndBehindAndItIsNone() {
    assertFalse(new NumberSum("en").takes(times(100), false));
    NumberSum sum = sum("en", "2");
    assertFalse(sum.takes(times(1000), true));
    assertEquals(2, sum.value());
  }

  @Test
  void onlyALargeUnitGoesOnWithFigures() {
    NumberSum figure = new NumberSum("en");
    figure.digits(2.5);
    assertFalse(figure.takes(value(7), false));
    assertTrue(figure.takes(times(1e6), false));
    assertEquals(2.5e6, figure.value());
    assertTrue(figure.isDigits());
  }

  @Test
  void aPartIsOfTheUnitThatWasReadLast() {
    NumberSum sum = sum("en", "2 x1000000");
    assertEquals(1e6, sum.unit());
    sum.add(.5);
    assertEquals(2.5e6, sum.value());
    NumberSum alone = sum("en", "8");
    alone.add(.5);
    assertEquals(8.5, alone.value());
  }

  @Test
  void tenMoreAsksForALastDigit() {
    NumberSum sum = sum("id", "5");
    assertTrue(sum.takes(new Part(10, Role.TEEN), false));
    assertEquals(15, sum.value());
    assertFalse(sum("id", "20").takes(new Part(10, Role.TEEN), false));
  }
}
