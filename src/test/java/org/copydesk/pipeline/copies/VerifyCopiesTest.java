package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.junit.jupiter.api.Test;

class VerifyCopiesTest {
  private static final String TEXT =
      "The harbour of the old town was closed on Monday after a crane fell into the basin where"
          + " two ferries lay, and the crews of both were brought ashore by the pilots who had"
          + " seen it lean since the morning tide went out and the wind had turned to the west.";

  private static VerifyEntry entry(String text) {
    byte[] print = SomeCopies.print("Crane falls", text);
    return new VerifyEntry(
        SomeCopies.id(0),
        Fingerprint.parse(print).id(),
        new long[] {6},
        CopyGroup.of(SomeCopies.order(1), SomeCopies.place(1)),
        print);
  }

  private static VerifyCopies worker() {
    return new VerifyCopies(
        NearDuplicatePolicy.DEFAULT,
        SomeCopies.LANES.edges(),
        SomeCopies.LANES.stories(),
        SomeCopies.LANES.relations());
  }

  @Test
  void onlyAVerifiedPairTravelsAndBothOfIt() throws Exception {
    var worked =
        WorkBucket.of(SomeCopies.LANES.verify(), worker())
            .given(entry(TEXT), entry(TEXT + " It will open again"))
            .work();
    List<EdgeEntry> edges = worked.on(SomeCopies.LANES.edges());
    assertThat(edges, hasSize(1));
    assertThat(worked.on(SomeCopies.LANES.stories()), hasSize(2));
    assertThat(edges.get(0).a().equals(edges.get(0).b()), is(false));
  }

  @Test
  void aPairThatContradictsItselfDoesNot() throws Exception {
    assertThat(
        WorkBucket.of(SomeCopies.LANES.verify(), worker())
            .given(entry(TEXT), entry(TEXT.replace("two ferries", "nine ferries")))
            .work()
            .on(SomeCopies.LANES.edges()),
        is(empty()));
  }
}
