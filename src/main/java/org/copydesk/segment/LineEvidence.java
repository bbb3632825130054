package org.copydesk.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.model.Page;
import org.copydesk.text.Normaliser;
import org.copydesk.text.WorkLimit;

/**
 * Marks each logical line with what speaks for a label: lexicon and field patterns, what the site's
 * pages say, and what repeats on this page (markers nobody listed, title and snippet in turn).
 */
final class LineEvidence {
  /** Longest snippet of a teaser, in words and in characters. */
  private static final int LONGEST_SNIPPET = 80;

  private static final int LONGEST_SNIPPET_CHARS = 520;

  /** Lines of a page's beginning that are looked at for a dateline. */
  private static final int MOST_DATELINES = 24;

  private final List<Unit> units;
  private final SiteModel site;
  private final UnitScanner scanner;

  LineEvidence(List<Unit> units, SiteModel site, UnitScanner scanner) {
    this.units = units;
    this.site = site;
    this.scanner = scanner;
  }

  void mark(Page page) {
    String title = page.title() == null ? null : Normaliser.normalise(page.title());
    Map<Long, Integer> shortLines = new HashMap<>();
    for (Unit unit : units) {
      WorkLimit.check();
      markOne(unit, title);
      if (unit.words <= 6 && unit.chars <= 48) {
        shortLines.merge(unit.key, 1, Integer::sum);
      }
    }
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      unit.isRepeated = unit.chars <= 48 && shortLines.getOrDefault(unit.key, 0) >= 3;
    }
    int looked = 0;
    for (int i = 0; i < units.size() && looked < MOST_DATELINES; i++) {
      Unit unit = units.get(i);
      if (unit.size() >= 5
          && unit.marker != Unit.SURE_MARKER
          && !unit.isTruncated
          && unit.startsUpper) {
        unit.hasDateline = DatelineReader.isSure(unit, scanner);
        if (unit.hasDateline) {
          unit.isDate = false;
          unit.isChrome = false;
          unit.isByline = false;
        }
        looked++;
      }
    }
    learnMarkers();
    markRuns();
  }

  private void markOne(Unit unit, String title) {
    unit.siteClass = site.classOf(unit.key);
    String folded = unit.folded;
    if (folded == null) {
      return;
    }
    Lexicon lexicon = Lexicon.shipped();
    unit.isPageTitle = title != null && folded.equals(title);
    boolean isMarked = unit.marker == Unit.SURE_MARKER || unit.isTruncated;
    if (!isMarked || unit.isMarkerAlone) {
      unit.isTeaserHeading = unit.chars <= 60 && lexicon.isTeaserHeading(folded);
    }
    if (isMarked) {
      return;
    }
    unit.isChrome =
        lexicon.isChromeLine(folded)
            || (unit.size() <= 14 && lexicon.hasChromePart(folded))
            || (unit.hasCopyright && unit.size() <= 25)
            || (unit.separators >= 2
                && unit.size() <= 30
                && unit.separators * 5 >= unit.words
                && !unit.endsTerminal);
    unit.isCrossLink = lexicon.crossLink(folded) > 0 && unit.size() <= 30;
    unit.isDate =
        unit.chars <= 120 && unit.words <= 16 && unit.digits >= 3 && DateReader.isDateLine(folded);
    unit.isByline = !unit.isDate && BylineReader.isByline(unit, scanner);
    unit.credit = unit.isByline ? 0 : ProviderReader.credit(unit);
    unit.isDatelineAlone = !unit.isDate && DatelineReader.isAlone(unit, scanner);
  }

  /** A short ending that several lines of the page share after a sign, or without, is a marker. */
  private void learnMarkers() {
    Map<String, Integer> endings = new HashMap<>();
    for (Unit unit : units) {
      if (unit.marker == Unit.POSSIBLE_MARKER) {
        endings.merge(Normaliser.normalise(unit.markerText), 1, Integer::sum);
      }
    }
    for (Unit unit : units) {
      if (unit.marker != Unit.POSSIBLE_MARKER) {
        continue;
      }
      if (endings.get(Normaliser.normalise(unit.markerText)) >= 2) {
        unit.marker = Unit.SURE_MARKER;
      } else {
        unit.marker = Unit.NO_MARKER;
        unit.markerText = null;
        unit.textEnd = unit.end;
        unit.isTruncated = false;
      }
    }
    for (int i = 1; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (unit.isRepeated && !unit.isMarkerAlone && unit.words <= 5 && isAlwaysAfterSnippet(unit)) {
        unit.isMarkerAlone = true;
        unit.marker = Unit.SURE_MARKER;
        unit.markerText = scanner.text(unit.start, unit.end);
        unit.textEnd = unit.start;
      }
    }
  }

  private final Map<Long, Boolean> afterSnippet = new HashMap<>();

  /** Whether a repeated line stands after something long and before something like a title. */
  private boolean isAlwaysAfterSnippet(Unit line) {
    Boolean known = afterSnippet.get(line.key);
    if (known != null) {
      return known;
    }
    int seen = 0;
    int good = 0;
    for (int i = 1; i < units.size(); i++) {
      if (units.get(i).key != line.key) {
        continue;
      }
      seen++;
      Unit above = units.get(i - 1);
      Unit below = i + 1 < units.size() ? units.get(i + 1) : null;
      boolean isAfterText = above.size() >= 8 && above.size() <= LONGEST_SNIPPET;
      boolean isBeforeTitle =
          below == null || (below.isTitleLike() && below.size() <= 22 && !below.isProse());
      if (isAfterText && isBeforeTitle) {
        good++;
      }
    }
    boolean isMarker = seen >= 3 && good * 4 >= seen * 3;
    afterSnippet.put(line.key, isMarker);
    return isMarker;
  }

  static boolean canBeTitle(Unit unit) {
    return unit.isTitleLike()
        && !unit.isTeaserHeading
        && !unit.isChrome
        && !unit.isDate
        && !unit.isByline
        && unit.credit == 0
        && !unit.isRepeated;
  }

  static boolean canBeSnippet(Unit unit) {
    if (unit.isMarkerAlone || unit.chars > LONGEST_SNIPPET_CHARS || unit.size() > LONGEST_SNIPPET) {
      return false;
    }
    boolean isCut = unit.isTruncated || unit.marker == Unit.SURE_MARKER;
    return isCut
        || (unit.size() >= 8 && (unit.endsTerminal || unit.size() >= 18) && unit.credit == 0);
  }

  static boolean isCut(List<Unit> units, int i) {
    Unit unit = units.get(i);
    return unit.isTruncated
        || unit.marker == Unit.SURE_MARKER
        || (i + 1 < units.size() && units.get(i + 1).isMarkerAlone);
  }

  private void markRuns() {
    for (int i = 0; i < units.size(); ) {
      int end = endOfPair(i);
      if (end < 0) {
        i++;
        continue;
      }
      int pairs = 0;
      int at = i;
      while (end >= 0) {
        pairs++;
        at = end;
        end = endOfPair(at);
      }
      describeRun(i, at, pairs);
      i = at;
    }
    for (int i = 0; i < units.size(); ) {
      int at = i;
      while (at < units.size()
          && canBeTitle(units.get(at))
          && !units.get(at).endsTerminal
          && units.get(at).size() >= 4) {
        at++;
      }
      for (int k = i; k < at; k++) {
        units.get(k).titleRun = at - i;
        units.get(k).isRunAfterHeading |= i > 0 && isHeading(units.get(i - 1));
      }
      i = Math.max(at, i + 1);
    }
  }

  private static boolean isHeading(Unit unit) {
    return unit.isTeaserHeading || unit.siteClass == LineClass.HEADING;
  }

  /**
   * Unit after the title and snippet (and marker line) that begin at {@code i}; -1 when none do.
   */
  private int endOfPair(int i) {
    if (i + 1 >= units.size() || !canBeTitle(units.get(i)) || !canBeSnippet(units.get(i + 1))) {
      return -1;
    }
    if (units.get(i).size() >= 14 && units.get(i).endsTerminal && !isCut(units, i + 1)) {
      return -1;
    }
    int end = i + 2;
    return end < units.size() && units.get(end).isMarkerAlone ? end + 1 : end;
  }

  private void describeRun(int from, int to, int pairs) {
    int cut = 0;
    Map<Integer, Integer> sizes = new HashMap<>();
    int commonest = 0;
    for (int k = from + 1; k < to; k++) {
      Unit unit = units.get(k);
      if (units.get(k - 1).isMarkerAlone || unit.isMarkerAlone || !canBeTitle(units.get(k - 1))) {
        continue;
      }
      if (isCut(units, k)) {
        cut++;
      }
      commonest =
          Math.max(
              commonest,
              sizes.merge(
                  unit.unspaced > unit.words ? unit.size() : unit.textWords, 1, Integer::sum));
    }
    boolean isUniform = pairs >= 3 && commonest * 3 >= pairs * 2;
    boolean isAfterHeading = from > 0 && isHeading(units.get(from - 1));
    for (int k = from; k < to; k++) {
      Unit unit = units.get(k);
      unit.pairRun = pairs;
      unit.isUniformRun = isUniform || (cut >= 2 && cut * 2 >= pairs);
      unit.isRunAfterHeading = isAfterHeading;
    }
  }
}
