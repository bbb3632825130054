package org.copydesk.segment;

import static org.copydesk.segment.LineTrait.*;

import java.util.List;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.KeyTable;

/**
 * Gives each line of a page a number for each {@link LineTrait}: from the line itself, from what
 * repeats on the page, and from the words it shares with the page's prose. One pass over the lines,
 * with bounded looks around; long lines are read no further than their first words.
 */
final class LineFeatures {
  /** Words of a line that count for prose. */
  private static final int LEAST_PROSE = 8;

  /** The same on a page where no sentence ends in a stop. */
  private static final int LEAST_PROSE_WITHOUT_STOP = 16;

  /** Of one line at most so many words count for the run of prose; other lines cost ten each. */
  private static final int MOST_COUNTED = 60;

  private static final int OTHER_LINE = 10;

  /** What another line costs where lists stand in the text. */
  private static final int OTHER_LINE_OF_LISTS = 3;

  /** Lines of prose whose words are kept, and those of them that are the text's beginning. */
  private static final int SAMPLED_PROSE = 48;

  private static final int OPENING = 3;

  private static final int LEAST_SAMPLED = 3;

  /** Longest line that is looked for elsewhere on the page. */
  private static final int LONGEST_COPY = 400;

  /** First words of two neighbours that are compared. */
  private static final int COMPARED = 16;

  private static final int FAR = 1 << 20;

  private final List<Unit> units;
  private final SiteModel site;
  private final UnitScanner scanner;
  private final int n;
  private final boolean hasBlanks;
  private final boolean isWithoutStops;
  private final int[] prose;
  private final int[] proseLines;
  private final int[] shapes;
  private final byte[] kinds;

  /** By line what {@link #overlap} gave, and a bit for each of its first words, hashed. */
  private final long[] overlaps;

  private final long[] wordBits;
  private final int[] toProse;
  private final int[] toField;
  private final int[] shortEnd;
  private final KeyTable copies;
  private final KeyTable seen;
  private final KeyTable sampled;
  private final LinePatterns patterns;
  private int sampledLines;
  private int runStart;
  private int runEnd;
  private int runWords;
  private int secondStart;
  private int secondEnd;
  private int secondWords;
  private int wideStart;
  private int wideEnd;
  private int bestOverlap;
  private int secondOverlap;
  private int thirdOverlap;

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
    this.prose = new int[n + 1];
    this.proseLines = new int[n + 1];
    this.shapes = new int[n];
    this.kinds = new byte[n];
    this.overlaps = new long[n];
    this.wordBits = new long[n];
    this.toProse = new int[n];
    this.toField = new int[n];
    this.shortEnd = new int[n];
    this.copies = new KeyTable(n);
    this.seen = new KeyTable(64);
    this.sampled = new KeyTable(512);
    this.isWithoutStops = isWithoutStops(units);
    int blanks = 0;
    for (int i = 0; i < n; i++) {
      Unit unit = units.get(i);
      blanks += unit.isAfterBlank ? 1 : 0;
      prose[i + 1] = prose[i] + (isProse(unit) ? Math.min(MOST_COUNTED, unit.size()) : 0);
      proseLines[i + 1] = proseLines[i] + (isProse(unit) ? 1 : 0);
      kinds[i] = (byte) kind(unit);
      shapes[i] = shape(unit, kinds[i]);
      if (unit.chars <= LONGEST_COPY) {
        copies.put(unit.key, copies.get(unit.key, 0) + 1);
      }
    }
    hasBlanks = blanks * 10 > n * 6;
    lookAhead();
    findRuns();
    sampleProse();
    rankOverlaps();
    this.patterns = new LinePatterns(units, scanner);
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

  private void lookAhead() {
    int toNextProse = FAR;
    int toNextField = FAR;
    int end = n;
    for (int i = n - 1; i >= 0; i--) {
      Unit unit = units.get(i);
      boolean isProse = isProse(unit);
      toNextProse = isProse ? 0 : toNextProse + 1;
      toProse[i] = toNextProse;
      toField[i] = toNextField + 1;
      toNextField = unit.isDate || unit.isByline ? 0 : toNextField + 1;
      end = isProse ? i : end;
      shortEnd[i] = end;
    }
  }

