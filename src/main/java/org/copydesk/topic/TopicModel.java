package org.copydesk.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Tokens;

/**
 * A linear classifier over hashed words with int8 weights: title and the first words of the body
 * in, calibrated probabilities out.
 *
 * <p>Weights are summed as integers and exponentials are {@link StrictMath}'s, so an answer has the
 * same bits everywhere. Immutable; any number of threads may share one.
 */
public final class TopicModel {
  /** Version of what is made of a text by a model's weights, which have a digest of their own. */
  public static final int VERSION = 1;

  /** Place of the model in the jar. */
  static final String SHIPPED = "topics.model.gz";

  /**
   * How much likelier a class is that the page's section names. Set, not measured: it settles what
   * the words leave open (.4 against .3) and does not overrule them where they are sure (.9 against
   * .05), since sites file crime under politics.
   */
  private static final double SECTION_ODDS = 4;

  private final ModelHeader header;
  private final byte[] rarity;
  private final byte[] matrix;
  private final int classes;
  private final boolean bigrams;

  /**
   * A model of these weights.
   *
   * @param rarity a row's; 0 where it was not trained
   * @param matrix a row a bucket, a byte a class
   */
  TopicModel(ModelHeader header, byte[] rarity, byte[] matrix) {
    this.header = header;
    this.rarity = rarity;
    this.matrix = matrix;
    this.classes = header.codes().size();
    this.bigrams = header.ngrams().contains(2);
  }

  /**
   * Reads a model file, gzipped or not; does not close it.
   *
   * @throws IllegalArgumentException when it is not a sound model this program knows
   */
  public static TopicModel load(InputStream in) throws IOException {
    return ModelFile.read(in);
  }

  /** The model in the jar, for English. */
  public static TopicModel shipped() {
    try (InputStream in = TopicModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("there is no topic model in this jar");
      }
      return load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the topic model in this jar cannot be read", e);
    }
  }

  /** A hash of the model in the jar and of the sections it is told of, hex. */
  public static String shippedDigest() {
    StringBuilder all = new StringBuilder();
    for (String name : List.of(SHIPPED, SectionTopics.NAMES)) {
      try (InputStream in = TopicModel.class.getResourceAsStream(name)) {
        byte[] bytes = in.readAllBytes();
        all.append(ContentHash.of(bytes, 0, bytes.length).hex());
      } catch (IOException e) {
        throw new UncheckedIOException("the topic model in this jar cannot be read", e);
      }
    }
    return all.toString();
  }

  /** Writes the model file, not gzipped. */
  public void write(OutputStream out) throws IOException {
    out.write(ModelFile.bytes(header, rarity, matrix));
  }

  public ModelHeader header() {
    return header;
  }

  /** Whether a text of this language (ISO 639-1) is for this model; null or und: it is tried. */
  public boolean isFor(String language) {
    return language == null
        || language.equals("und")
        || header.language() == null
        || header.language().equals(language);
  }

  /**
   * What a text is about.
   *
   * @param title tokens of the title; null when there is none
   * @param body tokens of the body or snippet; null when there is none
   */
  public TopicGuess classify(Tokens title, Tokens body) {
    return classify(title, body, List.of());
  }

  /**
   * As {@link #classify(Tokens, Tokens)}, with what the page's section says.
   *
   * @param sections codes that {@link SectionTopics} gives; codes of another vocabulary than the
   *     model's say nothing
   */
  public TopicGuess classify(Tokens title, Tokens body, List<String> sections) {
    KnownRows text = known(WordFeatures.of(title, body, header.bits(), header.words(), bigrams));
    if (text.count() < Math.max(1, header.leastWords())) {
      return TopicGuess.NONE;
    }
    double[] probabilities = probabilities(text);
    boolean isTold = !sections.isEmpty() && sections.stream().anyMatch(header.codes()::contains);
    return guess(isTold ? weighed(probabilities, sections) : probabilities);
  }

  /** The odds of the classes that a section names are raised, all shares then sum to one again. */
  private double[] weighed(double[] probabilities, List<String> sections) {
    double[] weighed = probabilities.clone();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      weighed[c] *= sections.contains(header.codes().get(c)) ? SECTION_ODDS : 1;
      sum += weighed[c];
    }
    for (int c = 0; c < classes; c++) {
      weighed[c] /= sum;
    }
    return weighed;
  }

  /** Probability of each class in the header's order; by the biases alone when no word is known. */
  public double[] probabilities(Tokens title, Tokens body) {
    return probabilities(WordFeatures.of(title, body, header.bits(), header.words(), bigrams));
  }

  /**
   * A text's rows that were trained.
   *
   * @param places where their weights begin; {@code count} of them are meant
   * @param values what their weights are to be multiplied by
   * @param squares sum of the squares of the values
   */
  private record KnownRows(int count, int[] places, int[] values, long squares) {}

  private KnownRows known(WordFeatures text) {
    int[] rows = text.rows();
    int[] shares = text.shares();
    int[] places = new int[rows.length];
    int[] values = new int[rows.length];
    int known = 0;
    long squares = 0;
    for (int i = 0; i < rows.length; i++) {
      int value = shares[i] * rarity[rows[i]];
      places[known] = rows[i] * classes;
      values[known] = value;
      // No branch: which words were trained cannot be foretold. A value of 0 is written over.
      known += value > 0 ? 1 : 0;
      squares += (long) value * value;
    }
    return new KnownRows(known, places, values, squares);
  }

  /** As {@link #probabilities(Tokens, Tokens)}, of a text's features. */
  double[] probabilities(WordFeatures text) {
    return probabilities(known(text));
  }

  private double[] probabilities(KnownRows text) {
    double[] scores = new double[classes];
    double norm = LinearWeights.norm(text.squares());
    double temperature = Temperature.at(text.count(), header.temperatures());
    double[] scales = header.scales();
    double[] biases = header.biases();
    int[] sums = sums(text);
    for (int c = 0; c < classes; c++) {
      scores[c] = (sums[c] * scales[c] * norm + biases[c]) / temperature;
    }
    return Softmax.of(scores);
  }

  private int[] sums(KnownRows text) {
    int[] sums = new int[classes];
    for (int i = 0; i < text.count(); i++) {
      int at = text.places()[i];
      int value = text.values()[i];
      for (int c = 0; c < classes; c++) {
        sums[c] += value * matrix[at + c];
      }
    }
    return sums;
  }

  private TopicGuess guess(double[] probabilities) {
    int best = 0;
    List<TopicProbability> listed = new ArrayList<>(4);
    for (int c = 0; c < classes; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
      if (probabilities[c] >= header.listedFrom()) {
        listed.add(
            new TopicProbability(header.codes().get(c), header.labels().get(c), probabilities[c]));
      }
    }
    listed.sort(
        Comparator.comparingDouble(TopicProbability::confidence)
            .reversed()
            .thenComparing(TopicProbability::code));
    if (listed.size() > header.mostListed()) {
      listed = listed.subList(0, header.mostListed());
    }
    if (probabilities[best] < header.unsureBelow()) {
      return new TopicGuess(null, null, null, listed);
    }
    return new TopicGuess(
        header.codes().get(best), header.labels().get(best), probabilities[best], listed);
  }
}
