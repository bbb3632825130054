package org.copydesk.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Learns a softmax over hashed words by AdaGrad (Duchi, Hazan, Singer 2011), one thread, seeded
 * order: the same texts give the same weights, whatever order they come in.
 */
final class TopicTrainer {
  private static final double EPSILON = 1e-6;

  private final TrainingSettings settings;
  private final int classes;

  TopicTrainer(TrainingSettings settings, int classes) {
    this.settings = settings;
    this.classes = classes;
  }

  /** The mean of some courses, each with an order and words left out of its own. */
  LinearWeights train(List<TrainingText> given) {
    List<TrainingText> texts = new ArrayList<>(given);
    texts.sort(Comparator.comparing(TrainingText::hash));
    int rows = 1 << settings.bits();
    byte[] rarity = Rarity.of(texts, rows, settings.leastTexts());
    LinearWeights mean =
        new LinearWeights(classes, new float[rows * classes], new float[classes], rarity);
    for (int course = 0; course < settings.courses(); course++) {
      mean.add(course(texts, rarity, settings.seed() + course), 1f / settings.courses());
    }
    return mean;
  }

  private LinearWeights course(List<TrainingText> texts, byte[] rarity, long seed) {
    int rows = rarity.length;
    LinearWeights weights =
        new LinearWeights(classes, new float[rows * classes], new float[classes], rarity);
    float[] squares = new float[rows * classes];
    double[] biasSquares = new double[classes];
    float[] classWeights = classWeights(texts);
    Random random = new Random(seed);
    int[] order = new int[texts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int i : order) {
        TrainingText text = texts.get(i);
        boolean hasLead = text.lead() != null;
        double weight = text.weight() * classWeights[text.primary()] * (hasLead ? .5 : 1);
        WordFeatures features = thinned(text.features(), rarity, random);
        step(weights, squares, biasSquares, features, text.target(), weight);
        if (hasLead) {
          WordFeatures lead = thinned(text.lead(), rarity, random);
          step(weights, squares, biasSquares, lead, text.target(), weight);
        }
      }
    }
    return weights;
  }

  /**
   * The trained rows without some by chance: what a text is about must not hang on a word or two,
   * which another source does not use (dropout; Srivastava et al. 2014).
   */
  private WordFeatures thinned(WordFeatures text, byte[] rarity, Random random) {
    int[] rows = new int[text.rows().length];
    int[] shares = new int[rows.length];
    int kept = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rarity[text.rows()[i]] > 0 && random.nextFloat() >= settings.dropout()) {
        rows[kept] = text.rows()[i];
        shares[kept++] = text.shares()[i];
      }
    }
    return new WordFeatures(Arrays.copyOf(rows, kept), Arrays.copyOf(shares, kept));
  }

  private void step(
      LinearWeights weights,
      float[] squares,
      double[] biasSquares,
      WordFeatures text,
      float[] target,
      double weight) {
    double[] scores = new double[classes];
    if (weights.score(text, scores) == 0) {
      return;
    }
    Softmax.of(scores);
    double[] slopes = new double[classes];
    for (int c = 0; c < classes; c++) {
      slopes[c] = (scores[c] - target[c]) * weight;
      biasSquares[c] += slopes[c] * slopes[c];
      weights.biases()[c] -=
          (float) (settings.rate() * slopes[c] / (Math.sqrt(biasSquares[c]) + EPSILON));
    }
    double[] values = weights.values(text);
    float[] matrix = weights.matrix();
    for (int i = 0; i < values.length; i++) {
      int at = text.rows()[i] * classes;
      for (int c = 0; c < classes; c++) {
        double slope = slopes[c] * values[i];
        squares[at + c] += (float) (slope * slope);
        matrix[at + c] -=
            (float) (settings.rate() * slope / (Math.sqrt(squares[at + c]) + EPSILON));
      }
    }
  }

  private float[] classWeights(List<TrainingText> texts) {
    double[] mass = new double[classes];
    double all = 0;
    for (TrainingText text : texts) {
      mass[text.primary()] += text.weight();
      all += text.weight();
    }
    float[] weights = new float[classes];
    for (int c = 0; c < classes; c++) {
      double share = Math.max(mass[c], 1) * classes / all;
      weights[c] = (float) Math.min(8, StrictMath.pow(share, -settings.balance()));
    }
    return weights;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
