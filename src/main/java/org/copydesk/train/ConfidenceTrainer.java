package org.copydesk.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.ConfidenceModel;
import org.copydesk.segment.ConfidenceModel.Weights;

/**
 * Learns the weights of a {@link ConfidenceModel}: logistic regression with a ridge by Fisher's
 * scoring, a field by itself, under each of some ceilings, of which the likeliest stays. The same
 * examples in the same order give the same weights.
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

  /**
   * The same of pages of text by field, each chosen in that way by itself: signs of days and
   * authors are few, as are the pages that know them, and a cost of 2 for all kept their weights
   * too small.
   */
  static final Map<Field, Double> RIDGES_OF_TEXT =
      Map.of(Field.BODY, .5, Field.TITLE, 4., Field.PUBLISHED_AT, .5, Field.AUTHORS, .5);

  /**
   * Steps down from one. Titles of page text need one (.94 of them at most are right): the headline
   * that is the truth may not be on the page, and nothing there shows it. Cross-validated over the
   * hosts of the half to develop on that took their calibration error from .066 to .037.
   */
  private static final double STEP = .01;

  private static final int CEILINGS = 15;

  private static final int ROUNDS = 60;
  private static final int HALVINGS = 12;
  private static final double LEAST_GAIN = 1e-9;
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
  private final ToDoubleFunction<Field> ridges;

  /**
   * @param isOf whether a sign says something of a field
   * @param ridges what a weight of a field costs: half of it times the square
   */
  ConfidenceTrainer(Class<S> signs, BiPredicate<S, Field> isOf, ToDoubleFunction<Field> ridges) {
    this.signs = signs.getEnumConstants();
    this.isOf = isOf;
    this.ridges = ridges;
  }

  /** Weights by field; a field of which no example knows is left out. */
  Map<Field, Weights> train(List<Example> examples) {
    Map<Field, Weights> weights = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      List<Example> known = examples.stream().filter(e -> e.right().containsKey(field)).toList();
      if (!known.isEmpty()) {
        weights.put(field, train(field, known));
      }
    }
    return weights;
  }

  private Weights train(Field field, List<Example> examples) {
    List<Integer> own = new ArrayList<>();
    for (S sign : signs) {
      if (isOf.test(sign, field)) {
        own.add(sign.ordinal());
      }
    }
    int n = own.size() + 1;
    double[][] x = new double[examples.size()][n];
    boolean[] isRight = new boolean[x.length];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < n - 1; i++) {
        x[k][i] = examples.get(k).signs()[own.get(i)];
      }
      x[k][n - 1] = examples.get(k).isSeen() ? 1 : 0;
      isRight[k] = examples.get(k).right().get(field);
    }
    double[] start = new double[n];
    Fit best = null;
    for (int down = 0; down <= CEILINGS; down++) {
      Fit fit = new Fit(x, isRight, 1 - down * STEP, ridges.applyAsDouble(field), start);
      fit.climb();
      start = fit.weights;
      best = best == null || fit.value > best.value + LEAST_GAIN ? fit : best;
    }
    double[] weights = new double[signs.length];
    for (int i = 0; i < n - 1; i++) {
      weights[own.get(i)] = best.weights[i];
    }
    return new Weights(best.ceiling, weights);
  }

  /** The likeliest weights under a ceiling. */
  private static final class Fit {
    private final double[][] x;
    private final boolean[] isRight;
    private final double ceiling;
    private final double ridge;
    private double[] weights;

    /** ln of the likelihood less what the weights cost. */
    private double value;

    private Fit(double[][] x, boolean[] isRight, double ceiling, double ridge, double[] weights) {
      this.x = x;
      this.isRight = isRight;
      this.ceiling = ceiling;
      this.ridge = ridge;
      this.weights = weights.clone();
      this.value = value(weights);
    }

    /** The first sign always holds: what it weighs is the share of those that are right. */
    private double cost(int i) {
      return i == 0 ? LEAST_VARIANCE : ridge;
    }

    private double chance(double[] of, double[] at) {
      double sum = 0;
      for (int i = 0; i < at.length; i++) {
        sum += of[i] * at[i];
      }
      return 1 / (1 + StrictMath.exp(-sum));
    }

    private double value(double[] at) {
      double sum = 0;
      for (int i = 0; i < at.length; i++) {
        sum -= cost(i) * at[i] * at[i] / 2;
      }
      for (int k = 0; k < x.length; k++) {
        double chance = ceiling * chance(x[k], at);
        double outcome = isRight[k] ? chance : 1 - chance;
        sum += StrictMath.log(StrictMath.max(LEAST_VARIANCE, outcome));
      }
      return sum;
    }

    private void climb() {
      for (int round = 0; round < ROUNDS; round++) {
        double[] step = step();
        double gain = 0;
        for (int half = 0; half < HALVINGS && gain <= 0; half++) {
          double[] next = weights.clone();
          for (int i = 0; i < next.length; i++) {
            next[i] += step[i] / (1 << half);
          }
          double there = value(next);
          gain = there - value;
          if (gain > 0) {
            weights = next;
            value = there;
          }
        }
        if (gain < LEAST_GAIN) {
          return;
        }
      }
    }

    private double[] step() {
      int n = weights.length;
      double[] slope = new double[n];
      double[][] curve = new double[n][n];
      for (int k = 0; k < x.length; k++) {
        double below = chance(x[k], weights);
        double chance = ceiling * below;
        double rise = chance * (1 - below);
        double spread = StrictMath.max(LEAST_VARIANCE, chance * (1 - chance));
        double over = ((isRight[k] ? 1 : 0) - chance) * rise / spread;
        double variance = StrictMath.max(LEAST_VARIANCE, rise * rise / spread);
        for (int i = 0; i < n; i++) {
          slope[i] += over * x[k][i];
          for (int j = 0; j < n; j++) {
            curve[i][j] += variance * x[k][i] * x[k][j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        slope[i] -= cost(i) * weights[i];
        curve[i][i] += cost(i);
      }
      return solve(curve, slope);
    }
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