  /** The run of lines with most words of prose, each other line taken off (Kadane). */
  private void findRuns() {
    long run = run(0, n, OTHER_LINE);
    runStart = (int) (run >> 40);
    runEnd = (int) (run >> 20 & 0xFFFFF);
    runWords = (int) (run & 0xFFFFF);
    long above = run(0, runStart, OTHER_LINE);
    long below = run(runEnd, n, OTHER_LINE);
    long second = (above & 0xFFFFF) >= (below & 0xFFFFF) ? above : below;
    secondStart = (int) (second >> 40);
    secondEnd = (int) (second >> 20 & 0xFFFFF);
    secondWords = (int) (second & 0xFFFFF);
    long wide = run(0, n, OTHER_LINE_OF_LISTS);
    wideStart = (int) (wide >> 40);
    wideEnd = (int) (wide >> 20 & 0xFFFFF);
  }

  /** First line, line after the last, and sum of the best run in a range, 20 bits each. */
  private long run(int from, int to, int otherLine) {
    int best = 0;
    int sum = 0;
    int start = from;
    long run = 0;
    for (int i = from; i < to; i++) {
      int words = prose[i + 1] - prose[i];
      sum += words > 0 ? words : -otherLine;
      if (sum <= 0) {
        sum = 0;
        start = i + 1;
      } else if (sum > best) {
        best = Math.min(sum, 0xFFFFF);
        run = (long) start << 40 | (long) (i + 1) << 20 | best;
      }
    }
    return run;
  }

  private static final int[] RUN_WORDS_UP_TO = {0, 30, 80, 150, 300, 600, 1200};

  /** Counts the words of the run's prose; those of its beginning are marked. */
  private void sampleProse() {
    for (int i = runStart; i < runEnd && sampledLines < SAMPLED_PROSE; i++) {
      if (prose[i + 1] == prose[i]) {
        continue;
      }
      int[] words = scanner.openingWords(units.get(i));
      for (int word : words) {
        int known = sampled.get(word, 0);
        // Lines it stands in, the last of them, and whether one of them opens the text.
        int last = known >> 8 & 0xFF;
        if (known == 0 || last != sampledLines + 1) {
          int opens = sampledLines < OPENING ? 1 << 16 : 0;
          sampled.put(word, (known & 0xFF) + 1 | sampledLines + 1 << 8 | known & 1 << 16 | opens);
        }
      }
      sampledLines++;
    }
  }

  private static final int IS_COMMON = 1;
  private static final int IN_PROSE = 2;
  private static final int IN_OPENING = 4;

  private int knowledgeOf(int word) {
    int known = sampled.get(word, 0);
    if (known == 0) {
      return 0;
    }
    int lines = known & 0xFF;
    boolean isCommon = lines >= LEAST_SAMPLED && lines * 5 >= sampledLines;
    return isCommon ? IS_COMMON : IN_PROSE | ((known & 1 << 16) != 0 ? IN_OPENING : 0);
  }

  /** Words of a line and how many of them are common, in the opening, in the prose: packed. */
  private long overlap(Unit unit) {
    int[] words = scanner.openingWords(unit);
    int common = 0;
    int opening = 0;
    int inProse = 0;
    for (int word : words) {
      int known = knowledgeOf(word);
      common += known & IS_COMMON;
      inProse += known >> 1 & 1;
      opening += known >> 2 & 1;
    }
    return (long) words.length << 48 | (long) common << 32 | (long) inProse << 16 | opening;
  }

