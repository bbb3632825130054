package org.copydesk.topic;

import java.util.ArrayList;
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

  LinearWeights train(List<TrainingText> given) {
    List<TrainingText> texts = new ArrayList<>(given);
    texts.sort(Comparator.comparing(TrainingText::hash));
    int rows = 1 << settings.bits();
    boolean[] isKept = kept(texts, rows);
    LinearWeights weights =
        new LinearWeights(classes, new float[rows * classes], new float[classes], isKept);
    float[] squares = new float[rows * classes];
    double[] biasSquares = new double[classes];
    float[] classWeights = classWeights(texts);
    Random random = new Random(settings.seed());
    int[] order = new int[texts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int i : order) {
        TrainingText text = texts.get(i);
        boolean hasLead = text.leadRows() != null;
        double weight = text.weight() * classWeights[text.primary()] * (hasLead ? .5 : 1);
        step(weights, squares, biasSquares, text.rows(), text.target(), weight);
        if (hasLead) {
          step(weights, squares, biasSquares, text.leadRows(), text.target(), weight);
        }
      }
    }
    return weights;
  }

  private void step(
      LinearWeights weights,
      float[] squares,
      double[] biasSquares,
      int[] rows,
      float[] target,
      double weight) {
    double[] scores = new double[classes];
    int known = weights.score(rows, scores);
    if (known == 0) {
      return;
    }
    Softmax.of(scores);
    double norm = 1 / Math.sqrt(known);
    double[] gradient = new double[classes];
    for (int c = 0; c < classes; c++) {
      double slope = (scores[c] - target[c]) * weight;
      biasSquares[c] += slope * slope;
      weights.biases()[c] -=
          (float) (settings.rate() * slope / (Math.sqrt(biasSquares[c]) + EPSILON));
      gradient[c] = slope * norm;
    }
    float[] matrix = weights.matrix();
    for (int row : rows) {
      if (!weights.isKept()[row]) {
        continue;
      }
      int at = row * classes;
      for (int c = 0; c < classes; c++) {
        double slope = gradient[c] + settings.decay() * matrix[at + c];
        squares[at + c] += (float) (slope * slope);
        matrix[at + c] -=
            (float) (settings.rate() * slope / (Math.sqrt(squares[at + c]) + EPSILON));
      }
    }
  }

  private boolean[] kept(List<TrainingText> texts, int rows) {
    int[] counts = new int[rows];
    for (TrainingText text : texts) {
      for (int row : text.rows()) {
        counts[row]++;
      }
    }
    boolean[] isKept = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      isKept[row] = counts[row] >= settings.leastTexts();
    }
    return isKept;
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
