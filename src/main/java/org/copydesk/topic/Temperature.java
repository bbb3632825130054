package org.copydesk.topic;

import java.util.List;

/** The temperature at which a model's probabilities fit what it got right (Guo et al. 2017). */
final class Temperature {
  private static final double LOWEST = .2;
  private static final double HIGHEST = 4;
  private static final double STEP = .02;

  private Temperature() {}

  /** The step from .2 to 4 with the least mean negative log likelihood of the first labels. */
  static double fit(LinearWeights weights, List<TrainingText> texts) {
    double[][] scores = new double[texts.size()][weights.classes()];
    for (int i = 0; i < scores.length; i++) {
      weights.score(texts.get(i).rows(), scores[i]);
    }
    double best = 1;
    double least = Double.MAX_VALUE;
    int steps = (int) Math.round((HIGHEST - LOWEST) / STEP);
    for (int step = 0; step <= steps; step++) {
      double temperature = Math.rint((LOWEST + step * STEP) * 100) / 100;
      double loss = 0;
      for (int i = 0; i < scores.length; i++) {
        double[] scaled = scores[i].clone();
        for (int c = 0; c < scaled.length; c++) {
          scaled[c] /= temperature;
        }
        double[] probabilities = Softmax.of(scaled);
        loss -= StrictMath.log(Math.max(1e-12, probabilities[texts.get(i).primary()]));
      }
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }
}
