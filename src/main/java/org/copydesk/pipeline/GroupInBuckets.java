package org.copydesk.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.copydesk.bucket.BlockPacker;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;

/**
 * Groups records at 0.7 µs of CPU each instead of the 6-7 µs (Flink) or 3-5 ms a key (direct) that
 * Beam's own GroupByKey takes: records are packed into blocks a hash bucket, the blocks are grouped
 * by bucket, and each bucket goes to plain code, sorted.
 *
 * <pre>{@code
 * sightings.apply("Group by teaser",
 *     GroupInBuckets.by(new TeaserCodec(), 64, route).to(new TeaserFold(), ByteArrayCoder.of()))
 * }</pre>
 *
 * <p>Memory: {@link #PACKING_BYTES} where records are packed, {@link #BUCKET_BYTES} and what {@link
 * BucketSorter} adds where a bucket is worked on; a larger bucket is sorted through files.
 */
final class GroupInBuckets<E, T, R> extends PTransform<PCollection<E>, PCollection<R>> {
  private static final long serialVersionUID = 1;

  /** What all buffers of one packing worker hold. */
  static final long PACKING_BYTES = 32L << 20;

  /** What a bucket holds before it is sorted through files. */
  static final long BUCKET_BYTES = 64L << 20;

  /**
   * Makes records of an element, where they are packed: between two steps the direct runner holds
   * all that a bundle gave, so many records must not be elements of their own.
   */
  interface Records<E, T> extends java.io.Serializable {
    /** Gives the records of {@code element} one by one. */
    void of(E element, java.util.function.Consumer<T> out);
  }

  private final Records<E, T> records;
  private final RecordCodec<T> codec;
  private final int buckets;
  private final BlockShipper.Route route;
  private final Work<T, R> work;

  private GroupInBuckets(
      Records<E, T> records,
      RecordCodec<T> codec,
      int buckets,
      BlockShipper.Route route,
      Work<T, R> work) {
    this.records = records;
    this.codec = codec;
    this.buckets = buckets;
    this.route = route;
    this.work = work;
  }

  /** Where grouping starts: how records travel, and into how many buckets. */
  static <T> Grouping<T> by(RecordCodec<T> codec, int buckets, BlockShipper.Route route) {
    return new Grouping<>(codec, buckets, route);
  }

  /** A grouping that waits for what is done with a bucket. */
  record Grouping<T>(RecordCodec<T> codec, int buckets, BlockShipper.Route route) {
    <R> GroupInBuckets<T, T, R> to(BucketWorker<T, R> worker, Coder<R> results) {
      return to((record, out) -> out.accept(record), worker, results);
    }

    /** For elements that stand for many records. */
    <E, R> GroupInBuckets<E, T, R> to(
        Records<E, T> records, BucketWorker<T, R> worker, Coder<R> results) {
      return new GroupInBuckets<>(records, codec, buckets, route, work(worker, results));
    }

    private <R> Work<T, R> work(BucketWorker<T, R> worker, Coder<R> results) {
      return new Work<>(codec, buckets, route, worker, results, List.of());
    }
  }

  /**
   * For blocks that other stages packed.
   *
   * @param lanes on which the worker sends records to later groupings
   */
  static <T> Work<T, byte[]> work(
      Lane<T> lane, BlockShipper.Route route, BucketWorker<T, byte[]> worker, List<Lane<?>> lanes) {
    return new Work<>(lane.codec(), lane.buckets(), route, worker, ByteArrayCoder.of(), lanes);
  }

  /** The output of a worker's results. */
  static <R> TupleTag<R> results() {
    return new TupleTag<>("results");
  }

  /** The output of what a worker's lanes carried: reports of {@link LanePackers}. */
  static TupleTag<byte[]> tallies() {
    return new TupleTag<>("tallies");
  }

  /** Coder of what travels: a bucket's number and a shipped block. */
  static Coder<KV<Integer, byte[]>> blockCoder() {
    return KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
  }

  @Override
  public PCollection<R> expand(PCollection<E> elements) {
    return elements
        .apply("Pack", ParDo.of(new PackFn<>(records, codec, buckets, route)))
        .setCoder(blockCoder())
        .apply("Work", work)
        .get(GroupInBuckets.<R>results());
  }

