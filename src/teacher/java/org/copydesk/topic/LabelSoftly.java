package org.copydesk.topic;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.copydesk.text.ContentHash;

/**
 * The teacher's second half: embeddings to soft labels. One softmax learned from the definitions,
 * one from the definitions and HuffPost's sections; their product (.7 and .3) is the label, written
 * as hash and shares of a hundred. Arguments: vocabulary, folder of embeddings, HuffPost's file,
 * output.
 */
public final class LabelSoftly {
  private static final int SIZE = 384;
  private static final double SHARE = .7;

  private LabelSoftly() {}

  public static void main(String[] arguments) throws IOException {
    Taxonomy taxonomy;
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      taxonomy = Taxonomy.read(in);
    }
    List<String> codes = taxonomy.tops();
    Map<String, Integer> classes = new TreeMap<>();
    for (LabelledText text : taxonomy.definitions()) {
      classes.put(text.hash().hex(), codes.indexOf(text.topics().get(0)));
    }
    Path folder = Path.of(arguments[1]);
    Map<String, float[]> concepts = read(folder.resolve("definitions.emb"));
    Map<String, float[]> sections = new LinkedHashMap<>(concepts);
    Map<String, float[]> huffpost = read(folder.resolve("huffpost.emb"));
    int[] counts = new int[codes.size()];
    for (LabelledText text : LabelledTexts.of(taxonomy).read(Path.of(arguments[2]))) {
      ContentHash hash = text.hash();
      int part = LabelledText.part(hash);
      if (!text.topics().isEmpty() && part > 1 && huffpost.containsKey(hash.hex())) {
        int code = codes.indexOf(text.topics().get(0));
        if (counts[code]++ < 400) {
          classes.put(hash.hex(), code);
          sections.put(hash.hex(), huffpost.get(hash.hex()));
        }
      }
    }
    double[][] byConcepts = learn(concepts, classes, codes.size());
    double[][] bySections = learn(sections, classes, codes.size());
    Map<String, float[]> all = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".emb")).sorted().toList()) {
        if (!file.endsWith("definitions.emb")) {
          all.putAll(read(file));
        }
      }
    }
    try (PrintStream out =
        new PrintStream(
            new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[3]))),
            false,
            StandardCharsets.UTF_8)) {
      all.forEach((hash, vector) -> out.println(line(hash, vector, byConcepts, bySections, codes)));
    }
  }

  private static String line(
      String hash, float[] vector, double[][] first, double[][] second, List<String> codes) {
    double[] one = Softmax.of(scores(first, vector));
    double[] two = Softmax.of(scores(second, vector));
    double[] both = new double[one.length];
    for (int c = 0; c < one.length; c++) {
      both[c] = SHARE * StrictMath.log(one[c]) + (1 - SHARE) * StrictMath.log(two[c]);
    }
    Softmax.of(both);
    StringBuilder line = new StringBuilder(hash);
    for (int c = 0; c < both.length; c++) {
      long share = Math.round(both[c] * 100);
      if (share > 1) {
        line.append(String.format(Locale.ROOT, "\t%s=%d", codes.get(c), share));
      }
    }
    return line.toString();
  }

  private static double[] scores(double[][] weights, float[] vector) {
    double[] scores = new double[weights.length];
    for (int c = 0; c < weights.length; c++) {
      double sum = weights[c][SIZE];
      for (int i = 0; i < SIZE; i++) {
        sum += weights[c][i] * vector[i];
      }
      scores[c] = sum;
    }
    return scores;
  }

  private static double[][] learn(Map<String, float[]> texts, Map<String, Integer> classes, int n) {
    double[][] weights = new double[n][SIZE + 1];
    double[] counts = new double[n];
    List<String> hashes = new ArrayList<>(texts.keySet());
    hashes.removeIf(hash -> !classes.containsKey(hash));
    hashes.forEach(hash -> counts[classes.get(hash)]++);
    Random random = new Random(1);
    for (int epoch = 0; epoch < 30; epoch++) {
      java.util.Collections.shuffle(hashes, random);
      double rate = 4.0 / (1 + epoch);
      for (String hash : hashes) {
        float[] vector = texts.get(hash);
        int gold = classes.get(hash);
        double[] p = Softmax.of(scores(weights, vector));
        // Rare classes weigh more: the square root of how rare they are.
        double weight = Math.min(4, Math.sqrt(hashes.size() / (n * counts[gold])));
        for (int c = 0; c < n; c++) {
          double slope = rate * weight * ((c == gold ? 1 : 0) - p[c]);
          for (int i = 0; i < SIZE; i++) {
            weights[c][i] += slope * vector[i] - 1e-5 * weights[c][i];
          }
          weights[c][SIZE] += slope * .1;
        }
      }
    }
    return weights;
  }

  private static Map<String, float[]> read(Path file) throws IOException {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        String hash = in.readUTF();
        float[] vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
          vector[i] = in.readFloat();
        }
        vectors.put(hash, vector);
      }
    } catch (EOFException e) {
      return vectors;
    }
  }
}
