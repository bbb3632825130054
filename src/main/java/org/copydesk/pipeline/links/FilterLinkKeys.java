package org.copydesk.pipeline.links;

import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.grouping.BlockMessage;
import org.copydesk.pipeline.grouping.BlockRoute;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.grouping.Sent;
import org.copydesk.pipeline.grouping.StepResults;
import org.copydesk.storage.Storage;

/**
 * The keys of folded teasers in, a word to every bucket of articles out: which file is their
 * filter. Most keys of articles are no teaser's, and what is not sent is not grouped.
 */
public final class FilterLinkKeys extends PTransform<Sent, Sent> {
  private static final long serialVersionUID = 1;

  private final LinkLanes lanes;
  private final Lane<?> articles;
  private final BlockRoute route;
  private final Storage work;
  private final long dumpBytes;

  private FilterLinkKeys(
      LinkLanes lanes, Lane<?> articles, BlockRoute route, Storage work, long dumpBytes) {
    this.lanes = lanes;
    this.articles = articles;
    this.route = route;
    this.work = work;
    this.dumpBytes = dumpBytes;
  }

  /**
   * @param articles whose buckets are told
   * @param dumpBytes of the dumps, decompressed
   */
  public static FilterLinkKeys forBucketsOf(
      Lane<?> articles, LinkLanes lanes, BlockRoute route, Storage work, long dumpBytes) {
    return new FilterLinkKeys(lanes, articles, route, work, dumpBytes);
  }

  @Override
  public Sent expand(Sent teasers) {
    PCollection<byte[]> built =
        teasers
            .onto(lanes.keyLogs())
            .apply(
                "Build filter",
                StepResults.on(lanes.keyLogs(), route, new BuildKeyFilter(work, dumpBytes)))
            .get(GroupInBuckets.results());
    PCollection<byte[]> reports =
        built
            .apply(
                "Report of the filter",
                MapElements.into(TypeDescriptor.of(byte[].class)).via(BuildKeyFilter::report))
            .setCoder(ByteArrayCoder.of());
    int buckets = articles.buckets();
    PCollection<KV<Integer, byte[]>> words =
        built.apply(
            "Tell all articles",
            FlatMapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptors.integers(), TypeDescriptor.of(byte[].class)))
                .via(
                    filter ->
                        IntStream.range(0, buckets)
                            .mapToObj(
                                bucket ->
                                    KV.of(bucket, BlockMessage.word(BuildKeyFilter.word(filter))))
                            .toList()));
    return Sent.blocks(articles, words).and(Sent.reports(reports));
  }
}
