package org.copydesk.pipeline.grouping;

import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;

/**
 * A step: what was sent on its lane, grouped in buckets and worked on. Refused when the graph is
 * built where nothing was sent on the lane.
 */
public final class Step<T> extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final Lane<T> lane;
  private final BlockRoute route;
  private final BucketWorker<T, byte[]> worker;
  private final List<Lane<?>> onwards;

  private Step(
      Lane<T> lane, BlockRoute route, BucketWorker<T, byte[]> worker, List<Lane<?>> onwards) {
    this.lane = lane;
    this.route = route;
    this.worker = worker;
    this.onwards = onwards;
  }

  /**
   * @param onwards lanes on which the worker sends
   */
  public static <T> Step<T> on(
      Lane<T> lane, BlockRoute route, BucketWorker<T, byte[]> worker, Lane<?>... onwards) {
    return new Step<>(lane, route, worker, List.of(onwards));
  }

  @Override
  public Sent expand(Sent sources) {
    PCollectionTuple worked =
        sources.blocksOf(lane).apply(GroupInBuckets.of(lane, route, worker, onwards));
    return Sent.of(worked, onwards, GroupInBuckets.results(), GroupInBuckets.tallies());
  }
}
