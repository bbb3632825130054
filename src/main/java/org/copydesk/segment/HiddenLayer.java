package org.copydesk.segment;

/**
 * What stands between a line's traits and the points of its {@link
 * org.copydesk.segment.lines.State}s: units that each add up a weight of every trait, count for
 * nothing where the sum is below zero (rectified linear units), and else give each state its share.
 * Whole numbers throughout: the same sums on every machine.
 */
final class HiddenLayer {
  /** Parts of one in a weight of a trait. */
  static final int UNIT = 128;

  /** Parts of a power of two in a share: the product of both is taken to {@link LineModel#UNIT}. */
  static final int SHARE = 4096;

  private static final int SHIFT = Integer.numberOfTrailingZeros(UNIT * SHARE / LineModel.UNIT);

  private static final int STATES = LineModel.STATES;

  /** Points of so many states are added at once. */
  private static final int SHARE_LANES = 2;

  private static final int SHARE_BITS = 32;

  /** Such numbers that are added up side by side. */
  private static final int SHARE_BLOCK = 6;

  private static final int SHARE_WORDS =
      (STATES + SHARE_LANES * SHARE_BLOCK - 1) / (SHARE_LANES * SHARE_BLOCK) * SHARE_BLOCK;

  private final int units;
  private final short[] bias;
  private final short[] rows;
  private final int[] shares;

  /** By unit its shares, those of two states in a number. */
  private final long[] packedShares;

  /**
   * @param bias by unit what its sum begins with
   * @param rows by {@link LineSlots} row and unit
   * @param shares by unit and state
   * @throws IllegalArgumentException where a line's sum or points might not fit
   */
  HiddenLayer(short[] bias, short[] rows, int[] shares) {
    this.units = bias.length;
    this.bias = bias;
    this.rows = rows;
    this.shares = shares;
    int[] largest = new int[units];
    for (int unit = 0; unit < units; unit++) {
      largest[unit] = largestSum(unit);
      if (largest[unit] > Short.MAX_VALUE) {
        throw new IllegalArgumentException("unit " + unit + ": weights are too large");
      }
    }
    this.packedShares = packedShares(largest);
  }

  private long[] packedShares(int[] largest) {
    long[] packed = new long[units * SHARE_WORDS];
    for (int state = 0; state < STATES; state++) {
      long most = 0;
      for (int unit = 0; unit < units; unit++) {
        most += (long) largest[unit] * Math.abs(share(unit, state));
        packed[unit * SHARE_WORDS + state / SHARE_LANES] +=
            (long) share(unit, state) << state % SHARE_LANES * SHARE_BITS;
      }
      if (most > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("state " + state + ": shares are too large");
      }
    }
    return packed;
  }

  /** The most that a unit's weights of a line may add up to, whatever their signs. */
  private int largestSum(int unit) {
    int sum = Math.abs(bias[unit]);
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      int most = 0;
      for (int row = LineSlots.FIRST[slot]; row < LineSlots.last(slot); row++) {
        most = Math.max(most, Math.abs(weight(row, unit)));
      }
      sum += most;
    }
    // A teacher has rows for what HTML tells as well.
    for (int row = LineSlots.ROWS; row * units < rows.length; row++) {
      sum += Math.abs(weight(row, unit));
    }
    return sum;
  }

  /** A weight as it is kept; one that is too large is refused. */
  static short fitting(int weight) {
    if (weight != (short) weight) {
      throw new IllegalArgumentException("a weight of " + weight);
    }
    return (short) weight;
  }

  int units() {
    return units;
  }

  /** Rows that have weights: those of {@link LineSlots}, and a teacher's. */
  int rows() {
    return rows.length / Math.max(1, units);
  }

  /** A unit's weight of a row. */
  int weight(int row, int unit) {
    return rows[row * units + unit];
  }

  int bias(int unit) {
    return bias[unit];
  }

  int share(int unit, int state) {
    return shares[unit * STATES + state];
  }

  /**
   * Writes the points of each state, in parts of {@link LineModel#UNIT} of a power of two.
   *
   * @param sums as {@link LineSums} gives them
   */
  void points(int[] sums, int[] out, int at) {
    for (int block = 0; block < SHARE_WORDS; block += SHARE_BLOCK) {
      long a = 0;
      long b = 0;
      long c = 0;
      long d = 0;
      long e = 0;
      long f = 0;
      for (int unit = 0; unit < units; unit++) {
        int sum = sums[unit];
        // No branch: which units are above zero cannot be foretold.
        long above = sum & ~(sum >> 31);
        int share = unit * SHARE_WORDS + block;
        a += above * packedShares[share];
        b += above * packedShares[share + 1];
        c += above * packedShares[share + 2];
        d += above * packedShares[share + 3];
        e += above * packedShares[share + 4];
        f += above * packedShares[share + 5];
      }
      int state = block * SHARE_LANES;
      unpackPoints(a, out, at, state);
      unpackPoints(b, out, at, state + SHARE_LANES);
      unpackPoints(c, out, at, state + 2 * SHARE_LANES);
      unpackPoints(d, out, at, state + 3 * SHARE_LANES);
      unpackPoints(e, out, at, state + 4 * SHARE_LANES);
      unpackPoints(f, out, at, state + 5 * SHARE_LANES);
    }
  }

  private static void unpackPoints(long packed, int[] out, int at, int first) {
    long rest = packed;
    for (int state = first; state < Math.min(STATES, first + SHARE_LANES); state++) {
      int own = (int) rest;
      out[at + state] = own >> SHIFT;
      rest = (rest - own) >> SHARE_BITS;
    }
  }
}
