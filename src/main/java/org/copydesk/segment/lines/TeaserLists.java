package org.copydesk.segment.lines;

import java.util.ArrayList;
import java.util.List;

/**
 * What the lists of a page say of their lines. A list is one thing: lines of one form between
 * neighbours of the same forms are of one kind, and where a title and its snippet take turns, they
 * do so from the list's beginning to its end.
 *
 * <pre>
 * Harbour reopens after the storm          teaser_title
 * It had been shut for eleven days.        teaser_snippet, though it may look like a title
 * Mill turns again                         teaser_title
 * The last of its sails was mended in May. teaser_snippet
 * </pre>
 *
 * <p>The constants were chosen by cross-validation over the hosts of 137 labelled pages.
 */
public final class TeaserLists {
  /** Lines up and down among which others of a list are looked for, by shape and by place. */
  private static final int SAME_SHAPE = 6;

  private static final int SAME_PLACE = 12;

  /** Lines in the same place that say together what a line is. */
  private static final int LEAST_IN_PLACE = 2;

  /** Least chance of a line, or of its being something else, for lines of its shape to count. */
  private static final double UNDECIDED = 0.2;

  /** The same for lines in its place. */
  private static final double OPEN = 0.1;

  /**
   * Least chance of a pair's lines, on average, to be of a teaser; where others are, the second.
   */
  private static final double LIKELY = 0.5;

  private static final double DRAWN_IN = 0.1;

  /** Lines between two pairs of one list. */
  private static final int MOST_BETWEEN = 6;

  /** Pairs that make a list of pairs; fewer do whose snippets are long beside their titles. */
  private static final int PAIRS = 3;

  private static final int LONG_PAIRS = 2;

  /** Pairs to each title without a snippet among them. */
  private static final int PAIRS_TO_A_TITLE = 2;

  /** What is long beside a title, in times of its words and in words more. */
  private static final double LONGER = 1.5;

  private static final int MORE_WORDS = 2;

  /** A line of so many words more below a snippet makes that a title. */
  private static final int FAR_MORE_WORDS = 4;

  private static final int LONGEST_TITLE = 25;

  private static final int LEAST_SNIPPET = 6;

  private static final int LONGEST_SNIPPET = 80;

  private static final int LONGEST_SNIPPET_CHARS = 520;

  /** Words of a snippet that need not end in a stop. */
  private static final int SURE_SNIPPET = 18;

  /** Lines of date or author between a title and its snippet. */
  private static final int MOST_FIELDS = 2;

  private final List<Unit> units;
  private final int n;

  public TeaserLists(List<Unit> units) {
    this.units = units;
    this.n = units.size();
  }

  /**
   * Chances of being a teaser's title, the lines' lists considered. One that is not certain is
   * drawn up half way to the mean of the lines of its shape near by, as furniture beside a list may
   * have its shape, and half way up or down to that of the lines in its place.
   *
   * @param own by line its chance alone
   * @param shapes by line its shape
   */
  public double[] titles(double[] own, int[] shapes) {
    Form[] forms = new Form[n];
    for (int i = 0; i < n; i++) {
      forms[i] = Form.of(units.get(i));
    }
    double[] chances = own.clone();
    for (int i = 0; i < n; i++) {
      if (own[i] < OPEN || own[i] > 1 - OPEN) {
        continue;
      }
      double sumOfShape = 0;
      double sumInPlace = 0;
      int ofShape = 0;
      int inPlace = 0;
      for (int k = Math.max(0, i - SAME_PLACE); k < Math.min(n, i + SAME_PLACE + 1); k++) {
        if (k != i && Math.abs(k - i) <= SAME_SHAPE && shapes[k] == shapes[i]) {
          sumOfShape += own[k];
          ofShape++;
        }
        if (k != i && isInPlace(forms, i, k)) {
          sumInPlace += own[k];
          inPlace++;
        }
      }
      if (ofShape > 0 && own[i] >= UNDECIDED && own[i] <= 1 - UNDECIDED) {
        chances[i] = Math.max(own[i], (own[i] + sumOfShape / ofShape) / 2);
      }
      if (inPlace >= LEAST_IN_PLACE) {
        double mean = sumInPlace / inPlace;
        double drawn = (own[i] + mean) / 2;
        chances[i] = mean > own[i] ? Math.max(chances[i], drawn) : Math.min(chances[i], drawn);
      }
    }
    return chances;
  }

  /** Whether two lines have one form and stand between lines of the same forms. */
  private static boolean isInPlace(Form[] forms, int i, int k) {
    return forms[i] == forms[k]
        && at(forms, i - 1) == at(forms, k - 1)
        && at(forms, i + 1) == at(forms, k + 1);
  }

  private static Form at(Form[] forms, int i) {
    return i < 0 || i >= forms.length ? Form.NONE : forms[i];
  }

  /** What a line may be at a glance, whatever its words. */
  private enum Form {
    NONE,
    MARKER,
    FIELD,
    HEADING,
    REPEATED,
    SHORT,
    TITLE,
    CUT,
    SENTENCES;

    private static final int LONGEST_FIELD = 6;
    private static final int LONGEST_SHORT = 2;
    private static final int LEAST_SENTENCE = 12;

    static Form of(Unit unit) {
      int size = unit.size();
      boolean isCounted = unit.digits * 3 >= unit.letters && size <= LONGEST_FIELD;
      if (unit.isMarkerAlone) {
        return MARKER;
      } else if (isField(unit)) {
        return FIELD;
      } else if (unit.isTeaserHeading) {
        return HEADING;
      } else if (unit.isRepeated) {
        return REPEATED;
      } else if (isCounted) {
        return FIELD;
      } else if (size <= LONGEST_SHORT) {
        return SHORT;
      } else if (size >= LONGEST_TITLE || unit.endsTerminal && size >= LEAST_SENTENCE) {
        return SENTENCES;
      }
      return unit.isTruncated ? CUT : TITLE;
    }
  }

