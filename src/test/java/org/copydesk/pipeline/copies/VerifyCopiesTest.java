package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.stream.Stream;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;

class VerifyCopiesTest {
  private static final String TEXT =
      "The harbour of the old town was closed on Monday after a crane fell into the basin where"
          + " two ferries lay, and the crews of both were brought ashore by the pilots who had"
          + " seen it lean since the morning tide went out and the wind had turned to the west.";
  private static final String COPY = TEXT + " It will open again";
  private static final String OTHER =
      "Council votes on the new bridge and on the budget of the coming year in full, as it does"
          + " every year when the leaves fall, and nobody stayed away this time.";

  private static ContentHash id(String text) {
    return Fingerprint.parse(SomeCopies.print("Crane falls", text)).id();
  }

  /** All are held where the smallest of them is, under one key. */
  private static WorkBucket<VerifyEntry> held(String... texts) {
    ContentHash anchor =
        Stream.of(texts).map(VerifyCopiesTest::id).sorted().findFirst().orElseThrow();
    WorkBucket<VerifyEntry> bucket =
        WorkBucket.of(
            SomeCopies.LANES.verify(),
            new VerifyCopies(
                NearDuplicatePolicy.DEFAULT,
                SomeCopies.LANES.edges(),
                SomeCopies.LANES.stories(),
                SomeCopies.LANES.relations()));
    for (int i = 0; i < texts.length; i++) {
      bucket.given(
          new VerifyEntry(
              anchor,
              id(texts[i]),
              new long[] {6},
              CopyGroup.of(SomeCopies.order(i), SomeCopies.place(i)),
              SomeCopies.print("Crane falls", texts[i])));
    }
    return bucket;
  }

  @Test
  void onlyPairsThatAreCopiesAreJoinedAndTheirArticlesSentOn() throws Exception {
    var worked = held(TEXT, COPY, OTHER).work();
    List<EdgeEntry> edges = worked.on(SomeCopies.LANES.edges());
    assertThat(edges, hasSize(1));
    assertThat(List.of(edges.get(0).a(), edges.get(0).b()), containsInAnyOrder(id(TEXT), id(COPY)));
    assertThat(
        worked.on(SomeCopies.LANES.stories()).stream().map(StoryEntry::id).toList(),
        containsInAnyOrder(id(TEXT), id(COPY)));
  }

  @Test
  void whoSharesAKeyAndNoMoreIsJoinedToNobody() throws Exception {
    var worked = held(TEXT, OTHER).work();
    assertThat(worked.on(SomeCopies.LANES.edges()), is(empty()));
    assertThat(worked.on(SomeCopies.LANES.stories()), is(empty()));
  }
}
