package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.junit.jupiter.api.Test;

class FoldExactCopiesTest {
  private static PrintEntry.Print print(int article, int rank) {
    return new PrintEntry.Print(
        SomeCopies.id(article), SomeCopies.order(rank), SomeCopies.place(rank), new byte[] {1});
  }

  private static PrintEntry.Wanted wanted(int article, int anchor, long key) {
    return new PrintEntry.Wanted(SomeCopies.id(article), SomeCopies.id(anchor), key);
  }

  private static List<VerifyEntry> fold(PrintEntry... entries) throws Exception {
    return WorkBucket.of(SomeCopies.LANES.prints(), new FoldExactCopies(SomeCopies.LANES.verify()))
        .given(entries)
        .work()
        .on(SomeCopies.LANES.verify());
  }

  @Test
  void copiesOfOneWordingGoOnOnceWithTheirPlacesTheFirstInOrderFirst() throws Exception {
    List<VerifyEntry> folded = fold(wanted(1, 1, 6), print(1, 3), print(1, 2));
    assertThat(folded, hasSize(1));
    assertThat(folded.get(0).anchor(), is(SomeCopies.id(1)));
    assertThat(folded.get(0).copies().members(), is(2L));
    assertThat(folded.get(0).copies().places(), contains(SomeCopies.place(2), SomeCopies.place(3)));
  }

  @Test
  void anArticleGoesOnceToEachPlaceWithTheKeysItHasThere() throws Exception {
    List<VerifyEntry> folded =
        fold(wanted(5, 1, 6), wanted(5, 1, 8), wanted(5, 2, 10), print(5, 1));
    assertThat(folded, hasSize(2));
    assertThat(folded.get(0).anchor(), is(SomeCopies.id(1)));
    assertThat(folded.get(0).keys(), is(new long[] {6, 8}));
    assertThat(folded.get(1).anchor(), is(SomeCopies.id(2)));
    assertThat(folded.get(1).keys(), is(new long[] {10}));
  }

  @Test
  void anArticleThatNobodyAsksForStays() throws Exception {
    assertThat(fold(print(1, 1), print(1, 2)), is(empty()));
  }
}
