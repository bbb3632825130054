package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.Storage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupInBucketsTest {
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
    BlockShipper.Route route = new BlockShipper.Route(spill, Storage.local(folder.resolve("work")));
    Pipeline pipeline = Pipeline.create(runner.options(new String[0], 2, scratch));
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

  @ParameterizedTest
  @EnumSource(RunnerChoice.class)
  void aBlockTooLargeToTravelComesBackWhole(RunnerChoice runner) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    String spill = runner.spillsLocally() ? scratch.toString() : null;
    try (BlockShipper shipper =
        new BlockShipper.Route(spill, Storage.local(folder.resolve("work"))).open()) {
      for (int size : new int[] {0, 1, 70_000, 3 << 20}) {
        byte[] block = new byte[size];
        java.util.Arrays.fill(block, (byte) size);
        assertThat(java.util.Arrays.equals(shipper.receive(shipper.ship(block)), block), is(true));
      }
    }
  }
}
