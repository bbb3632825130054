package org.copydesk.pipeline.links;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copydesk.bucket.BucketWorker.Writes;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.TeaserRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTeasersTest {
  private static final LinkLanes LANES = LinkLanes.of(new Buckets(1, 1, 1, 1, 1, 1, 64L << 20));

  @TempDir Path folder;

  /** A row as it is made of a teaser that was seen in a unit. */
  private TeaserRowEntry row(int number, int unit) throws Exception {
    DistinctTeaser teaser = SomeLinks.teaser("Crane falls " + number, SomeLinks.TEXT).seenIn(unit);
    Storage work = Storage.local(folder);
    return WorkBucket.of(
            LANES.teasers(), new MakeTeaserRows(work, SomeSettings.plain(), null, LANES))
        .given(new TeaserEntry.Folded(teaser))
        .work()
        .on(LANES.rows())
        .get(0);
  }

  private List<TeaserRow> rows(PartResult part) throws Exception {
    List<TeaserRow> rows = new ArrayList<>();
    try (var read = new PartReader<>(Tables.TEASERS, Storage.local(folder), part.file())) {
      for (TeaserRow row = read.next(); row != null; row = read.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void whatComesWithAUnitIsOnePartInTheOrderOfIds() throws Exception {
    List<TeaserRowEntry> made = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      made.add(row(number, 100_000 + number));
    }
    TeaserRowEntry other = row(20, PartResult.NUMBERS - 1);
    made.add(other);
    WriteTeasers worker = new WriteTeasers(Storage.local(folder), SomeSettings.plain());
    BuildResults results =
        WorkBucket.of(LANES.rows(), worker)
            .given(made.toArray(TeaserRowEntry[]::new))
            .work()
            .reports();
    List<TeaserRow> expected =
        made.subList(0, 20).stream()
            .sorted(Comparator.comparing(TeaserRowEntry::id))
            .map(TeaserRowEntry::row)
            .toList();
    assertThat(results.parts().stream().map(PartResult::number).toList(), contains(0, 3));
    assertThat(rows(results.parts().get(0)), is(expected));
    assertThat(rows(results.parts().get(1)), contains(other.row()));
    assertThat(worker.writes(), is(Writes.PART_A_GROUP));
  }
}
