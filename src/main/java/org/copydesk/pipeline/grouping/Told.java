package org.copydesk.pipeline.grouping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;

/**
 * What a step gave that also tells others where something lies.
 *
 * @param words by the number of who is told, few and small
 * @param sent the rest
 */
public record Told(PCollection<KV<Integer, byte[]>> words, Sent sent) implements POutput {
  /** The words of both, for who must have all of them before beginning. */
  public PCollection<KV<Integer, byte[]>> wordsWith(String name, Told other) {
    return PCollectionList.of(words).and(other.words).apply(name, Flatten.pCollections());
  }

  @Override
  public Pipeline getPipeline() {
    return words.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    Map<TupleTag<?>, PValue> all = new LinkedHashMap<>();
    all.put(new TupleTag<>("words"), words);
    all.putAll(sent.expand());
    return all;
  }

  @Override
  public void finishSpecifyingOutput(
      String transformName, PInput input, PTransform<?, ?> transform) {}
}
