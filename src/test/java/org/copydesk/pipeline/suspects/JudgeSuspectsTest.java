package org.copydesk.pipeline.suspects;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.WorkBucket;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartRows;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.ArticleIdentity;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.evaluate.Contamination;
import org.copydesk.evaluate.Contamination.Suspicion;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.copies.CopyLanes;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SomeSettings;
import org.copydesk.row.RemovedRow;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeSuspectsTest {
  private static final String QUESTION =
      "Which of the northern islands lost its last ferry in the winter when the council would not"
          + " pay for a new engine";
  private static final String NOTICE =
      "Sign up here for our letter of the morning and read all that the islands talk about before"
          + " the first coffee of the day";

  @TempDir Path folder;

  private ArticleRecord article(int number, String text) {
    Article article =
        new Article(
            "Ferry " + number, null, List.of(), null, null, null, text, null, "site" + number % 3);
    return new ArticleRecord(
        ArticleIdentity.of("Ferry " + number, text),
        "a.jsonl",
        number,
        null,
        null,
        null,
        article,
        null,
        null,
        30,
        null,
        null);
  }

  @Test
  void whatHoldsATextGoesWithItsPassageAndWhatManyShareGoesOnItsWay() throws Exception {
    Storage work = Storage.local(folder);
    BenchmarkTexts texts = new BenchmarkTexts();
    texts.add("bench.jsonl", 0, null, QUESTION);
    texts.add("bench.jsonl", 1, null, NOTICE);
    texts.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    texts.write(bytes);
    SideFile file = SideFile.write(work, "benchmark", bytes.toByteArray());
    BuildSettings settings = SomeSettings.plain();
    Lane<ArticleEntry> articles =
        new Lane<>(
            "articles", new ArticleEntry.Codec(settings.duplicates().survivorOrder()), 1, 1 << 20);
    CopyLanes copies = CopyLanes.of(Buckets.forInput(List.of()));
    List<SuspectEntry> given = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String own = " Number " + i + " of them lies at the quay of Saint " + i + " and waits. ";
      String text = own.repeat(3) + (i == 7 ? QUESTION : NOTICE) + own;
      ArticleRecord article = article(i, text);
      Suspicion found =
          Contamination.suspicion(
              texts, article.article().site(), ArticleWords.of("Ferry", text).tokens());
      given.add(new SuspectEntry.Runs(found));
      given.add(
          new SuspectEntry.Body(new ArticleEntry.Body(article, Topics.NOT_LOOKED_FOR, 100_001)));
    }
    WorkBucket.Worked worked =
        WorkBucket.of(
                SuspectEntry.lane(settings.duplicates().survivorOrder()),
                new JudgeSuspects(work, settings, file, articles, copies))
            .given(given.toArray(SuspectEntry[]::new))
            .work();
    BuildResults results = worked.reports();
    assertThat(worked.on(articles), hasSize(29));
    assertThat(worked.on(copies.prints()), hasSize(29));
    List<RemovedRow> removed = PartRows.of(Tables.REMOVED, results, work);
    assertThat(removed, hasSize(1));
    assertThat(removed.get(0).sourceRecord(), is(7L));
    assertThat(removed.get(0).reason(), is("contaminated"));
    assertThat(removed.get(0).signal(), is("bench.jsonl#0"));
    assertThat(removed.get(0).similarity(), is(1.0));
    assertThat(removed.get(0).value(), containsString("lost its last ferry in the winter"));
    assertThat(results.stages().get(0).recordsIn(), is(30L));
    assertThat(results.stages().get(0).recordsOut(), is(29L));
  }
}
