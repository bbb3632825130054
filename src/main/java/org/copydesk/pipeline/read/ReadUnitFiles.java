package org.copydesk.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.StageTally;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.Suppression;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.copies.SendArticle;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.pages.Annotator;
import org.copydesk.pipeline.pages.ApplyRules;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.pages.RemovedRows;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.teasers.OccurrenceSpool;
import org.copydesk.pipeline.teasers.RewriteOccurrences;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.PartSpool;
import org.copydesk.pipeline.work.Progress;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.segment.SiteModels;
import org.copydesk.storage.Storage;
import org.copydesk.text.ArticleWords;

/**
 * Reads units of dump files and takes their pages apart, in one step: between two steps the direct
 * runner holds all that an element gave, and a dump may give gigabytes. What travels on is packed
 * into blocks here for the same reason.
 */
final class ReadUnitFiles extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
  private static final long serialVersionUID = 1;

  public static final TupleTag<byte[]> REPORTS = new TupleTag<>("reports") {};

  /** Names of spools of occurrences, by the group that rewrites them. */
  public static final TupleTag<KV<Integer, byte[]>> OCCURRENCES = new TupleTag<>("occurrences") {};

  private final Storage work;
  private final Locations locations;
  private final BlockRoute route;
  private final BuildSettings settings;
  private final ReadLanes lanes;
  private final PageReaders readers;
  private final int units;
  private final boolean learns;
  private final SideFile suppressed;
  private final Unreadable unreadable;
  private transient LanePackers packers;
  private transient SpreadKeys keys;
  private transient DumpReader dumps;
  private transient DumpSettings bounds;
  private transient Annotator annotator;
  private transient ApplyRules rules;
  private transient SendArticle articles;
  private transient TakePagesApart.Reader pages;

  /**
   * @param units numbers of units, which are keyed by {@link SpreadKeys}
   * @param learns whether each unit is told what the sites are
   * @param suppressed list of what must not be in the corpus; null where there is none
   */
  ReadUnitFiles(
      Storage work,
      Locations locations,
      BlockRoute route,
      BuildSettings settings,
      ReadLanes lanes,
      PageReaders readers,
      int units,
      boolean learns,
      SideFile suppressed,
      Unreadable unreadable) {
    this.work = work;
    this.locations = locations;
    this.route = route;
    this.settings = settings;
    this.lanes = lanes;
    this.readers = readers;
    this.units = units;
    this.learns = learns;
    this.suppressed = suppressed;
    this.unreadable = unreadable;
  }

  @Setup
  public void setUp() throws IOException {
    packers = new LanePackers(route, lanes.all());
    keys = route.keys(units);
    bounds = settings.dumps();
    dumps = new DumpReader(bounds, unreadable);
    annotator = new Annotator(settings);
    rules = new ApplyRules(suppression(), settings.rules());
    articles = new SendArticle(lanes.articles(), lanes.copies(), settings.duplicates());
  }

  private Suppression suppression() throws IOException {
    return suppressed == null
        ? Suppression.NONE
        : Suppression.read(new ByteArrayInputStream(suppressed.read(work)));
  }

  /** Reads with what was learned; read once, as it is the same for all units. */
  private void learned(SideFile models) throws IOException {
    if (pages == null) {
      pages =
          readers.with(models == null ? SiteModels.NONE : SiteModels.fromBytes(models.read(work)));
    }
  }

  @ProcessElement
  public void read(@Element KV<Integer, Iterable<byte[]>> units, MultiOutputReceiver out)
      throws IOException {
    Progress.at(Progress.Step.READ);
    List<UnitWord.Read> told = new ArrayList<>();
    boolean isLearned = false;
    for (byte[] each : units.getValue()) {
      UnitWord word = UnitWord.decode(each);
      if (word instanceof UnitWord.Learned sites) {
        learned(sites.models());
        isLearned = true;
      } else if (word instanceof UnitWord.Read unit) {
        told.add(unit);
      }
    }
    if (learns != isLearned) {
      throw new IllegalStateException("units came without what was learned of their sites");
    }
    learned(null);
    for (UnitWord.Read unit : told) {
      read(unit, keys.numberOf(units.getKey()), out);
    }
  }

  /**
   * @param number the unit's, or that of the part of it that is to be read
   */
  private void read(UnitWord.Read told, int number, MultiOutputReceiver out) throws IOException {
    DumpUnit unit = UnitList.unitAt(work, told.place());
    SplitIndex index = IndexDumps.read(work, told);
    TakePagesApart desk =
        new TakePagesApart(pages, annotator, settings.spans(), bounds.maxFieldChars());
    // The buckets of articles write parts of the table of removed ones too, with numbers from 0.
    int removedNumber = lanes.articles().buckets() + number;
    try (PartSpool spool = new PartSpool(work, settings, number);
        PartSpool removed = new PartSpool(work, settings, removedNumber);
        OccurrenceSpool occurrences = new OccurrenceSpool(work, number)) {
      UnitWork reader =
          new UnitWork(
              locations,
              dumps,
              desk,
              rules,
              (article, why) ->
                  removed.write(
                      Tables.REMOVED, RemovedRows.byRule(article, why, settings.keepRemovedText())),
              spool,
              occurrences,
              settings.siteSource(),
              new Sending(out));
      List<StageTally> tallies =
          index.ranges().isEmpty()
              ? reader.read(unit)
              : reader.read(unit.files().get(0), index, number - unit.number());
      List<PartResult> parts = new ArrayList<>(spool.finish());
      parts.addAll(removed.finish());
      out.get(REPORTS).output(new BuildResults(parts, tallies).encode());
      out.get(REPORTS).output(packers.flush(out));
      OccurrenceSpool.Written spooled = occurrences.finish();
      if (spooled != null) {
        out.get(OCCURRENCES)
            .output(
                KV.of(
                    RewriteOccurrences.groupOf(number), RewriteOccurrences.spool(number, spooled)));
      }
    }
  }

  /** Packs what a unit gives. */
  private final class Sending implements UnitWork.Sink {
    private final MultiOutputReceiver out;

    Sending(MultiOutputReceiver out) {
      this.out = out;
      articles.start();
    }

    @Override
    public void article(ArticleRecord article, ArticleWords words) {
      articles.send(article, words, this::send);
    }

    @Override
    public void teaser(DistinctTeaser teaser) {
      send(lanes.teasers(), teaser);
    }

    @Override
    public void ledger(LedgerPart part) {
      send(lanes.ledger(), part);
    }

    @Override
    public void site(SiteTally tally) {
      send(lanes.sites(), tally);
    }

    private <T> void send(Lane<T> lane, T record) {
      packers.send(lane, record, out);
    }
  }

  @Teardown
  public void tearDown() throws IOException {
    packers.close();
  }
}
