package org.copydesk.pipeline.sites;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.BuildResults;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.read.UnitWord;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.StageClock;
import org.copydesk.pipeline.work.WorkNames;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.copydesk.storage.Storage;

/**
 * All samples in, one file of site models out, and a word to every unit that it is there: units are
 * read when all of their group has come, so no page waits. Memory: a sample of {@link
 * SiteSample#MOST_PAGES} pages in small, and what the learner makes of it.
 */
final class LearnSites extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
  private static final long serialVersionUID = 1;

  public static final TupleTag<byte[]> REPORTS = new TupleTag<>("learned reports") {};
  public static final TupleTag<KV<Integer, byte[]>> LEARNED = new TupleTag<>("learned") {};

  private final Storage work;
  private final BlockRoute route;
  private final Lane<SiteTally> sites;
  private final int units;
  private transient LanePackers packers;

  /**
   * @param units how many are to be told
   */
  LearnSites(Storage work, BlockRoute route, Lane<SiteTally> sites, int units) {
    this.work = work;
    this.route = route;
    this.sites = sites;
    this.units = units;
  }

  /** What travels for a sample. */
  static byte[] sample(SideFile sample, byte[] report) {
    ByteWriter out = new ByteWriter();
    sample.encode(out);
    return out.putBlob(report).toByteArray();
  }

  @Setup
  public void setUp() {
    packers = new LanePackers(route, List.of(sites));
  }

  @ProcessElement
  public void learn(@Element KV<Integer, Iterable<byte[]>> samples, MultiOutputReceiver out)
      throws IOException {
    StageClock clock = new StageClock("LearnSites");
    TreeMap<String, SideFile> files = new TreeMap<>();
    for (byte[] each : samples.getValue()) {
      ByteReader in = new ByteReader(each);
      SideFile sample = SideFile.decode(in);
      files.put(sample.name(), sample);
      out.get(REPORTS).output(in.getBlob());
    }
    SiteSample all = new SiteSample();
    for (SideFile sample : files.values()) {
      all.merge(SiteSample.fromBytes(sample.read(work)));
    }
    SiteModels models = SiteModels.learn(all);
    // Run again after a worker was lost it learns the same, and readers may have the file open.
    SideFile written =
        SideFile.write(work, WorkNames.SITE_MODELS + "-" + UUID.randomUUID(), models.toBytes());
    clock.out(models.models().size(), 0);
    out.get(REPORTS).output(BuildResults.report(List.of(), clock.tally()));
    tell(models, written, sites, units, packers, out);
  }

  /** Sends what was learned to the rows of the sites, and tells every unit where it lies. */
  static void tell(
      SiteModels models,
      SideFile written,
      Lane<SiteTally> sites,
      int units,
      LanePackers packers,
      MultiOutputReceiver out)
      throws IOException {
    for (SiteModel model : models.models()) {
      SiteTally tally =
          new SiteTally(model.name(), 0, 0, 0, model.json(), null, model.layout().isChanged());
      packers.send(sites, tally, out);
    }
    out.get(REPORTS).output(packers.flush(out));
    out.get(REPORTS).output(BuildResults.side(WorkNames.SITE_MODELS, written.sha256()));
    byte[] learned = new UnitWord.Learned(written).encode();
    for (int unit = 0; unit < units; unit++) {
      out.get(LEARNED).output(KV.of(unit, learned));
    }
  }

  @Teardown
  public void tearDown() throws IOException {
    packers.close();
  }
}