  /** The best of the lines that could be a title, in words shared with the opening. */
  private void rankOverlaps() {
    for (int i = 0; i < n; i++) {
      overlaps[i] = overlap(units.get(i));
      int[] words = units.get(i).openingWords;
      for (int k = 0; k < Math.min(COMPARED, words.length); k++) {
        wordBits[i] |= 1L << words[k];
      }
    }
    for (int i = 0; i < runEnd; i++) {
      Unit unit = units.get(i);
      if (unit.size() < 3 || unit.size() > 30 || isProse(unit)) {
        continue;
      }
      int shared = (int) (overlaps[i] & 0xFFFF);
      if (shared > bestOverlap) {
        thirdOverlap = secondOverlap;
        secondOverlap = bestOverlap;
        bestOverlap = shared;
      } else if (shared < bestOverlap && shared > secondOverlap) {
        thirdOverlap = secondOverlap;
        secondOverlap = shared;
      } else if (shared < secondOverlap && shared > thirdOverlap) {
        thirdOverlap = shared;
      }
    }
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
    int around = around(i, runStart, runEnd);
    int aroundSecond = around(i, secondStart, secondEnd);
    boolean isProse = prose[i + 1] > prose[i];
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
    out[RUN_PLACE.ordinal()] = (char) runPlace(i, runStart, runEnd);
    out[SECOND_RUN.ordinal()] = (char) runPlace(i, secondStart, secondEnd);
    out[RUN_WORDS.ordinal()] = (char) bin(RUN_WORDS_UP_TO, runWords);
    out[RUN_LEAD.ordinal()] =
        (char) (runWords == 0 ? 0 : Math.min(5, 1 + (runWords - secondWords) * 5 / runWords));
    out[SECOND_OF_RUNS.ordinal()] = (char) (around * 5 + aroundSecond);
    int toProseBin = proseBin(toProse[i]);
    out[TO_PROSE.ordinal()] = (char) toProseBin;
    out[FROM_PROSE.ordinal()] = (char) proseBin(isProse ? 0 : fromProse + 1);
    out[SHORT_RUN.ordinal()] = (char) (isProse ? 0 : runBin(shortEnd[i] - shortStart));
    out[SHORT_PLACE.ordinal()] = (char) (isProse ? 0 : placeBin(i - shortStart));
    out[SAME_SHAPE.ordinal()] = (char) sameShape(i);
    int period = period(i);
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
    int copiesBin = copiesBin(unit);
    out[COPIES.ordinal()] = (char) copiesBin;

    long overlap = overlaps[i];
    int words = (int) (overlap >>> 48);
    int common = (int) (overlap >> 32 & 0xFFFF);
    int inProse = (int) (overlap >> 16 & 0xFFFF);
    int opening = (int) (overlap & 0xFFFF);
    int openingBin = sharedBin(opening);
    out[OPENING_WORDS.ordinal()] = (char) openingBin;
    out[OPENING_SHARE.ordinal()] = (char) shareBin(opening, words - common);
    out[PROSE_WORDS.ordinal()] = (char) sharedBin(inProse);
    out[PROSE_SHARE.ordinal()] = (char) shareBin(inProse, words - common);
    int function = functionBin(common, words);
    out[FUNCTION_WORDS.ordinal()] = (char) function;
    out[CONTENT_WORDS.ordinal()] = (char) contentBin(words - common);
    out[SHARED_ABOVE.ordinal()] = (char) shared(i, i - 1);
    out[SHARED_BELOW.ordinal()] = (char) shared(i, i + 1);
    boolean isRanked = i < runEnd && size >= 3 && size <= 30 && !isProse && opening > 0;
    int rank =
        !isRanked
            ? 0
            : opening == bestOverlap
                ? 1
                : opening == secondOverlap ? 2 : opening == thirdOverlap ? 3 : 4;
    out[OPENING_RANK.ordinal()] = (char) rank;
    out[LONGER.ordinal()] = (char) (compared(size, above) * 3 + compared(size, below));
    int proseAbove = Math.min(5, proseCount(i));
    out[PROSE_ABOVE.ordinal()] = (char) proseAbove;
    out[PROSE_LEFT.ordinal()] = (char) leftBin(prose[i], prose[n]);
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
    out[WIDE_RUN.ordinal()] = (char) runPlace(i, wideStart, wideEnd);
    out[WIDE_OF_RUNS.ordinal()] = (char) (around * 5 + around(i, wideStart, wideEnd));
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
    if (copiesBin > 0) {
      seen.put(unit.key, 1);
    }
  }

