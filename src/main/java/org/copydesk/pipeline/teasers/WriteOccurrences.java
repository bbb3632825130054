package org.copydesk.pipeline.teasers;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.grouping.StepResults;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.storage.Storage;

/**
 * Moves of teasers in, the table of occurrences out. Occurrences are too many to be grouped: they
 * lie in spools, and only the spools' names and that of one file of moves meet.
 */
public final class WriteOccurrences extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final PCollection<KV<Integer, byte[]>> spools;
  private final int units;
  private final TeaserLanes lanes;
  private final BlockRoute route;
  private final Storage work;
  private final BuildSettings settings;

  private WriteOccurrences(
      PCollection<KV<Integer, byte[]>> spools,
      int units,
      TeaserLanes lanes,
      BlockRoute route,
      Storage work,
      BuildSettings settings) {
    this.spools = spools;
    this.units = units;
    this.lanes = lanes;
    this.route = route;
    this.work = work;
    this.settings = settings;
  }

  /**
   * @param spools names of the spools, by the group that rewrites them
   * @param units numbers of units that are read
   */
  public static WriteOccurrences from(
      PCollection<KV<Integer, byte[]>> spools,
      int units,
      TeaserLanes lanes,
      BlockRoute route,
      Storage work,
      BuildSettings settings) {
    return new WriteOccurrences(spools, units, lanes, route, work, settings);
  }

  @Override
  public Sent expand(Sent moves) {
    int count = units; // a function that travels must not hold the transform
    PCollectionTuple written =
        moves
            .onto(lanes.moves())
            .apply("Write moves", StepResults.on(lanes.moves(), route, new WriteMoves(work)));
    PCollection<KV<Integer, byte[]>> told =
        written
            .get(GroupInBuckets.results())
            .apply(
                "Tell all groups",
                FlatMapElements.into(
                        TypeDescriptors.kvs(
                            TypeDescriptors.integers(), TypeDescriptor.of(byte[].class)))
                    .via(moved -> RewriteOccurrences.toEveryGroup(moved, count)))
            .setCoder(GroupInBuckets.blockCoder());
    Sent rewritten =
        Sent.reports(
            PCollectionList.of(spools)
                .and(told)
                .apply("Occurrences and moves", Flatten.pCollections())
                .apply(
                    "Spread occurrences",
                    ParDo.of(new SpreadKeys.Spread<>(route, RewriteOccurrences.groups(units))))
                .setCoder(GroupInBuckets.blockCoder())
                .apply("Group occurrences", GroupByKey.create())
                .apply(
                    "Rewrite occurrences",
                    ParDo.of(
                        new RewriteOccurrences(
                            work,
                            settings,
                            route.spillFolder(),
                            route.memory() == null ? null : route.memory().store())))
                .setCoder(ByteArrayCoder.of()));
    return rewritten.and(Sent.reports(written.get(GroupInBuckets.tallies())));
  }
}
