package org.copydesk.pipeline.sites;

import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.bucket.Lane;
import org.copydesk.dump.source.Unreadable;
import org.copydesk.model.SiteTally;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.grouping.Told;
import org.copydesk.pipeline.read.ListUnits;
import org.copydesk.pipeline.storage.Locations;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.storage.Storage;

/**
 * Units of a bounded sample in, what was learned of the sites out; words tell every unit that it
 * may be read, and with which models.
 */
public final class LearnFromSamples extends PTransform<PBegin, Told> {
  private static final long serialVersionUID = 1;

  private final SampleSites sample;
  private final LearnSites learn;
  private final Lane<SiteTally> sites;
  private final BlockRoute route;
  private final List<Long> places;

  private LearnFromSamples(
      SampleSites sample,
      LearnSites learn,
      Lane<SiteTally> sites,
      BlockRoute route,
      List<Long> places) {
    this.sample = sample;
    this.learn = learn;
    this.sites = sites;
    this.route = route;
    this.places = places;
  }

  /**
   * @param places where each unit of the sample starts in the work folder's listing
   * @param units how many are told what was learned
   */
  public static LearnFromSamples at(
      List<Long> places,
      Storage work,
      Locations locations,
      BlockRoute route,
      BuildSettings settings,
      Lane<SiteTally> sites,
      int units,
      Unreadable unreadable) {
    return new LearnFromSamples(
        new SampleSites(work, locations, settings, unreadable, places.size()),
        new LearnSites(work, route, sites, units),
        sites,
        route,
        places);
  }

  @Override
  public Told expand(PBegin begin) {
    PCollectionTuple learned =
        ListUnits.numbered(begin.getPipeline(), "List samples", places)
            .apply("Spread samples", ParDo.of(new SpreadKeys.Spread<>(route, places.size())))
            .setCoder(KvCoder.of(VarIntCoder.of(), VarLongCoder.of()))
            .apply("Gather units to sample", GroupByKey.create())
            .apply("Sample sites", ParDo.of(sample))
            .setCoder(ByteArrayCoder.of())
            .apply(
                "Samples to one place",
                WithKeys.<Integer, byte[]>of(0).withKeyType(TypeDescriptors.integers()))
            .setCoder(GroupInBuckets.blockCoder())
            .apply("Gather samples", GroupByKey.create())
            .apply(
                "Learn sites",
                ParDo.of(learn)
                    .withOutputTags(
                        LearnSites.REPORTS,
                        LanePackers.tags(List.of(sites)).and(LearnSites.LEARNED)));
    return new Told(
        learned.get(LearnSites.LEARNED).setCoder(GroupInBuckets.blockCoder()),
        Sent.of(learned, List.of(sites), LearnSites.REPORTS));
  }
}