  /** Characters of a date, a time or a counter. */
  private static final int LONGEST_COUNTER = 18;

  private static final int[] DEPTH_UP_TO = {1, 2, 4, 8, 20};

  private static final int[] MEANS_UP_TO = {1, 2, 4, 6, 10, 18};

  private static int patternBin(int copies) {
    return copies <= 2 ? copies : copies <= 4 ? 3 : 4;
  }

  private static final int[] SINCE_UP_TO = {0, 1, 2, 4, 9, 25, 80};

  private static boolean isHeading(Unit unit) {
    return unit.isTeaserHeading || unit.siteClass == LineClass.HEADING;
  }

  private static int sizeBin(int size) {
    return size <= 4
        ? size
        : size <= 6
            ? 5
            : size <= 8
                ? 6
                : size <= 11
                    ? 7
                    : size <= 15
                        ? 8
                        : size <= 20 ? 9 : size <= 27 ? 10 : size <= 40 ? 11 : size <= 70 ? 12 : 13;
  }

  private static int coarseSize(int size) {
    return size <= 1 ? 0 : size <= 3 ? 1 : size <= 6 ? 2 : size <= 13 ? 3 : size <= 25 ? 4 : 5;
  }

  private static final int[] CHARS_UP_TO = {
    2, 5, 9, 15, 22, 30, 40, 55, 75, 100, 140, 200, 320, 520
  };

  private static int charsBin(int chars) {
    return bin(CHARS_UP_TO, chars);
  }

  /** Place of the first bound that a value does not go over. */
  private static int bin(int[] bounds, int value) {
    int k = 0;
    while (k < bounds.length && value > bounds[k]) {
      k++;
    }
    return k;
  }

  private static int ending(Unit unit) {
    if (unit.isTruncated) {
      return 0;
    }
    if (unit.marker == Unit.SURE_MARKER) {
      return 1;
    }
    int last = unit.lastChar;
    if (last == '?' || last == '!' || last == '؟' || last == '？' || last == '！') {
      return 2;
    }
    if (unit.endsTerminal) {
      return unit.innerStops > 0 ? 3 : 4;
    }
    if (unit.endsColon) {
      return 5;
    }
    return switch (CharClass.of(last)) {
      case CharClass.LOWER -> 6;
      case CharClass.UPPER -> 7;
      case CharClass.DIGIT -> 8;
      case CharClass.UNSPACED, CharClass.CASELESS, CharClass.MARK -> 9;
      default -> 10;
    };
  }

  /** Of a line without its bullet or number, which dumpers set as they like. */
  private static int firstLetter(Unit unit) {
    if (unit.startsUpper) {
      return 0;
    }
    if (unit.startsLower) {
      return 1;
    }
    if (unit.letters == 0) {
      return unit.digits > 0 ? 2 : 3;
    }
    return unit.unspaced > 0 ? 4 : 5;
  }

  private static int upperWords(Unit unit) {
    boolean isCased = unit.startsUpper || unit.startsLower || unit.capitals > 0;
    if (!isCased || unit.words == 0) {
      return 0;
    }
    int share = unit.upperWords * 100 / unit.words;
    return share == 0
        ? 1
        : share <= 25 ? 2 : share <= 50 ? 3 : share <= 75 ? 4 : share < 100 ? 5 : 6;
  }

  private static int capitals(Unit unit) {
    return unit.letters == 0 || unit.capitals == 0
        ? 0
        : unit.capitals * 10 >= unit.letters * 9
            ? 3
            : unit.capitals * 10 >= unit.letters * 4 ? 2 : 1;
  }

  private static int symbolsBin(Unit unit) {
    if (unit.symbols <= 1) {
      return unit.symbols;
    }
    return unit.symbols * 12 < unit.letters ? 2 : unit.symbols * 4 < unit.letters ? 3 : 4;
  }

  private static int digitsBin(int digits) {
    return digits <= 2 ? digits : digits <= 4 ? 3 : digits <= 8 ? 4 : 5;
  }

