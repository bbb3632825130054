package org.copydesk.segment;

import java.util.List;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.KeyTable;

/**
 * What stands out in the order of a page's lines beside its prose: dates, prices and counters of
 * one pattern ("Today, 7:37" over "Today, 8:59") that set the beat of a list, how densely headlines
 * stand, lines that begin alike or quote each other, and between which signals a line stands (a
 * byline above, a row of sharing buttons below).
 */
final class LinePatterns {
  /** Longest line whose pattern of digits and signs is looked at, in characters. */
  private static final int LONGEST_PATTERN = 40;

  /** Lines of one pattern that set a beat. */
  private static final int LEAST_BEATS = 3;

  /** Longest distance to a beat that is told from longer ones. */
  private static final int FAR_BEAT = 6;

  /** Lines above and below in which headlines are counted. */
  private static final int WINDOW = 6;

  /** Words by which lines are said to begin alike. */
  private static final int HEAD = 3;

  /** Longest line that may be quoted in others, in words. */
  private static final int LONGEST_QUOTED = 30;

  /** Bits of the filter that spares most look-ups of quoted beginnings. */
  private static final int FILTER = 1 << 14;

  static final int NO_SIGNAL = 0;
  static final int HEAD_SIGNAL = 1;
  static final int CLOSING_SIGNAL = 2;
  static final int COMMENTS_SIGNAL = 3;
  static final int HEADING_SIGNAL = 4;
  static final int SIGNALS = 5;

  private final List<Unit> units;
  private final UnitScanner scanner;
  private final int n;
  private final byte[] patternCopies;
  private final byte[] sinceBeat;
  private final byte[] toBeat;
  private final boolean[] isRegular;
  private final int[] titles;
  private final int[] sizes;
  private final byte[] alike;
  private final byte[] quoted;
  private final byte[] signalAbove;
  private final byte[] signalBelow;
  private final int[] signalDistance;

