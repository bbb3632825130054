package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.TeaserRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTeasersTest {
  @TempDir Path folder;

  /** A row as it is made of a teaser. */
  private TeaserRowEntry row(int number) throws Exception {
    DistinctTeaser teaser = SomeLinks.teaser("Crane falls " + number, SomeLinks.TEXT);
    Storage work = Storage.local(folder);
    return WorkBucket.of(
            SomeLinks.LANES.teasers(),
            new MakeTeaserRows(work, SomeSettings.plain(), null, SomeLinks.LANES.rows()))
        .given(new TeaserEntry.Folded(teaser))
        .work()
        .on(SomeLinks.LANES.rows())
        .get(0);
  }

  @Test
  void rowsStandAsTheyWereMadeInTheOrderOfTheirIds() throws Exception {
    Storage work = Storage.local(folder);
    List<TeaserRowEntry> made = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      made.add(row(number));
    }
    List<TeaserRow> rows =
        PartRows.of(
            Tables.TEASERS,
            WorkBucket.of(
                    SomeLinks.LANES.rows(), new WriteTeasers(work, SomeSettings.plain()))
                .given(made.toArray(TeaserRowEntry[]::new))
                .work()
                .reports(),
            work);
    List<TeaserRow> expected =
        made.stream()
            .sorted(Comparator.comparing(TeaserRowEntry::id))
            .map(TeaserRowEntry::row)
            .toList();
    assertThat(rows, is(expected));
  }
}
