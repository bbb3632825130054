package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.dedup.CandidateBucket;
import org.junit.jupiter.api.Test;

class FindCandidatesTest {
  private static WorkBucket<BandEntry> bucket() {
    return WorkBucket.of(SomeCopies.LANES.bands(), new FindCandidates(SomeCopies.LANES.prints()));
  }

  private static BandEntry under(long key, int article) {
    return new BandEntry(key, SomeCopies.id(article));
  }

  @Test
  void articlesThatShareAKeyAreWantedWhereTheSmallestIs() throws Exception {
    List<PrintEntry> wanted =
        bucket().given(under(6, 1), under(6, 2), under(8, 2)).work().on(SomeCopies.LANES.prints());
    assertThat(
        wanted,
        containsInAnyOrder(
            new PrintEntry.Wanted(SomeCopies.id(1), SomeCopies.id(1), 6),
            new PrintEntry.Wanted(SomeCopies.id(2), SomeCopies.id(1), 6)));
  }

  @Test
  void whoSharesNoKeyIsNotSent() throws Exception {
    assertThat(
        bucket().given(under(7, 1), under(8, 2)).work().on(SomeCopies.LANES.prints()), is(empty()));
  }

  @Test
  void whatACrowdedKeyLeavesUncomparedIsCounted() throws Exception {
    WorkBucket<BandEntry> bucket = bucket();
    for (int i = 0; i <= CandidateBucket.CROWDED + 10; i++) {
      bucket.given(under(6, i));
    }
    CapTally cap = bucket.work().reports().caps().get(0);
    assertThat(cap.cap(), is(Cap.CANDIDATE_KEYS));
    assertThat(cap.forgotten() > 0, is(true));
  }
}
