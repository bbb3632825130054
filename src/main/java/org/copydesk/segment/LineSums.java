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

  /** By row its slot. */
  private static final int[] SLOT_OF = new int[LineSlots.ROWS];

  static {
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      Arrays.fill(SLOT_OF, LineSlots.FIRST[slot], LineSlots.last(slot), slot);
    }
  }

  /** Sums that are added up side by side, in registers: those of a line of 32 units. */
  private static final int BLOCK = 9;

  /** Numbers of a line: those of the units, and one for the title. */
  private final int width;

  private final int units;

  /** What a line begins with. */
  private final long[] base;

  /** By trait where its first block begins; a block for each number, and one for no line there. */
  private final int[] firsts = new int[LineSlots.TRAITS.length];

  /**
   * What a number adds to the lines from as far above as it is asked to as far below; then by reach
   * what no line adds, all traits of that reach together.
   */
  private final long[] blocks;

  /** By reach where the last of these begin. */
  private final int[] edges = new int[REACH + 1];

  /** Of rows that no line of text has what they add, after those of the slots. */
  private final long[][] otherRows;

  /** What a page begins with: no line as far above as any trait is asked. */
  private final Page beginning;

  /**
   * @param titles by row what it says for a title
   */
  LineSums(HiddenLayer hidden, int[] titles) {
    this.units = hidden.units();
    this.width = (units + LANES - 1) / LANES + 1;
    this.base = new long[width];
    int length = 0;
    for (LineTrait trait : LineSlots.TRAITS) {
      firsts[trait.ordinal()] = length;
      length += (trait.values + 1) * lines(trait.reach) * width;
    }
    for (int reach = 1; reach <= REACH; reach++) {
      edges[reach] = length;
      length += lines(reach) * width;
    }
    this.blocks = new long[length];
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
        add(hidden, titles, row, blocks, at(slot, row), 1);
        add(hidden, titles, usual, blocks, at(slot, row), -1);
      }
    }
    this.otherRows = new long[hidden.rows() - Math.min(hidden.rows(), LineSlots.ROWS)][width];
    for (int k = 0; k < otherRows.length; k++) {
      add(hidden, new int[0], LineSlots.ROWS + k, otherRows[k], 0, 1);
    }
    for (int reach = 1; reach <= REACH; reach++) {
      for (int trait : OF_REACH[reach]) {
        int none = firsts[trait] + LineSlots.TRAITS[trait].values * lines(reach) * width;
        for (int i = 0; i < lines(reach) * width; i++) {
          blocks[edges[reach] + i] += blocks[none + i];
        }
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

  /** Where a slot's row stands: a line adds first to the one farthest above. */
  private int at(int slot, int row) {
    int trait = LineSlots.TRAIT[slot];
    int reach = LineSlots.TRAITS[trait].reach;
    int line = reach - LineSlots.OFFSET[slot];
    return firsts[trait] + ((row - LineSlots.FIRST[slot]) * lines(reach) + line) * width;
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

  /**
   * Writes what each unit adds up to on a line.
   *
   * @param active rows of the line; a slot's {@link LineSlots#USUAL} may be left out
   * @param out as {@link #room} gives it
   */
  void of(int[] active, int[] out) {
    long[] sums = base.clone();
    for (int row : active) {
      boolean isOfSlot = row < LineSlots.ROWS;
      long[] added = isOfSlot ? blocks : otherRows[row - LineSlots.ROWS];
      int at = isOfSlot ? at(SLOT_OF[row], row) : 0;
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
    /**
     * By reach what lines have so far of traits of that reach: of the one that is as far above the
     * next line as they are asked, and of those below it that have something.
     */
    private final long[][] around = new long[REACH + 1][];

    /** Of the last lines what they have so far: of one that is as far above as any trait, all. */
    private final long[][] lines = new long[REACH + 1][width];

    /** What a line has of traits that seldom change, with what it begins with. */
    private final long[] slow = base.clone();

    private final int[] slowNumbers = new int[SLOW.length];

    /** Where the blocks begin that a line adds. */
    private final int[] found = new int[LineSlots.TRAITS.length + 1];

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
      for (int k = 0; k < SLOW.length; k++) {
        int trait = SLOW[k].ordinal();
        int number = numbers[trait];
        if (number != slowNumbers[k]) {
          replace(firsts[trait] + slowNumbers[k] * width, firsts[trait] + number * width);
          slowNumbers[k] = number;
        }
      }
      begin();
      for (int reach = 0; reach <= REACH; reach++) {
        int length = lines(reach) * width;
        int count = 0;
        for (int trait : OF_REACH[reach]) {
          int number = numbers[trait];
          // No branch: it cannot be foretold.
          found[count] = firsts[trait] + number * length;
          count += number == USUAL[trait] ? 0 : 1;
        }
        add(reach, count);
      }
      read++;
    }

    private void replace(int old, int now) {
      for (int i = 0; i < width; i++) {
        slow[i] += blocks[now + i] - blocks[old + i];
      }
    }

    /** Reads that there is no line. */
    void takeEdge() {
      begin();
      for (int reach = 1; reach <= REACH; reach++) {
        found[0] = edges[reach];
        add(reach, 1);
      }
      read++;
    }

    private void begin() {
      System.arraycopy(slow, 0, lines[read & REACH], 0, width);
    }

    /**
     * Adds blocks to the lines around the one that is read. The farthest line above has all of that
     * reach then, and what is known of the others moves by one.
     */
    private void add(int reach, int count) {
      long[] sums = around[reach];
      long[] line = lines[read - reach & REACH];
      int length = lines(reach) * width;
      int i = 0;
      for (; i + BLOCK <= width; i += BLOCK) {
        addBlock(sums, i, count, line, i);
      }
      for (; i < width; i++) {
        line[i] += sums[i] + sum(i, count);
      }
      // The last line has nothing yet: zeros stand after it.
      for (; i + BLOCK <= length; i += BLOCK) {
        addBlock(sums, i, count, null, i - width);
      }
      for (; i < length; i++) {
        sums[i - width] = sums[i] + sum(i, count);
      }
    }

    private long sum(int i, int count) {
      long sum = 0;
      for (int k = 0; k < count; k++) {
        sum += blocks[found[k] + i];
      }
      return sum;
    }

    /**
     * Adds up a part of the blocks found and of what lines have.
     *
     * @param line gets it as well as what it has; null where it is put into the sums
     */
    private void addBlock(long[] sums, int from, int count, long[] line, int to) {
      long[] blocks = LineSums.this.blocks;
      int[] found = this.found;
      long a = sums[from];
      long b = sums[from + 1];
      long c = sums[from + 2];
      long d = sums[from + 3];
      long e = sums[from + 4];
      long f = sums[from + 5];
      long g = sums[from + 6];
      long h = sums[from + 7];
      long j = sums[from + 8];
      for (int k = 0; k < count; k++) {
        int at = found[k] + from;
        a += blocks[at];
        b += blocks[at + 1];
        c += blocks[at + 2];
        d += blocks[at + 3];
        e += blocks[at + 4];
        f += blocks[at + 5];
        g += blocks[at + 6];
        h += blocks[at + 7];
        j += blocks[at + 8];
      }
      boolean isAdded = line != null;
      long[] out = isAdded ? line : sums;
      long mask = isAdded ? -1 : 0;
      out[to] = a + (out[to] & mask);
      out[to + 1] = b + (out[to + 1] & mask);
      out[to + 2] = c + (out[to + 2] & mask);
      out[to + 3] = d + (out[to + 3] & mask);
      out[to + 4] = e + (out[to + 4] & mask);
      out[to + 5] = f + (out[to + 5] & mask);
      out[to + 6] = g + (out[to + 6] & mask);
      out[to + 7] = h + (out[to + 7] & mask);
      out[to + 8] = j + (out[to + 8] & mask);
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
