package org.copydesk.segment;

import java.util.List;

/**
 * Labels the lines of a page: the text where most is likely to be text, one title or none, and
 * every other line as what it most likely is.
 *
 * <p>The constants were chosen by cross-validation over the hosts of 137 labelled pages.
 */
final class LineLabeller {
  /** A line counts for the text by what its chance is over this. */
  private static final double FREE_TEXT = 0.25;

  /** What a chance of being another article's headline takes off, in times. */
  private static final double FOREIGN = 0.5;

  /** Least chance of a line inside the text, and of one outside. */
  private static final double INSIDE_TEXT = 0.35;

  private static final double OUTSIDE_TEXT = 0.9;

  /** Teasers and headings are fewer than furniture: what their chances count, in times. */
  private static final double RARE = 1.5;

  /** Words of one line that count. */
  private static final int MOST_WORDS = 100;

  private final List<Unit> units;
  private final LinePosteriors likely;
  private final LineModel model;
  private final int n;
  private final State[] labels;

  private LineLabeller(LineModel model, List<Unit> units, LinePosteriors likely) {
    this.model = model;
    this.units = units;
    this.likely = likely;
    this.n = units.size();
    this.labels = new State[n];
  }

  /** The states of a page's lines, in order. */
  static State[] label(
      LineModel model, List<Unit> units, SiteModel site, UnitScanner scanner) {
    LinePosteriors likely = LinePosteriors.of(model, units, site, scanner);
    return label(model, units, likely);
  }

  static State[] label(LineModel model, List<Unit> units, LinePosteriors likely) {
    LineLabeller labeller = new LineLabeller(model, units, likely);
    labeller.label();
    return labeller.labels;
  }

  /** What a likely title above a text's beginning adds, and how far above it may stand. */
  private static final double UNDER_TITLE = 4;

  private static final int FARTHEST_TITLE = 12;

  /** Points a title has for standing near above the text, and loses for standing far inside it. */
  private static final int NEAR = LineModel.UNIT;

  private static final int LATE = 2 * LineModel.UNIT;

  private double text(int i) {
    return likely.of(i, State.BODY)
        - FOREIGN * (likely.of(i, State.TEASER_TITLE) + likely.of(i, State.TEASER_SNIPPET));
  }

  private void label() {
    int from = 0;
    int to = 0;
    double best = 0;
    double sum = 0;
    int start = 0;
    double[] title = likely.titles();
    for (int i = 0; i < n; i++) {
      int words = Math.min(MOST_WORDS, Math.max(1, units.get(i).size()));
      double under = 0;
      for (int k = Math.max(0, i - FARTHEST_TITLE); k < i; k++) {
        under = Math.max(under, title[k]);
      }
      under *= UNDER_TITLE;
      if (sum <= under) {
        sum = under;
        start = i;
      }
      sum += (text(i) - FREE_TEXT) * Math.sqrt(words);
      if (sum > best) {
        best = sum;
        from = start;
        to = i + 1;
      }
    }
    for (int i = 0; i < n; i++) {
      double least = i >= from && i < to ? INSIDE_TEXT : OUTSIDE_TEXT;
      boolean isText = text(i) >= least && !units.get(i).isMarkerAlone;
      labels[i] = isText ? State.BODY : mostLikely(i);
    }
    boolean isThere = false;
    for (int i = 0; i < n; i++) {
      isThere |= labels[i] == State.BODY;
    }
    if (!isThere) {
      force();
      from = 0;
      while (from < n && labels[from] != State.BODY) {
        from++;
      }
    }
    chooseTitle(from);
    setByRule(units, labels);
  }

  /** The run of lines most like text, where no line was likely enough. */
  private void force() {
    double best = 0;
    double sum = 0;
    int start = 0;
    int from = 0;
    int to = 0;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      int words = Math.min(MOST_WORDS, Math.max(1, unit.size()));
      sum += (likely.of(i, State.BODY) - 0.05) * Math.sqrt(words);
      if (sum <= 0) {
        sum = 0;
        start = i + 1;
      } else if (sum > best) {
        best = sum;
        from = start;
        to = i + 1;
      }
    }
    for (int i = from; i < to; i++) {
      labels[i] = likely.of(i, State.BODY) >= 0.05 ? State.BODY : labels[i];
    }
  }

  /** What a line is that is neither text nor title. */
  private State mostLikely(int i) {
    double furniture =
        likely.of(i, State.BEFORE) + likely.of(i, State.INSIDE) + likely.of(i, State.AFTER);
    State best = State.BEFORE;
    double most = furniture;
    for (State state : OTHERS) {
      double chance = likely.of(i, state) * (state == State.TEASER_TITLE || state == State.TEASER_SNIPPET || state == State.HEADING ? RARE : 1);
      if (chance > most) {
        most = chance;
        best = state;
      }
    }
    return best;
  }

  private static final State[] OTHERS = {
    State.BYLINE,
    State.DATE,
    State.PROVIDER,
    State.HEADING,
    State.TEASER_TITLE,
    State.TEASER_SNIPPET
  };

  /** The line with most points, unless no line has as many as a page without title. */
  private void chooseTitle(int from) {
    int best = -1;
    int most = model.noTitle();
    for (int i = 0; i < n; i++) {
      int points = likely.titlePoints(i) + (i < from && from - i <= FARTHEST_TITLE ? NEAR : i > from + 3 ? -LATE : 0);
      if (points > most) {
        most = points;
        best = i;
      }
    }
    if (best >= 0) {
      labels[best] = State.TITLE;
    }
  }

  /** What follows from a line's neighbours once they are labelled. */
  static void setByRule(List<Unit> units, State[] labels) {
    int n = labels.length;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      boolean isFree = labels[i].label == org.copydesk.model.Label.BOILERPLATE;
      boolean isAfterTeaser = i > 0 && isTeaser(labels[i - 1]);
      if (labels[i] == State.BYLINE && isCredit(unit)) {
        labels[i] = State.PROVIDER;
      } else if (isFree && unit.isTeaserMeta && isAfterTeaser) {
        labels[i] = State.TEASER_META;
      } else if (isFree && unit.isMarkerAlone && isAfterTeaser) {
        labels[i] = State.TEASER_SNIPPET;
      } else if (isFree && unit.isDatelineAlone && i + 1 < n && labels[i + 1] == State.BODY) {
        labels[i] = State.DATELINE;
      }
    }
  }

  /** Whether a line names a house that supplied the text, or who worked on it. */
  private static boolean isCredit(Unit unit) {
    return unit.credit == ProviderReader.HOUSE || unit.credit == ProviderReader.WORK;
  }

  private static boolean isTeaser(State state) {
    return state == State.TEASER_TITLE
        || state == State.TEASER_SNIPPET
        || state == State.TEASER_META;
  }
}
