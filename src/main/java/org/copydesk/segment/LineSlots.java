package org.copydesk.segment;

/**
 * Numbers the weights: each {@link LineTrait} on the line itself and on its neighbours is a slot,
 * each slot has a row for every value and one for no line there.
 */
final class LineSlots {
  /** Lines above and below that are looked at. */
  static final int REACH = 3;

  static final LineTrait[] TRAITS = LineTrait.values();

  /** Slots, and by slot its trait, its place from the line, and its first row. */
  static final int COUNT;

  static final int[] TRAIT;
  static final int[] OFFSET;
  static final int[] FIRST;

  /** Rows of all slots. */
  static final int ROWS;

  static {
    int slots = 0;
    for (LineTrait trait : TRAITS) {
      slots += 2 * trait.reach + 1;
    }
    COUNT = slots;
    TRAIT = new int[slots];
    OFFSET = new int[slots];
    FIRST = new int[slots];
    int slot = 0;
    int rows = 0;
    for (LineTrait trait : TRAITS) {
      for (int offset = -trait.reach; offset <= trait.reach; offset++) {
        TRAIT[slot] = trait.ordinal();
        OFFSET[slot] = offset;
        FIRST[slot++] = rows;
        rows += trait.values + (offset == 0 ? 0 : 1);
      }
    }
    ROWS = rows;
  }

  /** By {@link TreeTrait} its first row, after those of the slots; then all rows. */
  static final int[] TREE_FIRST;

  static final int ALL_ROWS;

  static {
    int rows = ROWS;
    TREE_FIRST = new int[TreeTrait.values().length];
    for (TreeTrait trait : TreeTrait.values()) {
      TREE_FIRST[trait.ordinal()] = rows;
      rows += trait.values;
    }
    ALL_ROWS = rows;
  }

  private LineSlots() {}

  /** Row of a slot for a line's numbers; {@code null} for no line. */
  static int row(int slot, char[] numbers) {
    int trait = TRAIT[slot];
    return FIRST[slot] + (numbers == null ? TRAITS[trait].values : numbers[trait]);
  }
}
