package org.copydesk.segment;

import java.util.Arrays;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.segment.fields.ProviderReader;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;

/**
 * Sets what follows from a line's words and its neighbours' labels once the model has spoken: a
 * credit under the text, a snippet's title, two lines in a row that end in a marker.
 */
final class LabelsByRule {
  /** Lines under the text in which its credit stands. */
  private static final int FARTHEST_CREDIT = 3;

  /** Words of a line over a snippet that may be its title. */
  private static final int LONGEST_TITLE = 14;

  /** Words of a line that ends in a marker and may be a teaser. */
  private static final int LEAST_SNIPPET = 6;

  private LabelsByRule() {}

  /** What follows from a line's words and neighbours once they are labelled. */
  static void set(List<Unit> units, State[] labels) {
    setByWords(units, labels);
    dateOverTitle(units, labels);
  }

  /**
   * Where no line dates the text, a date with a time, alone right over its headline, does. A day
   * alone is there as often the day on which the page was read.
   */
  private static void dateOverTitle(List<Unit> units, State[] labels) {
    List<State> all = Arrays.asList(labels);
    int over = all.indexOf(State.TITLE) - 1;
    boolean isUndated = over >= 0 && !all.contains(State.DATE);
    if (isUndated && labels[over].label == Label.BOILERPLATE && units.get(over).isTimed) {
      labels[over] = State.DATE;
    }
  }

  private static void setByWords(List<Unit> units, State[] labels) {
    int n = labels.length;
    int sinceText = n;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      boolean isUnderText = sinceText < FARTHEST_CREDIT;
      sinceText = labels[i] == State.BODY ? 0 : sinceText + 1;
      boolean isFree = labels[i].label == Label.BOILERPLATE;
      boolean isAfterTeaser = i > 0 && isTeaser(labels[i - 1]);
      if (sinceText > 0
          && sinceText <= FARTHEST_CREDIT
          && (isFree || labels[i] == State.BYLINE)
          && isCredit(unit)) {
        labels[i] = State.PROVIDER;
      } else if (isUnderText
          && (unit.siteClass == LineClass.CREDIT || isCredit(unit) && labels[i] == State.BODY)) {
        labels[i] = State.PROVIDER;
      } else if ((isFree || labels[i] == State.BODY)
          && isMarked(units, i)
          && (isMarked(units, i - 1) || isMarked(units, i + 1))) {
        // Two lines in a row that end in "read more": neither text nor furniture has that.
        labels[i] = State.TEASER_SNIPPET;
      } else if (isUnderText
          && labels[i] == State.TEASER_SNIPPET
          && units.get(i - 1).isCrossLink
          && !LineEvidence.isCut(units, i)) {
        // What follows a link inside the text is the text again.
        labels[i] = State.BODY;
        sinceText = 0;
      } else if (labels[i] == State.PROVIDER
          && unit.isName
          && unit.credit == 0
          && unit.siteClass != LineClass.CREDIT) {
        labels[i] = State.BYLINE;
      } else if (labels[i] == State.BYLINE && isCredit(unit)) {
        labels[i] = State.PROVIDER;
      } else if (labels[i] == State.DATE
          && isAfterTeaser
          && i + 1 < n
          && labels[i + 1] == State.TEASER_SNIPPET) {
        labels[i] = State.TEASER_META;
      } else if (labels[i] == State.TEASER_SNIPPET
          && i + 1 < n
          && labels[i + 1] == State.TEASER_SNIPPET
          && !units.get(i + 1).isMarkerAlone
          && (i == 0 || labels[i - 1] != State.TEASER_TITLE && labels[i - 1] != State.TEASER_META)
          && LineEvidence.canBeTitle(unit)
          && unit.size() < units.get(i + 1).size()) {
        // Of two in a row without a title the first is one.
        labels[i] = State.TEASER_TITLE;
      } else if (unit.isTeaserMeta && (isFree && isAfterTeaser || isTeaser(labels[i]))) {
        labels[i] = State.TEASER_META;
      } else if (unit.isMarkerAlone && (isFree || isTeaser(labels[i])) && isAfterTeaser) {
        labels[i] = State.TEASER_SNIPPET;
      } else if (i > 0
          && labels[i] == State.TEASER_SNIPPET
          && !unit.isMarkerAlone
          && labels[i - 1].label == Label.BOILERPLATE
          && mayBeTitle(units.get(i - 1))) {
        // A snippet has a title: "Corrections" over the first words of what they say.
        labels[i - 1] = State.TEASER_TITLE;
      } else if (isFree && unit.isDatelineAlone && i + 1 < n && labels[i + 1] == State.BODY) {
        labels[i] = State.DATELINE;
      }
    }
  }

  /** Whether a line of some words ends in a sign and a marker. */
  private static boolean isMarked(List<Unit> units, int i) {
    if (i < 0 || i >= units.size()) {
      return false;
    }
    Unit unit = units.get(i);
    return unit.isTruncated
        && unit.marker == Unit.SURE_MARKER
        && !unit.isMarkerAlone
        && unit.size() >= LEAST_SNIPPET;
  }

  private static boolean mayBeTitle(Unit unit) {
    return unit.size() <= LONGEST_TITLE
        && unit.letters > 0
        && unit.furniture == 0
        && unit.credit == 0
        && !unit.isTeaserMeta
        && !unit.isDate
        && !unit.isMarkerAlone
        && !unit.isByline
        && !unit.isSiteSure;
  }

  /** Whether a line names a house that supplied the text, or who worked on it. */
  private static boolean isCredit(Unit unit) {
    return unit.credit == ProviderReader.HOUSE || unit.credit == ProviderReader.WORK;
  }

  static boolean isTeaser(State state) {
    return state == State.TEASER_TITLE
        || state == State.TEASER_SNIPPET
        || state == State.TEASER_META;
  }
}
