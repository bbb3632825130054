package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitGroupsTest {
  private static List<String> groups(String text) {
    DigitGroups groups = DigitGroups.at(text, 0);
    List<String> all = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      all.add(groups.glued(g, g + 1));
    }
    return all;
  }

  @Test
  void digitsApartBySignsOfANumberAreItsGroups() {
    assertEquals(List.of("49", "30", "123", "45"), groups("+49 (30) 123-45 is busy"));
    assertEquals(List.of("030", "12", "34"), groups("030/12.34"));
    assertEquals(List.of("5550100"), groups("5550100"));
    assertEquals(List.of(), groups("none"));
  }

  @Test
  void aWordOrALineEndEndsThem() {
    assertEquals(List.of("12"), groups("12 and 13"));
    assertEquals(List.of("12"), groups("12\n13"));
    assertEquals(List.of("12"), groups("12    13"));
  }

  @Test
  void aBracketInWhichAnotherNumberBeginsIsNotTheirs() {
    assertEquals(List.of("030"), groups("030 (2019 it was another)"));
    assertEquals(List.of("030", "99"), groups("030 99) they said"));
    assertTrue(DigitGroups.at("(030) 99", 0).isBracketed(0));
  }

  @Test
  void howTheyAreApartIsKnown() {
    DigitGroups groups = DigitGroups.at("+49 30-12\u00A034", 0);
    assertTrue(groups.hasPlus());
    assertEquals('-', groups.separator(2));
    assertEquals(' ', groups.separator(3));
    assertEquals(8, groups.digits(0, 4));
    assertEquals(4, groups.digits(1, 3));
    assertEquals("301234", groups.glued(1, 4));
    assertFalse(DigitGroups.at("49 30", 0).hasPlus());
  }

  @Test
  void theyAreBoundedWhateverTheTextHolds() {
    assertEquals(14, groups("1 ".repeat(200)).size());
    assertTrue(DigitGroups.at("1".repeat(500), 0).end(0) <= 40);
    assertEquals(123_456_789, DigitGroups.at("1234567890123", 0).value(0));
  }

  @Test
  void whatGoesOnBehindADigitMayNotEndANumber() {
    assertTrue(DigitGroups.at("555 0100.", 0).isFree(1));
    assertTrue(DigitGroups.at("555 0100", 0).isFree(1));
    assertFalse(DigitGroups.at("555 0100x", 0).isFree(1));
    assertFalse(DigitGroups.at("555 01%", 0).isFree(1));
    assertFalse(DigitGroups.at("555 01,5", 0).isFree(1));
    assertFalse(DigitGroups.at("5550100@mail", 0).isFree(0));
  }

  @Test
  void yearsAreThoseOfTwoCenturies() {
    assertTrue(DigitGroups.at("1900", 0).isYear(0));
    assertTrue(DigitGroups.at("2099", 0).isYear(0));
    assertFalse(DigitGroups.at("1899", 0).isYear(0));
    assertFalse(DigitGroups.at("2100", 0).isYear(0));
    assertFalse(DigitGroups.at("02026", 0).isYear(0));
  }

  @Test
  void aBracketThatIsNotTheAreaCodesIsTheSentences() {
    DigitGroups inBrackets = DigitGroups.at("(+49 30 1234", 0);
    assertEquals(1, inBrackets.found(PersonalData.Kind.PHONE, 0, 3).start());
    DigitGroups area = DigitGroups.at("(030) 1234", 0);
    assertEquals(0, area.found(PersonalData.Kind.PHONE, 0, 2).start());
  }
}
