package org.copydesk.topic;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The teacher's first half: texts to sentence embeddings, as a file of hash and 384 floats a text.
 * Arguments: vocabulary, output folder, then {@code file=most} for each file; of a file, the texts
 * with the lowest hashes are taken.
 */
public final class EmbedTexts {
  private static final int WORDS = 45;
  private static final int BATCH = 64;

  private EmbedTexts() {}

  public static void main(String[] arguments) throws IOException {
    AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    Path output = Path.of(arguments[1]);
    Files.createDirectories(output);
    Taxonomy taxonomy;
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      taxonomy = Taxonomy.read(in);
    }
    embed(model, taxonomy.definitions(), output.resolve("definitions.emb"));
    for (int i = 2; i < arguments.length; i++) {
      String[] fileAndMost = arguments[i].split("=");
      Path file = Path.of(fileAndMost[0]);
      List<LabelledText> texts = new ArrayList<>(LabelledTexts.of(taxonomy).read(file));
      texts.sort(Comparator.comparing(LabelledText::hash));
      int most = Math.min(texts.size(), Integer.parseInt(fileAndMost[1]));
      String name = file.getFileName().toString();
      embed(
          model,
          texts.subList(0, most),
          output.resolve(name.substring(0, name.indexOf('.')) + ".emb"));
    }
  }

  private static void embed(
      AllMiniLmL6V2QuantizedEmbeddingModel model, List<LabelledText> texts, Path file)
      throws IOException {
    long before = System.nanoTime();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int from = 0; from < texts.size(); from += BATCH) {
        List<LabelledText> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
        List<TextSegment> segments = new ArrayList<>();
        for (LabelledText text : batch) {
          segments.add(TextSegment.from(words(text)));
        }
        var vectors = model.embedAll(segments).content();
        for (int i = 0; i < batch.size(); i++) {
          out.writeUTF(batch.get(i).hash().hex());
          for (float value : vectors.get(i).vector()) {
            out.writeFloat(value);
          }
        }
      }
    }
    System.out.println(
        file
            + ": "
            + texts.size()
            + " texts, "
            + (System.nanoTime() - before) / 1_000_000_000
            + " s");
  }

  private static String words(LabelledText text) {
    String all = (text.title() == null ? "" : text.title() + ". ") + text.text();
    int words = 0;
    int i = 0;
    for (; i < all.length() && words < WORDS + 1; i++) {
      words += Character.isWhitespace(all.charAt(i)) ? 1 : 0;
    }
    String cut = all.substring(0, i).trim();
    return cut.isEmpty() ? "-" : cut;
  }
}
