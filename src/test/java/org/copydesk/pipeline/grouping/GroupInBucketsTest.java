package org.copydesk.pipeline.grouping;

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
import org.copydesk.pipeline.runner.RunnerChoice;
import org.copydesk.storage.Storage;
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

  /** Tells how often each word came. */
  static final class Count implements BucketWorker<String, byte[]> {
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
    BlockRoute route = new BlockRoute(spill, Storage.local(work), WORKERS);
    Lane<String> many = new Lane<>("many", new WordCodec(), 5, 1 << 20);
    Lane<String> few = new Lane<>("few", new WordCodec(), 3, 1 << 20);
    List<String> expected = new ArrayList<>();
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    BlockPacker<String> packer = new BlockPacker<>(new WordCodec(), 2, 1 << 20);
    SplittableRandom random = new SplittableRandom(1);
    Pipeline pipeline = Pipeline.create(runner.options(new String[0], WORKERS, scratch));
    BlockPacker.BlockSink sink =
        (bucket, block) -> blocks.add(KV.of(bucket, BlockMessage.itself(block)));
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
                GroupInBuckets.of(
                    new Lane<>("words", new WordCodec(), 2, 1 << 20),
                    route,
                    new SendOn(many, few),
                    List.of(many, few)));
    List<PCollection<byte[]>> counted = new ArrayList<>();
    for (Lane<String> lane : List.of(many, few)) {
      counted.add(
          sent.get(LanePackers.tag(lane))
              .apply("Count " + lane.name(), GroupInBuckets.of(lane, route, new Count(), List.of()))
              .get(GroupInBuckets.results()));
    }
    PAssert.that(
            PCollectionList.of(counted)
                .apply(Flatten.pCollections())
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(bytes -> new String(bytes, StandardCharsets.US_ASCII))))
        .containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
    // One a bucket for the lane that carries much; on Flink the other's words travel themselves.
    assertThat(parked(work).size(), is(runner.spillsLocally() ? 0 : 2));
    assertThat(parked(scratch).size(), is(runner.spillsLocally() ? 4 : 0));
  }

  private static List<String> parked(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("blocks-"))
          .toList();
    }
  }

  /** Tells which copy of itself, one a slot of Flink, worked on which bucket. */
  static final class TellSlot implements BucketWorker<String, byte[]> {
    private static final long serialVersionUID = 1;

    private transient String copy;

    @Override
    public void hear(byte[] word) {}

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
    BlockRoute route = new BlockRoute(null, Storage.local(folder.resolve("work")), slots);
    List<KV<Integer, byte[]>> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      blocks.add(KV.of(bucket, BlockMessage.word(new byte[0])));
    }
    Pipeline pipeline = Pipeline.create(RunnerChoice.FLINK.options(new String[0], slots, scratch));
    PAssert.that(
            pipeline
                .apply(Create.of(blocks).withCoder(GroupInBuckets.blockCoder()))
                .apply(
                    GroupInBuckets.of(
                        new Lane<>("words", new WordCodec(), buckets, 1 << 20),
                        route,
                        new TellSlot(),
                        List.of()))
                .get(GroupInBuckets.results())
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
}
