package org.copydesk.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.Sender;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.StageTally;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.evaluate.Contamination.Suspicion;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Reason;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.articles.ArticleEntry;
import org.copydesk.pipeline.copies.SendArticle;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.pipeline.pages.ClassifyTopics.Topics;
import org.copydesk.pipeline.pages.RemovedRows;
import org.copydesk.pipeline.suspects.FindSuspects;
import org.copydesk.pipeline.suspects.SuspectEntry;
import org.copydesk.pipeline.teasers.OccurrenceSpool;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;

/**
 * What a unit comes to, on its ways: from the pages as they are read, which it also writes to a log
 * where one is kept, or from such a log. What goes on and what a list or a rule takes out is
 * decided here for both. Of a unit that was in the build before only what comes and goes is sent.
 * Memory: {@link #MOST_SEEN} ids of each of the two, and one record.
 */
final class UnitOut implements UnitWork.Sink, UnitLog.Taker {
  /** Ids remembered: the keys of an exact copy say nothing new. */
  private static final int MOST_SEEN = 1 << 16;

  /** Lanes on which an article goes: the first three of {@link ReadLanes#all}. */
  private static final int ARTICLE_LANES = 3;

  /** Packs what goes on. */
  interface Packers extends Sender {
    /** Writes a record as it travels. */
    <T> void frame(Lane<T> lane, T record, ByteWriter framed);

    /**
     * Packs a record that was framed.
     *
     * @param isMinus whether it takes away what the build before sent
     */
    void sendFramed(Lane<?> lane, byte[] framed, int length, boolean isMinus) throws IOException;
  }

  /** What a build takes out of the articles of a unit. */
  private static final class Taken {
    private final ApplyRules rules;
    private final Set<ContentHash> seen = new HashSet<>();
    private ApplyRules.Removal removal;
    private boolean isFirst;

    private Taken(ApplyRules rules) {
      this.rules = rules;
    }

    private void look(UnitLog.Seen article) {
      removal = rules.removes(article.id(), article.url(), article.site(), article.broken());
      isFirst = removal == null && (seen.size() == MOST_SEEN || seen.add(article.id()));
    }

    /** Whether a record of the article goes on. */
    private boolean passes(boolean isBandKey) {
      return removal == null && (!isBandKey || isFirst);
    }
  }

  private final ReadLanes lanes;
  private final List<Lane<?>> all;
  private final Taken before;
  private final Taken now;
  private final ClassifyTopics topics;
  private final SendArticle articles;
  private final FindSuspects suspects;
  private final Packers packers;
  private final Storage work;
  private final int part;
  private final PartSpool removed;
  private final boolean keepsRemovedText;
  private final UnitLog log;
  private final List<PartResult> parts = new ArrayList<>();
  private final List<StageTally> tallies = new ArrayList<>();
  private final ByteWriter framed = new ByteWriter(4096);
  private final ByteReader reader = new ByteReader(new byte[0]);
  private OccurrenceSpool.Written spool;
  private long articleCount;
  private long articleChars;
  private long removedCount;
  private long removedChars;

  /**
   * @param before what the build before took out, where the unit was in it and only what comes and
   *     goes is sent; null else
   * @param rules what is taken out now; null where the unit is gone
   * @param suspects holds back what may hold texts of a benchmark; null where none are looked for
   * @param part number of the parts the unit writes
   * @param removed takes the rows of articles that are taken out
   * @param log kept of what the unit comes to; null for none
   */
  UnitOut(
      ReadLanes lanes,
      ApplyRules before,
      ApplyRules rules,
      ClassifyTopics topics,
      SendArticle articles,
      FindSuspects suspects,
      Packers packers,
      Storage work,
      int part,
      PartSpool removed,
      boolean keepsRemovedText,
      UnitLog log) {
    this.lanes = lanes;
    this.all = lanes.all();
    this.before = before == null ? null : new Taken(before);
    this.now = rules == null ? null : rules == before ? this.before : new Taken(rules);
    this.topics = topics;
    this.articles = articles;
    this.suspects = suspects;
    this.packers = packers;
    this.work = work;
    this.part = part;
    this.removed = removed;
    this.keepsRemovedText = keepsRemovedText;
    this.log = log;
  }

  @Override
  public void article(ArticleRecord record, ArticleWords words, ApplyRules.Removal broken)
      throws IOException {
    UnitLog.Seen seenArticle = UnitLog.Seen.of(record, broken);
    if (log != null) {
      log.article(seenArticle);
    }
    article(seenArticle);
    if (now.removal != null) {
      remove(record);
    }
    if (broken != null) {
      // Whoever reads the log makes the row of it.
      logOnly(new ArticleEntry.Body(record, Topics.NOT_LOOKED_FOR, part));
    } else if (log != null || now.removal == null) {
      boolean wantsKeys = log != null || now.isFirst;
      Topics about = topics.classify(record, words);
      Suspicion suspicion = suspects == null ? null : suspects.of(record, words);
      if (suspicion != null) {
        suspects.send(record, about, part, suspicion, sender(false));
        return;
      }
      articles.send(record, about, part, words, sender(false), wantsKeys ? sender(true) : null);
    }
  }

