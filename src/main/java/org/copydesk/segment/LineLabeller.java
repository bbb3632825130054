package org.copydesk.segment;

import java.util.List;
import org.copydesk.text.WorkLimit;

/**
 * Finds the best labels for all lines of a page together (Viterbi over {@link Grammar} and {@link
 * Emissions}); equal points go to the state that comes first, so the answer never depends on
 * chance.
 */
final class LineLabeller {
  /** A bit for each state. */
  private static final int ALL = (1 << Grammar.STATES) - 1;

  private LineLabeller() {}

  static State[] label(List<Unit> units, SiteModel site) {
    int n = units.size();
    State[] labels = new State[n];
    if (n == 0) {
      return labels;
    }
    Emissions emissions = new Emissions(units, site);
    byte[] from = new byte[n * Grammar.STATES];
    double[] points = new double[Grammar.STATES];
    double[] before = new double[Grammar.STATES];
    double[] next = new double[Grammar.STATES];
    int reached = ALL;
    for (int i = 0; i < n; i++) {
      int reaches = 0;
      if (i % LineEvidence.CHECKED_EVERY == 0) {
        WorkLimit.check();
      }
      emissions.score(i, points);
      for (int to = 0; to < Grammar.STATES; to++) {
        double best = i == 0 ? Grammar.start(to) : 4 * Grammar.NEVER;
        int origin = 0;
        if (points[to] <= Emissions.IMPOSSIBLE) {
          // Half the states are fields that most lines are not: no path leads through them.
          next[to] = 4 * Grammar.NEVER;
          continue;
        }
        if (i > 0) {
          double[] steps = Grammar.STEPS_TO[to];
          for (int open = Grammar.BEFORE[to] & reached; open != 0; open &= open - 1) {
            int state = Integer.numberOfTrailingZeros(open);
            double sum = before[state] + steps[state];
            if (sum > best) {
              best = sum;
              origin = state;
            }
          }
        }
        next[to] = Math.max(best + points[to], 4 * Grammar.NEVER);
        reaches |= next[to] > 2 * Grammar.NEVER ? 1 << to : 0;
        from[i * Grammar.STATES + to] = (byte) origin;
      }
      // Where no state suits a line, any may follow any.
      reached = reaches == 0 ? ALL : reaches;
      double[] swap = before;
      before = next;
      next = swap;
    }
    for (int s = 0; s < Grammar.STATES; s++) {
      before[s] += Grammar.end(s);
    }
    int state = 0;
    for (int s = 1; s < Grammar.STATES; s++) {
      if (before[s] > before[state]) {
        state = s;
      }
    }
    State[] states = State.values();
    for (int i = n - 1; i >= 0; i--) {
      labels[i] = states[state];
      state = from[i * Grammar.STATES + state];
    }
    return labels;
  }
}
