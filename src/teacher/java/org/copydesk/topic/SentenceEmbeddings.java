package org.copydesk.topic;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
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
 * Texts to sentence embeddings of length 1, of their first {@link #WORDS} words; kept in a file, a
 * batch at a time, so that a text is embedded once even where a run is cut short.
 */
final class SentenceEmbeddings {
  /** The models were made for sentences: more words make them slower and no better. */
  private static final int WORDS = 50;

  private static final int BATCH = 32;

  /**
   * A model that embeds.
   *
   * @param file name of its file of embeddings
   * @param prefix stands before each text
   * @param loader loads it
   */
  record Model(String file, String prefix, Supplier<EmbeddingModel> loader) {
    /** The two that teach where a recipe names none, quantised to int8, both under MIT licence. */
    static List<Model> forEnglish() {
      return List.of(
          // BAAI/bge-small-en-v1.5.
          new Model("bge-small-en-v15", "", BgeSmallEnV15QuantizedEmbeddingModel::new),
          // intfloat/e5-small-v2, which wants to be told what kind of text it reads.
          new Model("e5-small-v2", "query: ", E5SmallV2QuantizedEmbeddingModel::new));
    }

    /** What a recipe asks for; its file of embeddings is named by the model's bytes. */
    static List<Model> of(TrainingRecipe recipe) throws IOException {
      List<Model> models = new ArrayList<>();
      for (TrainingRecipe.Embeddings one : recipe.embeddings()) {
        byte[] bytes = Files.readAllBytes(one.model());
        PoolingMode pooling = one.pooling().equals("cls") ? PoolingMode.CLS : PoolingMode.MEAN;
        models.add(
            new Model(
                ContentHash.of(bytes, 0, bytes.length).hex() + "-" + one.pooling(),
                one.prefix(),
                () -> new OnnxEmbeddingModel(one.model(), one.tokenizer(), pooling)));
      }
      return models.isEmpty() ? forEnglish() : models;
    }
  }

  private final Model kind;
  private final Path file;
  private final Map<ContentHash, float[]> known = new HashMap<>();
  private final int size;
  private EmbeddingModel model;

  SentenceEmbeddings(Path folder, Model kind) throws IOException {
    this.kind = kind;
    this.file = folder.resolve(kind.file + ".emb");
    this.size = ownSize(folder);
    if (!Files.exists(file)) {
      return;
    }
    long whole = Files.size(file) / entry();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (long left = whole; left > 0; left--) {
        ContentHash hash = new ContentHash(in.readLong(), in.readLong());
        float[] vector = new float[size];
        for (int i = 0; i < size; i++) {
          vector[i] = in.readFloat();
        }
        known.put(hash, vector);
      }
    }
    // An entry that a killed run left unfinished would shift all that follow.
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(whole * entry());
    }
  }

  /** Numbers of an embedding; asked of the model once, kept beside the file. */
  private int ownSize(Path folder) throws IOException {
    Path beside = folder.resolve(kind.file + ".size");
    if (!Files.exists(beside)) {
      model = kind.loader.get();
      Files.writeString(beside, Integer.toString(model.dimension()));
    }
    return Integer.parseInt(Files.readString(beside).strip());
  }

  int size() {
    return size;
  }

  private int entry() {
    return 16 + 4 * size;
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
        ByteBuffer bytes = ByteBuffer.allocate(batch.size() * entry());
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