  private void logOnly(ArticleEntry body) throws IOException {
    if (log != null) {
      framed.clear();
      packers.frame(lanes.articles(), body, framed);
      log.sent(0, false, framed.array(), framed.length());
    }
  }

  private Sender sender(boolean isBandKey) {
    return new Sender() {
      @Override
      public <T> void send(Lane<T> lane, T record) {
        UnitOut.this.send(lane, record, isBandKey, now.passes(isBandKey));
      }
    };
  }

  private <T> void send(Lane<T> lane, T record, boolean isBandKey, boolean goesOn) {
    if (log == null) {
      packers.send(lane, record);
      return;
    }
    framed.clear();
    packers.frame(lane, record, framed);
    try {
      log.sent(all.indexOf(lane), isBandKey, framed.array(), framed.length());
      if (goesOn) {
        packers.sendFramed(lane, framed.array(), framed.length(), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void teaser(DistinctTeaser teaser) {
    send(lanes.teasers(), teaser.seenIn(part), false, true);
  }

  @Override
  public void ledger(LedgerPart file, String hash) {
    if (log != null) {
      log.file(file.sourceFile(), hash);
    }
    send(lanes.ledger(), file, false, true);
  }

  @Override
  public void site(SiteTally tally) {
    send(lanes.sites(), tally, false, true);
  }

  @Override
  public void rejected(Reason reason) {
    boolean isOfThePlace = reason == Reason.FILE_UNREADABLE || reason == Reason.FILE_CHANGED;
    if (log != null && isOfThePlace) {
      log.spoil();
    }
  }

  @Override
  public void article(UnitLog.Seen article) {
    if (before != null) {
      before.look(article);
    }
    if (now == null) {
      return;
    }
    if (now != before) {
      now.look(article);
    }
    articleCount++;
    articleChars += article.chars();
    if (now.removal != null) {
      removedCount++;
      removedChars += article.chars();
    }
  }

  private void remove(ArticleRecord record) throws IOException {
    removed.write(Tables.REMOVED, RemovedRows.byRule(record, now.removal, keepsRemovedText));
  }

  @Override
  public void sent(int lane, boolean isBandKey, byte[] record, int length) throws IOException {
    boolean isOfArticle = lane < ARTICLE_LANES || all.get(lane) == lanes.suspects();
    boolean was = before != null && (!isOfArticle || before.passes(isBandKey));
    boolean is = now != null && (!isOfArticle || now.passes(isBandKey));
    if (was != is) {
      packers.sendFramed(all.get(lane), record, length, was);
    }
    boolean isOut = isOfArticle && now != null && now.removal != null;
    if (isOut && all.get(lane) == lanes.articles()) {
      remove(((ArticleEntry.Body) decoded(lanes.articles(), record, length)).article());
    } else if (isOut
        && all.get(lane) == lanes.suspects()
        && decoded(lanes.suspects(), record, length) instanceof SuspectEntry.Body body) {
      remove(body.article().article());
    }
  }

  private <T> T decoded(Lane<T> lane, byte[] record, int length) {
    reader.reset(record, 0, length);
    int keys = reader.getVarInt() + reader.getVarInt();
    reader.getVarInt();
    reader.reset(record, reader.position() + keys, length);
    return lane.codec().decode(reader);
  }

  @Override
  public void part(PartResult found, InputStream content) throws IOException {
    if (now == null) {
      content.transferTo(OutputStream.nullOutputStream());
      return;
    }
    String file = "parts/" + found.table() + "-" + part + "-" + UUID.randomUUID();
    copy(content, file);
    parts.add(
        new PartResult(found.table(), part, file, found.rows(), found.bytes(), found.digest()));
  }

  @Override
  public void spool(long occurrences, InputStream content) throws IOException {
    if (now == null) {
      content.transferTo(OutputStream.nullOutputStream());
      return;
    }
    spool = new OccurrenceSpool.Written(OccurrenceSpool.name(part), occurrences);
    copy(content, spool.name());
  }

  private void copy(InputStream content, String file) throws IOException {
    try (OutputStream out = work.create(file)) {
      content.transferTo(out);
    }
  }

  @Override
  public void tally(StageTally tally) {
    if (now != null) {
      tallies.add(tally);
    }
  }

  /** The unit's own parts, its tallies and its spool, as they were read: they go to the log. */
  void finish(List<PartResult> own, List<StageTally> stages, OccurrenceSpool.Written spooled)
      throws IOException {
    parts.addAll(own);
    tallies.addAll(stages);
    spool = spooled;
    if (log == null) {
      return;
    }
    for (PartResult each : own) {
      log.part(each, work);
    }
    if (spooled != null) {
      log.spool(spooled, work);
    }
    for (StageTally each : stages) {
      log.tally(each);
    }
  }

  /** All parts of the unit; ends that of removed articles. */
  List<PartResult> parts() throws IOException {
    parts.addAll(removed.finish());
    return parts;
  }

  /** What the stages did. */
  List<StageTally> tallies() {
    tallies.add(
        new StageTally(
            "ApplyRules",
            articleCount,
            articleChars,
            articleCount - removedCount,
            articleChars - removedChars,
            0,
            0));
    return tallies;
  }

  /** Where occurrences lie; null where there are none. */
  OccurrenceSpool.Written spool() {
    return spool;
  }
}
