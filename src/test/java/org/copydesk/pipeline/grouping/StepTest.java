package org.copydesk.pipeline.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.copydesk.bucket.BucketOut;
import org.copydesk.bucket.BucketWorker;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {
  @TempDir Path folder;

  static final class Words implements RecordCodec<String> {
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

  /** Says what it was told; works on no record. */
  static final class SayWord implements BucketWorker<String, byte[]> {
    private static final long serialVersionUID = 1;
    private byte[] heard = {};

    @Override
    public void hear(byte[] word) {
      heard = word;
    }

    @Override
    public void work(int bucket, SortedGroups<String> groups, BucketOut<byte[]> out) {
      out.result(heard);
    }
  }

  private static final Lane<String> WORDS = new Lane<>("words", new Words(), 1, 1 << 20);
  private static final Lane<String> OTHERS = new Lane<>("others", new Words(), 1, 1 << 20);

  private BlockRoute route() {
    return new BlockRoute(folder.toString(), Storage.local(folder), 1);
  }

  private static Sent sent(Pipeline pipeline, Lane<String> lane, String word) {
    return Sent.blocks(
        lane,
        pipeline.apply(
            "Word " + word,
            Create.of(List.of(KV.of(0, BlockMessage.word(word.getBytes(StandardCharsets.UTF_8)))))
                .withCoder(GroupInBuckets.blockCoder())));
  }

  @Test
  void aStepWhoseLaneNoSourceFeedsIsRefusedWhenTheGraphIsBuilt() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Sent others = sent(pipeline, OTHERS, "a");
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () -> others.apply("Say", Step.on(WORDS, route(), new SayWord())));
    assertThat(refused.getMessage(), containsString("'words'"));
  }

  @Test
  void aSourceThatDoesNotFeedTheLaneItIsNamedForIsRefused() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Sent others = sent(pipeline, OTHERS, "a");
    assertThrows(IllegalStateException.class, () -> others.onto(WORDS));
  }

  /** A stage that has nothing to do. */
  static final class Nothing extends PTransform<Sent, Sent> {
    private static final long serialVersionUID = 1;

    @Override
    public Sent expand(Sent sent) {
      return Sent.nothing(sent.getPipeline());
    }
  }

  @Test
  void aStageThatGivesNothingIsRefusedWhenTheGraphIsBuilt() {
    Sent words = sent(Pipeline.create(PipelineOptionsFactory.create()), WORDS, "a");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> words.apply("Idle", new Nothing()));
    assertThat(refused.getMessage(), containsString("'Idle'"));
  }

  @Test
  void ofSeveralLanesAStepGetsItsOwnAndItsReportsAreKept() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Sent both = sent(pipeline, OTHERS, "no").and(sent(pipeline, WORDS, "yes"));
    Sent worked = both.apply("Say", Step.on(WORDS, route(), new SayWord()));
    assertThat(worked.allReports().size(), is(2));
    PAssert.that(worked.allReports().get(0))
        .satisfies(
            said -> {
              String word = new String(said.iterator().next(), StandardCharsets.UTF_8);
              assertThat(word, is("yes"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }
}
