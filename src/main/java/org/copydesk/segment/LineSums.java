package org.copydesk.segment;

import java.util.Arrays;

/**
 * What the traits of lines add up to, line by line: by unit of the {@link HiddenLayer} the sum of
 * its weights, and the points for a title.
 *
 * <p>Four sums are parts of one number, so that they are added at once, each {@link #ZERO} too
 * large, so that none borrows from the next. A trait's number has the weights of a line and of the
 * lines around it in a row: a line is read once and adds to all of them. Sums begin with the {@link
 * LineSlots#USUAL} rows, which most lines have, and others add what they differ by. Whole numbers
 * whose order does not matter: the same sums as one by one.
 */
final class LineSums {
  private static final int LANES = 4;
  private static final int LANE_BITS = 16;
  private static final int ZERO = 1 << LANE_BITS - 1;
  private static final int REACH = LineSlots.REACH;

  /** A trait that changes on fewer lines is added up over them, not on each anew. */
  private static final LineTrait[] SLOW = {
    LineTrait.SINCE_COMMENTS,
    LineTrait.SINCE_CLOSING,
    LineTrait.TENTH,
    LineTrait.FROM_TOP,
    LineTrait.FROM_END,
    LineTrait.LINES,
    LineTrait.RUN_PLACE,
    LineTrait.SECOND_RUN,
    LineTrait.RUN_WORDS,
    LineTrait.RUN_LEAD,
    LineTrait.SECOND_OF_RUNS,
    LineTrait.SHORT_RUN,
    LineTrait.PROSE_ABOVE,
    LineTrait.PROSE_LEFT,
    LineTrait.FIELD_BELOW,
    LineTrait.FIELD_ABOVE,
    LineTrait.WIDE_RUN,
    LineTrait.WIDE_OF_RUNS
  };

  private static final int[] USUAL =
      Arrays.stream(LineSlots.TRAITS).mapToInt(LineSlots::usual).toArray();

  /** By reach the traits that are asked so far and no farther, without those of {@link #SLOW}. */
  private static final int[][] OF_REACH = new int[REACH + 1][];

  static {
    for (int reach = 0; reach <= REACH; reach++) {
      int own = reach;
      OF_REACH[reach] =
          Arrays.stream(LineSlots.TRAITS)
              .filter(trait -> trait.reach == own && !Arrays.asList(SLOW).contains(trait))
              .mapToInt(LineTrait::ordinal)
              .toArray();
    }
  }

  /** By row its block, and its line there. */
  private static final int[] BLOCK_OF = new int[LineSlots.ROWS];

  private static final int[] LINE_OF = new int[LineSlots.ROWS];

