package org.copydesk.segment;

import org.copydesk.segment.lines.State;

/**
 * The gradients {@link LineTrainer} follows: of the chain of labels and of the choice of a title.
 */
final class LineGradients {
  private static final int STATES = LineModel.STATES;

  private LineGradients() {}

  /** Adds the gradient of minus the logarithm of a page's labels' chance. */
  static void addChain(LabelledLines page, double[] point, double[] gradient) {
    int n = page.rows.length;
    int first = LineSlots.ALL_ROWS * STATES;
    int begin = first + STATES * STATES;
    int end = begin + STATES;
    double[] steps = new double[STATES * STATES];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = StrictMath.exp(point[first + k]);
    }
    double[] emitted = new double[n * STATES];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      emit(page.rows[i], point, emitted, at);
      double best = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < STATES; s++) {
        best = Math.max(best, emitted[at + s]);
      }
      for (int s = 0; s < STATES; s++) {
        emitted[at + s] = StrictMath.exp(emitted[at + s] - best);
      }
    }
    double[] alpha = new double[n * STATES];
    double[] scales = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      double sum = 0;
      for (int to = 0; to < STATES; to++) {
        double before = i == 0 ? StrictMath.exp(point[begin + to]) : 0;
        for (int from = 0; i > 0 && from < STATES; from++) {
          before += alpha[at - STATES + from] * steps[from * STATES + to];
        }
        alpha[at + to] = before * emitted[at + to];
        sum += alpha[at + to];
      }
      scales[i] = sum;
      for (int s = 0; s < STATES; s++) {
        alpha[at + s] /= sum;
      }
    }
    double[] beta = new double[STATES];
    double whole = 0;
    for (int s = 0; s < STATES; s++) {
      beta[s] = StrictMath.exp(point[end + s]);
      whole += alpha[(n - 1) * STATES + s] * beta[s];
    }
    for (int s = 0; s < STATES; s++) {
      beta[s] /= whole;
      gradient[end + s] += page.weight * alpha[(n - 1) * STATES + s] * beta[s];
    }
    gradient[end + page.states[n - 1]] -= page.weight;
    double[] chance = new double[STATES];
    double[] next = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      int at = i * STATES;
      for (int s = 0; s < STATES; s++) {
        chance[s] = alpha[at + s] * beta[s] * page.weight;
      }
      chance[page.states[i]] -= page.weight;
      for (int row : page.rows[i]) {
        int w = row * STATES;
        for (int s = 0; s < STATES; s++) {
          gradient[w + s] += chance[s];
        }
      }
      if (i == 0) {
        for (int s = 0; s < STATES; s++) {
          gradient[begin + s] += chance[s];
        }
        break;
      }
      for (int s = 0; s < STATES; s++) {
        beta[s] *= emitted[at + s] / scales[i];
      }
      for (int from = 0; from < STATES; from++) {
        double sum = 0;
        int step = from * STATES;
        double before = alpha[at - STATES + from] * page.weight;
        for (int to = 0; to < STATES; to++) {
          double both = steps[step + to] * beta[to];
          sum += both;
          gradient[first + step + to] += before * both;
        }
        next[from] = sum;
      }
      gradient[first + page.states[i - 1] * STATES + page.states[i]] -= page.weight;
      double[] swap = beta;
      beta = next;
      next = swap;
    }
  }

  /** Adds the rows of a line up: kept in registers, as most of the time goes here. */
  private static void emit(int[] rows, double[] point, double[] out, int at) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    double s8 = 0;
    double s9 = 0;
    double s10 = 0;
    for (int row : rows) {
      int w = row * STATES;
      s0 += point[w];
      s1 += point[w + 1];
      s2 += point[w + 2];
      s3 += point[w + 3];
      s4 += point[w + 4];
      s5 += point[w + 5];
      s6 += point[w + 6];
      s7 += point[w + 7];
      s8 += point[w + 8];
      s9 += point[w + 9];
      s10 += point[w + 10];
    }
    out[at] = s0;
    out[at + 1] = s1;
    out[at + 2] = s2;
    out[at + 3] = s3;
    out[at + 4] = s4;
    out[at + 5] = s5;
    out[at + 6] = s6;
    out[at + 7] = s7;
    out[at + 8] = s8;
    out[at + 9] = s9;
    out[at + 10] = s10;
  }

  /** Adds the gradient of minus the logarithm of the chance that the title, or none, is chosen. */
  static void addTitle(LabelledLines page, double[] point, double[] gradient) {
    int n = page.rows.length;
    double[] points = new double[n + 1];
    double best = point[LineSlots.ALL_ROWS];
    boolean hasTitle = false;
    for (int i = 0; i < n; i++) {
      for (int row : page.rows[i]) {
        points[i] += point[row];
      }
      best = Math.max(best, points[i]);
      hasTitle |= page.states[i] == State.TITLE.ordinal();
    }
    points[n] = point[LineSlots.ALL_ROWS];
    double all = 0;
    double right = 0;
    for (int i = 0; i <= n; i++) {
      points[i] = StrictMath.exp(points[i] - best);
      all += points[i];
      boolean isRight = i == n ? !hasTitle : page.states[i] == State.TITLE.ordinal();
      right += isRight ? points[i] : 0;
    }
    right = Math.max(right, 1e-300);
    for (int i = 0; i <= n; i++) {
      boolean isRight = i == n ? !hasTitle : page.states[i] == State.TITLE.ordinal();
      double slope = page.weight * (points[i] / all - (isRight ? points[i] / right : 0));
      if (i == n) {
        gradient[LineSlots.ALL_ROWS] += slope;
      } else {
        for (int row : page.rows[i]) {
          gradient[row] += slope;
        }
      }
    }
  }
}
