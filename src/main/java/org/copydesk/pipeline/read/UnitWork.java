package org.copydesk.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.StageTally;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.Erasure;
import org.copydesk.dedup.ExactTeaserFold;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.SiteSource;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.InputListing.Input;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.model.SiteTally;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.pipeline.pages.Annotator;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.teasers.OccurrenceSpool;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.row.RejectRow;
import org.copydesk.row.SpanRow;
import org.copydesk.segment.SiteFolder;
import org.copydesk.text.ArticleWords;
import org.copydesk.text.ContentHash;

/**
 * Reads the files of a unit and takes their pages apart: articles, teasers, ledger and site tallies
 * go to the sink; spans and rejects, which need nothing from elsewhere, go to parts where they were
 * read, and occurrences to a spool.
 *
 * <p>Memory: one page, {@link #TEASER_CHARS} of folded teasers, the tallies of the unit's sites,
 * and a row group a part.
 */
final class UnitWork {
  /** Teasers repeat most among neighbours; a larger table folds little more. */
  private static final long TEASER_CHARS = 4L << 20;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Takes what travels on. */
  interface Sink {
    /**
     * An article, with its words while they are in hand.
     *
     * @param broken why a rule takes it out; null where none does
     */
    void article(ArticleRecord article, ArticleWords words, ApplyRules.Removal broken)
        throws IOException;

    void teaser(DistinctTeaser teaser);

    /**
     * @param hash of the file, as {@link UnitCache.Content} has it; null where it was not read to
     *     its end
     */
    void ledger(LedgerPart part, String hash) throws IOException;

    void site(SiteTally tally) throws IOException;

    /** What a file was rejected for, in whole or in part. */
    void rejected(Reason reason);
  }

  private final Locations locations;
  private final DumpReader dumps;
  private final TakePagesApart desk;
  private final ApplyRules rules;
  private final PartSpool spool;
  private final Sink sink;
  private final OccurrenceSpool occurrences;
  private final ExactTeaserFold fold;
  private final Map<String, SiteTally> sites = new LinkedHashMap<>();
  private final FileCount count = new FileCount();
  private final SiteSource siteSource;
  private final Erasure erasure;
  private String folder;
  private long segmentNanos;
  private long pages;
  private long payloadBytes;
  private long articles;
  private long articleBytes;
  private long teasers;

  /** What segmenting adds to a file's ledger row. */
  private static final class FileCount {
    private long pages;
    private long teasers;
    private long skipped;
    private long rejected;

    private void reset() {
      pages = 0;
      teasers = 0;
      skipped = 0;
      rejected = 0;
    }
  }

  UnitWork(
      Locations locations,
      DumpReader dumps,
      TakePagesApart desk,
      ApplyRules rules,
      PartSpool spool,
      OccurrenceSpool occurrences,
      SiteSource siteSource,
      Erasure erasure,
      Sink sink) {
    this.locations = locations;
    this.dumps = dumps;
    this.desk = desk;
    this.rules = rules;
    this.spool = spool;
    this.occurrences = occurrences;
    this.siteSource = siteSource;
    this.erasure = erasure;
    this.sink = sink;
    this.fold = new ExactTeaserFold(TEASER_CHARS, sink::teaser);
  }

  /** Reads a unit of whole files; gives what its stages did. */
  List<StageTally> read(DumpUnit unit) throws IOException {
    return read(unit.files(), unit.files().size(), SplitIndex.NONE, 0);
  }

  /** Reads one range of a large file; gives what its stages did. */
  List<StageTally> read(Input file, SplitIndex index, int range) throws IOException {
    return read(List.of(file), range == 0 ? 1 : 0, index, range);
  }

