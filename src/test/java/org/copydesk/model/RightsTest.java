package org.copydesk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightsTest {
  private static Rights of(RightsCarrier.Says says, String value) {
    return Rights.of(says, value);
  }

  @ParameterizedTest
  @EnumSource
  void nothingAndWhatIsTooLongSaysNothing(RightsCarrier.Says says) {
    assertTrue(of(says, null).isNone());
    assertTrue(of(says, "  ").isNone());
    assertTrue(of(says, "x".repeat(2000)).isNone());
  }

  @Test
  void directivesAreInLowerCaseSortedAndOnce() {
    Rights robots = of(RightsCarrier.Says.ROBOTS, "NoIndex, noai,noindex");
    assertEquals("noai, noindex", robots.robots());
    assertEquals(
        "noai, noimageai, noindex",
        robots.and(of(RightsCarrier.Says.ROBOTS, "noimageai")).robots());
  }

  @Test
  void aReservationIsOneOrZeroAndNothingElse() {
    assertEquals(true, of(RightsCarrier.Says.TDM_RESERVATION, " 1 ").tdmReservation());
    assertEquals(false, of(RightsCarrier.Says.TDM_RESERVATION, "0").tdmReservation());
    assertNull(of(RightsCarrier.Says.TDM_RESERVATION, "yes").tdmReservation());
  }

  @Test
  void ofTwoPlacesTheFirstCountsAndAgentsAddUp() {
    Rights first =
        of(RightsCarrier.Says.LICENCE, "CC BY")
            .and(of(RightsCarrier.Says.AGENTS_DISALLOWED, "gptbot"));
    Rights second =
        of(RightsCarrier.Says.LICENCE, "none")
            .and(of(RightsCarrier.Says.AGENTS_DISALLOWED, "ccbot"));
    assertEquals("CC BY", first.and(second).licence());
    assertEquals(List.of("ccbot", "gptbot"), first.and(second).agentsDisallowed());
    assertEquals(first, first.and(Rights.NONE));
  }

  @Test
  void aPolicyBelongsToThePlaceThatReserves() {
    Rights policy = of(RightsCarrier.Says.TDM_POLICY, "https://elm.test/first");
    Rights reserves =
        of(RightsCarrier.Says.TDM_RESERVATION, "1")
            .and(of(RightsCarrier.Says.TDM_POLICY, "https://elm.test/second"));
    assertEquals("https://elm.test/second", policy.and(reserves).tdmPolicy());
    assertEquals("https://elm.test/second", reserves.and(policy).tdmPolicy());
  }

  @Test
  void filesOfAHostAreKnownByTheirPath() {
    assertEquals(RightsCarrier.ROBOTS_FILE, RightsCarrier.ofFile("/Robots.TXT"));
    assertEquals(RightsCarrier.TDM_FILE, RightsCarrier.ofFile("/.well-known/tdmrep.json"));
    assertNull(RightsCarrier.ofFile("/a/robots.txt"));
    assertNull(RightsCarrier.ofFile("license"));
  }
}
