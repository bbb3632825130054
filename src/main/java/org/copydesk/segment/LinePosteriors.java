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

  /** Lines kept to look around: a power of two over twice {@link LineSlots#REACH}. */
  private static final int RING = 8;

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
    int[] sums = hidden.room();
    for (int i = 0; i < rows.length; i++) {
      for (int row : rows[i]) {
        posteriors.titlePoints[i] += model.title(row);
      }
      hidden.sums(rows[i], rows[i].length, sums);
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

  /** What a line has that is not usual, the traits first that are asked of the farthest lines. */
  private static final class Unusual {
    private static final int NUMBER_BITS = 16;
    private static final int[] USUAL =
        Arrays.stream(LineSlots.TRAITS).mapToInt(LineSlots::usual).toArray();

    /** No line. */
    static final Unusual EDGE = new Unusual();

    static {
      char[] numbers = new char[LineSlots.TRAITS.length];
      for (LineTrait trait : LineSlots.TRAITS) {
        numbers[trait.ordinal()] = (char) trait.values;
      }
      EDGE.take(numbers);
    }

    /** Trait and number; one more than there are, so that it need not be asked whether to write. */
    private final int[] found = new int[LineSlots.TRAITS.length + 1];

    /** By distance how many of them are asked from there. */
    private final int[] ends = new int[LineSlots.REACH + 1];

    void take(char[] numbers) {
      int[] order = LineSlots.BY_REACH;
      int count = 0;
      int k = 0;
      for (int reach = LineSlots.REACH; reach >= 0; reach--) {
        for (; k < LineSlots.REACH_ENDS[reach]; k++) {
          int trait = order[k];
          int number = numbers[trait];
          // No branch: it cannot be foretold.
          found[count] = trait << NUMBER_BITS | number;
          count += number == USUAL[trait] ? 0 : 1;
        }
        ends[reach] = count;
      }
    }

    /** Writes its rows as a line at a distance has them; returns how many there are. */
    int rows(int distance, int[] out, int at) {
      int[] first = LineSlots.FIRST_AT[LineSlots.REACH + distance];
      int end = ends[Math.abs(distance)];
      for (int k = 0; k < end; k++) {
        out[at + k] = first[found[k] >> NUMBER_BITS] + (found[k] & (1 << NUMBER_BITS) - 1);
      }
      return end;
    }
  }

  private void addPoints(LineFeatures features) {
    Unusual[] ring = new Unusual[RING];
    Arrays.setAll(ring, k -> new Unusual());
    char[] numbers = new char[LineSlots.TRAITS.length];
    HiddenLayer hidden = model.hidden();
    int[] sums = hidden.room();
    int[] active = new int[LineSlots.COUNT];
    int read = 0;
    for (int i = 0; i < n; i++) {
      if (i % LineEvidence.CHECKED_EVERY == 0) {
        WorkLimit.check();
      }
      for (; read < n && read <= i + LineSlots.REACH; read++) {
        features.next(numbers);
        ring[read & RING - 1].take(numbers);
      }
      int count = 0;
      for (int distance = -LineSlots.REACH; distance <= LineSlots.REACH; distance++) {
        int at = i + distance;
        Unusual line = at >= 0 && at < n ? ring[at & RING - 1] : Unusual.EDGE;
        count += line.rows(distance, active, count);
      }
      int title = model.usualTitle();
      for (int k = 0; k < count; k++) {
        title += model.addedTitle(active[k]);
      }
      hidden.sums(active, count, sums);
      hidden.points(sums, points, i * STATES);
      titlePoints[i] = title;
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
    backward(emitted, model.stepChances());
  }

  private void forward(double[] emitted, double[] steps) {
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      double sum = 0;
      for (int to = 0; to < STATES; to++) {
        double before = i == 0 ? power(model.begin(to)) : 0;
        for (int from = 0; i > 0 && from < STATES; from++) {
          before += likely[at - STATES + from] * steps[from * STATES + to];
        }
        likely[at + to] = before * emitted[at + to];
        sum += likely[at + to];
      }
      scale(likely, at, sum);
    }
  }

  private void backward(double[] emitted, double[] steps) {
    double[] beta = new double[STATES];
    double[] next = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      int at = i * STATES;
      double sum = 0;
      for (int from = 0; from < STATES; from++) {
        double after = i == n - 1 ? power(model.end(from)) : 0;
        for (int to = 0; i < n - 1 && to < STATES; to++) {
          after += steps[from * STATES + to] * beta[to];
        }
        next[from] = after;
        likely[at + from] *= after;
        sum += likely[at + from];
      }
      scale(likely, at, sum);
      double most = 0;
      for (int s = 0; s < STATES; s++) {
        beta[s] = next[s] * emitted[at + s];
        most = Math.max(most, beta[s]);
      }
      for (int s = 0; s < STATES; s++) {
        beta[s] = most > 0 ? beta[s] / most : 1;
      }
    }
  }

  private static void scale(double[] values, int at, double sum) {
    for (int s = 0; s < STATES; s++) {
      values[at + s] = sum > 0 ? values[at + s] / sum : 1.0 / STATES;
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
