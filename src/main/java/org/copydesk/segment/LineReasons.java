package org.copydesk.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.copydesk.model.Label;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;

/**
 * Says in words what the model of lines made of a page: for each line the chance of its label, how
 * far that is ahead of the next, and which traits weighed most for it.
 *
 * <pre>
 * teaser_title 97 %, 5.1 ahead of boilerplate: what stands over its list +1.9, its shape +1.2
 * </pre>
 */
final class LineReasons {
  /** Traits that are named. */
  private static final int NAMED = 3;

  /**
   * Why a line has its label.
   *
   * @param chance that the model gives the label, 0 to 1
   * @param margin powers of two by which it is ahead of {@code next}; of a title its points ahead
   *     of the next line's; below zero where a rule set the label
   * @param next label that comes second; null for a title
   * @param traits that weighed most, with their powers of two
   */
  record Reason(double chance, double margin, Label next, List<String> traits) {
    String words() {
      String ahead = next == null ? "the next line" : next.stored();
      return String.format(
          Locale.ROOT,
          "%.0f %%, %.1f ahead of %s: %s",
          chance * 100,
          margin,
          ahead,
          String.join(", ", traits));
    }
  }

  private LineReasons() {}

  /**
   * By the byte at which a line begins; lines whose labels were known are left out.
   *
   * @param units that the model was asked about
   * @param rows of weights that speak for each of them
   * @param labels they got
   */
  static TreeMap<Integer, Reason> of(
      LineModel model, LinePosteriors likely, List<Unit> units, int[][] rows, State[] labels) {
    TreeMap<Integer, Reason> reasons = new TreeMap<>();
    double[] titles = likely.titles();
    for (int i = 0; i < labels.length; i++) {
      if (likely.known(i) == null) {
        Reason reason =
            labels[i] == State.TITLE
                ? ofTitle(model, likely, titles, rows, i)
                : ofLabel(model, likely, rows[i], i, labels[i].label);
        reasons.put(units.get(i).start, reason);
      }
    }
    return reasons;
  }

  private static Reason ofLabel(
      LineModel model, LinePosteriors likely, int[] rows, int line, Label label) {
    State own = best(likely, line, label, true);
    State next = best(likely, line, label, false);
    double chance = chance(likely, line, own.label);
    double other = chance(likely, line, next.label);
    return new Reason(
        chance, log2(chance) - log2(other), next.label, traits(model, rows, own, next));
  }

  private static Reason ofTitle(
      LineModel model, LinePosteriors likely, double[] titles, int[][] rows, int line) {
    int second = -1;
    for (int i = 0; i < titles.length; i++) {
      second = i != line && (second < 0 || titles[i] > titles[second]) ? i : second;
    }
    int ahead = second < 0 ? model.noTitle() : likely.titlePoints(second);
    return new Reason(
        titles[line],
        (double) (likely.titlePoints(line) - ahead) / LineModel.UNIT,
        null,
        titleTraits(model, rows[line]));
  }

  private static double log2(double chance) {
    return Math.log(Math.max(chance, 1e-12)) / Math.log(2);
  }

  private static double chance(LinePosteriors likely, int line, Label label) {
    double sum = 0;
    for (int s = 0; s < LineModel.STATES; s++) {
      State state = State.values()[s];
      sum += state.label == label ? likely.of(line, state) : 0;
    }
    return sum;
  }

  /** The likeliest state of a label, or of any other. */
  private static State best(LinePosteriors likely, int line, Label label, boolean isOfLabel) {
    State best = null;
    for (int s = 0; s < LineModel.STATES; s++) {
      State state = State.values()[s];
      boolean isOpen = (state.label == label) == isOfLabel;
      if (isOpen && (best == null || likely.of(line, state) > likely.of(line, best))) {
        best = state;
      }
    }
    return best == null ? State.BEFORE : best;
  }

  /** The traits that speak most for a state against another, their places added up. */
  private static List<String> traits(LineModel model, int[] rows, State state, State other) {
    HiddenLayer hidden = model.hidden();
    int[] sums = model.sums().room();
    model.sums().of(rows, sums);
    double[] spoken = new double[LineSlots.TRAITS.length];
    for (int unit = 0; unit < hidden.units(); unit++) {
      // Units whose sum is below zero say nothing; the others add up what each trait says.
      double share = hidden.share(unit, state.ordinal()) - hidden.share(unit, other.ordinal());
      for (int slot = 0; sums[unit] > 0 && slot < LineSlots.COUNT; slot++) {
        spoken[LineSlots.TRAIT[slot]] += share * hidden.weight(rows[slot], unit);
      }
    }
    return named(spoken, (double) HiddenLayer.UNIT * HiddenLayer.SHARE);
  }

  /** The traits that speak most for a line to be the title. */
  private static List<String> titleTraits(LineModel model, int[] rows) {
    double[] spoken = new double[LineSlots.TRAITS.length];
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      spoken[LineSlots.TRAIT[slot]] += model.title(rows[slot]);
    }
    return named(spoken, LineModel.UNIT);
  }

  private static List<String> named(double[] spoken, double unit) {
    List<LineTrait> order = new ArrayList<>(List.of(LineSlots.TRAITS));
    order.sort(Comparator.comparingDouble(trait -> -spoken[trait.ordinal()]));
    List<String> named = new ArrayList<>();
    for (LineTrait trait : order.subList(0, NAMED)) {
      double weight = spoken[trait.ordinal()] / unit;
      named.add(String.format(Locale.ROOT, "%s %+.1f", trait.words, weight));
    }
    return named;
  }
}
