package org.copydesk.pipeline.sites;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.segment.SiteModels;
import org.copydesk.storage.Storage;

/** What was learned of the sites when the epoch began; words tell every unit, as if it were new. */
public final class RecallSites extends PTransform<PBegin, Told> {
  private static final long serialVersionUID = 1;

  private final Storage work;
  private final BlockRoute route;
  private final Lane<SiteTally> sites;
  private final int units;
  private final SideFile models;

  private RecallSites(
      Storage work, BlockRoute route, Lane<SiteTally> sites, int units, SideFile models) {
    this.work = work;
    this.route = route;
    this.sites = sites;
    this.units = units;
    this.models = models;
  }

  /**
   * @param models file of the epoch's models, in the work folder
   * @param units how many are told
   */
  public static RecallSites from(
      SideFile models, Storage work, BlockRoute route, Lane<SiteTally> sites, int units) {
    return new RecallSites(work, route, sites, units, models);
  }

  @Override
  public Told expand(PBegin begin) {
    ByteWriter file = new ByteWriter();
    models.encode(file);
    PCollectionTuple recalled =
        begin
            .getPipeline()
            .apply("Name models", Create.of(file.toByteArray()).withCoder(ByteArrayCoder.of()))
            .apply(
                "Recall sites",
                ParDo.of(new RecallFn(work, route, sites, units))
                    .withOutputTags(
                        LearnSites.REPORTS,
                        LanePackers.tags(List.of(sites)).and(LearnSites.LEARNED)));
    return new Told(
        recalled.get(LearnSites.LEARNED).setCoder(GroupInBuckets.blockCoder()),
        Sent.of(recalled, List.of(sites), LearnSites.REPORTS));
  }

  private static final class RecallFn extends DoFn<byte[], byte[]> {
    private static final long serialVersionUID = 1;

    private final Storage work;
    private final BlockRoute route;
    private final Lane<SiteTally> sites;
    private final int units;
    private transient LanePackers packers;

    RecallFn(Storage work, BlockRoute route, Lane<SiteTally> sites, int units) {
      this.work = work;
      this.route = route;
      this.sites = sites;
      this.units = units;
    }

    @Setup
    public void setUp() {
      packers = new LanePackers(route, List.of(sites));
    }

    @ProcessElement
    public void recall(@Element byte[] named, MultiOutputReceiver out) throws IOException {
      SideFile file = SideFile.decode(new ByteReader(named));
      LearnSites.tell(SiteModels.fromBytes(file.read(work)), file, sites, units, packers, out);
    }

    @Teardown
    public void tearDown() throws IOException {
      packers.close();
    }
  }
}
