package org.copydesk.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.bucket.BlockPacker;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.StageTally;
import org.copydesk.corpus.Storage;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.Suppression;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.LedgerPart;
import org.copydesk.model.SiteTally;
import org.copydesk.model.TeaserSighting;
import org.copydesk.text.ArticleWords;

/**
 * Reads units of dump files and takes their pages apart, in one step: between two steps the direct
 * runner holds all that an element gave, and a dump may give gigabytes. What travels on is packed
 * into blocks here for the same reason.
 */
final class ReadDumps extends DoFn<KV<Integer, Iterable<Long>>, byte[]> {
  private static final long serialVersionUID = 1;

  static final TupleTag<byte[]> REPORTS = new TupleTag<>("reports") {};
  static final TupleTag<KV<Integer, byte[]>> ARTICLES = new TupleTag<>("articles") {};
  static final TupleTag<KV<Integer, byte[]>> TEASERS = new TupleTag<>("teasers") {};
  static final TupleTag<KV<Integer, byte[]>> LEDGER = new TupleTag<>("ledger") {};
  static final TupleTag<KV<Integer, byte[]>> SITES = new TupleTag<>("sites") {};

  /** Shares of the packing memory: articles carry nearly all bytes. */
  private static final long ARTICLE_SHARE = GroupInBuckets.PACKING_BYTES * 3 / 4;

  private static final long OTHER_SHARE = GroupInBuckets.PACKING_BYTES / 12;

  private final Storage work;
  private final Locations locations;
  private final BlockShipper.Route route;
  private final BuildSettings settings;
  private final Buckets buckets;
  private transient BlockShipper shipper;
  private transient BlockPacker<ArticleRecord> articles;
  private transient BlockPacker<TeaserSighting> teasers;
  private transient BlockPacker<LedgerPart> ledger;
  private transient BlockPacker<SiteTally> sites;
  private transient DumpReader dumps;
  private transient PageReader pages;
  private transient Annotator annotator;
  private transient ApplyRules rules;

  ReadDumps(
      Storage work,
      Locations locations,
      BlockShipper.Route route,
      BuildSettings settings,
      Buckets buckets) {
    this.work = work;
    this.locations = locations;
    this.route = route;
    this.settings = settings;
    this.buckets = buckets;
  }

  @Setup
  public void setUp() throws IOException {
    shipper = route.open();
    articles = packer(new ArticleCodec(), buckets.articles(), ARTICLE_SHARE);
    teasers = packer(new TeaserCodec(), buckets.teasers(), OTHER_SHARE);
    ledger = packer(new LedgerCodec(), buckets.ledger(), OTHER_SHARE);
    sites = packer(new SiteCodec(), buckets.sites(), OTHER_SHARE);
    dumps = new DumpReader(DumpSettings.defaults().withSegment(settings.segment()));
    pages = new PageReader();
    annotator = new Annotator(settings);
    rules = new ApplyRules(suppression(), settings.rules());
  }

  private Suppression suppression() throws IOException {
    if (!work.exists(WorkNames.SUPPRESSED)) {
      return Suppression.NONE;
    }
    try (InputStream in = work.open(WorkNames.SUPPRESSED)) {
      return Suppression.read(in);
    }
  }

  private static <T> BlockPacker<T> packer(RecordCodec<T> codec, int buckets, long bytes) {
    return new BlockPacker<>(codec, buckets, bytes);
  }

  @ProcessElement
  public void read(@Element KV<Integer, Iterable<Long>> units, MultiOutputReceiver out)
      throws IOException {
    for (long place : units.getValue()) {
      read(unitAt(place), out);
    }
  }

  private DumpUnit unitAt(long place) throws IOException {
    try (InputStream in = work.open(WorkNames.INPUTS)) {
      in.skipNBytes(place);
      byte[] length = in.readNBytes(4);
      int bytes =
          (length[0] & 0xFF) << 24
              | (length[1] & 0xFF) << 16
              | (length[2] & 0xFF) << 8
              | (length[3] & 0xFF);
      return DumpUnit.decode(in.readNBytes(bytes));
    }
  }

  private void read(DumpUnit unit, MultiOutputReceiver out) throws IOException {
    BlockPacker.BlockSink articleBlocks = sink(ARTICLES, out);
    BlockPacker.BlockSink teaserBlocks = sink(TEASERS, out);
    BlockPacker.BlockSink ledgerBlocks = sink(LEDGER, out);
    BlockPacker.BlockSink siteBlocks = sink(SITES, out);
    PartSpool spool = new PartSpool(work, settings, unit.number());
    // The buckets of articles write parts of the same table, with numbers from 0.
    PartSpool removed = new PartSpool(work, settings, buckets.articles() + unit.number());
    PageDesk desk = new PageDesk(pages, annotator, settings.spans());
    UnitReader reader =
        new UnitReader(
            locations,
            dumps,
            desk,
            rules,
            (article, why) ->
                removed.write(
                    Tables.REMOVED, RemovedRow.byRule(article, why, settings.keepRemovedText())),
            spool,
            new UnitReader.Sink() {
              @Override
              public void article(ArticleRecord article, ArticleWords words) throws IOException {
                articles.add(article, articleBlocks);
              }

              @Override
              public void teaser(TeaserSighting sighting) throws IOException {
                teasers.add(sighting, teaserBlocks);
              }

              @Override
              public void ledger(LedgerPart part) throws IOException {
                ledger.add(part, ledgerBlocks);
              }

              @Override
              public void site(SiteTally tally) throws IOException {
                sites.add(tally, siteBlocks);
              }
            });
    List<StageTally> tallies = reader.read(unit);
    articles.flush(articleBlocks);
    teasers.flush(teaserBlocks);
    ledger.flush(ledgerBlocks);
    sites.flush(siteBlocks);
    List<PartResult> parts = new ArrayList<>(spool.finish());
    parts.addAll(removed.finish());
    out.get(REPORTS).output(new BuildResults(parts, tallies).encode());
  }

  private BlockPacker.BlockSink sink(TupleTag<KV<Integer, byte[]>> tag, MultiOutputReceiver out) {
    return (bucket, block) -> out.get(tag).output(KV.of(bucket, shipper.ship(block)));
  }

  @Teardown
  public void tearDown() throws IOException {
    shipper.close();
  }
}
