package org.copydesk.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.DatelineReader;
import org.copydesk.segment.fields.LineWords;
import org.copydesk.segment.fields.LinesBelowText;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.KeyTable;
import org.copydesk.segment.words.SiteWords;
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

  /** Lines between a teaser's title and its snippet. */
  private static final int MOST_TEASER_FIELDS = 3;

  /** Bytes of the longest notice. */
  private static final int LONGEST_NOTICE = 600;

  /** Lines of a page's beginning that are looked at for a dateline. */
  private static final int MOST_DATELINES = 24;

  /** Lines between two looks at the bound of work. */
  static final int CHECKED_EVERY = 8;

  private final List<Unit> units;
  private final SiteModel site;
  private final UnitScanner scanner;

  private final LineWords words;

  LineEvidence(List<Unit> units, SiteModel site, UnitScanner scanner) {
    this.units = units;
    this.site = site;
    this.scanner = scanner;
    this.words = new LineWords(scanner);
  }

  void mark(Page page) {
    String title = page.title() == null ? null : Normaliser.normalise(page.title());
    KeyTable shortLines = new KeyTable(units.size());
    List<Unit> possible = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (i % CHECKED_EVERY == 0) {
        WorkLimit.check();
      }
      Unit unit = units.get(i);
      markOne(unit, title);
      if (unit.words <= 6 && unit.chars <= 48) {
        shortLines.count(unit.key);
      }
      if (unit.marker == Unit.POSSIBLE_MARKER) {
        possible.add(unit);
      }
    }
    int repeated = 0;
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      unit.isRepeated = unit.chars <= 48 && shortLines.get(unit.key, 0) >= 3;
      repeated += unit.isRepeated ? 1 : 0;
    }
    int looked = 0;
    for (int i = 0; i < units.size() && looked < MOST_DATELINES; i++) {
      Unit unit = units.get(i);
      if (unit.size() >= 5
          && unit.marker != Unit.SURE_MARKER
          && !unit.isTruncated
          && (unit.startsUpper || (unit.startsLower && unit.digits > 0))) {
        unit.hasDateline = DatelineReader.isSure(unit, scanner);
        if (unit.hasDateline) {
          unit.isDate = false;
          unit.isChrome = false;
          unit.isByline = false;
        }
        looked++;
      }
    }
    if (site.name() == null) {
      markNotices();
    }
    new LinesBelowText(units, scanner).mark();
    learnMarkers(possible);
    if (repeated > 0) {
      markRepeatedMarkers();
    }
    markTeaserFields();
    markRuns();
  }

  /** What a site says on every page recurs there; a page that stands alone has its words only. */
  private void markNotices() {
    for (Unit unit : units) {
      boolean isShort = unit.end - unit.start <= LONGEST_NOTICE && unit.size() >= 5;
      if (isShort && !unit.hasDateline && !unit.isTruncated && !unit.isByline) {
        unit.isNotice =
            unit.folded == null
                ? SiteWords.SHIPPED.isNotice(scanner.folded(unit.start, unit.end))
                : unit.hasNotice;
      }
    }
  }

  /**
   * Author and date of a teaser, between its title and a snippet that is cut: there are two such
   * teasers and more, which an article that is cut itself has not.
   */
  private void markTeaserFields() {
    List<Unit> fields = new ArrayList<>();
    int teasers = 0;
    for (int i = 0; i + 2 < units.size(); i++) {
      int end = i + 1;
      while (end < units.size() && end - i <= MOST_TEASER_FIELDS && isField(units.get(end))) {
        end++;
      }
      boolean isTeaser =
          end > i + 1
              && end < units.size()
              && canBeTitle(units.get(i))
              && canBeSnippet(units.get(end))
              && isCut(units, end);
      if (isTeaser) {
        teasers++;
        fields.addAll(units.subList(i + 1, end));
      }
    }
    for (Unit unit : teasers >= 2 ? fields : List.<Unit>of()) {
      unit.isTeaserMeta = true;
      unit.isByline = false;
      unit.isName = false;
    }
  }

  private static boolean isField(Unit unit) {
    return unit.isByline || unit.isDate || unit.isTeaserMeta || unit.isName;
  }

  private void markOne(Unit unit, String title) {
    if (unit.folded != null && !unit.isRead) {
      words.read(unit);
      unit.isRead = true;
      scanner.openingWords(unit);
      scanner.keep(unit);
    }
    site.mark(unit);
    unit.isPageTitle = title != null && unit.folded != null && unit.folded.equals(title);
  }

  /**
   * A short ending that several lines of the page share after a sign, or without, is a marker.
   *
   * @param possible lines that end in one nobody listed
   */
  private void learnMarkers(List<Unit> possible) {
    Map<String, Integer> endings = new HashMap<>();
    for (Unit unit : possible) {
      endings.merge(Normaliser.normalise(unit.markerText), 1, Integer::sum);
    }
    for (Unit unit : possible) {
      if (endings.get(Normaliser.normalise(unit.markerText)) >= 2) {
        unit.marker = Unit.SURE_MARKER;
      } else {
        unit.marker = Unit.NO_MARKER;
        unit.markerText = null;
        unit.textEnd = unit.end;
        unit.openingWords = null;
        unit.isTruncated = false;
      }
    }
  }

  /**
   * A repeated line that stands after something long and before something like a title nearly
   * always is a marker: counted by line in one pass, whatever their number.
   */
  private void markRepeatedMarkers() {
    KeyTable seen = new KeyTable(64);
    KeyTable good = new KeyTable(64);
    for (int i = 1; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (mayBeMarker(unit)) {
        seen.count(unit.key);
        good.put(unit.key, good.get(unit.key, 0) + (isAfterSnippet(i) ? 1 : 0));
      }
    }
    for (int i = 1; i < units.size(); i++) {
      Unit unit = units.get(i);
      int times = mayBeMarker(unit) ? seen.get(unit.key, 0) : 0;
      if (times >= 3 && good.get(unit.key, 0) * 4 >= times * 3) {
        unit.isMarkerAlone = true;
        unit.marker = Unit.SURE_MARKER;
        unit.markerText = scanner.text(unit.start, unit.end);
        unit.textEnd = unit.start;
        unit.openingWords = null;
      }
    }
  }

  private static boolean mayBeMarker(Unit unit) {
    return unit.isRepeated && !unit.isMarkerAlone && unit.words <= 5;
  }

  /** Whether a line stands after something long and before something like a title. */
  private boolean isAfterSnippet(int i) {
    Unit above = units.get(i - 1);
    Unit below = i + 1 < units.size() ? units.get(i + 1) : null;
    boolean isAfterText = above.size() >= 8 && above.size() <= LONGEST_SNIPPET;
    return isAfterText
        && (below == null || (below.isTitleLike() && below.size() <= 22 && !below.isProse()));
  }

  static boolean canBeTitle(Unit unit) {
    return unit.isTitleLike()
        && !unit.isTeaserHeading
        && !unit.isChrome
        && !unit.isDate
        && !unit.isByline
        && !unit.hasDateline
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

  /** Runs of pairs and of titles; what tells a teaser's time or number is passed over. */
  private void markRuns() {
    List<Unit> solid = new ArrayList<>(units.size());
    for (Unit unit : units) {
      if (!unit.isTeaserMeta) {
        solid.add(unit);
      }
    }
    int n = solid.size();
    int[] pairsFrom = new int[n + 1];
    int[] titlesFrom = new int[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      int end = endOfPair(solid, i);
      pairsFrom[i] = end < 0 ? 0 : 1 + pairsFrom[end];
      titlesFrom[i] = isListTitle(solid.get(i)) ? 1 + titlesFrom[i + 1] : 0;
    }
    for (int i = 0; i + 1 < n; i++) {
      Unit unit = solid.get(i);
      boolean isShort =
          unit.size() <= 6
              && unit.chars <= 48
              && unit.letters > 0
              && !unit.endsTerminal
              && !unit.isTruncated
              && unit.marker == Unit.NO_MARKER
              && !unit.isByline
              && unit.credit == 0
              && !unit.isChrome;
      unit.isOverList =
          isShort
              && (pairsFrom[i + 1] >= 2 || titlesFrom[i + 1] >= 2)
              && unit.size() < solid.get(i + 1).size();
    }
    for (int i = 0; i < n; i += Math.max(1, describePairs(solid, i, pairsFrom))) {}
    for (int i = 0; i < n; ) {
      int at = i + titlesFrom[i];
      int open = 0;
      for (int k = i; k < at; k++) {
        open += solid.get(k).endsTerminal ? 0 : 1;
      }
      boolean isRun = open * 2 >= at - i;
      for (int k = i; k < at && isRun; k++) {
        Unit unit = solid.get(k);
        unit.titleRun = at - k + (k - i);
        unit.isRunAfterHeading |= i > 0 && isHeading(solid.get(i - 1));
        // The first line of a run may be a heading that looks like a title.
        unit.isRunAfterHeading |= k > i && isHeading(solid.get(i));
        unit.isRunAfterShort |=
            (i > 0 && solid.get(i - 1).isOverList) || (k > i && solid.get(i).isOverList);
      }
      i = Math.max(at, i + 1);
    }
  }

  private static boolean isListTitle(Unit unit) {
    boolean isOpen = !unit.endsTerminal || (unit.size() <= 14 && unit.innerStops == 0);
    return canBeTitle(unit) && isOpen && unit.size() >= 4;
  }

  /** Lines of the pairs that begin at {@code i}, described; 0 where none do. */
  private int describePairs(List<Unit> solid, int i, int[] pairsFrom) {
    if (pairsFrom[i] == 0) {
      return 0;
    }
    int at = i;
    for (int end = endOfPair(solid, at); end >= 0; end = endOfPair(solid, at)) {
      at = end;
    }
    describeRun(solid, i, at, pairsFrom[i]);
    return at - i;
  }

  private static boolean isHeading(Unit unit) {
    return unit.isTeaserHeading || unit.siteClass == LineClass.HEADING;
  }

  /**
   * Unit after the title and snippet (and marker line) that begin at {@code i}; -1 when none do.
   */
  private static int endOfPair(List<Unit> solid, int i) {
    if (i + 1 >= solid.size() || !canBeTitle(solid.get(i)) || !canBeSnippet(solid.get(i + 1))) {
      return -1;
    }
    boolean isSentence = solid.get(i).size() >= 14 && solid.get(i).endsTerminal;
    if (isSentence && !isCut(solid, i + 1)) {
      return -1;
    }
    int end = i + 2;
    return end < solid.size() && solid.get(end).isMarkerAlone ? end + 1 : end;
  }

  private static void describeRun(List<Unit> solid, int from, int to, int pairs) {
    int cut = 0;
    Map<Integer, Integer> sizes = new HashMap<>();
    int commonest = 0;
    int longest = 0;
    int shortest = Integer.MAX_VALUE;
    for (int k = from + 1; k < to; k++) {
      Unit unit = solid.get(k);
      if (solid.get(k - 1).isMarkerAlone || unit.isMarkerAlone || !canBeTitle(solid.get(k - 1))) {
        continue;
      }
      if (isCut(solid, k)) {
        cut++;
      }
      longest = Math.max(longest, unit.size());
      shortest = Math.min(shortest, unit.size());
      commonest =
          Math.max(
              commonest,
              sizes.merge(
                  unit.unspaced > unit.words ? unit.size() : unit.textWords, 1, Integer::sum));
    }
    boolean isAfterHeading = from > 0 && isHeading(solid.get(from - 1));
    boolean isAfterShort = from > 0 && solid.get(from - 1).isOverList;
    boolean isEven = longest <= 45 && longest <= 2 * shortest + 4 && isAfterShort;
    boolean isUniform = pairs >= 3 && (commonest * 3 >= pairs * 2 || isEven);
    for (int k = from; k < to; k++) {
      Unit unit = solid.get(k);
      unit.pairRun = pairs;
      unit.isUniformRun = isUniform || (cut >= 2 && cut * 2 >= pairs);
      unit.isRunAfterHeading = isAfterHeading;
      unit.isRunAfterShort = isAfterShort;
    }
  }
}
