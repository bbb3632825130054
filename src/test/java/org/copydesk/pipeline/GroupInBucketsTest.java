package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.copydesk.bucket.BlockPacker;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupInBucketsTest {
  private static final int WORKERS = 2;

  @TempDir Path folder;

  static final class WordCodec implements RecordCodec<String> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(String word, ByteWriter out) {
      out.putText(word);
    }

    @Override
    public void encode(String word, ByteWriter out) {
      out.putText(word);
    }

    @Override
    public String decode(ByteReader in) {
      return in.getText();
    }
  }

  static final class Count implements BucketWorker<String, KV<String, Long>> {
    private static final long serialVersionUID = 1;

    @Override
    public void work(int bucket, SortedGroups<String> groups, BucketOut<KV<String, Long>> out)
        throws IOException {
      while (groups.nextGroup()) {
        String word = groups.next();
        long count = 1;
        while (groups.hasNext()) {
          groups.next();
          count++;
        }
        out.result(KV.of(word, count));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RunnerChoice.class)
  void countsAreThoseOfAMapOnBothRunners(RunnerChoice runner) throws IOException {
    List<String> words = new ArrayList<>();
    Map<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      String word = "word-" + (i * i % 1117);
      words.add(word);
      expected.merge(word, 1L, Long::sum);
    }
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    String spill = runner.spillsLocally() ? scratch.toString() : null;
    BlockShipper.Route route =
        new BlockShipper.Route(spill, Storage.local(folder.resolve("work")), WORKERS);
    Pipeline pipeline = Pipeline.create(runner.options(new String[0], WORKERS, scratch));
    PAssert.that(
            pipeline
                .apply(Create.of(words))
                .apply(
                    GroupInBuckets.by(new WordCodec(), 7, route)
                        .to(new Count(), KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()))))
        .containsInAnyOrder(
            expected.entrySet().stream().map(e -> KV.of(e.getKey(), e.getValue())).toList());
    pipeline.run().waitUntilFinish();
  }

  /** Sends each word on twice, and once more where hardly any word goes. */
  record SendOn(Lane<String> many, Lane<String> few) implements BucketWorker<String, byte[]> {
    @Override
    public void work(int bucket, SortedGroups<String> groups, BucketOut<byte[]> out)
        throws IOException {
      while (groups.nextGroup()) {
        while (groups.hasNext()) {
          String word = groups.next();
          out.send(many, word);
          out.send(many, word);
          if (word.startsWith("00")) {
            out.send(few, word);
          }
        }
      }
    }
  }

  /** {@link Count} with results that {@link GroupInBuckets#work} can carry. */
  static final class CountInBytes implements BucketWorker<String, byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public void work(int bucket, SortedGroups<String> groups, BucketOut<byte[]> out)
        throws IOException {
      while (groups.nextGroup()) {
        String word = groups.next();
        int count = 1;
        for (; groups.hasNext(); count++) {
          groups.next();
        }
        out.result((word + "=" + count).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RunnerChoice.class)
  void whatAStepSendsOnItsLanesArrivesOnceOnBothRunners(RunnerChoice runner) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    String spill = runner.spillsLocally() ? scratch.toString() : null;
    Path work = Files.createDirectories(folder.resolve("work"));
    BlockShipper.Route route = new BlockShipper.Route(spill, Storage.local(work), WORKERS);
    Lane<String> many = new Lane<>("many", new WordCodec(), 5, 1 << 20);
    Lane<String> few = new Lane<>("few", new WordCodec(), 3, 1 << 20);
    List<String> expected = new ArrayList<>();
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    BlockPacker<String> packer = new BlockPacker<>(new WordCodec(), 2, 1 << 20);
    SplittableRandom random = new SplittableRandom(1);
    Pipeline pipeline = Pipeline.create(runner.options(new String[0], WORKERS, scratch));
    try (BlockShipper shipper = route.open()) {
      BlockPacker.BlockSink sink =
          (bucket, block) -> blocks.add(KV.of(bucket, shipper.ship(block)));
      for (int i = 0; i < 30_000; i++) {
        String word = String.format("%016x%016x", random.nextLong(), random.nextLong());
        packer.add(word, sink);
        expected.add(word + "=2");
        if (word.startsWith("00")) {
          expected.add(word + "=1");
        }
      }
      packer.flush(sink);
      PCollectionTuple sent =
          pipeline
              .apply(Create.of(blocks).withCoder(GroupInBuckets.blockCoder()))
              .apply(
                  GroupInBuckets.work(
                      new Lane<>("words", new WordCodec(), 2, 1 << 20),
                      route,
                      new SendOn(many, few),
                      List.of(many, few)));
      List<PCollection<byte[]>> counted = new ArrayList<>();
      for (Lane<String> lane : List.of(many, few)) {
        counted.add(
            sent.get(LanePackers.tag(lane))
                .apply(
                    "Count " + lane.name(),
                    GroupInBuckets.work(lane, route, new CountInBytes(), List.of()))
                .get(GroupInBuckets.<byte[]>results()));
      }
      PAssert.that(
              PCollectionList.of(counted)
                  .apply(Flatten.pCollections())
                  .apply(
                      MapElements.into(TypeDescriptors.strings())
                          .via(bytes -> new String(bytes, StandardCharsets.US_ASCII))))
          .containsInAnyOrder(expected);
      pipeline.run().waitUntilFinish();
    }
    try (Stream<Path> files = Files.list(work)) {
      long parked =
          files.filter(file -> file.getFileName().toString().startsWith("blocks-")).count();
      // One a bucket for the lane that carries much; the other's words travel themselves.
      assertThat(parked, is(runner.spillsLocally() ? 0L : 2L));
    }
  }

  /** Tells which copy of itself, one a slot of Flink, worked on which bucket. */
  static final class TellSlot implements BucketWorker<String, byte[]> {
    private static final long serialVersionUID = 1;

    private transient String copy;

    @Override
    public void work(int bucket, SortedGroups<String> groups, BucketOut<byte[]> out) {
      copy = copy == null ? UUID.randomUUID().toString() : copy;
      out.result((copy + " " + bucket).getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void flinkGivesBucketsToItsSlotsInTurn() throws IOException {
    int slots = 3;
    int buckets = 22;
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    BlockShipper.Route route =
        new BlockShipper.Route(null, Storage.local(folder.resolve("work")), slots);
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      blocks.add(KV.of(bucket, BlockShipper.nothing()));
    }
    Pipeline pipeline = Pipeline.create(RunnerChoice.FLINK.options(new String[0], slots, scratch));
    PAssert.that(
            pipeline
                .apply(Create.of(blocks).withCoder(GroupInBuckets.blockCoder()))
                .apply(
                    GroupInBuckets.work(
                        new Lane<>("words", new WordCodec(), buckets, 1 << 20),
                        route,
                        new TellSlot(),
                        List.of()))
                .get(GroupInBuckets.<byte[]>results())
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(bytes -> new String(bytes, StandardCharsets.US_ASCII))))
        .satisfies(
            told -> {
              Map<String, Set<Integer>> bySlot = new TreeMap<>();
              for (String each : told) {
                String[] parts = each.split(" ");
                int bucket = Integer.parseInt(parts[1]);
                bySlot.computeIfAbsent(parts[0], slot -> new TreeSet<>()).add(bucket % slots);
              }
              assertThat(bySlot.size(), is(slots));
              bySlot.values().forEach(remainders -> assertThat(remainders.size(), is(1)));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @ParameterizedTest
  @EnumSource(RunnerChoice.class)
  void aBlockTooLargeToTravelComesBackWhole(RunnerChoice runner) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    String spill = runner.spillsLocally() ? scratch.toString() : null;
    try (BlockShipper shipper =
        new BlockShipper.Route(spill, Storage.local(folder.resolve("work")), WORKERS).open()) {
      for (int size : new int[] {0, 1, 70_000, 3 << 20}) {
        byte[] block = new byte[size];
        java.util.Arrays.fill(block, (byte) size);
        assertThat(java.util.Arrays.equals(shipper.receive(shipper.ship(block)), block), is(true));
      }
    }
  }
}
