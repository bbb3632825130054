package org.copydesk.topic;

import java.util.Arrays;

/**
 * Weights as trained, before they become int8.
 *
 * @param matrix a row a bucket, a float a class
 * @param isKept rows that were trained
 */
record LinearWeights(int classes, float[] matrix, float[] biases, boolean[] isKept) {

  /** Scores of some rows, over {@code into}; the number of rows that were trained. */
  int score(int[] rows, double[] into) {
    Arrays.fill(into, 0);
    int known = 0;
    for (int row : rows) {
      if (isKept[row]) {
        known++;
        int at = row * classes;
        for (int c = 0; c < classes; c++) {
          into[c] += matrix[at + c];
        }
      }
    }
    double norm = 1 / Math.sqrt(Math.max(1, known));
    for (int c = 0; c < classes; c++) {
      into[c] = into[c] * norm + biases[c];
    }
    return known;
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
