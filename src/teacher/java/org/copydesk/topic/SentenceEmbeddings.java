package org.copydesk.topic;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.text.ContentHash;

/**
 * Texts to sentence embeddings of length 1 (all-MiniLM-L6-v2, quantised, 384 numbers), of their
 * first {@link #WORDS} words; kept in a file, so that a text is embedded once. About 40 texts a
 * second.
 */
final class SentenceEmbeddings {
  static final int SIZE = 384;

  /** The model was made for sentences: more words make it slower and no better. */
  private static final int WORDS = 50;

  private static final int BATCH = 32;

  private final Path file;
  private final Map<ContentHash, float[]> known = new HashMap<>();
  private AllMiniLmL6V2QuantizedEmbeddingModel model;

  SentenceEmbeddings(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (long left = Files.size(file) / (16 + 4L * SIZE); left > 0; left--) {
          ContentHash hash = new ContentHash(in.readLong(), in.readLong());
          float[] vector = new float[SIZE];
          for (int i = 0; i < SIZE; i++) {
            vector[i] = in.readFloat();
          }
          known.put(hash, vector);
        }
      }
    }
  }

  /** The embeddings of some texts, in their order, by hash. */
  Map<ContentHash, float[]> of(List<TopicExample> texts) throws IOException {
    Map<ContentHash, TopicExample> missing = new LinkedHashMap<>();
    Map<ContentHash, float[]> vectors = new LinkedHashMap<>();
    for (TopicExample text : texts) {
      ContentHash hash = text.hash();
      vectors.put(hash, null);
      if (!known.containsKey(hash)) {
        missing.put(hash, text);
      }
    }
    embed(missing);
    vectors.replaceAll((hash, none) -> known.get(hash));
    return vectors;
  }

  private void embed(Map<ContentHash, TopicExample> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    model = model == null ? new AllMiniLmL6V2QuantizedEmbeddingModel() : model;
    List<ContentHash> hashes = List.copyOf(texts.keySet());
    Map<ContentHash, float[]> fresh = new LinkedHashMap<>();
    for (int from = 0; from < hashes.size(); from += BATCH) {
      List<ContentHash> batch = hashes.subList(from, Math.min(hashes.size(), from + BATCH));
      List<TextSegment> segments =
          batch.stream().map(hash -> TextSegment.from(words(texts.get(hash)))).toList();
      var answers = model.embedAll(segments).content();
      for (int i = 0; i < batch.size(); i++) {
        fresh.put(batch.get(i), unit(answers.get(i).vector()));
      }
    }
    known.putAll(fresh);
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(
                    file,
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND)))) {
      for (Map.Entry<ContentHash, float[]> entry : fresh.entrySet()) {
        out.writeLong(entry.getKey().high());
        out.writeLong(entry.getKey().low());
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
    }
  }

  private static float[] unit(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(sum));
    }
    return unit;
  }

  private static String words(TopicExample text) {
    String all = (text.title() == null ? "" : text.title() + ". ") + text.text();
    String[] words = all.strip().split("\\s+", WORDS + 1);
    int most = Math.min(words.length, WORDS);
    String cut = String.join(" ", List.of(words).subList(0, most));
    return cut.isEmpty() ? "-" : cut;
  }
}
