package org.copydesk.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Move ALL = Move.ofCount(null, "articles", 1000, 880, true);
  private static final Move SITE = Move.ofCount("elm.test", "articles", 60, 0, true);
  private static final Move SHARE = Move.ofShare("oak.test", "null_share.byline", .25, .5);

  @Test
  void theFileIsWrittenAsItEverWas() {
    assertEquals(
        """
        {
          "compared_with" : "b-1",
          "broken" : true,
          "moves" : [ {
            "site" : null,
            "measure" : "articles",
            "before" : 1000.0,
            "after" : 880.0,
            "over_limit" : true
          }, {
            "site" : "oak.test",
            "measure" : "null_share.byline",
            "before" : 0.25,
            "after" : 0.5,
            "over_limit" : false
          } ]
        }
        """,
        new Drift(List.of(ALL, SHARE)).json("b-1"));
    assertEquals(
        """
        {
          "compared_with" : "b-1",
          "broken" : false
        }
        """,
        new Drift(List.of()).json("b-1"));
  }

  @Test
  void theReasonNamesLimitsThatArePassedAndNoMoreThanThree() {
    assertEquals(
        "articles in all went from 1,000 to 880; articles of elm.test went from 60 to 0",
        new Drift(List.of(ALL, SITE, SHARE)).reason());
    assertEquals("", new Drift(List.of(SHARE)).reason());
    String five = new Drift(List.of(SITE, SITE, SITE, SITE, SITE)).reason();
    assertTrue(five.endsWith("; and 2 more"), five);
  }

  @Test
  void theTableMarksWhatIsOverALimitAndEndsAfterThirtyLines() {
    List<String> table = new Drift(List.of(ALL, SHARE)).table();
    assertEquals(3, table.size());
    assertTrue(table.get(1).startsWith("(all) "), table.get(1));
    assertTrue(table.get(1).endsWith("-12.0 %  over the limit"), table.get(1));
    assertTrue(table.get(2).endsWith("+0.250"), table.get(2));
    List<Move> many = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      many.add(SHARE);
    }
    List<String> long_ = new Drift(many).table();
    assertEquals(32, long_.size());
    assertEquals("2 more in drift.json", long_.get(31));
  }

  @Test
  void countsMoveRelativeToWhatWasAndSharesByTheirDifference() {
    assertEquals(.12, ALL.size(), 1e-12);
    assertEquals(.25, SHARE.size(), 1e-12);
    Move fresh = Move.ofCount("ash.test", "articles", 0, 5, false);
    assertEquals(5, fresh.size());
    assertEquals("new", fresh.change());
    assertEquals(0, Move.ofCount("ash.test", "articles", 5, 5, false).size());
    assertFalse(new Drift(List.of(fresh)).isBroken());
  }
}
