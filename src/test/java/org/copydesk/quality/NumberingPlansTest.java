package org.copydesk.quality;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Numbers are those that regulators keep for films and books. */
class NumberingPlansTest {
  @Test
  void aCountrysCodeAsksForALengthThatTheCountryGivesOut() {
    assertTrue(NumberingPlans.isPossible("442079460123"));
    assertFalse(NumberingPlans.isPossible("44207"));
    assertFalse(NumberingPlans.isPossible("999123456789"));
  }

  @Test
  void aZeroInFrontIsACallSomewhere() {
    assertTrue(NumberingPlans.isTrunkCall("02079460123", "en"));
    assertTrue(NumberingPlans.isTrunkCall("02079460123", null));
    assertFalse(NumberingPlans.isTrunkCall("000", "en"));
  }

  @Test
  void aNumberIsGivenInRegionsOfTheTextsLanguageAlone() {
    assertTrue(NumberingPlans.isGiven("02079460123", "en"));
    assertFalse(NumberingPlans.isGiven("02079460123", "fr"));
    assertFalse(NumberingPlans.isGiven("02079460123", null));
  }

  @Test
  void groupsAreThoseInWhichTheRegionWritesIt() {
    DigitGroups written = DigitGroups.at("020 7946 0123", 0);
    assertTrue(NumberingPlans.isGrouped(written, 0, 3, "en"));
    DigitGroups otherwise = DigitGroups.at("02 0794 60123", 0);
    assertFalse(NumberingPlans.isGrouped(otherwise, 0, 3, "en"));
  }
}
