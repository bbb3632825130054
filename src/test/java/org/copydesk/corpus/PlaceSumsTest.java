package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaceSumsTest {
  private static boolean holds(PlaceSums sums) {
    return sums.check("left = right").holds();
  }

  /** Two files of three and one record on the left, the given ones on the right. */
  private static PlaceSums records(String... places) {
    PlaceSums sums = new PlaceSums();
    sums.leftRecords("a", 3);
    sums.leftRecords("b", 1);
    for (String place : places) {
      sums.rightRecord(place.substring(0, 1), Long.parseLong(place.substring(1)));
    }
    return sums;
  }

  @Test
  void everyRecordOnceHoldsInAnyOrder() {
    assertTrue(holds(records("a0", "a1", "a2", "b0")));
    assertTrue(holds(records("b0", "a2", "a0", "a1")));
  }

  @Test
  void oneDroppedAndAnotherDoubledDoesNot() {
    assertFalse(holds(records("a0", "a1", "b0", "b0")));
    assertFalse(holds(records("a0", "a1", "a3", "b0")));
    assertFalse(holds(records("a0", "a1", "a1", "b0")));
    assertFalse(holds(records("a0", "a1", "a2")));
  }

  @Test
  void sumsOfTwoPartsAreThoseOfBoth() {
    PlaceSums left = new PlaceSums();
    left.left("a", 5);
    left.left(null, 1);
    PlaceSums right = new PlaceSums();
    right.right(null, 1);
    right.right("a", 2);
    right.right("a", 3);
    assertFalse(holds(left));
    left.add(right);
    assertTrue(holds(left));
  }

  @Test
  void countsOfOneFileAreNotThoseOfAnother() {
    PlaceSums sums = new PlaceSums();
    sums.left("a", 5);
    sums.right("b", 5);
    assertFalse(holds(sums));
  }
}
