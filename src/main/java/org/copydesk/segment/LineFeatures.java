package org.copydesk.segment;

import static org.copydesk.segment.LineBins.*;
import static org.copydesk.segment.LineTrait.*;
import static org.copydesk.segment.ProseRuns.FAR;

import java.util.List;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.KeyTable;

/**
 * Gives each line of a page a number for each {@link LineTrait}: from the line itself, from what
 * repeats on the page, and from the words it shares with the page's prose. One pass over the lines,
 * with bounded looks around; long lines are read no further than their first words.
 */
final class LineFeatures {
  /** Longest line that is looked for elsewhere on the page. */
  private static final int LONGEST_COPY = 400;

  private final List<Unit> units;
  private final SiteModel site;
  private final UnitScanner scanner;
  private final int n;
  private final boolean hasBlanks;
  private final int[] shapes;
  private final byte[] kinds;
  private final int[] toField;

  /** By line the first line of the page that is the same, and there how many are. */
  private final int[] firsts;

  private final int[] copies;
  private final ProseRuns runs;
  private final ProseWords words;
  private final LinePatterns patterns;

  // What the lines read so far leave behind.
  private int sinceComments = FAR;
  private int sinceClosing = FAR;
  private int fromProse = FAR;
  private int fromField = FAR;
  private int sinceHeading = FAR;
  private int shortStart;
  private int next;

