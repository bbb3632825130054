package org.copydesk.topic;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.copydesk.text.ContentHash;

/**
 * Texts to sentence embeddings of length 1 (384 numbers), of their first {@link #WORDS} words; kept
 * in a file, a batch at a time, so that a text is embedded once even where a run is cut short.
 */
final class SentenceEmbeddings {
  static final int SIZE = 384;

  /** The models were made for sentences: more words make them slower and no better. */
  private static final int WORDS = 50;

  private static final int BATCH = 32;
  private static final int ENTRY = 16 + 4 * SIZE;

  /** A model that embeds, quantised to int8; both are published under the MIT licence. */
  enum Model {
    /** BAAI/bge-small-en-v1.5. */
    BGE_SMALL("bge-small-en-v15", "", BgeSmallEnV15QuantizedEmbeddingModel::new),
    /** intfloat/e5-small-v2, which wants to be told what kind of text it reads. */
    E5_SMALL("e5-small-v2", "query: ", E5SmallV2QuantizedEmbeddingModel::new);

    private final String file;
    private final String prefix;
    private final Supplier<EmbeddingModel> loader;

    Model(String file, String prefix, Supplier<EmbeddingModel> loader) {
      this.file = file;
      this.prefix = prefix;
      this.loader = loader;
    }
  }

  private final Model kind;
  private final Path file;
  private final Map<ContentHash, float[]> known = new HashMap<>();
  private EmbeddingModel model;

  SentenceEmbeddings(Path folder, Model kind) throws IOException {
    this.kind = kind;
    this.file = folder.resolve(kind.file + ".emb");
    if (!Files.exists(file)) {
      return;
    }
    long whole = Files.size(file) / ENTRY;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (long left = whole; left > 0; left--) {
        ContentHash hash = new ContentHash(in.readLong(), in.readLong());
        float[] vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
          vector[i] = in.readFloat();
        }
        known.put(hash, vector);
      }
    }
    // An entry that a killed run left unfinished would shift all that follow.
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(whole * ENTRY);
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
    model = model == null ? kind.loader.get() : model;
    List<ContentHash> hashes = new ArrayList<>(texts.keySet());
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int from = 0; from < hashes.size(); from += BATCH) {
        List<ContentHash> batch = hashes.subList(from, Math.min(hashes.size(), from + BATCH));
        List<TextSegment> segments =
            batch.stream()
                .map(hash -> TextSegment.from(kind.prefix + words(texts.get(hash))))
                .toList();
        var answers = model.embedAll(segments).content();
        ByteBuffer bytes = ByteBuffer.allocate(batch.size() * ENTRY);
        for (int i = 0; i < batch.size(); i++) {
          float[] vector = unit(answers.get(i).vector());
          known.put(batch.get(i), vector);
          bytes.putLong(batch.get(i).high()).putLong(batch.get(i).low());
          for (float value : vector) {
            bytes.putFloat(value);
          }
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          out.write(bytes);
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
