package org.copydesk.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When and on how many sites a teaser was seen, added up in any order. */
class SightingsTest {
  private static final Instant ONE = Instant.ofEpochSecond(1);
  private static final Instant TWO = Instant.ofEpochSecond(2);

  @Test
  void firstAndLastAndTheSmallestUnitAreThoseOfAllThatAreKnown() {
    Sightings first = Sightings.of(ONE, false).in(700);
    Sightings last = Sightings.of(TWO, true).in(300);
    Sightings unknown = Sightings.of(null, true);
    Sightings all = new Sightings(ONE, TWO, 2, 300);
    for (List<Sightings> order :
        List.of(
            List.of(first, last, unknown),
            List.of(unknown, last, first),
            List.of(last, unknown, first))) {
      assertEquals(all, order.stream().reduce(Sightings.NONE, Sightings::plus));
    }
  }

  @Test
  void sitesAreCountedExactlyAsFarAsTheyAreRemembered() {
    long[] sites = new long[0];
    for (int i = 0; i < 1000; i++) {
      sites = SiteSet.union(sites, SiteSet.of("s" + i % 500 + ".test"));
    }
    assertEquals(500, SiteSet.count(sites));
    assertEquals(true, SiteSet.holds(sites, "s7.test"));
    assertEquals(false, SiteSet.holds(sites, "elm.test"));
    assertEquals(0, SiteSet.count(SiteSet.of(null)));
  }

  @Test
  void beyondThatTheyAreEstimatedTheSameInAnyOrder() {
    long[] up = new long[0];
    long[] down = new long[0];
    for (int i = 0; i < 5000; i++) {
      up = SiteSet.union(up, SiteSet.of("s" + i));
      down = SiteSet.union(SiteSet.of("s" + (4999 - i)), down);
    }
    assertEquals(SiteSet.MOST, up.length);
    assertEquals(SiteSet.count(up), SiteSet.count(down));
    assertEquals(5000, SiteSet.count(up), 5000 * .1);
  }
}