  /**
   * @param counted how many files these are, if all readers are added up
   */
  private List<StageTally> read(List<Input> files, int counted, SplitIndex index, int range)
      throws IOException {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    long bytes = 0;
    try {
      for (Input file : files) {
        bytes += readFile(file, index, range);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    fold.flush();
    for (SiteTally tally : sites.values()) {
      sink.site(tally);
    }
    long allCpu = THREADS.getCurrentThreadCpuTime() - cpu;
    long allWall = System.nanoTime() - wall;
    List<StageTally> tallies = new ArrayList<>();
    tallies.add(
        new StageTally(
            "ReadDumps",
            counted,
            bytes,
            pages,
            payloadBytes,
            Math.max(0, allCpu - segmentNanos),
            allWall));
    tallies.add(
        new StageTally(
            "SegmentPages",
            pages,
            payloadBytes,
            articles + teasers,
            articleBytes,
            segmentNanos,
            allWall));
    return tallies;
  }

  /** Gives the bytes of the file that were read. */
  private long readFile(Input file, SplitIndex index, int range) throws IOException {
    count.reset();
    folder = SiteFolder.name(file.sourceFile());
    long uncoveredBefore = desk.uncoveredBytes();
    long textBefore = desk.textBytes();
    long cutBefore = desk.fieldsCut();
    DumpFile dump = locations.file(file);
    FileLedger ledger =
        index.ranges().isEmpty()
            ? dumps.read(dump, new Records())
            : dumps.read(dump, index, range, new Records());
    sink.ledger(
        row(
            ledger,
            desk.uncoveredBytes() - uncoveredBefore,
            desk.textBytes() - textBefore,
            desk.fieldsCut() - cutBefore),
        ledger.quickHash() == null ? ledger.sha256() : ledger.quickHash().hex());
    if (range == 0) {
      Progress.FILES.increment();
    }
    Progress.BYTES.add(ledger.bytes());
    Progress.ARTICLES.add(count.pages);
    Progress.TEASERS.add(count.teasers);
    return ledger.bytes();
  }

  /** Takes what a file gives. */
  private final class Records implements DumpSink {
    @Override
    public void page(Page page) {
      take(page);
    }

    @Override
    public void rejected(Rejected rejected) {
      sink.rejected(rejected.reason());
      try {
        writeReject(rejected, siteSource.ofFile(rejected.sourceFile()), null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private LedgerPart row(FileLedger ledger, long uncovered, long textBytes, long fieldsCut) {
    FileLedger.Status status = ledger.status();
    boolean isDamagedHere = count.rejected > 0 && status == FileLedger.Status.OK;
    return new LedgerPart(
        ledger.sourceFile(),
        ledger.format(),
        ledger.compression(),
        ledger.bytes(),
        ledger.decompressedBytes(),
        ledger.containerBytes(),
        ledger.payloadBytes(),
        ledger.payloadBytes() - uncovered,
        ledger.rejectedBytes(),
        ledger.sha256(),
        isDamagedHere ? FileLedger.Status.PARTIAL : status,
        ledger.records(),
        count.pages,
        count.teasers,
        ledger.skipped() + count.skipped,
        ledger.rejected() + count.rejected,
        ledger.fieldsCut() + fieldsCut,
        textBytes);
  }

  private void take(Page page) {
    long start = THREADS.getCurrentThreadCpuTime();
    pages++;
    payloadBytes += page.payload().length;
    try {
      desk.take(page, new PageOut());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    segmentNanos += THREADS.getCurrentThreadCpuTime() - start;
  }

  private void writeReject(Rejected reject, String site, Instant fetchedAt) throws IOException {
    spool.write(Tables.REJECTS, RejectRow.of(reject, site, fetchedAt));
  }

  private final class PageOut implements TakePagesApart.Out {
    @Override
    public void article(Annotator.Annotated annotated) throws IOException {
      ArticleRecord article = annotated.article();
      int length = article.article().text().length();
      articles++;
      articleBytes += length;
      if (erasure.covers(article.id(), article.article().url(), article.article().site())) {
        sink.article(Erasure.whatIsLeft(article), annotated.words(), ApplyRules.Removal.SUPPRESSED);
      } else {
        sink.article(article, annotated.words(), rules.breaks(annotated).orElse(null));
      }
    }

    @Override
    public void teasers(Page page, List<Teaser> seen, String site, boolean isFront)
        throws IOException {
      teasers += seen.size();
      List<ContentHash> ids = fold.page(seen, site, page.fetchedAt(), isFront);
      if (!ids.isEmpty()) {
        occurrences.startPage(page, site, isFront);
      }
      for (int i = 0; i < ids.size(); i++) {
        occurrences.write(ids.get(i), seen.get(i));
      }
    }

    @Override
    public void span(Page page, Span span) throws IOException {
      spool.write(
          Tables.SPANS,
          new SpanRow(
              page.sourceFile(),
              page.sourceRecord(),
              (long) span.start(),
              (long) span.end(),
              span.label().stored(),
              span.rule()));
    }

    @Override
    public void rejected(Page page, Rejected rejected, String site) throws IOException {
      if (rejected.reason().outcome() == Reason.Outcome.SKIPPED) {
        count.skipped++;
      } else {
        count.rejected++;
      }
      writeReject(rejected, site, page.fetchedAt());
    }

    @Override
    public void part(Page page, Rejected part, String site) throws IOException {
      writeReject(part, site, page.fetchedAt());
    }

    @Override
    public void page(String site, boolean hasArticle, int teaserCount) {
      count.pages += hasArticle ? 1 : 0;
      count.teasers += teaserCount;
      if (site != null) {
        sites.merge(
            site,
            new SiteTally(site, 1, hasArticle ? 1 : 0, teaserCount, null, folder, null),
            SiteTally::plus);
      }
    }
  }
}