  /**
   * @param units marked by {@link LineEvidence}
   */
  LineFeatures(List<Unit> units, SiteModel site, UnitScanner scanner) {
    this.units = units;
    this.site = site;
    this.scanner = scanner;
    this.n = units.size();
    this.shapes = new int[n];
    this.kinds = new byte[n];
    this.toField = new int[n];
    this.firsts = new int[n];
    this.copies = new int[n];
    KeyTable known = new KeyTable(n);
    int blanks = 0;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      blanks += unit.isAfterBlank ? 1 : 0;
      kinds[i] = (byte) kind(unit);
      shapes[i] = shape(unit, kinds[i]);
      if (unit.chars <= LONGEST_COPY) {
        firsts[i] = known.getOrPut(unit.key, i);
        copies[firsts[i]]++;
      }
    }
    hasBlanks = blanks * 10 > n * 6;
    int toNextField = FAR;
    for (int i = n - 1; i >= 0; i--) {
      Unit unit = units.get(i);
      toField[i] = toNextField + 1;
      toNextField = unit.isDate || unit.isByline ? 0 : toNextField + 1;
    }
    this.runs = new ProseRuns(units);
    this.words = new ProseWords(units, runs, scanner);
    this.patterns = new LinePatterns(units, scanner);
  }

  /** Writes the numbers of the next line; lines are asked for in order, each once. */
  void next(char[] out) {
    int i = next++;
    Unit unit = units.get(i);
    int size = unit.size();
    int sizeBin = sizeBin(size);
    int coarse = coarseSize(size);
    int ending = ending(unit);
    int kind = kinds[i];
    int around = runs.longest().around(i);
    int aroundSecond = runs.second().around(i);
    boolean isProse = runs.isProseAt(i);
    Unit above = i > 0 ? units.get(i - 1) : null;
    Unit below = i + 1 < n ? units.get(i + 1) : null;

    out[SIZE.ordinal()] = (char) sizeBin;
    out[CHARS.ordinal()] = (char) charsBin(unit.chars);
    out[ENDING.ordinal()] = (char) ending;
    out[FIRST_LETTER.ordinal()] = (char) firstLetter(unit);
    out[LIST_MARK.ordinal()] =
        (char) (unit.contentStart == unit.start ? 0 : unit.ordinal > 0 ? 2 : 1);
    int upper = upperWords(unit);
    out[UPPER_WORDS.ordinal()] = (char) upper;
    out[ALL_CAPITALS.ordinal()] = (char) capitals(unit);
    out[DIGITS.ordinal()] = (char) digitsBin(unit.digits);
    out[INNER_STOPS.ordinal()] = (char) Math.min(3, unit.innerStops);
    out[COMMAS.ordinal()] = (char) Math.min(4, unit.commas);
    out[SEPARATORS.ordinal()] = (char) (Math.min(2, unit.separators) * 3 + Math.min(2, unit.gaps));
    out[SYMBOLS.ordinal()] = (char) symbolsBin(unit);
    out[LAST_WORD.ordinal()] =
        (char) (unit.endsInSmallWord ? 1 : unit.startsUpper ? 2 : unit.startsLower ? 3 : 0);
    out[CUT.ordinal()] =
        (char) ((unit.isTruncated ? 3 : 0) + (unit.isMarkerAlone ? 2 : unit.marker > 0 ? 1 : 0));
    out[KIND.ordinal()] = (char) kind;
    out[FLAGS.ordinal()] =
        (char)
            ((unit.isChrome ? 1 : 0)
                | (unit.isName ? 2 : 0)
                | (unit.isCrossLink ? 4 : 0)
                | (unit.hasAddress || unit.hasCopyright ? 8 : 0));
    int speaksOf = unit.furniture;
    out[SPEAKS_OF.ordinal()] = (char) (speaksOf == 0 ? 0 : speaksOf * 2 + (size > 3 ? 1 : 0));
    sinceComments =
        isProse || speaksOf != 1 && speaksOf != 2 ? Math.min(FAR, sinceComments + 1) : 0;
    sinceClosing =
        speaksOf >= 3 && speaksOf <= 5 || speaksOf == 13 ? 0 : Math.min(FAR, sinceClosing + 1);
    out[SINCE_COMMENTS.ordinal()] = (char) bin(SINCE_UP_TO, sinceComments);
    out[SINCE_CLOSING.ordinal()] = (char) bin(SINCE_UP_TO, sinceClosing);
    out[SPEAKS_IN_RUN.ordinal()] = (char) (speaksOf * 5 + around);
    boolean isOpenBelow = below == null || below.isAfterBlank;
    int blanks = 1 + (unit.isAfterBlank ? 1 : 0) + (isOpenBelow ? 2 : 0);
    out[BLANKS.ordinal()] = (char) (hasBlanks ? blanks : 0);
    out[TENTH.ordinal()] = (char) (int) (i * 10L / n);
    out[FROM_TOP.ordinal()] = (char) distanceBin(i);
    out[FROM_END.ordinal()] = (char) distanceBin(n - 1 - i);
    out[LINES.ordinal()] = (char) linesBin(n);
    out[RUN_PLACE.ordinal()] = (char) runs.place(i, runs.longest());
    out[SECOND_RUN.ordinal()] = (char) runs.place(i, runs.second());
    int runWords = runs.longest().words();
    out[RUN_WORDS.ordinal()] = (char) bin(RUN_WORDS_UP_TO, runWords);
    out[RUN_LEAD.ordinal()] =
        (char)
            (runWords == 0
                ? 0
                : Math.min(5, 1 + (runWords - runs.second().words()) * 5 / runWords));
    out[SECOND_OF_RUNS.ordinal()] = (char) (around * 5 + aroundSecond);
    int toProseBin = proseBin(runs.toProse(i));
    out[TO_PROSE.ordinal()] = (char) toProseBin;
    out[FROM_PROSE.ordinal()] = (char) proseBin(isProse ? 0 : fromProse + 1);
    out[SHORT_RUN.ordinal()] = (char) (isProse ? 0 : runBin(runs.endOfOthers(i) - shortStart));
    out[SHORT_PLACE.ordinal()] = (char) (isProse ? 0 : placeBin(i - shortStart));
    int sameShapes = sameShapes(i);
    out[SAME_SHAPE.ordinal()] = (char) Integer.bitCount(sameShapes);
    int period = period(sameShapes);
    out[PERIOD.ordinal()] = (char) period;
    sinceHeading = isHeading(unit) ? 0 : Math.min(FAR, sinceHeading + 1);
    int heading = headingBin(sinceHeading);
    out[SINCE_HEADING.ordinal()] = (char) heading;
    out[PAIRS.ordinal()] = (char) (pairsBin(unit.pairRun) * 2 + (unit.isUniformRun ? 1 : 0));
    out[TITLES.ordinal()] = (char) titlesBin(unit.titleRun);
    out[LIST_HEAD.ordinal()] =
        (char)
            (unit.isOverList
                ? 1
                : (unit.isRunAfterHeading ? 2 : 0) + (unit.isRunAfterShort ? 3 : 0));
    int copiesBin = copiesBin(i);
    out[COPIES.ordinal()] = (char) copiesBin;

    int content = words.words(i) - words.common(i);
    int inProse = words.inProse(i);
    int opening = words.inOpening(i);
    int openingBin = sharedBin(opening);
    out[OPENING_WORDS.ordinal()] = (char) openingBin;
    out[OPENING_SHARE.ordinal()] = (char) shareBin(opening, content);
    out[PROSE_WORDS.ordinal()] = (char) sharedBin(inProse);
    out[PROSE_SHARE.ordinal()] = (char) shareBin(inProse, content);
    int function = words.functionBin(i);
    out[FUNCTION_WORDS.ordinal()] = (char) function;
    out[CONTENT_WORDS.ordinal()] = (char) contentBin(content);
    out[SHARED_ABOVE.ordinal()] = (char) words.shared(i, i - 1);
    out[SHARED_BELOW.ordinal()] = (char) words.shared(i, i + 1);
    int rank = words.rank(i);
    out[OPENING_RANK.ordinal()] = (char) rank;
    out[LONGER.ordinal()] = (char) (compared(size, above) * 3 + compared(size, below));
    int proseAbove = runs.linesAbove(i);
    out[PROSE_ABOVE.ordinal()] = (char) proseAbove;
    out[PROSE_LEFT.ordinal()] = (char) leftBin(runs.wordsAbove(i), runs.allWords());
    out[FIELD_BELOW.ordinal()] = (char) fieldBin(toField[i]);
    out[FIELD_ABOVE.ordinal()] = (char) fieldBin(fromField + 1);
    out[SITE.ordinal()] =
        (char)
            (unit.siteClass.ordinal() * 2 + (unit.isSiteSure ? 1 : 0) + (site.pages() > 0 ? 1 : 0));
    boolean isAtLimit =
        site.snippetWords() > 0
            && unit.unspaced <= unit.words
            && unit.textWords == site.snippetWords();
    out[SITE_LIMIT.ordinal()] = (char) (isAtLimit ? 2 : site.snippetWords() > 0 ? 1 : 0);
    out[GIVEN_TITLE.ordinal()] = (char) (unit.isPageTitle ? 1 : 0);

    int copiesOfPattern = patterns.patternCopies(i);
    int isLongPattern = unit.chars > LONGEST_COUNTER ? 4 : 0;
    out[PATTERN.ordinal()] =
        (char) (copiesOfPattern == 0 ? 0 : patternBin(copiesOfPattern) + isLongPattern);
    out[BEAT.ordinal()] = (char) patterns.beat(i);
    out[HEADLINES.ordinal()] = (char) (patterns.titlesAbove(i) * 7 + patterns.titlesBelow(i));
    out[ALIKE.ordinal()] = (char) patterns.alike(i);
    out[QUOTED.ordinal()] = (char) patterns.quoted(i);
    out[BEGINS.ordinal()] = (char) scanner.beginsWith(unit);
    out[SLOT.ordinal()] = (char) (patterns.slot(i) * 2 + (isProse ? 1 : 0));
    out[SLOT_DEPTH.ordinal()] =
        (char) (patterns.signalAbove(i) * 6 + bin(DEPTH_UP_TO, patterns.signalDistance(i)));
    out[WIDE_RUN.ordinal()] = (char) runs.place(i, runs.wide());
    out[WIDE_OF_RUNS.ordinal()] = (char) (around * 5 + runs.wide().around(i));
    out[SIZE_AROUND.ordinal()] = (char) (bin(MEANS_UP_TO, patterns.meanSize(i)) * 6 + coarse);
    int sharedAbove = out[SHARED_ABOVE.ordinal()];
    out[PAIRED.ordinal()] = (char) ((sharedAbove * 3 + compared(size, above)) * 6 + coarse);

    out[SHAPE.ordinal()] = (char) shapes[i];
    out[SHAPE_IN_RUN.ordinal()] = (char) (shapes[i] * 5 + around);
    out[KIND_IN_RUN.ordinal()] = (char) (kind * 5 + around);
    out[SIZE_SINCE_HEADING.ordinal()] = (char) (heading * 6 + coarse);
    out[WORDS_IN_RUN.ordinal()] = (char) (openingBin * 5 + around);
    out[FUNCTION_BY_SIZE.ordinal()] = (char) (function * 6 + coarse);
    out[UPPER_BY_SIZE.ordinal()] = (char) (upper * 6 + coarse);
    out[COPIES_IN_RUN.ordinal()] = (char) (copiesBin * 5 + around);
    out[KIND_BELOW.ordinal()] = (char) ((below == null ? 18 : kinds[i + 1]) * 6 + coarse);
    out[KIND_ABOVE.ordinal()] = (char) ((above == null ? 18 : kinds[i - 1]) * 6 + coarse);
    out[PERIOD_IN_RUN.ordinal()] = (char) (period * 5 + around);
    out[PROSE_ABOVE_BY_SIZE.ordinal()] = (char) (proseAbove * 6 + coarse);
    out[RANK_TO_PROSE.ordinal()] = (char) (rank * 8 + toProseBin);

    fromProse = isProse ? 0 : Math.min(FAR, fromProse + 1);
    shortStart = isProse ? i + 1 : shortStart;
    fromField = unit.isDate || unit.isByline ? 0 : Math.min(FAR, fromField + 1);
  }

  private static boolean isHeading(Unit unit) {
    return unit.isTeaserHeading || unit.siteClass == LineClass.HEADING;
  }

  /** A bit for each step, 1 to 4, at which its shape stands above; the next byte for below. */
  private int sameShapes(int i) {
    int same = 0;
    for (int k = 1; k <= 4; k++) {
      same |= i >= k && shapes[i - k] == shapes[i] ? 1 << k : 0;
      same |= i + k < n && shapes[i + k] == shapes[i] ? 1 << k + Byte.SIZE : 0;
    }
    return same;
  }

  /** The shortest step, 1 to 4, at which its shape stands above, below or both; 0 where none. */
  private static int period(int sameShapes) {
    int either = (sameShapes | sameShapes >> Byte.SIZE) & 0xFF;
    int both = sameShapes & sameShapes >> Byte.SIZE;
    int step = Integer.numberOfTrailingZeros(either);
    return either == 0 ? 0 : step * 2 + (both >> step & 1);
  }

  private int copiesBin(int i) {
    int count = units.get(i).chars <= LONGEST_COPY ? copies[firsts[i]] : 0;
    if (count < 2) {
      return 0;
    }
    boolean isLater = firsts[i] < i;
    return (count == 2 ? 1 : 3) + (isLater ? 1 : 0);
  }

  /** Numbers of all lines, for training: a row of {@link LineTrait} values each. */
  static char[][] all(List<Unit> units, SiteModel site, UnitScanner scanner) {
    LineFeatures features = new LineFeatures(units, site, scanner);
    char[][] rows = new char[units.size()][LineTrait.values().length];
    for (char[] row : rows) {
      features.next(row);
    }
    return rows;
  }
}