  static {
    int[] first = new int[LineSlots.TRAITS.length];
    for (int trait = 1; trait < first.length; trait++) {
      first[trait] = first[trait - 1] + LineSlots.TRAITS[trait - 1].values + 1;
    }
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      for (int row = LineSlots.FIRST[slot]; row < LineSlots.last(slot); row++) {
        BLOCK_OF[row] = first[LineSlots.TRAIT[slot]] + row - LineSlots.FIRST[slot];
        LINE_OF[row] = LineSlots.TRAITS[LineSlots.TRAIT[slot]].reach - LineSlots.OFFSET[slot];
      }
    }
  }

  /** Numbers of a line: those of the units, and one for the title. */
  private final int width;

  private final int units;

  /** What a line begins with. */
  private final long[] base;

  /** By trait its first block; a block for each number, and one for no line there. */
  private final int[] firstBlocks = new int[LineSlots.TRAITS.length];

  /** What a number adds to the lines from as far above as it is asked to as far below. */
  private final long[][] blocks;

  /** Of rows that no line of text has what they add, after those of the slots. */
  private final long[][] otherRows;

  /** By reach what no line adds, all traits of that reach together. */
  private final long[][] edges = new long[REACH + 1][];

  /** What a page begins with: no line as far above as any trait is asked. */
  private final Page beginning;

  /**
   * @param titles by row what it says for a title
   */
  LineSums(HiddenLayer hidden, int[] titles) {
    this.units = hidden.units();
    this.width = (units + LANES - 1) / LANES + 1;
    this.base = new long[width];
    int count = 0;
    for (LineTrait trait : LineSlots.TRAITS) {
      firstBlocks[trait.ordinal()] = count;
      count += trait.values + 1;
    }
    this.blocks = new long[count][];
    for (LineTrait trait : LineSlots.TRAITS) {
      for (int value = 0; value <= trait.values; value++) {
        blocks[firstBlocks[trait.ordinal()] + value] = new long[lines(trait.reach) * width];
      }
    }
    for (int word = 0; word < width - 1; word++) {
      for (int lane = 0; lane < LANES; lane++) {
        base[word] += (long) ZERO << lane * LANE_BITS;
      }
    }
    for (int unit = 0; unit < units; unit++) {
      base[unit / LANES] += inLane(hidden.bias(unit), unit);
    }
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      int usual = LineSlots.USUAL[slot];
      add(hidden, titles, usual, base, 0, 1);
      for (int row = LineSlots.FIRST[slot]; row < LineSlots.last(slot); row++) {
        long[] block = block(slot, row);
        add(hidden, titles, row, block, at(slot), 1);
        add(hidden, titles, usual, block, at(slot), -1);
      }
    }
    this.otherRows = new long[hidden.rows() - Math.min(hidden.rows(), LineSlots.ROWS)][width];
    for (int k = 0; k < otherRows.length; k++) {
      add(hidden, new int[0], LineSlots.ROWS + k, otherRows[k], 0, 1);
    }
    for (int reach = 1; reach <= REACH; reach++) {
      edges[reach] = new long[lines(reach) * width];
      for (int trait : OF_REACH[reach]) {
        add(blocks[firstBlocks[trait] + LineSlots.TRAITS[trait].values], edges[reach]);
      }
    }
    this.beginning = new Page();
    for (int above = 0; above < REACH; above++) {
      beginning.takeEdge();
    }
  }

  private static int lines(int reach) {
    return 2 * reach + 1;
  }

  /** The block of a slot's row. */
  private long[] block(int slot, int row) {
    return blocks[firstBlocks[LineSlots.TRAIT[slot]] + row - LineSlots.FIRST[slot]];
  }

  /** Where a slot stands in its trait's blocks: a line adds first to the one farthest above. */
  private int at(int slot) {
    return (LineSlots.TRAITS[LineSlots.TRAIT[slot]].reach - LineSlots.OFFSET[slot]) * width;
  }

  private static long inLane(int number, int unit) {
    return (long) number << unit % LANES * LANE_BITS;
  }

  private void add(HiddenLayer hidden, int[] titles, int row, long[] sums, int at, int times) {
    for (int unit = 0; unit < units; unit++) {
      sums[at + unit / LANES] += inLane(times * hidden.weight(row, unit), unit);
    }
    sums[at + width - 1] += row < titles.length ? (long) times * titles[row] : 0;
  }

  private static void add(long[] a, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i];
    }
  }

  private static void add(long[] a, long[] b, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] + b[i];
    }
  }

  private static void add(long[] a, long[] b, long[] c, long[] d, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] + b[i] + c[i] + d[i];
    }
  }

  /** Adds blocks of one length, several at once: each addition costs a look at the sums. */
  private static void add(long[][] found, int count, long[] sums) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      add(found[k], found[k + 1], found[k + 2], found[k + 3], sums);
    }
    if (k + 2 <= count) {
      add(found[k], found[k + 1], sums);
      k += 2;
    }
    if (k < count) {
      add(found[k], sums);
    }
  }

  private static void replace(long[] old, long[] a, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] - old[i];
    }
  }

  /**
   * Writes what each unit adds up to on a line.
   *
   * @param active rows of the line; a slot's {@link LineSlots#USUAL} may be left out
   * @param out as {@link #room} gives it
   */
  void of(int[] active, int[] out) {
    long[] sums = base.clone();
    for (int row : active) {
      long[] added = row < LineSlots.ROWS ? blocks[BLOCK_OF[row]] : otherRows[row - LineSlots.ROWS];
      int at = row < LineSlots.ROWS ? LINE_OF[row] * width : 0;
      for (int i = 0; i < width; i++) {
        sums[i] += added[at + i];
      }
    }
    unpack(sums, out);
  }

  /** Room for the sums of a line. */
  int[] room() {
    return new int[(width - 1) * LANES];
  }

  private static void unpack(long[] sums, int[] out) {
    for (int word = 0; word < sums.length - 1; word++) {
      long packed = sums[word];
      int at = word * LANES;
      out[at] = ((int) packed & 0xFFFF) - ZERO;
      out[at + 1] = ((int) (packed >>> LANE_BITS) & 0xFFFF) - ZERO;
      out[at + 2] = ((int) (packed >>> 2 * LANE_BITS) & 0xFFFF) - ZERO;
      out[at + 3] = (int) (packed >>> 3 * LANE_BITS) - ZERO;
    }
  }

  /** The lines of a page, from the first to the last. */
  Page page() {
    return new Page(beginning);
  }

  /** Adds up the lines of a page as they are read. */
  final class Page {
    /** By reach what the lines around the last one read have so far of traits of that reach. */
    private final long[][] around = new long[REACH + 1][];

    /** Of the last lines what they have so far: of one that is as far above as any trait, all. */
    private final long[][] lines = new long[REACH + 1][width];

    /** What a line has of traits that seldom change, with what it begins with. */
    private final long[] slow = base.clone();

    private final int[] slowNumbers = new int[SLOW.length];
    private final long[][] found = new long[LineSlots.TRAITS.length + 1][];
    private int read;

    private Page() {
      for (int reach = 0; reach <= REACH; reach++) {
        around[reach] = new long[lines(reach) * width];
      }
      for (int k = 0; k < SLOW.length; k++) {
        slowNumbers[k] = USUAL[SLOW[k].ordinal()];
      }
    }

    private Page(Page other) {
      for (int reach = 0; reach <= REACH; reach++) {
        around[reach] = other.around[reach].clone();
      }
      System.arraycopy(other.slowNumbers, 0, slowNumbers, 0, SLOW.length);
    }

    /** Reads a line's numbers. */
    void take(char[] numbers) {
      step();
      for (int reach = 0; reach <= REACH; reach++) {
        int count = 0;
        for (int trait : OF_REACH[reach]) {
          int number = numbers[trait];
          // No branch: it cannot be foretold.
          found[count] = blocks[firstBlocks[trait] + number];
          count += number == USUAL[trait] ? 0 : 1;
        }
        add(found, count, around[reach]);
      }
      for (int k = 0; k < SLOW.length; k++) {
        int trait = SLOW[k].ordinal();
        int number = numbers[trait];
        if (number != slowNumbers[k]) {
          int first = firstBlocks[trait];
          replace(blocks[first + slowNumbers[k]], blocks[first + number], slow);
          slowNumbers[k] = number;
        }
      }
      finish();
    }

    /** Reads that there is no line. */
    void takeEdge() {
      step();
      for (int reach = 1; reach <= REACH; reach++) {
        add(edges[reach], around[reach]);
      }
      finish();
    }

    /** Moves what is known of the lines around by one. */
    private void step() {
      for (int reach = 0; reach <= REACH; reach++) {
        long[] sums = around[reach];
        System.arraycopy(sums, width, sums, 0, sums.length - width);
        Arrays.fill(sums, sums.length - width, sums.length, 0);
      }
    }

    /** The farthest line above that a trait is asked of has all of that reach. */
    private void finish() {
      long[] line = lines[read & REACH];
      System.arraycopy(slow, 0, line, 0, width);
      for (int reach = 0; reach <= REACH; reach++) {
        addFirst(around[reach], lines[read - reach & REACH]);
      }
      read++;
    }

    private static void addFirst(long[] a, long[] sums) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += a[i];
      }
    }

    /** Writes the sums of the line {@link LineSlots#REACH} above the one read last. */
    void sums(int[] out) {
      unpack(lines[read & REACH], out);
    }

    /** Its points for being the title. */
    int title() {
      return (int) lines[read & REACH][width - 1];
    }
  }
}
