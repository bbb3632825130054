package org.copydesk.segment;

import java.util.Arrays;
import java.util.List;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.text.WorkLimit;

/**
 * How likely each line of a page is in each {@link State}, all lines considered together (forward
 * and backward over a linear chain), and each line's points for being the title. Sums are whole
 * numbers, powers of two come from a table, products are taken in the lines' order: the same bits
 * everywhere.
 */
final class LinePosteriors {
  private static final int STATES = LineModel.STATES;
  private static final int UNIT = LineModel.UNIT;

  /** Powers of two of less are zero. */
  private static final int LEAST_POWER = -1000;

  private static final double[] FRACTIONS = new double[UNIT];

  static {
    for (int k = 0; k < UNIT; k++) {
      FRACTIONS[k] = StrictMath.pow(2, (double) k / UNIT);
    }
  }

  private final LineModel model;
  private final int n;

  /** By line and state. */
  private final int[] points;

  /** By line its points for being the title. */
  private final int[] titlePoints;

  /** By line and state. */
  private final double[] likely;

  /** By line its state where that is known; null for the others. */
  private final State[] known;

  /** Made when first asked for. */
  private double[] titles;

  private LinePosteriors(LineModel model, int n, State[] known) {
    this.model = model;
    this.n = n;
    this.known = known;
    this.points = new int[n * STATES];
    this.titlePoints = new int[n];
    this.likely = new double[n * STATES];
  }

  /** By rows of weights, as training has them. */
  static LinePosteriors of(LineModel model, int[][] rows) {
    LinePosteriors posteriors = new LinePosteriors(model, rows.length, new State[rows.length]);
    HiddenLayer hidden = model.hidden();
    int[] sums = model.sums().room();
    for (int i = 0; i < rows.length; i++) {
      for (int row : rows[i]) {
        posteriors.titlePoints[i] += model.title(row);
      }
      model.sums().of(rows[i], sums);
      hidden.points(sums, posteriors.points, i * STATES);
    }
    posteriors.propagate();
    return posteriors;
  }

  static LinePosteriors of(LineModel model, List<Unit> units, SiteModel site, UnitScanner scanner) {
    return of(model, units, site, scanner, new State[units.size()]);
  }

  /**
   * As {@link #of(LineModel, List, SiteModel, UnitScanner)}, where some labels are given.
   *
   * @param known by line its state; null where it is asked
   */
  static LinePosteriors of(
      LineModel model, List<Unit> units, SiteModel site, UnitScanner scanner, State[] known) {
    LinePosteriors posteriors = new LinePosteriors(model, units.size(), known);
    posteriors.addPoints(new LineFeatures(units, site, scanner));
    posteriors.propagate();
    return posteriors;
  }

  /** Two to the power of parts of {@link LineModel#UNIT}. */
  static double power(int parts) {
    int whole = parts >> 8;
    if (whole < LEAST_POWER) {
      return 0;
    }
    return FRACTIONS[parts & UNIT - 1] * Double.longBitsToDouble(whole + 1023L << 52);
  }

  private void addPoints(LineFeatures features) {
    char[] numbers = new char[LineSlots.TRAITS.length];
    HiddenLayer hidden = model.hidden();
    LineSums.Page page = model.sums().page();
    int[] sums = model.sums().room();
    for (int read = 0; read < n + LineSlots.REACH; read++) {
      if (read < n) {
        if (read % LineEvidence.CHECKED_EVERY == 0) {
          WorkLimit.check();
        }
        features.next(numbers);
        page.take(numbers);
      } else {
        page.takeEdge();
      }
      int line = read - LineSlots.REACH;
      if (line >= 0) {
        page.sums(sums);
        hidden.points(sums, points, line * STATES);
        titlePoints[line] = page.title();
      }
    }
  }

