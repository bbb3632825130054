package org.copydesk.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the minimum of a smooth function of many variables by limited-memory BFGS (Nocedal and
 * Wright, Numerical Optimization, algorithms 7.4 and 7.5), with a line search that halves the step
 * until the function has fallen enough and, where the slope is still steep, doubles it. Every sum
 * is taken in one order: the same function gives the same point everywhere.
 */
final class Lbfgs {
  private static final int MEMORY = 10;
  private static final double ENOUGH = 1e-4;
  private static final double STEEP = 0.9;
  private static final int MOST_TRIES = 30;

  /** What is to be made small. */
  interface Objective {
    /** The value at a point; its gradient is written into {@code gradient}. */
    double at(double[] point, double[] gradient);
  }

  /**
   * A step taken and what it did to the gradient.
   *
   * @param inverse one over their product
   */
  private record Step(double[] moved, double[] turned, double inverse) {}

  private Lbfgs() {}

  /**
   * @param point where to begin; where it ends is written there
   * @param iterations at most
   * @param tolerance ends where the gradient is so much smaller than the point
   * @return the value reached
   */
  static double minimise(Objective objective, double[] point, int iterations, double tolerance) {
    int n = point.length;
    double[] gradient = new double[n];
    double value = objective.at(point, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int k = 0; k < iterations; k++) {
      double length = Math.sqrt(dot(gradient, gradient));
      if (length <= tolerance * Math.max(1, Math.sqrt(dot(point, point)))) {
        break;
      }
      double[] direction = direction(gradient, steps);
      double slope = dot(direction, gradient);
      if (slope >= 0) {
        steps.clear();
        for (int i = 0; i < n; i++) {
          direction[i] = -gradient[i];
        }
        slope = -dot(gradient, gradient);
      }
      double[] next = new double[n];
      double[] nextGradient = new double[n];
      double size = steps.isEmpty() ? Math.min(1, 1 / length) : 1;
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double nextValue = value;
      boolean isFound = false;
      for (int tries = 0; tries < MOST_TRIES && !isFound; tries++) {
        for (int i = 0; i < n; i++) {
          next[i] = point[i] + size * direction[i];
        }
        nextValue = objective.at(next, nextGradient);
        if (nextValue > value + ENOUGH * size * slope) {
          high = size;
          size = (low + high) / 2;
        } else if (dot(nextGradient, direction) < STEEP * slope) {
          low = size;
          size = Double.isInfinite(high) ? size * 2 : (low + high) / 2;
        } else {
          isFound = true;
        }
      }
      if (nextValue >= value) {
        break;
      }
      remember(steps, point, next, gradient, nextGradient);
      System.arraycopy(next, 0, point, 0, n);
      gradient = nextGradient;
      value = nextValue;
    }
    return value;
  }

  private static void remember(
      Deque<Step> steps, double[] point, double[] next, double[] gradient, double[] nextGradient) {
    int n = point.length;
    double[] moved = new double[n];
    double[] turned = new double[n];
    for (int i = 0; i < n; i++) {
      moved[i] = next[i] - point[i];
      turned[i] = nextGradient[i] - gradient[i];
    }
    double product = dot(moved, turned);
    if (product > 0) {
      steps.addLast(new Step(moved, turned, 1 / product));
      if (steps.size() > MEMORY) {
        steps.removeFirst();
      }
    }
  }

  private static double[] direction(double[] gradient, Deque<Step> steps) {
    double[] direction = gradient.clone();
    List<Step> list = new ArrayList<>(steps);
    double[] alphas = new double[list.size()];
    for (int k = list.size() - 1; k >= 0; k--) {
      Step step = list.get(k);
      alphas[k] = step.inverse() * dot(step.moved(), direction);
      add(direction, step.turned(), -alphas[k]);
    }
    if (!list.isEmpty()) {
      Step last = list.get(list.size() - 1);
      double scale = 1 / (last.inverse() * dot(last.turned(), last.turned()));
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (int k = 0; k < list.size(); k++) {
      Step step = list.get(k);
      double beta = step.inverse() * dot(step.turned(), direction);
      add(direction, step.moved(), alphas[k] - beta);
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -direction[i];
    }
    return direction;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i] * times;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
