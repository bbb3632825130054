package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.junit.jupiter.api.Test;

class CapTallyTest {
  @Test
  void talliesOfTwoWorkersAreTheirSum() {
    CapTally sum = new CapTally(Cap.LINK_KEYS, 900, 2).plus(new CapTally(Cap.LINK_KEYS, 304, 1));
    assertEquals(new CapTally(Cap.LINK_KEYS, 1204, 3), sum);
    assertEquals("link keys 3 of 1,204 (0.25 %)", sum.toString());
  }

  @Test
  void nothingForgottenOfNothingIsNoShare() {
    assertEquals(0, new CapTally(Cap.CLUSTERS, 0, 0).share());
    assertEquals(.25, new CapTally(Cap.CLUSTERS, 8, 2).share());
  }

  @Test
  void everyCapTravelsByItsName() {
    for (Cap cap : Cap.values()) {
      CapTally tally = new CapTally(cap, 300, 7);
      ByteWriter out = new ByteWriter();
      tally.encode(out);
      assertEquals(tally, CapTally.decode(new ByteReader(out.toByteArray())));
    }
  }

  @Test
  void capsOnRoomHaveALimitAndThoseOfAMethodNone() {
    List<Cap> limited = Arrays.stream(Cap.values()).filter(Cap::isLimited).toList();
    assertEquals(
        List.of(Cap.CLUSTERS, Cap.TEASER_VARIANTS, Cap.TEASER_SPELLINGS, Cap.STORY_PAGES), limited);
    assertEquals(
        Cap.values().length,
        Arrays.stream(Cap.values()).map(Cap::meaning).collect(Collectors.toSet()).size());
  }
}
