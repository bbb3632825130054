package org.copydesk.pipeline.grouping;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.pipeline.runner.RunnerChoice;
import org.copydesk.storage.Storage;

/**
 * What grouping costs: records of 100 bytes made in the pipeline, grouped by GroupInBuckets or key
 * by key, each key's count checked by a sum against a HashMap's (or, where a map would not fit,
 * against the number of records).
 *
 * <p>Arguments: runner (direct, flink), records, keys, way (buckets, keys), buckets.
 */
public final class GroupingBenchmark {
  private static final int VALUE_BYTES = 92;
  private static final int FEEDS = 64;

  private GroupingBenchmark() {}

  record Entry(long key, byte[] value) {}

  static final class EntryCodec implements RecordCodec<Entry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(Entry record, ByteWriter out) {
      out.putLong(record.key());
    }

    @Override
    public void encode(Entry record, ByteWriter out) {
      out.putLong(record.key()).putBytes(record.value(), 0, record.value().length);
    }

    @Override
    public Entry decode(ByteReader in) {
      return new Entry(in.getLong(), new byte[0]);
    }
  }

  static final class EntryCoder extends org.apache.beam.sdk.coders.AtomicCoder<Entry> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(Entry entry, java.io.OutputStream out) throws IOException {
      VarLongCoder.of().encode(entry.key(), out);
      ByteArrayCoder.of().encode(entry.value(), out);
    }

    @Override
    public Entry decode(InputStream in) throws IOException {
      return new Entry(VarLongCoder.of().decode(in), ByteArrayCoder.of().decode(in));
    }
  }

  /** Makes the records of one feed: the same for every run. */
  static final class Feed extends DoFn<KV<Integer, Iterable<Integer>>, Entry> {
    private static final long serialVersionUID = 1;

    private final long records;
    private final long keys;

    Feed(long records, long keys) {
      this.records = records;
      this.keys = keys;
    }

    @ProcessElement
    public void make(@Element KV<Integer, Iterable<Integer>> feed, OutputReceiver<Entry> out) {
      entries(feed.getKey(), records, keys, out::output);
    }
  }

  /** Packs the records of one feed. */
  static final class Pack extends DoFn<KV<Integer, Iterable<Integer>>, byte[]> {
    private static final long serialVersionUID = 1;

    static final TupleTag<byte[]> TALLIES = new TupleTag<>("tallies") {};

    private final long records;
    private final long keys;
    private final BlockRoute route;
    private final Lane<Entry> lane;
    private transient LanePackers packers;

    Pack(long records, long keys, BlockRoute route, Lane<Entry> lane) {
      this.records = records;
      this.keys = keys;
      this.route = route;
      this.lane = lane;
    }

    @Setup
    public void setUp() {
      packers = new LanePackers(route, List.of(lane));
    }

    @ProcessElement
    public void pack(@Element KV<Integer, Iterable<Integer>> feed, MultiOutputReceiver out)
        throws IOException {
      entries(feed.getKey(), records, keys, entry -> packers.send(lane, entry, out));
      out.get(TALLIES).output(packers.flush(out));
    }

    @Teardown
    public void tearDown() throws IOException {
      packers.close();
    }
  }

  static void entries(int feed, long records, long keys, Consumer<Entry> out) {
    SplittableRandom random = new SplittableRandom(feed);
    for (long i = feed; i < records; i += FEEDS) {
      byte[] value = new byte[VALUE_BYTES];
      random.nextBytes(value);
      out.accept(new Entry(random.nextLong(keys) * 0x9E3779B97F4A7C15L, value));
    }
  }

  /** A number that only the right counts of the right keys give. */
  static long sumOf(long key, long count) {
    return key * 31 + count * count * (key | 1);
  }

  static final class SumCounts implements BucketWorker<Entry, byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public void work(int bucket, SortedGroups<Entry> groups, BucketOut<byte[]> out)
        throws IOException {
      long sum = 0;
      while (groups.nextGroup()) {
        long key = groups.next().key();
        long count = 1;
        while (groups.hasNext()) {
          groups.next();
          count++;
        }
        sum += sumOf(key, count);
      }
      out.result(new ByteWriter().putLong(sum).toByteArray());
    }
  }

  static final class SumKeys extends DoFn<KV<Long, Iterable<byte[]>>, Long> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void sum(@Element KV<Long, Iterable<byte[]>> group, OutputReceiver<Long> out) {
      long count = 0;
      for (byte[] value : group.getValue()) {
        count += value.length / VALUE_BYTES;
      }
      out.output(sumOf(group.getKey(), count));
    }
  }

  static final class KeyEntries extends DoFn<Entry, KV<Long, byte[]>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void key(@Element Entry entry, OutputReceiver<KV<Long, byte[]>> out) {
      out.output(KV.of(entry.key(), entry.value()));
    }
  }

  /** Adds all up in one place; both runners run in this process. */
  static final class Total extends DoFn<Long, Void> {
    private static final long serialVersionUID = 1;
    private static final java.util.concurrent.atomic.LongAdder SUM =
        new java.util.concurrent.atomic.LongAdder();

    @ProcessElement
    public void add(@Element Long sum) {
      SUM.add(sum);
    }
  }

  /** Runs one measurement and prints it. */
  public static void main(String[] arguments) throws IOException {
    RunnerChoice runner = RunnerChoice.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    long records = Long.parseLong(arguments[1]);
    long keys = Long.parseLong(arguments[2]);
    boolean isBuckets = arguments[3].equals("buckets");
    int buckets = Integer.parseInt(arguments[4]);
    Path scratch = Files.createTempDirectory("grouping-");
    long before = cpuNanos();
    long wall = System.nanoTime();
    Pipeline pipeline = Pipeline.create(runner.options(new String[0], 2, scratch));
    PCollection<KV<Integer, Iterable<Integer>>> feeds =
        pipeline
            .apply(
                Create.of(IntStream.range(0, FEEDS).mapToObj(i -> KV.of(i, i)).toList())
                    .withCoder(KvCoder.of(VarIntCoder.of(), VarIntCoder.of())))
            .apply("Spread", GroupByKey.create());
    String spill = runner.spillsLocally() ? scratch.toString() : null;
    PCollection<Long> sums =
        isBuckets
            ? bucketed(
                feeds, records, keys, buckets, new BlockRoute(spill, Storage.local(scratch), 2))
            : feeds
                .apply("Make", ParDo.of(new Feed(records, keys)))
                .setCoder(new EntryCoder())
                .apply("Key", ParDo.of(new KeyEntries()))
                .setCoder(KvCoder.of(VarLongCoder.of(), ByteArrayCoder.of()))
                .apply(GroupByKey.create())
                .apply("Sum", ParDo.of(new SumKeys()))
                .setCoder(VarLongCoder.of());
    sums.apply("Total", ParDo.of(new Total()));
    pipeline.run().waitUntilFinish();
    double cpu = (cpuNanos() - before) / 1e9;
    double seconds = (System.nanoTime() - wall) / 1e9;
    String verdict = "not compared";
    if (keys <= 1_000_000) {
      verdict = expected(records, keys) == Total.SUM.sum() ? "as a HashMap" : "WRONG";
    }
    System.out.printf(
        Locale.ROOT,
        "%-6s %-7s %,11d records %,8d keys %4d buckets: %6.1f CPU s, %5.1f s, %5.2f us/record, %s%n",
        arguments[0],
        arguments[3],
        records,
        keys,
        buckets,
        cpu,
        seconds,
        cpu * 1e6 / records,
        verdict);
    Storage.local(scratch).delete("");
    System.exit(verdict.equals("WRONG") ? 1 : 0);
  }

  private static PCollection<Long> bucketed(
      PCollection<KV<Integer, Iterable<Integer>>> feeds,
      long records,
      long keys,
      int buckets,
      BlockRoute route) {
    Lane<Entry> lane = new Lane<>("entries", new EntryCodec(), buckets, 32L << 20);
    TupleTag<KV<Integer, byte[]>> blocks = LanePackers.tag(lane);
    return feeds
        .apply(
            "Pack",
            ParDo.of(new Pack(records, keys, route, lane))
                .withOutputTags(Pack.TALLIES, TupleTagList.of(blocks)))
        .get(blocks)
        .setCoder(GroupInBuckets.blockCoder())
        .apply("Group", GroupInBuckets.of(lane, route, new SumCounts(), List.of()))
        .get(GroupInBuckets.results())
        .apply(MapElements.into(TypeDescriptors.longs()).via(sum -> new ByteReader(sum).getLong()));
  }

  private static long expected(long records, long keys) {
    Map<Long, long[]> counts = new HashMap<>();
    for (int feed = 0; feed < FEEDS; feed++) {
      entries(
          feed,
          records,
          keys,
          entry -> counts.computeIfAbsent(entry.key(), key -> new long[1])[0]++);
    }
    long sum = 0;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      sum += sumOf(entry.getKey(), entry.getValue()[0]);
    }
    return sum;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
