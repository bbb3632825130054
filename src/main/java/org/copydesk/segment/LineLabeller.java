package org.copydesk.segment;

import java.util.List;
import java.util.function.Predicate;
import org.copydesk.model.Label;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.TeaserLists;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

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
  private static final double FOREIGN = 0.625;

  /** Least chance of a line inside the text, and of one outside. */
  private static final double INSIDE_TEXT = 0.45;

  private static final double OUTSIDE_TEXT = 0.9;

  /** Snippets and headings are fewer than furniture: what their chances count, in times. */
  private static final double RARE = 1.5;

  /** The same of teasers' titles. */
  private static final double TEASER = 1.25;

  /** Least chance where no line of the page is likelier. */
  private static final double LEAST_TEXT = 0.05;

  /** Words of a text that is taken for none, and the chance of a title under which there is one. */
  private static final int FEW_WORDS = 12;

  private static final double SURE_TITLE = 0.2;

  /** Words of a line that is prose however it ends. */
  private static final int MANY_WORDS = 40;

  /** Of the likeliest line's chance to be text so much is enough where there must be one. */
  private static final double OF_LIKELIEST = 0.2;

  /** Least chance of a line that the site says is furniture or a teaser to be text. */
  private static final double AGAINST_SITE = 0.999;

  /** Words of one line that count. */
  private static final int MOST_WORDS = 100;

  private final List<Unit> units;
  private final LinePosteriors likely;
  private final LineModel model;
  private final SiteModel site;
  private final int n;
  private final State[] labels;
  private final Predicate<Unit> mayBeTitle;

  private final TeaserLists lists;

  /** By line its chance of being a teaser's title, its list considered. */
  private final double[] listed;

  private LineLabeller(
      LineModel model,
      List<Unit> units,
      SiteModel site,
      LinePosteriors likely,
      Predicate<Unit> mayBeTitle) {
    this.mayBeTitle = mayBeTitle;
    this.model = model;
    this.site = site;
    this.units = units;
    this.likely = likely;
    this.n = units.size();
    this.labels = new State[n];
    this.lists = new TeaserLists(units);
    double[] titles = new double[n];
    int[] shapes = new int[n];
    for (int i = 0; i < n; i++) {
      titles[i] = likely.of(i, State.TEASER_TITLE);
      shapes[i] = LineBins.shape(units.get(i));
    }
    this.listed = lists.titles(titles, shapes);
  }

  /** The states of a page's lines, in order. */
  static State[] label(LineModel model, List<Unit> units, SiteModel site, UnitScanner scanner) {
    LinePosteriors likely = LinePosteriors.of(model, units, site, scanner);
    return label(model, units, site, likely);
  }

  static State[] label(LineModel model, List<Unit> units, SiteModel site, LinePosteriors likely) {
    return label(model, units, site, likely, unit -> true);
  }

  /**
   * As {@link #label(LineModel, List, SiteModel, LinePosteriors)}.
   *
   * @param mayBeTitle asked of a line before it is taken for the title
   */
  static State[] label(
      LineModel model,
      List<Unit> units,
      SiteModel site,
      LinePosteriors likely,
      Predicate<Unit> mayBeTitle) {
    LineLabeller labeller = new LineLabeller(model, units, site, likely, mayBeTitle);
    labeller.label();
    return labeller.labels;
  }

  /** What a likely title above a text's beginning adds, and how far above it may stand. */
  private static final double UNDER_TITLE = 4;

  private static final int FARTHEST_TITLE = 12;

  /** Points a title has for standing near above the text, and loses for standing far inside it. */
  private static final int NEAR = LineModel.UNIT;

  private static final int LATE = 2 * LineModel.UNIT;

  /** What the chance that the lines' chain gives a title counts beside its points, in parts. */
  private static final double OF_CHAIN = 0.3;

  private static final double LEAST_CHANCE = 1e-9;

  private static final double LOG_OF_TWO = StrictMath.log(2);

  private double teaser(int i) {
    return likely.of(i, State.TEASER_TITLE) + likely.of(i, State.TEASER_SNIPPET);
  }

  private double text(int i) {
    return likely.of(i, State.BODY) - FOREIGN * teaser(i);
  }

  private void label() {
    if (n == 0) {
      return;
    }
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
    int words = 0;
    for (int i = 0; i < n; i++) {
      words += labels[i] == State.BODY ? units.get(i).size() : 0;
    }
    int likeliest = words < FEW_WORDS ? likeliestTitle() : 0;
    boolean isUnderTitle = words < FEW_WORDS && title[likeliest] >= SURE_TITLE;
    if (words == 0 || isUnderTitle) {
      if (!isUnderTitle || !takeProse(likeliest + 1)) {
        force(isUnderTitle ? likeliest + 1 : 0, isUnderTitle);
      }
      from = 0;
      while (from < n && labels[from] != State.BODY) {
        from++;
      }
    }
    markDateline();
    chooseTitle(from);
    heedSite();
    pairTeasers();
    LabelsByRule.set(units, labels);
    for (int i = 0; i < n; i++) {
      labels[i] = likely.known(i) == null ? labels[i] : likely.known(i);
    }
  }

  private void pairTeasers() {
    double[] teasers = new double[n];
    for (int i = 0; i < n; i++) {
      teasers[i] = teaser(i);
    }
    lists.pair(teasers, labels);
  }

  /** A line that begins with a dateline opens the text, unless text stands above it. */
  private void markDateline() {
    for (int i = 0; i < n && labels[i] != State.BODY; i++) {
      boolean isListed =
          LabelsByRule.isTeaser(labels[i]) && !(i + 1 < n && labels[i + 1] == State.BODY);
      if (units.get(i).hasDateline && !isListed) {
        labels[i] = State.BODY;
        return;
      }
    }
  }

  /**
   * Takes the prose under a title for its text, up to the first list; false where there is none.
   */
  private boolean takeProse(int first) {
    boolean isTaken = false;
    for (int i = first; i < n && !isOfList(labels[i]); i++) {
      Unit unit = units.get(i);
      boolean isText = unit.isProse() && unit.size() >= FEW_WORDS || unit.size() >= MANY_WORDS;
      if (isText) {
        labels[i] = State.BODY;
        isTaken = true;
      }
    }
    return isTaken;
  }

  private static boolean isOfList(State state) {
    return state == State.HEADING || state == State.TEASER_TITLE;
  }

  /**
   * The run of lines most like text, where no line was likely enough.
   *
   * @param first line that may be text
   * @param isSure whether there is a text: then it is where it is likeliest, however unlikely
   */
  private void force(int first, boolean isSure) {
    double most = 0;
    for (int i = first; i < n; i++) {
      most = Math.max(most, likely.of(i, State.BODY) - teaser(i));
    }
    double least = isSure ? Math.min(LEAST_TEXT, most * OF_LIKELIEST) : LEAST_TEXT;
    double best = 0;
    double sum = 0;
    int start = first;
    int from = 0;
    int to = 0;
    for (int i = first; i < n; i++) {
      Unit unit = units.get(i);
      int words = Math.min(MOST_WORDS, Math.max(1, unit.size()));
      sum += (likely.of(i, State.BODY) - teaser(i) - least) * Math.sqrt(words);
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
      labels[i] = likely.of(i, State.BODY) - teaser(i) >= least ? State.BODY : labels[i];
    }
  }

  /** What a line is that is neither text nor title. */
  private State mostLikely(int i) {
    double furniture =
        likely.of(i, State.BEFORE)
            + likely.of(i, State.INSIDE)
            + likely.of(i, State.AFTER)
            + likely.of(i, State.TEASER_TITLE)
            - listed[i];
    State best = State.BEFORE;
    double most = furniture;
    for (State state : OTHERS) {
      double chance =
          switch (state) {
            case TEASER_TITLE -> listed[i] * TEASER;
            case TEASER_SNIPPET, HEADING -> likely.of(i, state) * RARE;
            default -> likely.of(i, state);
          };
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

  private static double log2(double chance) {
    return StrictMath.log(Math.max(LEAST_CHANCE, chance)) / LOG_OF_TWO;
  }

  /** A line's points for being the title, wherever the text begins: no more than the ranker's. */
  private int points(int i) {
    return likely.titlePoints(i)
        + (int) (OF_CHAIN * LineModel.UNIT * log2(likely.of(i, State.TITLE)));
  }

  private int likeliestTitle() {
    int best = 0;
    int most = points(0);
    for (int i = 1; i < n; i++) {
      int points = points(i);
      best = points > most ? i : best;
      most = Math.max(most, points);
    }
    return best;
  }

  /** The line with most points, unless no line has as many as a page without title. */
  private void chooseTitle(int from) {
    int best = -1;
    int most = model.noTitle();
    for (int i = 0; i < n; i++) {
      int place = i < from && from - i <= FARTHEST_TITLE ? NEAR : i > from + 3 ? -LATE : 0;
      boolean isOpen = likely.known(i) == null && !units.get(i).hasDateline;
      // A logarithm is asked for only where it may decide.
      if (!isOpen || likely.titlePoints(i) + place <= most) {
        continue;
      }
      int points = points(i) + place;
      if (points > most && mayBeTitle.test(units.get(i))) {
        most = points;
        best = i;
      }
    }
    int first = 0;
    while (first < n && labels[first] != State.BODY) {
      first++;
    }
    // Where no line is likely to be one, the title stands above the dateline.
    boolean isOverDateline =
        first > 0
            && first < n
            && units.get(first).hasDateline
            && LineEvidence.canBeTitle(units.get(first - 1))
            && likely.known(first - 1) == null
            && mayBeTitle.test(units.get(first - 1));
    if (best < 0 && isOverDateline) {
      best = first - 1;
    }
    if (best >= 0) {
      labels[best] = State.TITLE;
    }
  }

  /** What the site's own pages say surely stands, unless the line is nearly certain to be text. */
  private void heedSite() {
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      if (labels[i] == State.BYLINE
          && !unit.isByline
          && !unit.isDate
          && site.pages() > 0
          && !site.hasBareBylines()) {
        // Authors are not named without a word there: a name is the paper's.
        labels[i] = State.INSIDE;
      }
      boolean isForeign =
          unit.siteClass == LineClass.TEASER_TITLE || unit.siteClass == LineClass.TEASER_SNIPPET;
      if (isForeign && labels[i] == State.BODY && likely.of(i, State.BODY) < AGAINST_SITE) {
        labels[i] =
            unit.siteClass == LineClass.TEASER_TITLE ? State.TEASER_TITLE : State.TEASER_SNIPPET;
      }
      boolean isOpen =
          LabelsByRule.isTeaser(labels[i])
              || labels[i] == State.BODY && likely.of(i, State.BODY) < AGAINST_SITE;
      if (unit.siteClass == LineClass.HEADING && unit.isSiteSure && isOpen) {
        labels[i] = State.HEADING;
      }
      boolean isFurniture = unit.siteClass == LineClass.BOILERPLATE && unit.isSiteSure;
      if (!isFurniture || labels[i].label == Label.BOILERPLATE || labels[i] == State.TITLE) {
        continue;
      }
      if (labels[i] != State.BODY || likely.of(i, State.BODY) < AGAINST_SITE) {
        labels[i] = State.INSIDE;
      }
    }
  }
}
