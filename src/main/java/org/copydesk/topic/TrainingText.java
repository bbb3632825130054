package org.copydesk.topic;

import org.copydesk.text.ContentHash;

/**
 * A text as the trainer sees it.
 *
 * @param hash of the text, for order and split
 * @param features of all words that count
 * @param lead features of title and first words alone; null when that is the same
 * @param target share of each class, sums to 1
 * @param weight 1 is a text like any other
 * @param source index of where it came from
 */
record TrainingText(
    ContentHash hash,
    WordFeatures features,
    WordFeatures lead,
    float[] target,
    float weight,
    int source) {
  /** The most likely class. */
  int primary() {
    int best = 0;
    for (int c = 1; c < target.length; c++) {
      if (target[c] > target[best]) {
        best = c;
      }
    }
    return best;
  }
}
