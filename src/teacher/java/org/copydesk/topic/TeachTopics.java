package org.copydesk.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.copydesk.text.ContentHash;

/**
 * The teacher of the topic model: writes the soft labels that a recipe's texts are trained with.
 *
 * <p>For each model of sentence embeddings a softmax is learned from the vocabulary's definitions
 * and the recipe's source {@code seeds}; the mean of their answers labels the first so many texts
 * (by their digest) of every source that says {@code teach}. Written as hash and shares of a
 * hundred: no text is in the file. Arguments: recipe, folder for embeddings and glosses, file for
 * the labels.
 */
public final class TeachTopics {
  private static final String SEEDS = "seeds";
  private static final int STEPS = 1500;
  private static final double RATE = 5;
  private static final double MOMENTUM = .9;
  private static final double DECAY = 3e-4;

  /** All seeds together weigh this much, where the definitions weigh one. */
  private static final double SEED_MASS = 8;

  /** The softmax as learned is too unsure to teach: its scores are raised by this factor. */
  private static final double SHARPNESS = 2;

  /** A text whose likeliest class is less likely teaches nothing. */
  private static final double LEAST_SURE = .3;

  private final List<String> codes;
  private final double[][] weights;
  private final int size;
  private final double[] mean;
  private double scale;

  private TeachTopics(List<String> codes, int size) {
    this.codes = codes;
    this.size = size;
    this.mean = new double[size];
    this.weights = new double[codes.size()][size + 1];
  }

  public static void main(String[] arguments) throws IOException {
    TrainingRecipe recipe = TrainingRecipe.read(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Taxonomy taxonomy;
    try (InputStream in = Files.newInputStream(recipe.vocabulary())) {
      taxonomy = Taxonomy.read(in);
    }
    LabelledTexts reader = LabelledTexts.of(taxonomy);
    WordNetGlosses.writeFor(recipe, reader);
    List<TopicExample> seeds = new ArrayList<>();
    Map<ContentHash, TopicExample> texts = new LinkedHashMap<>();
    for (TrainingRecipe.Source source : recipe.sources()) {
      List<TopicExample> all = new ArrayList<>(source.texts(reader));
      if (source.name().equals(SEEDS)) {
        seeds.addAll(all);
      }
      all.sort(Comparator.comparing(TeachTopics::digest));
      all.subList(0, Math.min(all.size(), source.teach()))
          .forEach(text -> texts.put(text.hash(), text));
      System.out.println(source.name() + ": " + Math.min(all.size(), source.teach()));
    }
    TreeMap<ContentHash, double[]> answers = new TreeMap<>();
    List<SentenceEmbeddings.Model> models = SentenceEmbeddings.Model.of(recipe);
    for (SentenceEmbeddings.Model model : models) {
      SentenceEmbeddings embeddings = new SentenceEmbeddings(folder, model);
      TeachTopics teacher = new TeachTopics(taxonomy.tops(), embeddings.size());
      teacher.learn(embeddings, taxonomy.definitions(), seeds);
      embeddings
          .of(List.copyOf(texts.values()))
          .forEach((hash, vector) -> answers.merge(hash, teacher.answer(vector), TeachTopics::sum));
    }
    try (PrintStream out =
        new PrintStream(
            new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[2]))),
            false,
            StandardCharsets.UTF_8)) {
      answers.forEach((hash, sums) -> write(taxonomy.tops(), hash, sums, models.size(), out));
    }
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int c = 0; c < sum.length; c++) {
      sum[c] += b[c];
    }
    return sum;
  }

  /** Orders texts without regard to where they stand or to which part they fall into. */
  static String digest(TopicExample text) {
    try {
      String all = (text.title() == null ? "" : text.title()) + text.text();
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Full-batch gradient descent: one order of sums, so one result. */
  private void learn(
      SentenceEmbeddings embeddings, List<TopicExample> definitions, List<TopicExample> seeds)
      throws IOException {
    List<float[]> vectors = new ArrayList<>();
    List<Integer> gold = new ArrayList<>();
    List<Double> mass = new ArrayList<>();
    for (List<TopicExample> texts : List.of(definitions, seeds)) {
      Map<ContentHash, float[]> embedded = embeddings.of(texts);
      int[] counts = new int[codes.size()];
      texts.forEach(text -> counts[codes.indexOf(text.topics().get(0))]++);
      for (TopicExample text : texts) {
        int code = codes.indexOf(text.topics().get(0));
        vectors.add(embedded.get(text.hash()));
        gold.add(code);
        // Every class weighs the same.
        mass.add((texts == seeds ? SEED_MASS : 1) / counts[code]);
      }
    }
    measure(vectors);
    List<double[]> points = vectors.stream().map(this::centred).toList();
    double all = mass.stream().mapToDouble(Double::doubleValue).sum();
    double[][] speed = new double[codes.size()][size + 1];
    for (int step = 0; step < STEPS; step++) {
      double[][] slope = new double[codes.size()][size + 1];
      for (int t = 0; t < vectors.size(); t++) {
        double[] vector = points.get(t);
        double[] p = Softmax.of(scores(vector, 1));
        for (int c = 0; c < p.length; c++) {
          double error = (p[c] - (c == gold.get(t) ? 1 : 0)) * mass.get(t) / all;
          for (int i = 0; i < vector.length; i++) {
            slope[c][i] += error * vector[i];
          }
          slope[c][vector.length] += .1 * error;
        }
      }
      for (int c = 0; c < weights.length; c++) {
        for (int i = 0; i < weights[c].length; i++) {
          double decay = i < size ? DECAY * weights[c][i] : 0;
          speed[c][i] = MOMENTUM * speed[c][i] + slope[c][i] + decay;
          weights[c][i] -= RATE * speed[c][i];
        }
      }
    }
  }

  /**
   * Embeddings of one model lie in a cone of their own, narrow or wide: seen from their mean, in
   * units of their mean distance from it, those of all models are learned from alike.
   */
  private void measure(List<float[]> vectors) {
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        mean[i] += vector[i] / (double) vectors.size();
      }
    }
    scale = 1;
    double distance = 0;
    for (float[] vector : vectors) {
      double squares = 0;
      for (double value : centred(vector)) {
        squares += value * value;
      }
      distance += Math.sqrt(squares);
    }
    scale = vectors.size() / distance;
  }

  private double[] centred(float[] vector) {
    double[] point = new double[vector.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = (vector[i] - mean[i]) * scale;
    }
    return point;
  }

  private double[] answer(float[] vector) {
    return Softmax.of(scores(centred(vector), SHARPNESS));
  }

  private double[] scores(double[] vector, double sharpness) {
    double[] scores = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      double sum = weights[c][size];
      for (int i = 0; i < vector.length; i++) {
        sum += weights[c][i] * vector[i];
      }
      scores[c] = sum * sharpness;
    }
    return scores;
  }

  private static void write(
      List<String> codes, ContentHash hash, double[] sums, int models, PrintStream out) {
    double most = 0;
    StringBuilder line = new StringBuilder(hash.hex());
    for (int c = 0; c < sums.length; c++) {
      double p = sums[c] / models;
      most = Math.max(most, p);
      long share = Math.round(p * 100);
      if (share > 1) {
        line.append(String.format(Locale.ROOT, "\t%s=%d", codes.get(c), share));
      }
    }
    if (most >= LEAST_SURE) {
      out.print(line.append('\n'));
    }
  }
}
