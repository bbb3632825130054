package org.copydesk.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.corpus.BuildResults;
import org.copydesk.corpus.Storage;

/** The flow of a build: units of dump files in, parts of tables and one file of results out. */
final class BuildGraph {
  private BuildGraph() {}

  /**
   * Adds the flow to a pipeline.
   *
   * @param unitPlaces where each unit starts in the work folder's listing
   * @param locations opens the inputs
   */
  static void build(
      Pipeline pipeline,
      List<Long> unitPlaces,
      Storage work,
      Locations locations,
      BlockShipper.Route route,
      BuildSettings settings,
      Buckets buckets) {
    PCollectionTuple read =
        pipeline
            .apply("List units", Create.of(numbered(unitPlaces)).withCoder(unitCoder()))
            // A key a unit: every worker takes the next one when it is free.
            .apply("Spread units", GroupByKey.create())
            .apply(
                "Read dumps",
                ParDo.of(new ReadDumps(work, locations, route, settings, buckets))
                    .withOutputTags(
                        ReadDumps.REPORTS,
                        TupleTagList.of(ReadDumps.ARTICLES)
                            .and(ReadDumps.TEASERS)
                            .and(ReadDumps.LEDGER)
                            .and(ReadDumps.SITES)));
    PCollectionList.of(read.get(ReadDumps.REPORTS).setCoder(ByteArrayCoder.of()))
        .and(
            group(
                "Keep articles once",
                read,
                ReadDumps.ARTICLES,
                new ArticleCodec(),
                route,
                new WriteArticles(work, settings, route.spillFolder())))
        .and(
            group(
                "Keep teasers once",
                read,
                ReadDumps.TEASERS,
                new TeaserCodec(),
                route,
                new WriteTeasers(work, settings)))
        .and(
            group(
                "Write ledger",
                read,
                ReadDumps.LEDGER,
                new LedgerCodec(),
                route,
                new WriteLedger(work, settings)))
        .and(
            group(
                "Write sites",
                read,
                ReadDumps.SITES,
                new SiteCodec(),
                route,
                new WriteSites(work, settings)))
        .apply("All reports", Flatten.pCollections())
        .apply("To one place", WithKeys.<Integer, byte[]>of(0).withKeyType(integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("Gather reports", GroupByKey.create())
        .apply("Write results", ParDo.of(new WriteResults(work)));
  }

  private static org.apache.beam.sdk.values.TypeDescriptor<Integer> integers() {
    return org.apache.beam.sdk.values.TypeDescriptors.integers();
  }

  private static <T> PCollection<byte[]> group(
      String name,
      PCollectionTuple read,
      TupleTag<KV<Integer, byte[]>> tag,
      RecordCodec<T> codec,
      BlockShipper.Route route,
      BucketWorker<T, byte[]> worker) {
    return read.get(tag)
        .setCoder(GroupInBuckets.blockCoder())
        .apply(name, GroupInBuckets.by(codec, 1, route).work(worker, ByteArrayCoder.of()));
  }

  private static KvCoder<Integer, Long> unitCoder() {
    return KvCoder.of(VarIntCoder.of(), VarLongCoder.of());
  }

  private static List<KV<Integer, Long>> numbered(List<Long> places) {
    return java.util.stream.IntStream.range(0, places.size())
        .mapToObj(i -> KV.of(i, places.get(i)))
        .toList();
  }

  /** Writes all reports to one file, under a name of its own first: it may run twice. */
  private static final class WriteResults extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1;

    private final Storage work;

    WriteResults(Storage work) {
      this.work = work;
    }

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<byte[]>> reports) throws IOException {
      String fresh = WorkNames.RESULTS + "-" + UUID.randomUUID();
      try (OutputStream out = work.create(fresh)) {
        out.write(BuildResults.of(reports.getValue()).encode());
      }
      work.rename(fresh, WorkNames.RESULTS);
    }
  }
}
