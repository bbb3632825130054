package org.copydesk.segment;

import java.util.List;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.WordTable;
import org.copydesk.text.HashFilter;

/**
 * Which words a page's prose has, and which of them its lines share with it and with each other.
 */
final class ProseWords {
  /** Lines of prose whose words are kept, and those of them that are the text's beginning. */
  private static final int SAMPLED_PROSE = 48;

  private static final int OPENING = 3;

  private static final int LEAST_SAMPLED = 3;

  /** First words of two neighbours that are compared. */
  private static final int COMPARED = 16;

  private static final int IS_COMMON = 1;

  private static final int IN_PROSE = 2;

  private static final int IN_OPENING = 4;

  private final List<Unit> units;
  private final ProseRuns runs;
  private final UnitScanner scanner;
  private final int n;

  /** By word of the prose its lines, the last of them, and whether one opens the text. */
  private final WordTable sampled;

  /** Words of the prose: most of other lines are not among them. */
  private final HashFilter filter = new HashFilter(12);

  private int sampledLines;

  /**
   * By line what {@link #overlap} found, packed, and twice a bit for each of its first words that
   * is not common, by other parts of the word's hash.
   */
  private final long[] overlaps;

  private final long[] wordBits;

  private final long[] moreBits;

  /** By line which of the words that are compared are common, a bit each. */
  private final char[] commonWords;

  private int bestOverlap;
  private int secondOverlap;
  private int thirdOverlap;

  ProseWords(List<Unit> units, ProseRuns runs, UnitScanner scanner) {
    this.units = units;
    this.runs = runs;
    this.scanner = scanner;
    this.n = units.size();
    this.overlaps = new long[n];
    this.wordBits = new long[n];
    this.moreBits = new long[n];
    this.commonWords = new char[n];
    this.sampled = sampleProse();
    rankOverlaps();
  }

  /** Its first words, at most {@link UnitScanner#OPENING_WORDS}. */
  int words(int i) {
    return (int) (overlaps[i] >>> 48);
  }

  /** Those that are common in the prose: the language's small words. */
  int common(int i) {
    return (int) (overlaps[i] >> 32 & 0xFFFF);
  }

  /** Others that stand in the prose. */
  int inProse(int i) {
    return (int) (overlaps[i] >> 16 & 0xFFFF);
  }

  /** Others that stand in its beginning. */
  int inOpening(int i) {
    return (int) (overlaps[i] & 0xFFFF);
  }

  /**
   * Where a line stands among those that could be a title, by words shared with the beginning: 1 to
   * 3, 4 for the others; 0 where it could be none or shares none.
   */
  int rank(int i) {
    int shared = inOpening(i);
    if (i >= runs.longest().end() || shared == 0 || !isRanked(i)) {
      return 0;
    }
    return shared == bestOverlap ? 1 : shared == secondOverlap ? 2 : shared == thirdOverlap ? 3 : 4;
  }

  private boolean isRanked(int i) {
    int size = units.get(i).size();
    return size >= 3 && size <= 30 && !runs.isProseAt(i);
  }

  /** The share of common words, in steps; 0 where too little prose is known. */
  int functionBin(int i) {
    int words = words(i);
    int common = common(i);
    if (sampledLines < LEAST_SAMPLED || words == 0) {
      return 0;
    }
    return common == 0 ? 1 : Math.min(8, 2 + common * 10 / words);
  }

  /** Counts the words of the run's prose; those of its beginning are marked. */
  private WordTable sampleProse() {
    ProseRuns.Run run = runs.longest();
    int[][] prose = new int[SAMPLED_PROSE][];
    int all = 0;
    for (int i = run.start(); i < run.end() && sampledLines < SAMPLED_PROSE; i++) {
      if (runs.isProseAt(i)) {
        prose[sampledLines] = scanner.openingWords(units.get(i));
        all += prose[sampledLines++].length;
      }
    }
    WordTable table = new WordTable(all);
    for (int line = 0; line < sampledLines; line++) {
      for (int word : prose[line]) {
        int place = table.place(word);
        int known = table.at(place);
        // Lines it stands in, the last of them, and whether one of them opens the text.
        int last = known >> 8 & 0xFF;
        if (known == 0 || last != line + 1) {
          int opens = line < OPENING ? 1 << 16 : 0;
          table.put(place, word, (known & 0xFF) + 1 | line + 1 << 8 | known & 1 << 16 | opens);
          filter.add(word);
        }
      }
    }
    return table;
  }

  private int knowledgeOf(int word) {
    if (!filter.mayHave(word)) {
      return 0;
    }
    int known = sampled.get(word);
    if (known == 0) {
      return 0;
    }
    int lines = known & 0xFF;
    boolean isCommon = lines >= LEAST_SAMPLED && lines * 5 >= sampledLines;
    return isCommon ? IS_COMMON : IN_PROSE | ((known & 1 << 16) != 0 ? IN_OPENING : 0);
  }

  /** Looks a line's words up: how many are common, in the opening, in the prose. */
  private void overlap(int line) {
    int[] words = scanner.openingWords(units.get(line));
    int common = 0;
    int opening = 0;
    int inProse = 0;
    long bits = 0;
    long more = 0;
    int commonOnes = 0;
    for (int k = 0; k < words.length; k++) {
      int word = words[k];
      int known = knowledgeOf(word);
      common += known & IS_COMMON;
      inProse += known >> 1 & 1;
      opening += known >> 2 & 1;
      if (k < COMPARED) {
        // Lines share small words all the time: those are not looked for.
        bits |= (known & IS_COMMON ^ 1L) << word;
        more |= (known & IS_COMMON ^ 1L) << (word >>> 6);
        commonOnes |= (known & IS_COMMON) << k;
      }
    }
    wordBits[line] = bits;
    moreBits[line] = more;
    commonWords[line] = (char) commonOnes;
    overlaps[line] =
        (long) words.length << 48 | (long) common << 32 | (long) inProse << 16 | opening;
  }

  /** The best of the lines that could be a title, in words shared with the opening. */
  private void rankOverlaps() {
    for (int i = 0; i < n; i++) {
      overlap(i);
    }
    for (int i = 0; i < runs.longest().end(); i++) {
      if (!isRanked(i)) {
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

  /** Content words that two neighbours share, 0 to 3. */
  int shared(int line, int other) {
    if (other < 0 || other >= n) {
      return 0;
    }
    int[] a = units.get(line).openingWords;
    int[] b = units.get(other).openingWords;
    int most = Math.min(COMPARED, b.length);
    long bits = wordBits[other];
    long more = moreBits[other];
    if ((wordBits[line] & bits) == 0 || (moreBits[line] & more) == 0) {
      return 0;
    }
    long open = ~commonWords[line];
    int shared = 0;
    for (int k = 0; k < a.length && k < COMPARED && shared < 3; k++) {
      if ((bits >>> a[k] & more >>> (a[k] >>> 6) & open >>> k & 1) == 0) {
        continue;
      }
      for (int m = 0; m < most; m++) {
        if (a[k] == b[m]) {
          shared++;
          break;
        }
      }
    }
    return shared;
  }
}
