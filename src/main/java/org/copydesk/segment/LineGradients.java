package org.copydesk.segment;

import org.copydesk.segment.lines.State;

/**
 * The gradients {@link LineTrainer} follows: of a chain of labels over a layer of hidden units, and
 * of the choice of a title.
 */
final class LineGradients {
  private static final int STATES = LineModel.STATES;

  /** Units whose sums are added up side by side. */
  private static final int BLOCK = 8;

  /** Hidden units. */
  private final int units;

  /** Places in the point: weights of rows by unit, then these. */
  final int bias;

  final int shares;
  final int steps;
  final int begin;
  final int end;
  final int variables;

  LineGradients(int units) {
    this.units = units;
    this.bias = LineSlots.ALL_ROWS * units;
    this.shares = bias + units;
    this.steps = shares + units * STATES;
    this.begin = steps + STATES * STATES;
    this.end = begin + STATES;
    this.variables = end + STATES;
  }

  /** Adds the gradient of minus the logarithm of a page's labels' chance. */
  void addChain(LabelledLines page, float[] point, float[] gradient) {
    int n = page.rows.length;
    float[] hidden = new float[n * units];
    double[] emitted = new double[n * STATES];
    for (int i = 0; i < n; i++) {
      emit(page.rows[i], point, hidden, i, emitted);
    }
    double[] slopes = slopes(page, emitted, point, gradient);
    float[] back = new float[units];
    for (int i = 0; i < n; i++) {
      for (int unit = 0; unit < units; unit++) {
        float sum = hidden[i * units + unit];
        double slope = 0;
        int share = shares + unit * STATES;
        for (int s = 0; sum > 0 && s < STATES; s++) {
          double own = slopes[i * STATES + s];
          slope += own * point[share + s];
          gradient[share + s] += (float) (own * sum);
        }
        back[unit] = (float) slope;
        gradient[bias + unit] += back[unit];
      }
      for (int row : page.rows[i]) {
        int at = row * units;
        for (int unit = 0; unit < units; unit++) {
          gradient[at + unit] += back[unit];
        }
      }
    }
  }

  /** Writes a line's sums of hidden units and its points of each state. */
  private void emit(int[] rows, float[] point, float[] hidden, int line, double[] emitted) {
    float[] sums = new float[units];
    int unit = 0;
    for (; unit + BLOCK <= units; unit += BLOCK) {
      addUp(rows, point, unit, sums);
    }
    for (; unit < units; unit++) {
      float sum = point[bias + unit];
      for (int row : rows) {
        sum += point[row * units + unit];
      }
      sums[unit] = sum;
    }
    System.arraycopy(sums, 0, hidden, line * units, units);
    for (unit = 0; unit < units; unit++) {
      float sum = sums[unit];
      int share = shares + unit * STATES;
      for (int s = 0; sum > 0 && s < STATES; s++) {
        emitted[line * STATES + s] += sum * point[share + s];
      }
    }
  }

  /**
   * Adds the rows of a line up for a block of units: in registers, as most of the time goes here.
   */
  private void addUp(int[] rows, float[] point, int first, float[] sums) {
    int begins = bias + first;
    float a = point[begins];
    float b = point[begins + 1];
    float c = point[begins + 2];
    float d = point[begins + 3];
    float e = point[begins + 4];
    float f = point[begins + 5];
    float g = point[begins + 6];
    float h = point[begins + 7];
    for (int row : rows) {
      int at = row * units + first;
      a += point[at];
      b += point[at + 1];
      c += point[at + 2];
      d += point[at + 3];
      e += point[at + 4];
      f += point[at + 5];
      g += point[at + 6];
      h += point[at + 7];
    }
    sums[first] = a;
    sums[first + 1] = b;
    sums[first + 2] = c;
    sums[first + 3] = d;
    sums[first + 4] = e;
    sums[first + 5] = f;
    sums[first + 6] = g;
    sums[first + 7] = h;
  }

  /**
   * Forward and backward over the lines: adds the gradient of the steps, and gives that of each
   * line's points.
   *
   * @param emitted by line and state; powers of them when done
   */
  private double[] slopes(LabelledLines page, double[] emitted, float[] point, float[] gradient) {
    int n = page.rows.length;
    double[] step = new double[STATES * STATES];
    for (int k = 0; k < step.length; k++) {
      step[k] = StrictMath.exp(point[steps + k]);
    }
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
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
          before += alpha[at - STATES + from] * step[from * STATES + to];
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
      gradient[end + s] += (float) (page.weight * alpha[(n - 1) * STATES + s] * beta[s]);
    }
    gradient[end + page.states[n - 1]] -= (float) page.weight;
    double[] slopes = new double[n * STATES];
    double[] next = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      int at = i * STATES;
      for (int s = 0; s < STATES; s++) {
        slopes[at + s] = alpha[at + s] * beta[s] * page.weight;
      }
      slopes[at + page.states[i]] -= page.weight;
      if (i == 0) {
        for (int s = 0; s < STATES; s++) {
          gradient[begin + s] += (float) slopes[at + s];
        }
        break;
      }
      for (int s = 0; s < STATES; s++) {
        beta[s] *= emitted[at + s] / scales[i];
      }
      for (int from = 0; from < STATES; from++) {
        double sum = 0;
        double before = alpha[at - STATES + from] * page.weight;
        for (int to = 0; to < STATES; to++) {
          double both = step[from * STATES + to] * beta[to];
          sum += both;
          gradient[steps + from * STATES + to] += (float) (before * both);
        }
        next[from] = sum;
      }
      gradient[steps + page.states[i - 1] * STATES + page.states[i]] -= (float) page.weight;
      double[] swap = beta;
      beta = next;
      next = swap;
    }
    return slopes;
  }

  /** Adds the gradient of minus the logarithm of the chance that the title, or none, is chosen. */
  static void addTitle(LabelledLines page, float[] point, float[] gradient) {
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
        gradient[LineSlots.ALL_ROWS] += (float) slope;
      } else {
        for (int row : page.rows[i]) {
          gradient[row] += (float) slope;
        }
      }
    }
  }
}
