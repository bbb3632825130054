package org.copydesk.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Storage;
import org.copydesk.corpus.Tables;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;

/**
 * Keeps one of each group of articles with the same words, with what is known of its copies, and
 * writes the rest to the removed table.
 *
 * <p>Memory: one article, 256 copies' places, the rows of a bucket while they are sorted (through
 * files above the bound), and a row group a part.
 */
final class WriteArticles implements BucketWorker<ArticleRecord, byte[]> {
  private static final long serialVersionUID = 1;

  /** Members of a cluster kept by name. */
  static final int MOST_COPIES = 256;

  private final Storage work;
  private final BuildSettings settings;
  private final String rowFolder;

  /**
   * @param rowFolder local folder for sorting; null for the system's
   */
  WriteArticles(Storage work, BuildSettings settings, String rowFolder) {
    this.work = work;
    this.settings = settings;
    this.rowFolder = rowFolder;
  }

  @Override
  public void work(int bucket, SortedGroups<ArticleRecord> groups, Consumer<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("WriteCorpus");
    PartSpool spool = new PartSpool(work, settings, bucket);
    TopicDesk topics = TopicDesk.open(settings);
    try (ArticleRows rows = new ArticleRows(rowFolder)) {
      while (groups.nextGroup()) {
        ArticleRecord kept = groups.next();
        clock.in(1, kept.article().text().length());
        List<Object> copies = new ArrayList<>();
        long members = 1;
        while (groups.hasNext()) {
          ArticleRecord copy = groups.next();
          clock.in(1, copy.article().text().length());
          members++;
          if (copies.size() < MOST_COPIES) {
            copies.add(copyOf(copy));
          }
          spool.write(
              Tables.REMOVED,
              RemovedRow.copy(
                  copy,
                  "exact_duplicate",
                  kept.id().hex(),
                  "jaccard",
                  1,
                  1,
                  settings.keepRemovedText()));
        }
        rows.add(row(kept, topics.classify(kept), members, copies));
        clock.out(1, kept.article().text().length());
      }
      rows.writeSorted(row -> spool.write(Tables.ARTICLES, row));
    }
    List<PartResult> parts = spool.finish();
    out.accept(BuildResults.report(parts, clock.tally()));
  }

  private static Object[] copyOf(ArticleRecord copy) {
    return new Object[] {
      copy.sourceFile(), copy.sourceRecord(), copy.article().url(), "exact", null, 1.0
    };
  }

  private static Object[] row(
      ArticleRecord kept, TopicDesk.Topics topics, long members, List<Object> copies) {
    Article article = kept.article();
    return new Object[] {
      kept.id().hex(),
      kept.sourceFile(),
      kept.sourceRecord(),
      kept.sourceId(),
      micros(kept.fetchedAt()),
      article.url(),
      article.site(),
      article.title(),
      article.byline(),
      List.<Object>copyOf(article.authors()),
      article.dateline(),
      micros(article.publishedAt()),
      article.provider(),
      kept.language(),
      kept.languageConfidence(),
      article.text(),
      kept.wordCount(),
      topics.topic(),
      topics.label(),
      topics.confidence(),
      topics.all(),
      kept.id().hex(),
      members,
      copies,
      members - 1 > copies.size(),
      kept.quality(),
      kept.pii(),
      kept.metadata()
    };
  }

  private static Long micros(Instant instant) {
    return instant == null
        ? null
        : (Long) (instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
  }
}