  /** What field patterns and lexicon take a line for; 18 is no line. */
  static int kind(Unit unit) {
    if (unit.isMarkerAlone) {
      return 1;
    }
    if (unit.hasDateline) {
      return 2;
    }
    if (unit.isDatelineAlone) {
      return 3;
    }
    if (unit.isDate) {
      return unit.isName ? 5 : 4;
    }
    if (unit.isTeaserMeta) {
      return 6;
    }
    if (unit.isByline) {
      return 7;
    }
    if (unit.isTeaserHeading) {
      return 8;
    }
    switch (unit.credit) {
      case ProviderReader.HOUSE:
        return 9;
      case ProviderReader.WORK:
        return 10;
      case ProviderReader.COPYRIGHT:
        return 11;
      default:
        break;
    }
    if (unit.isCrossLink) {
      return 12;
    }
    if (unit.isAboutAuthor) {
      return 13;
    }
    if (unit.isNotice) {
      return 14;
    }
    if (unit.isChrome) {
      return 15;
    }
    return unit.isName ? 16 : unit.isRepeated ? 17 : 0;
  }

  private static final int[] DISTANCES = {0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 100, 200};

  private static int distanceBin(int distance) {
    return bin(DISTANCES, distance);
  }

  private static final int[] LINES_UP_TO = {5, 12, 25, 50, 90, 150, 250, 450};

  private static int linesBin(int lines) {
    return bin(LINES_UP_TO, lines);
  }

  private static final int[] BESIDE = {1, 2, 3, 5, 9, 15, 30};

  private int runPlace(int i, int runStart, int runEnd) {
    if (runEnd == 0) {
      return 22;
    }
    if (i < runStart) {
      return bin(BESIDE, runStart - i);
    }
    if (i >= runEnd) {
      return 14 + bin(BESIDE, i - runEnd + 1);
    }
    return i == runStart
        ? 8
        : i == runStart + 1
            ? 9
            : i == runEnd - 1 ? 10 : i == runEnd - 2 ? 11 : isProseAt(i) ? 12 : 13;
  }

  private boolean isProseAt(int i) {
    return prose[i + 1] > prose[i];
  }

  /** Lines that are near a run of prose, above it and below. */
  private static final int NEAR_ABOVE = 8;

  private static final int NEAR_BELOW = 4;

  /** Far above the run of prose, near above it, in it, near below, far below. */
  private static int around(int i, int runStart, int runEnd) {
    if (runEnd == 0) {
      return 0;
    }
    if (i < runStart) {
      return runStart - i > NEAR_ABOVE ? 0 : 1;
    }
    return i < runEnd ? 2 : i - runEnd < NEAR_BELOW ? 3 : 4;
  }

  private static final int[] TO_PROSE_UP_TO = {0, 1, 2, 3, 6, 12, 40};

  private static int proseBin(int distance) {
    return bin(TO_PROSE_UP_TO, distance);
  }

  private static final int[] RUN_UP_TO = {0, 1, 2, 3, 6, 12, 25, 60};

  private static int runBin(int lines) {
    return bin(RUN_UP_TO, lines);
  }

  private static final int[] PLACE_UP_TO = {-1, 0, 1, 2, 5, 12};

  private static int placeBin(int place) {
    return bin(PLACE_UP_TO, place);
  }

  /** A shape that lines of one list have for the most part, whatever words are in them. */
  static int shape(Unit unit) {
    return shape(unit, 0);
  }

  /** Length, ending and beginning in coarse steps; lines that are known by words have their own. */
  private static int shape(Unit unit, int kind) {
    if (kind > 0 && kind != 2) {
      return 72 + kind;
    }
    int start = unit.startsUpper ? 0 : unit.startsLower ? 1 : 2;
    int ending = ending(unit);
    int end = ending <= 1 ? 0 : ending <= 4 ? 1 : ending == 5 || ending == 10 ? 2 : 3;
    return (coarseSize(unit.size()) * 4 + end) * 3 + start;
  }

