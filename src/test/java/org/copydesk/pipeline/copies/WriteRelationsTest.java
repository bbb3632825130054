package org.copydesk.pipeline.copies;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.RelationRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteRelationsTest {
  @TempDir Path folder;

  private static RelationEntry near(int a, int b) {
    return new RelationEntry(SomeCopies.id(a), SomeCopies.id(b), Kind.NEAR, Measure.JACCARD, .8);
  }

  @Test
  void aPairThatComesFromSeveralPlacesIsOneRow() throws Exception {
    Storage work = Storage.local(folder);
    List<RelationRow> rows =
        PartRows.of(
            Tables.RELATIONS,
            WorkBucket.of(
                    SomeCopies.LANES.relations(), new WriteRelations(work, SomeSettings.plain()))
                .given(near(1, 2), near(1, 3), near(1, 2), near(2, 3))
                .work()
                .reports(),
            work);
    assertThat(rows, hasSize(3));
    assertThat(rows.get(0).kind(), is("near"));
    assertThat(rows.get(0).similarity(), is(.8));
  }
}
