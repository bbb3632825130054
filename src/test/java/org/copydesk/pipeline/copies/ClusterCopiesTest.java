package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.work.Room;
import org.junit.jupiter.api.Test;

class ClusterCopiesTest {
  private static final String TEXT =
      "The harbour of the old town was closed on Monday after a crane fell into the basin where"
          + " two ferries lay, and the crews of both were brought ashore by the pilots who had"
          + " seen it lean since the morning tide went out and the wind had turned to the west.";

  private static ClusterEntry entry(int rank, String text) {
    return new ClusterEntry(
        SomeCopies.id(99),
        CopyGroup.of(SomeCopies.order(rank), SomeCopies.place(rank)),
        SomeCopies.print("Crane falls", text));
  }

  private static List<ArticleEntry> cluster(ClusterEntry... entries) throws Exception {
    return WorkBucket.of(
            SomeCopies.LANES.clusters(),
            new ClusterCopies(
                SomeCopies.settings(),
                Room.DEFAULT,
                SomeCopies.ARTICLES,
                SomeCopies.LANES.relations()))
        .given(entries)
        .work()
        .on(SomeCopies.ARTICLES);
  }

  @Test
  void theCopyIsToldWhatItLostToAndTheFirstInOrderWhatItGained() throws Exception {
    String copy = TEXT + " It will open again";
    List<ArticleEntry> told = cluster(entry(1, TEXT), entry(2, copy));
    assertThat(told, hasSize(2));
    ArticleEntry.Fate fate = (ArticleEntry.Fate) told.get(0);
    assertThat(fate.id(), is(ArticleIdentity.of("Crane falls", copy)));
    assertThat(fate.decision().keptId(), is(ArticleIdentity.of("Crane falls", TEXT)));
    ArticleEntry.Gained gained = (ArticleEntry.Gained) told.get(1);
    assertThat(gained.id(), is(fate.decision().keptId()));
    assertThat(gained.copies().places(), contains(SomeCopies.place(2)));
  }

  @Test
  void candidatesThatAreNoCopiesAreToldNothing() throws Exception {
    String other = "Council votes on the new bridge and on the budget of the coming year in full.";
    assertThat(cluster(entry(1, TEXT), entry(2, other)), is(empty()));
  }
}
