package org.copydesk.pipeline.read;

import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.StageTally;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.LanePackers;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.SpreadKeys;
import org.copydesk.pipeline.grouping.Told;

/**
 * Words of units in, all that is read in them out; words tell where occurrences of teasers are
 * spooled.
 */
public final class ReadUnits extends PTransform<PCollection<KV<Integer, byte[]>>, Told> {
  /** The stage that tells of units that are not read, as the cache has what they came to. */
  public static final String REUSE = "ReuseUnits";

  /** The stage that tells of units that were read to hold them against the cache. */
  public static final String CHECK = "CheckUnits";

  /** Below the work folder, for what such units write. */
  public static final String CHECK_FOLDER = "check";

  private static final long serialVersionUID = 1;

  private final ReadUnitFiles read;
  private final ReadLanes lanes;
  private final BlockRoute route;
  private final int count;

  private ReadUnits(ReadUnitFiles read, ReadLanes lanes, BlockRoute route, int count) {
    this.read = read;
    this.lanes = lanes;
    this.route = route;
    this.count = count;
  }

  /**
   * @param count numbers of units
   * @param learns whether each unit is told what the sites are
   */
  public static ReadUnits with(
      Reading with, BlockRoute route, ReadLanes lanes, int count, boolean learns) {
    ReadUnitFiles read = new ReadUnitFiles(with, route, lanes, count, learns);
    return new ReadUnits(read, lanes, route, count);
  }

  /** How many files were not read, as the cache has what they came to. */
  public static long reusedFiles(BuildResults results) {
    return results.stages().stream()
        .filter(stage -> stage.stage().equals(REUSE))
        .mapToLong(StageTally::recordsIn)
        .sum();
  }

  @Override
  public Told expand(PCollection<KV<Integer, byte[]>> units) {
    PCollectionTuple read =
        units
            // A key a unit: threads take the next one when they are free, a cluster deals them out.
            .apply("Spread units", ParDo.of(new SpreadKeys.Spread<>(route, count)))
            .setCoder(GroupInBuckets.blockCoder())
            .apply("Gather units", GroupByKey.create())
            .apply(
                "Read dumps",
                ParDo.of(this.read)
                    .withOutputTags(
                        ReadUnitFiles.REPORTS,
                        LanePackers.tags(lanes.all()).and(ReadUnitFiles.OCCURRENCES)));
    return new Told(
        read.get(ReadUnitFiles.OCCURRENCES).setCoder(GroupInBuckets.blockCoder()),
        Sent.of(read, lanes.all(), ReadUnitFiles.REPORTS));
  }
}