  /**
   * @param units marked by {@link LineEvidence}
   */
  LinePatterns(List<Unit> units, UnitScanner scanner) {
    this.units = units;
    this.scanner = scanner;
    this.n = units.size();
    this.patternCopies = new byte[n];
    this.sinceBeat = new byte[n];
    this.toBeat = new byte[n];
    this.isRegular = new boolean[n];
    this.titles = new int[n + 1];
    this.sizes = new int[n + 1];
    this.alike = new byte[n];
    this.quoted = new byte[n];
    this.signalAbove = new byte[n];
    this.signalBelow = new byte[n];
    this.signalDistance = new int[n];
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      titles[i + 1] = titles[i] + (isHeadline(unit) ? 1 : 0);
      sizes[i + 1] = sizes[i] + Math.min(MOST_SIZE, unit.size());
    }
    findBeats();
    findAlike();
    findSignals();
  }

  private static final int MOST_SIZE = 40;

  /** Whether a line has the form of another article's headline, whatever it speaks of. */
  private static boolean isHeadline(Unit unit) {
    int size = unit.size();
    return size >= 4
        && size <= 20
        && unit.furniture == 0
        && (!unit.endsTerminal || size <= 14 && unit.innerStops == 0)
        && LineEvidence.canBeTitle(unit);
  }

  private void findBeats() {
    int[] patterns = new int[n];
    KeyTable counts = new KeyTable(64);
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      if (unit.chars <= LONGEST_PATTERN && (unit.digits > 0 || unit.chars > unit.letters + 1)) {
        patterns[i] = scanner.pattern(unit);
        counts.count(patterns[i]);
      }
    }
    int beats = 0;
    for (int i = 0; i < n; i++) {
      int count = patterns[i] == 0 ? 0 : counts.get(patterns[i], 0);
      patternCopies[i] = (byte) Math.min(100, count);
      Unit unit = units.get(i);
      boolean isBeat =
          count >= LEAST_BEATS && unit.digits > 0 && unit.size() <= WINDOW
              || unit.isMarkerAlone
              || unit.isTeaserMeta;
      sinceBeat[i] = isBeat ? 0 : (byte) FAR_BEAT;
      beats += isBeat ? 1 : 0;
    }
    if (beats < LEAST_BEATS) {
      java.util.Arrays.fill(sinceBeat, (byte) -1);
      return;
    }
    int since = FAR_BEAT;
    int gap = 0;
    int lastGap = 0;
    for (int i = 0; i < n; i++) {
      boolean isBeat = sinceBeat[i] == 0;
      since = isBeat ? 0 : Math.min(FAR_BEAT, since + 1);
      sinceBeat[i] = (byte) since;
      if (isBeat) {
        boolean isSame = gap == lastGap && gap > 0 && gap <= FAR_BEAT;
        for (int k = Math.max(0, i - gap - lastGap); k <= i && isSame; k++) {
          isRegular[k] = true;
        }
        lastGap = gap + 1;
        gap = 0;
      }
      gap++;
      if (isBeat) {
        lastGap--;
      }
    }
    int to = FAR_BEAT;
    for (int i = n - 1; i >= 0; i--) {
      to = sinceBeat[i] == 0 ? 0 : Math.min(FAR_BEAT, to + 1);
      toBeat[i] = (byte) to;
    }
  }

  /** Lines of its pattern of digits and signs, its own included; 0 where it has none. */
  int patternCopies(int i) {
    return patternCopies[i];
  }

  /** Place between the beats of a list: 0 where the page has none, else up to 98. */
  int beat(int i) {
    return sinceBeat[i] < 0 ? 0 : 1 + (isRegular[i] ? 49 : 0) + sinceBeat[i] * 7 + toBeat[i];
  }

  /** Headlines among the six lines above, 0 to 6. */
  int titlesAbove(int i) {
    return titles[i] - titles[Math.max(0, i - WINDOW)];
  }

  /** Headlines among the six lines below, 0 to 6. */
  int titlesBelow(int i) {
    return titles[Math.min(n, i + 1 + WINDOW)] - titles[i + 1];
  }

  /** Mean of the sizes of the lines around, without the line's own. */
  int meanSize(int i) {
    int from = Math.max(0, i - WINDOW);
    int to = Math.min(n, i + 1 + WINDOW);
    int others = to - from - 1;
    int sum = sizes[to] - sizes[from] - Math.min(MOST_SIZE, units.get(i).size());
    return others == 0 ? 0 : sum / others;
  }

  private static int head(int[] words, int at) {
    return (words[at] * 31 + words[at + 1]) * 31 + words[at + 2];
  }

  private void findAlike() {
    KeyTable firsts = new KeyTable(n);
    long[] filter = new long[FILTER / 64];
    int[] group = new int[n];
    int[] longest = new int[n];
    boolean[] differ = new boolean[n];
    int[] quotes = new int[n];
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      int[] words = scanner.openingWords(unit);
      group[i] = -1;
      if (words.length < HEAD || unit.size() > LONGEST_QUOTED) {
        continue;
      }
      int head = head(words, 0);
      int first = firsts.get(head, -1);
      if (first < 0) {
        first = i;
        firsts.put(head, i);
        filter[(head & FILTER - 1) >> 6] |= 1L << head;
      }
      group[i] = first;
      differ[first] |= unit.key != units.get(first).key;
      longest[first] = Math.max(longest[first], unit.chars);
    }
    for (int i = 0; i < n; i++) {
      int[] words = units.get(i).openingWords;
      for (int k = 1; k + HEAD <= words.length; k++) {
        int head = head(words, k);
        if ((filter[(head & FILTER - 1) >> 6] & 1L << head) != 0) {
          int first = firsts.get(head, -1);
          if (first >= 0) {
            quotes[first]++;
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      int first = group[i];
      if (first < 0) {
        continue;
      }
      boolean isLongest = units.get(i).chars == longest[first];
      alike[i] = (byte) (differ[first] ? 1 + (isLongest ? 0 : 1) + (i == first ? 0 : 2) : 0);
      quoted[i] = (byte) Math.min(2, quotes[first]);
    }
  }

  /** 0 where no other line begins so; else 1 to 4 by whether it is the longest and the first. */
  int alike(int i) {
    return alike[i];
  }

  /** Times its beginning stands inside other lines, 0 to 2. */
  int quoted(int i) {
    return quoted[i];
  }

  private static int signal(Unit unit) {
    if (unit.isTeaserHeading || unit.siteClass == LineClass.HEADING) {
      return HEADING_SIGNAL;
    }
    if (unit.furniture == 1 || unit.furniture == 2) {
      return COMMENTS_SIGNAL;
    }
    if (unit.furniture >= 3 && unit.furniture <= 5 || unit.furniture == 13) {
      return CLOSING_SIGNAL;
    }
    return unit.isByline || unit.isDate ? HEAD_SIGNAL : NO_SIGNAL;
  }

  private void findSignals() {
    int signal = NO_SIGNAL;
    int distance = 0;
    for (int i = 0; i < n; i++) {
      signalAbove[i] = (byte) signal;
      signalDistance[i] = ++distance;
      int own = signal(units.get(i));
      if (own != NO_SIGNAL) {
        signal = own;
        distance = 0;
      }
    }
    signal = NO_SIGNAL;
    for (int i = n - 1; i >= 0; i--) {
      signalBelow[i] = (byte) signal;
      int own = signal(units.get(i));
      signal = own != NO_SIGNAL ? own : signal;
    }
  }

  /** The signals it stands between: five above times five below. */
  int slot(int i) {
    return signalAbove[i] * SIGNALS + signalBelow[i];
  }

  /** The signal above. */
  int signalAbove(int i) {
    return signalAbove[i];
  }

  /** Lines from the signal above, or from the page's top. */
  int signalDistance(int i) {
    return signalDistance[i];
  }
}
