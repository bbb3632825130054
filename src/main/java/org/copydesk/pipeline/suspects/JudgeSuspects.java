package org.copydesk.pipeline.suspects;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Tables;
import org.copydesk.evaluate.Contamination;
import org.copydesk.evaluate.Contamination.Hit;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.copies.CopyLanes;
import org.copydesk.pipeline.copies.SendArticle;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.Step;
import org.copydesk.pipeline.pages.RemovedRows;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;

/**
 * Articles with words of a benchmark in, all in one bucket; a row of {@code removed} for those that
 * hold a text of it out, and the others on their ways as if they had not been held back. What many
 * articles share is known when the first one is judged. Memory: the benchmark, a number a run that
 * was found and an article that has it, and an id an article.
 */
public final class JudgeSuspects implements BucketWorker<SuspectEntry, byte[]> {
  private static final long serialVersionUID = 1;

  /** Its part of removed articles: units have higher numbers, and no step as many buckets. */
  private static final int PART = 99_999;

  private final Storage work;
  private final BuildSettings settings;
  private final SideFile benchmark;
  private final Lane<ArticleEntry> articles;
  private final CopyLanes copies;

  /**
   * What is held back of articles in, those without a text of the benchmark out.
   *
   * @param suspects where they come from
   */
  public static Step<SuspectEntry> of(
      Lane<SuspectEntry> suspects,
      BlockRoute route,
      Storage work,
      BuildSettings settings,
      SideFile benchmark,
      Lane<ArticleEntry> articles,
      CopyLanes copies) {
    return Step.on(
        suspects,
        route,
        new JudgeSuspects(work, settings, benchmark, articles, copies),
        articles,
        copies.bands(),
        copies.prints());
  }

  public JudgeSuspects(
      Storage work,
      BuildSettings settings,
      SideFile benchmark,
      Lane<ArticleEntry> articles,
      CopyLanes copies) {
    this.work = work;
    this.settings = settings;
    this.benchmark = benchmark;
    this.articles = articles;
    this.copies = copies;
  }

  @Override
  public void work(int bucket, SortedGroups<SuspectEntry> groups, BucketOut<byte[]> out)
      throws IOException {
    StageClock clock = new StageClock("JudgeSuspects");
    Contamination contamination = new Contamination(FindSuspects.texts(benchmark, work));
    SendArticle send = new SendArticle(articles, copies, settings.duplicates());
    Set<ContentHash> sent = new HashSet<>();
    boolean isCounted = false;
    try (PartSpool removed = new PartSpool(work, settings, PART)) {
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          SuspectEntry entry = groups.next();
          if (entry instanceof SuspectEntry.Runs runs) {
            contamination.count(runs.suspicion());
            continue;
          }
          if (!isCounted) {
            contamination.finish();
            isCounted = true;
          }
          ArticleEntry.Body body = ((SuspectEntry.Body) entry).article();
          ArticleRecord article = body.article();
          int chars = article.article().text().length();
          clock.in(1, chars);
          ArticleWords words = ArticleWords.of(article.article().title(), article.article().text());
          Hit hit = largest(contamination, words);
          if (hit != null) {
            removed.write(
                Tables.REMOVED, RemovedRows.contaminated(article, hit, settings.keepRemovedText()));
          } else {
            clock.out(1, chars);
            boolean isFirst = sent.add(article.id());
            send.send(article, body.topics(), body.unit(), words, out, isFirst ? out : null);
          }
        }
      }
      out.result(BuildResults.report(removed.finish(), clock.tally()));
    }
  }

  /** The text of which it holds most; null for none. */
  private static Hit largest(Contamination contamination, ArticleWords words) {
    return contamination.hits(words.tokens()).stream()
        .max(Comparator.comparingInt(Hit::runs))
        .orElse(null);
  }
}
