package org.copydesk.pipeline.teasers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.links.TeaserEntry;
import org.copydesk.pipeline.work.Room;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldVariantsTest {
  private static final String SNIPPET =
      "Two ferries were hit when a crane fell into the harbour of the old town on Monday";

  @TempDir Path folder;

  private WorkBucket.Worked byTitle(DistinctTeaser... teasers) throws Exception {
    return WorkBucket.of(
            SomeTeasers.LANES.titles(),
            new FoldVariants(
                Storage.local(folder),
                DistinctTeaserCodec.Step.TITLES,
                SomeTeasers.ROUTE,
                Room.DEFAULT))
        .given(teasers)
        .work();
  }

  @Test
  void oneThatIsCutEarlierIsAVariantAndItsMoveIsTold() throws Exception {
    DistinctTeaser whole = SomeTeasers.teaser("Crane falls", SNIPPET, 2);
    DistinctTeaser cut = SomeTeasers.teaser("Crane falls", SNIPPET.substring(0, 60), 1);
    WorkBucket.Worked worked = byTitle(cut, whole);
    assertThat(worked.on(SomeTeasers.LANES.moves()), contains(new MoveEntry(cut.id(), whole.id())));
  }

  @Test
  void teasersOfTwoStoriesUnderOneHeadlineStayTwo() throws Exception {
    WorkBucket.Worked worked =
        byTitle(
            SomeTeasers.teaser("Crane falls", SNIPPET, 1),
            SomeTeasers.teaser("Crane falls", "A bird of that name landed in the park at noon", 1));
    assertThat(worked.on(SomeTeasers.LANES.moves()), is(empty()));
    int done =
        worked.on(SomeTeasers.LANES.openings()).size()
            + (int)
                worked.on(SomeTeasers.LINKS.teasers()).stream()
                    .filter(TeaserEntry.Folded.class::isInstance)
                    .count();
    assertThat(done, is(2));
  }
}
