package org.copydesk.pipeline.teasers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.links.TeaserEntry;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldSpellingsTest {
  @TempDir Path folder;

  private WorkBucket.Worked fold(DistinctTeaser... teasers) throws Exception {
    return WorkBucket.of(
            SomeTeasers.LANES.spellings(),
            new FoldSpellings(Storage.local(folder), SomeTeasers.ROUTE))
        .given(teasers)
        .work();
  }

  @Test
  void partsOfOneTeaserAreAddedUpAndGoOnByItsHeadline() throws Exception {
    List<DistinctTeaser> onwards =
        fold(
                SomeTeasers.teaser("Crane falls", "Two ferries were hit.", 2),
                SomeTeasers.teaser("CRANE FALLS", "Two ferries were hit.", 3))
            .on(SomeTeasers.LANES.titles());
    assertThat(onwards, hasSize(1));
    assertThat(onwards.get(0).occurrences(), is(5L));
  }

  @Test
  void aTeaserThatNoLaterStepLooksAtIsDone() throws Exception {
    WorkBucket.Worked worked = fold(SomeTeasers.teaser(null, "Two ferries.", 1));
    assertThat(worked.on(SomeTeasers.LANES.titles()), is(empty()));
    assertThat(worked.on(SomeTeasers.LANES.openings()), is(empty()));
    List<TeaserEntry> done = worked.on(SomeTeasers.LINKS.teasers());
    assertThat(done, hasSize(1));
    assertThat(worked.on(SomeTeasers.LINKS.candidates()), hasSize(1));
  }
}
