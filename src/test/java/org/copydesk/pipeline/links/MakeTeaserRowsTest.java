package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.dedup.links.TeaserLink;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeTeaserRowsTest {
  @TempDir Path folder;

  private WorkBucket<TeaserEntry> bucket() throws Exception {
    return WorkBucket.of(
        SomeLinks.LANES.teasers(),
        new MakeTeaserRows(Storage.local(folder), SomeSettings.plain(), null, SomeLinks.LANES));
  }

  private static TeaserEntry link(DistinctTeaser teaser, int article, LinkMethod method) {
    return new TeaserEntry.Linked(
        new TeaserLink(teaser.id(), SomeLinks.id(article), method, .9, true, 0, 100));
  }

  @Test
  void aTeasersRowHasTheSurestOfItsLinks() throws Exception {
    DistinctTeaser teaser = SomeLinks.teaser("Crane falls", SomeLinks.TEXT);
    List<TeaserRowEntry> rows =
        bucket()
            .given(
                link(teaser, 2, LinkMethod.TITLE_ONLY),
                new TeaserEntry.Folded(teaser),
                link(teaser, 3, LinkMethod.URL))
            .work()
            .on(SomeLinks.LANES.rows());
    assertThat(rows, hasSize(1));
    assertThat(rows.get(0).id(), is(teaser.id()));
    assertThat(rows.get(0).row().articleId(), is(SomeLinks.id(3).hex()));
    assertThat(rows.get(0).row().linkMethod(), is("url"));
    assertThat(rows.get(0).row().occurrences(), is(3L));
  }

  @Test
  void aLinkOfATeaserThatIsNotThereIsAnError() {
    DistinctTeaser teaser = SomeLinks.teaser("Crane falls", SomeLinks.TEXT);
    assertThrows(
        IllegalStateException.class, () -> bucket().given(link(teaser, 2, LinkMethod.URL)).work());
  }
}
