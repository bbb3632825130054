package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
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

  private static PrintEntry.Wanted wanted(int article, int anchor, long key) {
    return new PrintEntry.Wanted(SomeCopies.id(article), SomeCopies.id(anchor), key);
  }

  @Test
  void allOfAKeyAreWantedWhereItsSmallestIs() throws Exception {
    List<PrintEntry> wanted =
        bucket()
            .given(under(6, 3), under(6, 1), under(6, 2), under(8, 2), under(8, 3))
            .work()
            .on(SomeCopies.LANES.prints());
    assertThat(
        wanted,
        containsInAnyOrder(
            wanted(1, 1, 6), wanted(2, 1, 6), wanted(3, 1, 6), wanted(2, 2, 8), wanted(3, 2, 8)));
  }

  @Test
  void whoSharesNoKeyIsNotWanted() throws Exception {
    assertThat(
        bucket().given(under(6, 1), under(8, 2)).work().on(SomeCopies.LANES.prints()), is(empty()));
  }

  @Test
  void aPassageOfManyTextsLeadsNowhere() throws Exception {
    WorkBucket<BandEntry> few = bucket().given(under(7, 1), under(7, 2));
    assertThat(few.work().on(SomeCopies.LANES.prints()), hasSize(2));
    WorkBucket<BandEntry> many = bucket();
    for (int i = 0; i <= CandidateBucket.MOST_OF_PASSAGE; i++) {
      many.given(under(7, i));
    }
    assertThat(many.work().on(SomeCopies.LANES.prints()), is(empty()));
  }

  @Test
  void aCrowdedKeyIsCounted() throws Exception {
    WorkBucket<BandEntry> bucket = bucket();
    for (int i = 0; i <= CandidateBucket.CROWDED + 10; i++) {
      bucket.given(under(6, i));
    }
    CapTally cap = bucket.work().reports().caps().get(0);
    assertThat(cap.cap(), is(Cap.CANDIDATE_KEYS));
    assertThat(cap.forgotten() > 0, is(true));
  }
}
