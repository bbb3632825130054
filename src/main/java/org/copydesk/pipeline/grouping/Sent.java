package org.copydesk.pipeline.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.copydesk.bucket.Lane;

/**
 * What steps of a build gave: blocks on lanes for later steps, and reports for the results. Which
 * step feeds which stands where it is put together:
 *
 * <pre>{@code
 * read.onto(lanes.articles()).and(copies.onto(lanes.articles())).apply("Make rows of articles", ...)
 * }</pre>
 */
public final class Sent implements PInput, POutput {
  private final Pipeline pipeline;
  private final Map<String, List<PCollection<KV<Integer, byte[]>>>> lanes;
  private final List<PCollection<byte[]>> reports;

  private Sent(
      Pipeline pipeline,
      Map<String, List<PCollection<KV<Integer, byte[]>>>> lanes,
      List<PCollection<byte[]>> reports) {
    this.pipeline = pipeline;
    this.lanes = lanes;
    this.reports = reports;
  }

  /** Of a step that is left out. */
  public static Sent nothing(Pipeline pipeline) {
    return new Sent(pipeline, Map.of(), List.of());
  }

  /** Reports alone. */
  public static Sent reports(PCollection<byte[]> reports) {
    return new Sent(
        reports.getPipeline(), Map.of(), List.of(reports.setCoder(ByteArrayCoder.of())));
  }

  /** Blocks or messages to the buckets of one lane. */
  public static Sent blocks(Lane<?> lane, PCollection<KV<Integer, byte[]>> blocks) {
    blocks.setCoder(GroupInBuckets.blockCoder());
    return new Sent(blocks.getPipeline(), Map.of(lane.name(), List.of(blocks)), List.of());
  }

  /**
   * What a step that packs by {@link LanePackers} gave.
   *
   * @param lanes those on which it sends
   * @param reports its outputs of reports
   */
  @SafeVarargs
  public static Sent of(
      PCollectionTuple outputs, List<Lane<?>> lanes, TupleTag<byte[]>... reports) {
    Sent all = new Sent(outputs.getPipeline(), Map.of(), List.of());
    for (Lane<?> lane : lanes) {
      all = all.and(blocks(lane, outputs.get(LanePackers.tag(lane))));
    }
    for (TupleTag<byte[]> report : reports) {
      all = all.and(reports(outputs.get(report)));
    }
    return all;
  }

  /** This and what other steps gave. */
  public Sent and(Sent... others) {
    Map<String, List<PCollection<KV<Integer, byte[]>>>> all = new LinkedHashMap<>(lanes);
    List<PCollection<byte[]>> allReports = new ArrayList<>(reports);
    for (Sent other : others) {
      other.lanes.forEach(
          (lane, blocks) ->
              all.merge(
                  lane,
                  blocks,
                  (mine, theirs) -> {
                    List<PCollection<KV<Integer, byte[]>>> both = new ArrayList<>(mine);
                    both.addAll(theirs);
                    return both;
                  }));
      allReports.addAll(other.reports);
    }
    return new Sent(pipeline, all, allReports);
  }

  /**
   * What was sent on one lane, and nothing else.
   *
   * @throws IllegalStateException where nothing was: a step would wait for what never comes
   */
  public Sent onto(Lane<?> lane) {
    if (!lanes.containsKey(lane.name())) {
      throw new IllegalStateException(
          "nothing is sent on the lane '" + lane.name() + "', only on " + lanes.keySet());
    }
    return new Sent(pipeline, Map.of(lane.name(), lanes.get(lane.name())), List.of());
  }

  /** All blocks of a lane, as one. */
  PCollection<KV<Integer, byte[]>> blocksOf(Lane<?> lane) {
    List<PCollection<KV<Integer, byte[]>>> blocks = onto(lane).lanes.get(lane.name());
    return blocks.size() == 1
        ? blocks.get(0)
        : PCollectionList.of(blocks).apply("All sources", Flatten.pCollections());
  }

  /** The reports of all steps. */
  public PCollectionList<byte[]> allReports() {
    return PCollectionList.of(reports);
  }

  /**
   * Applies a step or a stage.
   *
   * @throws IllegalStateException where it gives nothing: Beam would take it for a primitive step,
   *     and the direct runner would wait for it for ever
   */
  public <O extends POutput> O apply(String name, PTransform<? super Sent, O> step) {
    O given = Pipeline.applyTransform(name, this, step);
    if (given.expand().isEmpty()) {
      throw new IllegalStateException("'" + name + "' gives nothing: it should be left out");
    }
    return given;
  }

  @Override
  public Pipeline getPipeline() {
    return pipeline;
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    Map<TupleTag<?>, PValue> all = new LinkedHashMap<>();
    lanes.forEach(
        (lane, blocks) -> {
          for (int i = 0; i < blocks.size(); i++) {
            all.put(new TupleTag<>(lane + " " + i), blocks.get(i));
          }
        });
    for (int i = 0; i < reports.size(); i++) {
      all.put(new TupleTag<>("report " + i), reports.get(i));
    }
    return all;
  }

  @Override
  public void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {}
}
