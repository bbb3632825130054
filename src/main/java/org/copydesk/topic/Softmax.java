package org.copydesk.topic;

/** Scores to probabilities, with the same bits on every platform. */
final class Softmax {
  private Softmax() {}

  /** Replaces scores by their probabilities and gives the same array. */
  static double[] of(double[] scores) {
    double most = scores[0];
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] - most);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }
}