  private static boolean isField(Unit unit) {
    return unit.isDate || unit.isByline || unit.isTeaserMeta;
  }

  /**
   * Labels the lists in which titles and snippets take turns.
   *
   * @param teaser by line its chance of being of a teaser
   */
  public void pair(double[] teaser, State[] labels) {
    int[] snippets = snippets();
    for (int i = 0; i < n; ) {
      List<Integer> pairs = new ArrayList<>();
      int last = -1;
      for (int k = i; k < n && (last < 0 || k - last <= MOST_BETWEEN); k++) {
        if (labels[k] == State.BODY && teaser[k] < DRAWN_IN && last >= 0) {
          break;
        }
        if (snippets[k] > 0 && isLikely(k, snippets[k], teaser, labels)) {
          pairs.add(k);
          last = snippets[k];
          k = last;
        }
      }
      if (pairs.isEmpty()) {
        return;
      }
      if (takesTurns(pairs, snippets, labels)) {
        label(pairs.get(0), last, snippets, teaser, labels);
      }
      i = last + 1;
    }
  }

  /** Whether pairs are the rule in a list. */
  private boolean takesTurns(List<Integer> pairs, int[] snippets, State[] labels) {
    int isLong = 0;
    int alone = 0;
    int next = pairs.get(0);
    for (int title : pairs) {
      for (; next < title; next++) {
        alone += labels[next] == State.TEASER_TITLE && snippets[next] == 0 ? 1 : 0;
      }
      next = snippets[title] + 1;
      isLong += units.get(snippets[title]).size() >= LONGER * units.get(title).size() ? 1 : 0;
    }
    boolean isList = pairs.size() >= PAIRS || isLong >= LONG_PAIRS;
    return isList && pairs.size() >= PAIRS_TO_A_TITLE * alone;
  }

  /** Labels the pairs of a list and those right beside it that may be of it. */
  private void label(int first, int last, int[] snippets, double[] teaser, State[] labels) {
    int end = Math.min(n, last + MOST_BETWEEN);
    for (int title = Math.max(0, first - MOST_BETWEEN); title < end; title++) {
      int snippet = snippets[title];
      boolean isOfList =
          snippet > 0
              && (title >= first && isLikely(title, snippet, teaser, labels)
                  || labels[snippet] != State.BODY
                      && mean(title, snippet, teaser) >= DRAWN_IN
                      && isOpen(title, snippet, labels));
      if (isOfList) {
        labels[title] = State.TEASER_TITLE;
        labels[snippet] = State.TEASER_SNIPPET;
        for (int field = title + 1; field < snippet; field++) {
          labels[field] = State.TEASER_META;
        }
        title = snippet;
      }
    }
  }

  private static boolean isLikely(int title, int snippet, double[] teaser, State[] labels) {
    return mean(title, snippet, teaser) >= LIKELY && isOpen(title, snippet, labels);
  }

  private static double mean(int title, int snippet, double[] teaser) {
    return (teaser[title] + teaser[snippet]) / 2;
  }

  private static boolean isOpen(int title, int snippet, State[] labels) {
    return isOpen(labels[title]) && labels[title] != State.BODY && isOpen(labels[snippet]);
  }

  private static boolean isOpen(State state) {
    return state != State.TITLE && state != State.HEADING;
  }

  /** By line the line that may be its snippet; 0 where none may. */
  private int[] snippets() {
    int[] snippets = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      int snippet = mayBeTitle(units.get(i)) ? snippetOf(i) : 0;
      boolean isTitle =
          snippet > 0
              && snippets[snippet] > 0
              && units.get(snippets[snippet]).size() > units.get(snippet).size() + FAR_MORE_WORDS;
      snippets[i] = isTitle ? 0 : snippet;
    }
    return snippets;
  }

  private int snippetOf(int title) {
    int i = title + 1;
    while (i < n && i - title <= MOST_FIELDS && isField(units.get(i))) {
      i++;
    }
    return i < n && isSnippet(units.get(title), units.get(i)) ? i : 0;
  }

  private static boolean mayBeTitle(Unit unit) {
    boolean isSentence = endsInStop(unit) && !unit.isTruncated;
    return unit.size() >= 2
        && unit.size() <= LONGEST_TITLE
        && !unit.startsLower
        && !isSentence
        && unit.innerStops <= 1
        && unit.letters * 2 > unit.chars
        && !unit.isMarkerAlone
        && !isField(unit)
        && unit.credit == 0
        && !unit.hasDateline;
  }

  private static boolean isSnippet(Unit title, Unit unit) {
    int size = unit.size();
    boolean mayBe =
        !unit.isMarkerAlone
            && unit.chars <= LONGEST_SNIPPET_CHARS
            && size >= LEAST_SNIPPET
            && size <= LONGEST_SNIPPET
            && unit.credit == 0;
    boolean isLonger = size >= LONGER * title.size() && size > title.size() + MORE_WORDS;
    boolean isSentence = unit.endsTerminal || size >= SURE_SNIPPET;
    boolean isUnlike = title.isTruncated ? isLonger : endsInStop(unit) || isLonger && isSentence;
    return mayBe && isUnlike;
  }

  /** Whether a full stop or a truncation sign ends a line: titles end in other stops, too. */
  private static boolean endsInStop(Unit unit) {
    return unit.isTruncated || unit.lastChar == '.' || unit.lastChar == '。';
  }
}