  private int sameShape(int i) {
    int same = 0;
    for (int k = 1; k <= 4; k++) {
      same += i >= k && shapes[i - k] == shapes[i] ? 1 : 0;
      same += i + k < n && shapes[i + k] == shapes[i] ? 1 : 0;
    }
    return same;
  }

  /** The shortest step, 1 to 4, at which its shape stands above, below or both; 0 where none. */
  private int period(int i) {
    for (int k = 1; k <= 4; k++) {
      boolean isAbove = i >= k && shapes[i - k] == shapes[i];
      boolean isBelow = i + k < n && shapes[i + k] == shapes[i];
      if (isAbove || isBelow) {
        return k * 2 + (isAbove && isBelow ? 1 : 0);
      }
    }
    return 0;
  }

  private static final int[] HEADING_UP_TO = {0, 1, 2, 3, 5, 9, 15, 25, 60};

  private static int headingBin(int since) {
    return bin(HEADING_UP_TO, since);
  }

  private static int pairsBin(int pairs) {
    return pairs <= 2 ? pairs : pairs <= 4 ? 3 : 4;
  }

  private static final int[] TITLES_UP_TO = {0, 1, 2, 3, 6, 12};

  private static int titlesBin(int titles) {
    return bin(TITLES_UP_TO, titles);
  }

  private int copiesBin(Unit unit) {
    int count = unit.chars <= LONGEST_COPY ? copies.get(unit.key, 0) : 0;
    if (count < 2) {
      return 0;
    }
    boolean isLater = seen.get(unit.key, 0) > 0;
    return (count == 2 ? 1 : 3) + (isLater ? 1 : 0);
  }

  private static int sharedBin(int words) {
    return words <= 3 ? words : words <= 5 ? 4 : words <= 8 ? 5 : 6;
  }

  private static int shareBin(int part, int whole) {
    return whole <= 0 ? 0 : part == 0 ? 1 : Math.min(6, 2 + part * 5 / whole);
  }

  private int functionBin(int common, int words) {
    if (sampledLines < LEAST_SAMPLED || words == 0) {
      return 0;
    }
    return common == 0 ? 1 : Math.min(8, 2 + common * 10 / words);
  }

  private static final int[] CONTENT_UP_TO = {0, 1, 2, 3, 4, 6, 9, 14, 22};

  private static int contentBin(int words) {
    return bin(CONTENT_UP_TO, words);
  }

  /** Content words that two neighbours share, 0 to 3. */
  private int shared(int line, int other) {
    if (other < 0 || other >= n) {
      return 0;
    }
    int[] a = units.get(line).openingWords;
    int[] b = units.get(other).openingWords;
    int most = Math.min(COMPARED, b.length);
    long bits = wordBits[other];
    int shared = 0;
    for (int k = 0; k < a.length && k < COMPARED && shared < 3; k++) {
      if ((bits & 1L << a[k]) == 0) {
        continue;
      }
      for (int m = 0; m < most; m++) {
        if (a[k] == b[m]) {
          shared += (knowledgeOf(a[k]) & IS_COMMON) == 0 ? 1 : 0;
          break;
        }
      }
    }
    return shared;
  }

  private static int compared(int size, Unit other) {
    int its = other == null ? 0 : other.size();
    return size > its + 2 ? 2 : its > size + 2 ? 0 : 1;
  }

  private int proseCount(int i) {
    int count = proseLines[i] - proseLines[Math.max(0, i - 20)];
    return count <= 2 ? count : count <= 5 ? 3 : count <= 10 ? 4 : 5;
  }

  private static int leftBin(int left, int all) {
    if (all == 0) {
      return 0;
    }
    int share = left * 100 / all;
    return left == 0
        ? 1
        : share < 5 ? 2 : share < 20 ? 3 : share < 50 ? 4 : share < 90 ? 5 : left < all ? 6 : 7;
  }

  private static final int[] FIELD_UP_TO = {1, 2, 3, 5, 9, 20};

  private static int fieldBin(int distance) {
    return bin(FIELD_UP_TO, distance);
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
