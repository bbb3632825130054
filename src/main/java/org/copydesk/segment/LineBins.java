package org.copydesk.segment;

import org.copydesk.segment.fields.ProviderReader;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.words.CharClass;

/**
 * The small numbers that stand for what is measured of a line: lengths and distances in steps, its
 * ending, its shape, and what lexicon and field patterns take it for. {@link LineTrait} has how
 * many there are of each.
 */
final class LineBins {
  /** Characters of a date, a time or a counter. */
  static final int LONGEST_COUNTER = 18;

  static final byte[] DEPTH_UP_TO = steps(1, 2, 4, 8, 20);

  static final byte[] MEANS_UP_TO = steps(1, 2, 4, 6, 10, 18);

  static final byte[] SINCE_UP_TO = steps(0, 1, 2, 4, 9, 25, 80);

  static final byte[] RUN_WORDS_UP_TO = steps(0, 30, 80, 150, 300, 600, 1200);

  static int patternBin(int copies) {
    return copies <= 2 ? copies : copies <= 4 ? 3 : 4;
  }

  private static final byte[] SIZES = steps(0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 40, 70);

  static int sizeBin(int size) {
    return bin(SIZES, size);
  }

  private static final byte[] COARSE_SIZES = steps(1, 3, 6, 13, 25);

  static int coarseSize(int size) {
    return bin(COARSE_SIZES, size);
  }

  private static final byte[] CHARS_UP_TO =
      steps(2, 5, 9, 15, 22, 30, 40, 55, 75, 100, 140, 200, 320, 520);

  static int charsBin(int chars) {
    return bin(CHARS_UP_TO, chars);
  }

  /**
   * Steps by their upper bounds, of which none is below -1: by value the place of the first bound
   * that it does not go over, and one more for what goes over the last.
   */
  static byte[] steps(int... bounds) {
    byte[] steps = new byte[bounds[bounds.length - 1] + 2];
    int step = bounds[0] < 0 ? 1 : 0;
    for (int value = 0; value < steps.length; value++) {
      step += step < bounds.length && value > bounds[step] ? 1 : 0;
      steps[value] = (byte) step;
    }
    return steps;
  }

  /** The step of a value; below zero all values have the first. */
  static int bin(byte[] steps, int value) {
    // No loop: where it would end cannot be foretold.
    return value < 0 ? 0 : steps[Math.min(value, steps.length - 1)];
  }

  static int ending(Unit unit) {
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
  static int firstLetter(Unit unit) {
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

  static int upperWords(Unit unit) {
    boolean isCased = unit.startsUpper || unit.startsLower || unit.capitals > 0;
    if (!isCased || unit.words == 0) {
      return 0;
    }
    int share = unit.upperWords * 100 / unit.words;
    return share == 0
        ? 1
        : share <= 25 ? 2 : share <= 50 ? 3 : share <= 75 ? 4 : share < 100 ? 5 : 6;
  }

  static int capitals(Unit unit) {
    return unit.letters == 0 || unit.capitals == 0
        ? 0
        : unit.capitals * 10 >= unit.letters * 9
            ? 3
            : unit.capitals * 10 >= unit.letters * 4 ? 2 : 1;
  }

  static int symbolsBin(Unit unit) {
    if (unit.symbols <= 1) {
      return unit.symbols;
    }
    return unit.symbols * 12 < unit.letters ? 2 : unit.symbols * 4 < unit.letters ? 3 : 4;
  }

  static int digitsBin(int digits) {
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

  private static final byte[] DISTANCES = steps(0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 100, 200);

  static int distanceBin(int distance) {
    return bin(DISTANCES, distance);
  }

  private static final byte[] LINES_UP_TO = steps(5, 12, 25, 50, 90, 150, 250, 450);

  static int linesBin(int lines) {
    return bin(LINES_UP_TO, lines);
  }

  private static final byte[] TO_PROSE_UP_TO = steps(0, 1, 2, 3, 6, 12, 40);

  static int proseBin(int distance) {
    return bin(TO_PROSE_UP_TO, distance);
  }

  private static final byte[] RUN_UP_TO = steps(0, 1, 2, 3, 6, 12, 25, 60);

  static int runBin(int lines) {
    return bin(RUN_UP_TO, lines);
  }

  private static final byte[] PLACE_UP_TO = steps(-1, 0, 1, 2, 5, 12);

  static int placeBin(int place) {
    return bin(PLACE_UP_TO, place);
  }

  /** A shape that lines of one list have for the most part, whatever words are in them. */
  static int shape(Unit unit) {
    return shape(unit, 0);
  }

  /** Length, ending and beginning in coarse steps; lines that are known by words have their own. */
  static int shape(Unit unit, int kind) {
    if (kind > 0 && kind != 2) {
      return 72 + kind;
    }
    int start = unit.startsUpper ? 0 : unit.startsLower ? 1 : 2;
    int ending = ending(unit);
    int end = ending <= 1 ? 0 : ending <= 4 ? 1 : ending == 5 || ending == 10 ? 2 : 3;
    return (coarseSize(unit.size()) * 4 + end) * 3 + start;
  }

  private static final byte[] HEADING_UP_TO = steps(0, 1, 2, 3, 5, 9, 15, 25, 60);

  static int headingBin(int since) {
    return bin(HEADING_UP_TO, since);
  }

  static int pairsBin(int pairs) {
    return pairs <= 2 ? pairs : pairs <= 4 ? 3 : 4;
  }

  private static final byte[] TITLES_UP_TO = steps(0, 1, 2, 3, 6, 12);

  static int titlesBin(int titles) {
    return bin(TITLES_UP_TO, titles);
  }

  static int sharedBin(int words) {
    return words <= 3 ? words : words <= 5 ? 4 : words <= 8 ? 5 : 6;
  }

  static int shareBin(int part, int whole) {
    return whole <= 0 ? 0 : part == 0 ? 1 : Math.min(6, 2 + part * 5 / whole);
  }

  private static final byte[] CONTENT_UP_TO = steps(0, 1, 2, 3, 4, 6, 9, 14, 22);

  static int contentBin(int words) {
    return bin(CONTENT_UP_TO, words);
  }

  static int compared(int size, Unit other) {
    int its = other == null ? 0 : other.size();
    return size > its + 2 ? 2 : its > size + 2 ? 0 : 1;
  }

  static int leftBin(int left, int all) {
    if (all == 0) {
      return 0;
    }
    int share = left * 100 / all;
    return left == 0
        ? 1
        : share < 5 ? 2 : share < 20 ? 3 : share < 50 ? 4 : share < 90 ? 5 : left < all ? 6 : 7;
  }

  private static final byte[] FIELD_UP_TO = steps(1, 2, 3, 5, 9, 20);

  static int fieldBin(int distance) {
    return bin(FIELD_UP_TO, distance);
  }

  private LineBins() {}
}
