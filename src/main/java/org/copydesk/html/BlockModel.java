package org.copydesk.html;

import java.util.HashMap;
import java.util.Map;
import org.copydesk.segment.words.WordLists;

/**
 * Says how likely a block that the rules took for body is body: a logistic regression over {@link
 * BlockTrait}, its weights in {@code body-blocks.txt} by name, learned by {@link BlockTrainer}.
 */
final class BlockModel {
  private static final class Shipped {
    static final BlockModel MODEL = read();
  }

  private final double[] weights;
  private final double bias;

  /** {@code weights}: one a slot. */
  BlockModel(double[] weights, double bias) {
    this.weights = weights;
    this.bias = bias;
  }

  static BlockModel shipped() {
    return Shipped.MODEL;
  }

  private static BlockModel read() {
    Map<String, Double> byName = new HashMap<>();
    for (String[] row : WordLists.rows(BlockModel.class, "body-blocks.txt")) {
      byName.put(row[0] + " | " + row[1] + " | " + row[2], Double.valueOf(row[3]));
    }
    double[] weights = new double[BlockTrait.slots()];
    double bias = byName.remove("0 | ALWAYS | 1");
    for (int slot = 0; slot < weights.length; slot++) {
      Double weight = byName.remove(BlockTrait.name(slot));
      weights[slot] = weight == null ? 0 : weight;
    }
    if (!byName.isEmpty()) {
      throw new IllegalStateException("body-blocks.txt weighs unknown traits: " + byName.keySet());
    }
    return new BlockModel(weights, bias);
  }

  /** Natural logarithm of the odds that a block is body. */
  double logOdds(int[] slots) {
    double sum = bias;
    for (int slot : slots) {
      sum += weights[slot];
    }
    return sum;
  }
}
