package org.copydesk.segment.fields;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class TeaserPartsTest {
  @Test
  void eachPartOfALineIsToldApart() {
    assertThat(
        TeaserParts.ofTitle(
            "Town | 09:30 Ferry sails again after the storm | Ana Roe | 5 March 2024"),
        is(new TeaserParts("Ferry sails again after the storm", null, "Town", "Ana Roe", "09:30")));
    assertThat(
        TeaserParts.ofTitle("Ferry sails again after the storm - By Ana Roe - 3 hours ago"),
        is(
            new TeaserParts(
                "Ferry sails again after the storm", null, null, "By Ana Roe", "3 hours ago")));
  }

  @Test
  void aSummaryIsPartedFromItsTitleAtASignOrAWideGap() {
    TeaserParts expected =
        new TeaserParts(
            "Ferry sails again", "The storm kept it at the quay for days", null, null, null);
    for (String parting : new String[] {" … ", "... ", " ...", "\t", "    "}) {
      String line = "Ferry sails again" + parting + "The storm kept it at the quay for days";
      assertThat(line, TeaserParts.glued(line), is(expected));
    }
  }

  /** What stands behind a sign inside a sentence is no summary, and two words are no title. */
  @Test
  void aSentenceWithASignInItIsWhole() {
    assertThat(
        TeaserParts.glued("The captain waited … and waited for the wind to turn at last"),
        is(nullValue()));
    assertThat(
        TeaserParts.glued("The ferry sailed. … The storm kept it at the quay for days"),
        is(nullValue()));
    assertThat(
        TeaserParts.glued("Well … The storm kept the ferry at the quay for days"), is(nullValue()));
    assertThat(TeaserParts.glued("Ferry sails again … Or not"), is(nullValue()));
  }
}
