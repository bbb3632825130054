package org.copydesk.pipeline.articles;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.BucketWorker.Writes;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Tables;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.ArticleRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteArticlePartsTest {
  @TempDir Path folder;

  private static ArticleRowEntry row(int part, String site) {
    Article article =
        new Article("Crane falls", null, List.of(), null, null, null, "Words.", null, site);
    ArticleRecord record =
        new ArticleRecord(
            ContentHash.of(site),
            "a.jsonl",
            1,
            null,
            null,
            null,
            article,
            null,
            null,
            10,
            null,
            null);
    return new ArticleRowEntry(
        part, ArticleRows.kept(record, ClassifyTopics.Topics.NOT_LOOKED_FOR, 1, List.of(), null));
  }

  private List<String> sites(Storage work, PartResult part) throws Exception {
    List<String> sites = new ArrayList<>();
    try (var rows = new PartReader<>(Tables.ARTICLES, work, part.file())) {
      for (ArticleRow row = rows.next(); row != null; row = rows.next()) {
        sites.add(row.site());
      }
    }
    return sites;
  }

  @Test
  void eachPartIsAFileOfItsOwnInTheOrderOfItsRows() throws Exception {
    Storage work = Storage.local(folder);
    WriteArticleParts worker = new WriteArticleParts(work, SomeSettings.plain());
    BuildResults made =
        WorkBucket.of(ArticleRowEntry.lane(Buckets.forInput(List.of())), worker)
            .given(row(3, "b.test"), row(1, "z.test"), row(3, "a.test"), row(3, "c.test"))
            .work()
            .reports();
    assertThat(made.parts().stream().map(PartResult::number).toList(), contains(1, 3));
    assertThat(sites(work, made.parts().get(0)), contains("z.test"));
    assertThat(sites(work, made.parts().get(1)), contains("a.test", "b.test", "c.test"));
    assertThat(worker.writes(), is(Writes.PART_A_GROUP));
  }
}
