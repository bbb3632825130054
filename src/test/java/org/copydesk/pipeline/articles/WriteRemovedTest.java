package org.copydesk.pipeline.articles;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.nio.file.Path;
import java.util.List;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.NearDuplicatePolicy.Kind;
import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.opening.CopyRule;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.CopyKind;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.pages.RemovedRows;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.RemovedRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteRemovedTest {
  @TempDir Path folder;

  private static RemovedRowEntry row(ContentHash id, String file, long record) {
    Article article =
        new Article("Crane falls", null, List.of(), null, null, null, "Words.", null, "a.test");
    ArticleRecord copy =
        new ArticleRecord(id, file, record, null, null, null, article, null, null, 10, null, null);
    Verdict verdict = new Verdict(Kind.NEAR, Measure.JACCARD, .8, .7, CopyRule.ALIKE);
    return new RemovedRowEntry(
        id,
        RemovedRows.copy(copy, CopyKind.NEAR.removedAs(), ContentHash.of("kept"), verdict, false));
  }

  @Test
  void rowsOfOneIdStandInTheOrderOfTheirPlaces() throws Exception {
    Storage work = Storage.local(folder);
    ContentHash id = ContentHash.of("copy");
    BuildResults made =
        WorkBucket.of(
                RemovedRowEntry.lane(Buckets.forInput(List.of())),
                new WriteRemoved(work, SomeSettings.plain()))
            .given(row(id, "b.jsonl", 1), row(id, "a.jsonl", 12), row(id, "a.jsonl", 2))
            .work()
            .reports();
    List<String> places =
        PartRows.of(Tables.REMOVED, made, work).stream()
            .map((RemovedRow row) -> row.sourceFile() + " " + row.sourceRecord())
            .toList();
    assertThat(places, contains("a.jsonl 2", "a.jsonl 12", "b.jsonl 1"));
  }
}
