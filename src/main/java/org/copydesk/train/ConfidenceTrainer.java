package org.copydesk.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.ConfidenceModel;

/**
 * Learns the weights of a {@link ConfidenceModel}: logistic regression with a ridge by Newton's
 * method, a field by itself. The same examples in the same order give the same weights.
 *
 * <p>Pages that the rules were developed on are right more often than others. They teach which
 * signs count, and one weight of their own, which is not kept, takes up by how much they are
 * better.
 */
final class ConfidenceTrainer<S extends Enum<S>> {
  /**
   * What a weight costs. Of .5, 1, 2 and 4 the one with the least log loss over WCXB's pages that
   * the rules were not developed on, judged by weights of other hosts, and over DAnIEL's, together.
   */
  static final double RIDGE = 4;

  /** The same of pages of text, of which there are more and whose signs are fewer. */
  static final double RIDGE_OF_TEXT = 2;

  private static final int ROUNDS = 30;
  private static final double LEAST_VARIANCE = 1e-6;

  /**
   * An article.
   *
   * @param isSeen whether the rules were developed on it
   * @param right of the fields whose truth is known
   */
  record Example(String host, boolean isSeen, double[] signs, Map<Field, Boolean> right) {}

  private final S[] signs;
  private final BiPredicate<S, Field> isOf;
  private final double ridge;

  /**
   * @param isOf whether a sign says something of a field
   */
  ConfidenceTrainer(Class<S> signs, BiPredicate<S, Field> isOf, double ridge) {
    this.signs = signs.getEnumConstants();
    this.isOf = isOf;
    this.ridge = ridge;
  }

  /** Weights by field; a field of which no example knows is left out. */
  Map<Field, double[]> train(List<Example> examples) {
    Map<Field, double[]> weights = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      List<Example> known = examples.stream().filter(e -> e.right().containsKey(field)).toList();
      if (!known.isEmpty()) {
        weights.put(field, train(field, known));
      }
    }
    return weights;
  }

  private double[] train(Field field, List<Example> examples) {
    List<Integer> own = new ArrayList<>();
    for (S sign : signs) {
      if (isOf.test(sign, field)) {
        own.add(sign.ordinal());
      }
    }
    int n = own.size() + 1;
    double[] found = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[n];
      double[][] curve = new double[n][n];
      for (Example example : examples) {
        double[] x = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
          x[i] = i < n - 1 ? example.signs()[own.get(i)] : example.isSeen() ? 1 : 0;
          sum += x[i] * found[i];
        }
        double chance = 1 / (1 + StrictMath.exp(-sum));
        double over = (example.right().get(field) ? 1 : 0) - chance;
        double variance = StrictMath.max(LEAST_VARIANCE, chance * (1 - chance));
        for (int i = 0; i < n; i++) {
          slope[i] += over * x[i];
          for (int j = 0; j < n; j++) {
            curve[i][j] += variance * x[i] * x[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        // The first sign always holds: what it weighs is the share of those that are right.
        double cost = i == 0 ? LEAST_VARIANCE : ridge;
        slope[i] -= cost * found[i];
        curve[i][i] += cost;
      }
      double[] step = solve(curve, slope);
      for (int i = 0; i < n; i++) {
        found[i] += step[i];
      }
    }
    double[] weights = new double[signs.length];
    for (int i = 0; i < n - 1; i++) {
      weights[own.get(i)] = found[i];
    }
    return weights;
  }

  /** Elimination by Gauss; the matrix is symmetric and positive, so its diagonal is not zero. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double share = matrix[i][k] / matrix[k][k];
        for (int j = k; j < n; j++) {
          matrix[i][j] -= share * matrix[k][j];
        }
        right[i] -= share * right[k];
      }
    }
    double[] out = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = right[i];
      for (int j = i + 1; j < n; j++) {
        sum -= matrix[i][j] * out[j];
      }
      out[i] = sum / matrix[i][i];
    }
    return out;
  }

  /** Judges articles by weights that have seen no other page of their hosts. */
  Calibration crossValidate(List<Example> examples) {
    Calibration figures = new Calibration();
    for (int fold = 0; fold < TrainPages.FOLDS; fold++) {
      List<Example> others = new ArrayList<>();
      for (Example example : examples) {
        if (TrainPages.fold(example.host()) != fold) {
          others.add(example);
        }
      }
      ConfidenceModel model = new ConfidenceModel(train(others));
      for (Example example : examples) {
        if (TrainPages.fold(example.host()) == fold && !example.isSeen()) {
          figures.add(example, model);
        }
      }
    }
    return figures;
  }
}
