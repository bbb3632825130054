package org.copydesk.topic;

import java.util.List;

/**
 * How much a row says by being rare: inverse document frequency (Spärck Jones 1972) in steps of a
 * byte, so that a word in all texts has 1 and one in two of them 127. Rows that were not trained
 * have 0.
 */
final class Rarity {
  private static final int MOST = 127;

  private Rarity() {}

  /** A byte a row; rows met in fewer than {@code least} texts are not trained. */
  static byte[] of(List<TrainingText> texts, int rows, int least) {
    int[] counts = new int[rows];
    for (TrainingText text : texts) {
      for (int row : text.features().rows()) {
        counts[row]++;
      }
    }
    double unit = MOST / StrictMath.log((texts.size() + 1) / 2.0);
    byte[] rarity = new byte[rows];
    for (int row = 0; row < rows; row++) {
      if (counts[row] >= least) {
        double step = unit * StrictMath.log((texts.size() + 1.0) / (counts[row] + 1));
        rarity[row] = (byte) Math.max(1, Math.min(MOST, StrictMath.rint(step)));
      }
    }
    return rarity;
  }
}
