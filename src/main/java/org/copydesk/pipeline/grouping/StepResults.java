package org.copydesk.pipeline.grouping;

import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;

/**
 * A {@link Step} that sends on no lane and whose results are what others are told; reports are the
 * {@link GroupInBuckets#tallies}.
 */
public final class StepResults<T> extends PTransform<Sent, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final Lane<T> lane;
  private final BlockRoute route;
  private final BucketWorker<T, byte[]> worker;

  private StepResults(Lane<T> lane, BlockRoute route, BucketWorker<T, byte[]> worker) {
    this.lane = lane;
    this.route = route;
    this.worker = worker;
  }

  /** What the worker makes of the lane's buckets. */
  public static <T> StepResults<T> on(
      Lane<T> lane, BlockRoute route, BucketWorker<T, byte[]> worker) {
    return new StepResults<>(lane, route, worker);
  }

  @Override
  public PCollectionTuple expand(Sent sources) {
    return sources.blocksOf(lane).apply(GroupInBuckets.of(lane, route, worker, List.of()));
  }
}