  /** Groups shipped blocks by bucket and hands each bucket to plain code. */
  static final class Work<T, R>
      extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {
    private static final long serialVersionUID = 1;

    private final RecordCodec<T> codec;
    private final int buckets;
    private final BlockShipper.Route route;
    private final BucketWorker<T, R> worker;
    private final Coder<R> results;
    private final List<Lane<?>> lanes;

    private Work(
        RecordCodec<T> codec,
        int buckets,
        BlockShipper.Route route,
        BucketWorker<T, R> worker,
        Coder<R> results,
        List<Lane<?>> lanes) {
      this.codec = codec;
      this.buckets = buckets;
      this.route = route;
      this.worker = worker;
      this.results = results;
      this.lanes = lanes;
    }

    @Override
    public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> blocks) {
      TupleTag<R> main = results();
      TupleTagList others = TupleTagList.of(tallies());
      for (Lane<?> lane : lanes) {
        others = others.and(LanePackers.tag(lane));
      }
      PCollection<KV<Integer, byte[]>> fetched =
          route.parks()
              ? blocks
                  .apply("Fetch blocks", ParDo.of(new ParkedBlocks.Fetch(route, buckets)))
                  .setCoder(blockCoder())
              : blocks;
      PCollectionTuple worked =
          fetched
              .apply("Group by bucket", GroupByKey.create())
              .apply(
                  "Work on bucket",
                  ParDo.of(new WorkFn<>(codec, buckets, route, worker, lanes))
                      .withOutputTags(main, others));
      worked.get(main).setCoder(results);
      worked.get(tallies()).setCoder(ByteArrayCoder.of());
      for (Lane<?> lane : lanes) {
        worked.get(LanePackers.tag(lane)).setCoder(blockCoder());
      }
      return worked;
    }
  }

  private static final class PackFn<E, T> extends DoFn<E, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final Records<E, T> records;
    private final RecordCodec<T> codec;
    private final int buckets;
    private final BlockShipper.Route route;
    private transient BlockPacker<T> packer;
    private transient BlockShipper shipper;

    PackFn(Records<E, T> records, RecordCodec<T> codec, int buckets, BlockShipper.Route route) {
      this.records = records;
      this.codec = codec;
      this.buckets = buckets;
      this.route = route;
    }

    @Setup
    public void setUp() {
      packer = new BlockPacker<>(codec, buckets, PACKING_BYTES);
      shipper = route.open();
    }

    @ProcessElement
    public void pack(@Element E element, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      BlockPacker.BlockSink sink =
          (bucket, block) -> out.output(KV.of(bucket, shipper.ship(block)));
      try {
        records.of(
            element,
            record -> {
              try {
                packer.add(record, sink);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) throws IOException {
      packer.flush(
          (bucket, block) ->
              context.output(
                  KV.of(bucket, shipper.ship(block)),
                  BoundedWindow.TIMESTAMP_MIN_VALUE,
                  GlobalWindow.INSTANCE));
    }

    @Teardown
    public void tearDown() throws IOException {
      shipper.close();
    }
  }

  private static final class WorkFn<T, R> extends DoFn<KV<Integer, Iterable<byte[]>>, R> {
    private static final long serialVersionUID = 1;

    private final RecordCodec<T> codec;
    private final int buckets;
    private final BlockShipper.Route route;
    private final BucketWorker<T, R> worker;
    private final List<Lane<?>> lanes;
    private transient LanePackers packers;
    private transient SpreadKeys keys;

    WorkFn(
        RecordCodec<T> codec,
        int buckets,
        BlockShipper.Route route,
        BucketWorker<T, R> worker,
        List<Lane<?>> lanes) {
      this.codec = codec;
      this.buckets = buckets;
      this.route = route;
      this.worker = worker;
      this.lanes = lanes;
    }

    @Setup
    public void setUp() {
      packers = new LanePackers(route, lanes);
      keys = route.keys(buckets);
    }

    @ProcessElement
    public void work(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out)
        throws IOException {
      Path folder =
          route.spillFolder() != null
              ? Path.of(route.spillFolder())
              : Path.of(System.getProperty("java.io.tmpdir"));
      try (BlockShipper shipper = route.open();
          BucketSorter<T> sorter =
              new BucketSorter<>(codec, BUCKET_BYTES, Files.createDirectories(folder))) {
        for (byte[] shipped : bucket.getValue()) {
          sorter.add(shipper.receive(shipped));
        }
        worker.work(keys.numberOf(bucket.getKey()), sorter.groups(), new Outputs(out));
        if (!lanes.isEmpty()) {
          out.get(tallies()).output(packers.flush(out));
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Teardown
    public void tearDown() throws IOException {
      packers.close();
    }

    private final class Outputs implements BucketOut<R> {
      private final MultiOutputReceiver out;

      Outputs(MultiOutputReceiver out) {
        this.out = out;
      }

      @Override
      public void result(R result) {
        out.get(GroupInBuckets.<R>results()).output(result);
      }

      @Override
      public <U> void send(Lane<U> lane, U record) {
        packers.send(lane, record, out);
      }
    }
  }
}
