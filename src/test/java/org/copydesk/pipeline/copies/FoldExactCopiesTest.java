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

  private static List<VerifyEntry> fold(PrintEntry... entries) throws Exception {
    return WorkBucket.of(SomeCopies.LANES.prints(), new FoldExactCopies(SomeCopies.LANES.verify()))
        .given(entries)
        .work()
        .on(SomeCopies.LANES.verify());
  }

  @Test
  void copiesOfOneWordingGoOnOnceWithTheirPlacesTheFirstInOrderFirst() throws Exception {
    List<VerifyEntry> folded =
        fold(
            new PrintEntry.Wanted(SomeCopies.id(1), SomeCopies.id(0), 6),
            new PrintEntry.Wanted(SomeCopies.id(1), SomeCopies.id(0), 8),
            print(1, 3),
            print(1, 2));
    assertThat(folded, hasSize(1));
    assertThat(folded.get(0).anchor(), is(SomeCopies.id(0)));
    assertThat(folded.get(0).keys(), is(new long[] {6, 8}));
    assertThat(folded.get(0).copies().members(), is(2L));
    assertThat(folded.get(0).copies().places(), contains(SomeCopies.place(2), SomeCopies.place(3)));
  }

  @Test
  void anArticleWithoutACandidateStays() throws Exception {
    assertThat(fold(print(1, 1), print(1, 2)), is(empty()));
  }
}
