package org.copydesk.pipeline.suspects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReference;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.Sender;
import org.copydesk.evaluate.BenchmarkTexts;
import org.copydesk.evaluate.Contamination;
import org.copydesk.evaluate.Contamination.Suspicion;
import org.copydesk.model.ArticleRecord;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;

/**
 * Finds articles that have words of a benchmark and holds them back: whether they go is known when
 * all of them are.
 */
public final class FindSuspects {
  /** The last one: several steps and threads of a process ask the same tens of megabytes. */
  private static final AtomicReference<Known> LAST =
      new AtomicReference<>(new Known("", new SoftReference<>(null)));

  private record Known(String sha256, SoftReference<BenchmarkTexts> texts) {}

  private final BenchmarkTexts texts;
  private final Lane<SuspectEntry> lane;

  private FindSuspects(BenchmarkTexts texts, Lane<SuspectEntry> lane) {
    this.texts = texts;
    this.lane = lane;
  }

  /**
   * @param file of the benchmark; null where nothing is looked for
   * @return null with it
   */
  public static FindSuspects open(SideFile file, Storage work, Lane<SuspectEntry> lane)
      throws IOException {
    return file == null ? null : new FindSuspects(texts(file, work), lane);
  }

  /** Puts texts where every worker sees them. */
  public static SideFile write(Storage work, BenchmarkTexts texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    texts.write(bytes);
    SideFile file = SideFile.write(work, WorkNames.BENCHMARK, bytes.toByteArray());
    LAST.set(new Known(file.sha256(), new SoftReference<>(texts)));
    return file;
  }

  static BenchmarkTexts texts(SideFile file, Storage work) throws IOException {
    synchronized (LAST) {
      Known last = LAST.get();
      BenchmarkTexts known = last.sha256().equals(file.sha256()) ? last.texts().get() : null;
      if (known == null) {
        known = file.read(work, BenchmarkTexts::read);
        LAST.set(new Known(file.sha256(), new SoftReference<>(known)));
      }
      return known;
    }
  }

  /** What an article has of the benchmark; null for nothing. */
  public Suspicion of(ArticleRecord article, ArticleWords words) {
    return Contamination.suspicion(texts, article.article().site(), words.tokens());
  }

  /**
   * Sends an article to where it is judged.
   *
   * @param unit number of the part of the unit in which it was read
   */
  public void send(
      ArticleRecord article, Topics topics, int unit, Suspicion suspicion, Sender out) {
    out.send(lane, new SuspectEntry.Runs(suspicion));
    out.send(lane, new SuspectEntry.Body(new ArticleEntry.Body(article, topics, unit)));
  }
}
