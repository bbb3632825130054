package org.copydesk.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;

class ReasonMeaningsTest {
  @Test
  void everyReasonOfTheClosedListsHasAMeaning() throws Exception {
    ReasonMeanings meanings = new ReasonMeanings();
    for (Reason reason : Reason.values()) {
      assertThat(reason.stored(), meanings.knows(reason.stored()), is(true));
    }
    for (String reason : List.of("exact_duplicate", "near_duplicate", "version", "suppressed")) {
      assertThat(reason, meanings.knows(reason), is(true));
    }
  }
}