  private void propagate() {
    double[] emitted = new double[n * STATES];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      int best = points[at];
      for (int s = 1; s < STATES; s++) {
        best = Math.max(best, points[at + s]);
      }
      boolean isOpen = known[i] == null || known[i].ordinal() >= STATES;
      for (int s = 0; s < STATES; s++) {
        boolean mayBe = isOpen || known[i].ordinal() == s;
        emitted[i * STATES + s] = mayBe ? isOpen ? power(points[at + s] - best) : 1 : 0;
      }
    }
    forward(emitted, model.stepChances());
    backward(emitted, model.stepsBack());
  }

  private void forward(double[] emitted, double[] steps) {
    double[] before = new double[STATES];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      if (i == 0) {
        Arrays.setAll(before, to -> power(model.begin(to)));
      } else {
        walk(likely, at - STATES, steps, before);
      }
      double sum = 0;
      for (int to = 0; to < STATES; to++) {
        likely[at + to] = before[to] * emitted[at + to];
        sum += likely[at + to];
      }
      scale(likely, at, sum);
    }
  }

  /** Adds up by state what each state before it brings, in their order: four sums side by side. */
  private static void walk(double[] chances, int at, double[] steps, double[] out) {
    int to = 0;
    for (; to + 4 <= STATES; to += 4) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int first = to;
      for (int from = at; from < at + STATES; from++) {
        double chance = chances[from];
        a += chance * steps[first];
        b += chance * steps[first + 1];
        c += chance * steps[first + 2];
        d += chance * steps[first + 3];
        first += STATES;
      }
      out[to] = a;
      out[to + 1] = b;
      out[to + 2] = c;
      out[to + 3] = d;
    }
    for (; to < STATES; to++) {
      double sum = 0;
      for (int from = 0; from < STATES; from++) {
        sum += chances[at + from] * steps[from * STATES + to];
      }
      out[to] = sum;
    }
  }

  /**
   * @param steps by the state after and the state before
   */
  private void backward(double[] emitted, double[] steps) {
    double[] beta = new double[STATES];
    double[] next = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      int at = i * STATES;
      if (i == n - 1) {
        Arrays.setAll(next, from -> power(model.end(from)));
      } else {
        walk(beta, 0, steps, next);
      }
      double sum = 0;
      for (int from = 0; from < STATES; from++) {
        likely[at + from] *= next[from];
        sum += likely[at + from];
      }
      scale(likely, at, sum);
      double most = 0;
      for (int s = 0; s < STATES; s++) {
        beta[s] = next[s] * emitted[at + s];
        most = Math.max(most, beta[s]);
      }
      if (most > 0) {
        for (int s = 0; s < STATES; s++) {
          beta[s] /= most;
        }
      } else {
        Arrays.fill(beta, 1);
      }
    }
  }

  private static void scale(double[] values, int at, double sum) {
    if (sum > 0) {
      for (int s = at; s < at + STATES; s++) {
        values[s] /= sum;
      }
    } else {
      Arrays.fill(values, at, at + STATES, 1.0 / STATES);
    }
  }

  /** Chance of a line to be in a state, 0 to 1. */
  double of(int line, State state) {
    return likely[line * STATES + state.ordinal()];
  }

  /** A line's state where that was known before; else null. */
  State known(int line) {
    return known[line];
  }

  /** A line's points for being the title, in parts of {@link LineModel#UNIT}. */
  int titlePoints(int line) {
    return titlePoints[line];
  }

  /**
   * Chance of each line to be the title; with that of no title they add up to one. 1 where it is
   * known.
   */
  double[] titles() {
    if (titles == null) {
      titles = titleChances();
    }
    return titles;
  }

  private double[] titleChances() {
    int best = model.noTitle();
    for (int i = 0; i < n; i++) {
      best = Math.max(best, titlePoints(i));
    }
    double sum = power(model.noTitle() - best);
    double[] chances = new double[n];
    for (int i = 0; i < n; i++) {
      chances[i] = power(titlePoints(i) - best);
      sum += chances[i];
    }
    for (int i = 0; i < n; i++) {
      chances[i] = known[i] == null ? chances[i] / sum : known[i] == State.TITLE ? 1 : 0;
    }
    return chances;
  }
}
