package org.copydesk.segment;

import java.util.List;
import org.copydesk.segment.lines.Unit;

/** Where a page's prose stands: which lines are of a text, and the runs in which most of it is. */
final class ProseRuns {
  /** Words of a line that count for prose. */
  private static final int LEAST_PROSE = 8;

  /** The same on a page where no sentence ends in a stop. */
  private static final int LEAST_PROSE_WITHOUT_STOP = 16;

  /** Of one line at most so many words count for the run of prose; other lines cost ten each. */
  private static final int MOST_COUNTED = 60;

  private static final int OTHER_LINE = 10;

  /** What another line costs where lists stand in the text. */
  private static final int OTHER_LINE_OF_LISTS = 3;

  private static final byte[] BESIDE = LineBins.steps(1, 2, 3, 5, 9, 15, 30);

  /** Lines that are near a run of prose, above it and below. */
  private static final int NEAR_ABOVE = 8;

  private static final int NEAR_BELOW = 4;

  /** Lines above a line in which prose is counted. */
  private static final int WINDOW = 20;

  /** Further than any line of a page. */
  static final int FAR = 1 << 20;

  /** Words of a run that count. */
  private static final int MOST_WORDS = 0xFFFFF;

  /** A run of lines; its end is the line after the last, 0 where there is none. */
  record Run(int start, int end, int words) {
    /** Far above it, near above, in it, near below, far below: 0 to 4. */
    int around(int i) {
      if (end == 0) {
        return 0;
      }
      if (i < start) {
        return start - i > NEAR_ABOVE ? 0 : 1;
      }
      return i < end ? 2 : i - end < NEAR_BELOW ? 3 : 4;
    }
  }

  private final int n;
  private final boolean isWithoutStops;

  /** Words of prose, and lines of it, above each line. */
  private final int[] words;

  private final int[] lines;
  private final int[] toProse;
  private final int[] shortEnd;
  private final Run longest;
  private final Run second;
  private final Run wide;

  ProseRuns(List<Unit> units) {
    this.n = units.size();
    this.isWithoutStops = isWithoutStops(units);
    this.words = new int[n + 1];
    this.lines = new int[n + 1];
    this.toProse = new int[n];
    this.shortEnd = new int[n];
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      boolean isProse = isProse(unit);
      words[i + 1] = words[i] + (isProse ? Math.min(MOST_COUNTED, unit.size()) : 0);
      lines[i + 1] = lines[i] + (isProse ? 1 : 0);
    }
    int distance = FAR;
    int end = n;
    for (int i = n - 1; i >= 0; i--) {
      boolean isProse = isProseAt(i);
      distance = isProse ? 0 : distance + 1;
      toProse[i] = distance;
      end = isProse ? i : end;
      shortEnd[i] = end;
    }
    longest = run(0, n, OTHER_LINE);
    Run above = run(0, longest.start(), OTHER_LINE);
    Run below = run(longest.end(), n, OTHER_LINE);
    second = above.words() >= below.words() ? above : below;
    wide = run(0, n, OTHER_LINE_OF_LISTS);
  }

  /** The run with most words of prose, each other line taken off. */
  Run longest() {
    return longest;
  }

  /** The same above or below that. */
  Run second() {
    return second;
  }

  /** The longest where other lines are taken off less, as lists in a text are. */
  Run wide() {
    return wide;
  }

  /** Whether a line is of a text. */
  boolean isProseAt(int i) {
    return words[i + 1] > words[i];
  }

  /** Words of prose above a line. */
  int wordsAbove(int i) {
    return words[i];
  }

  int allWords() {
    return words[n];
  }

  /** Lines to the next line of prose, 0 on one. */
  int toProse(int i) {
    return toProse[i];
  }

  /** The line after the run of other lines in which a line stands. */
  int endOfOthers(int i) {
    return shortEnd[i];
  }

  /** Lines of prose among the twenty above, in steps. */
  int linesAbove(int i) {
    int count = lines[i] - lines[Math.max(0, i - WINDOW)];
    return count <= 2 ? count : count <= 5 ? 3 : count <= 10 ? 4 : 5;
  }

  /**
   * Place of a line beside a run, 0 to 22: steps of the distance outside, ends and others inside.
   */
  int place(int i, Run run) {
    if (run.end() == 0) {
      return 22;
    }
    if (i < run.start()) {
      return LineBins.bin(BESIDE, run.start() - i);
    }
    if (i >= run.end()) {
      return 14 + LineBins.bin(BESIDE, i - run.end() + 1);
    }
    return i == run.start()
        ? 8
        : i == run.start() + 1
            ? 9
            : i == run.end() - 1 ? 10 : i == run.end() - 2 ? 11 : isProseAt(i) ? 12 : 13;
  }

  /** Whether a line is of a text: a sentence, or where no stops are printed a long line. */
  private boolean isProse(Unit unit) {
    return !unit.isTruncated
        && (unit.endsTerminal
            ? unit.size() >= LEAST_PROSE
            : isWithoutStops
                && unit.size() >= LEAST_PROSE_WITHOUT_STOP
                && !unit.isChrome
                && unit.marker == Unit.NO_MARKER);
  }

  /** Whether a page has long lines and no sentence that ends in a stop. */
  private static boolean isWithoutStops(List<Unit> units) {
    int open = 0;
    for (Unit unit : units) {
      if (unit.isTruncated || unit.size() < LEAST_PROSE) {
        continue;
      }
      if (unit.endsTerminal) {
        return false;
      }
      boolean isLong = unit.size() >= LEAST_PROSE_WITHOUT_STOP && unit.marker == Unit.NO_MARKER;
      open += isLong && !unit.isChrome ? 1 : 0;
    }
    return open > 1;
  }

  /** The best run in a range (Kadane). */
  private Run run(int from, int to, int otherLine) {
    int best = 0;
    int sum = 0;
    int start = from;
    int bestStart = 0;
    int bestEnd = 0;
    for (int i = from; i < to; i++) {
      int own = words[i + 1] - words[i];
      sum += own > 0 ? own : -otherLine;
      if (sum <= 0) {
        sum = 0;
        start = i + 1;
      } else if (sum > best) {
        best = Math.min(sum, MOST_WORDS);
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    return new Run(bestStart, bestEnd, best);
  }
}
