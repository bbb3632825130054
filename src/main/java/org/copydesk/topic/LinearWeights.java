package org.copydesk.topic;

import java.util.Arrays;

/**
 * Weights as trained, before they become int8.
 *
 * @param matrix a row a bucket, a float a class
 * @param rarity a row's, 0 where it was not trained; see {@link Rarity}
 */
record LinearWeights(int classes, float[] matrix, float[] biases, byte[] rarity) {

  /** Scores of a text, over {@code into}; the number of its rows that were trained. */
  int score(WordFeatures text, double[] into) {
    Arrays.fill(into, 0);
    int known = 0;
    long squares = 0;
    for (int i = 0; i < text.rows().length; i++) {
      int row = text.rows()[i];
      int value = text.shares()[i] * rarity[row];
      if (value > 0) {
        known++;
        squares += (long) value * value;
        int at = row * classes;
        for (int c = 0; c < classes; c++) {
          into[c] += value * matrix[at + c];
        }
      }
    }
    double norm = norm(squares);
    for (int c = 0; c < classes; c++) {
      into[c] = into[c] * norm + biases[c];
    }
    return known;
  }

  /** The values of a text's rows, length 1 together; 0 for those that were not trained. */
  double[] values(WordFeatures text) {
    double[] values = new double[text.rows().length];
    long squares = 0;
    for (int i = 0; i < values.length; i++) {
      int value = text.shares()[i] * rarity[text.rows()[i]];
      values[i] = value;
      squares += (long) value * value;
    }
    double norm = norm(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] *= norm;
    }
    return values;
  }

  /** What makes the values of a text, whose squares sum to this, one of length 1. */
  static double norm(long squares) {
    return 1 / Math.sqrt(Math.max(1, squares));
  }

  /** Adds a share of the weights of another course. */
  void add(LinearWeights other, float share) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] += share * other.matrix[i];
    }
    for (int c = 0; c < classes; c++) {
      biases[c] += share * other.biases[c];
    }
  }

  /** One scale a class, so that its largest weight is 127. */
  double[] scales() {
    double[] scales = new double[classes];
    for (int i = 0; i < matrix.length; i++) {
      scales[i % classes] = Math.max(scales[i % classes], Math.abs(matrix[i]));
    }
    for (int c = 0; c < classes; c++) {
      scales[c] = scales[c] == 0 ? 1 : scales[c] / 127;
    }
    return scales;
  }

  byte[] quantised(double[] scales) {
    byte[] bytes = new byte[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      bytes[i] = (byte) Math.rint(matrix[i] / scales[i % classes]);
    }
    return bytes;
  }
}
