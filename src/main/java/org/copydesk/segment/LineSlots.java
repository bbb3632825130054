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

  /** Slots by place, from the farthest above: where each place's begin in {@link #ORDER_TRAIT}. */
  static final int[] PLACE_FIRST = new int[2 * REACH + 2];

  /** Slots in that order: their traits and first rows. */
  static final int[] ORDER_TRAIT;

  static final int[] ORDER_FIRST;

  static {
    ORDER_TRAIT = new int[COUNT];
    ORDER_FIRST = new int[COUNT];
    int at = 0;
    for (int place = -REACH; place <= REACH; place++) {
      PLACE_FIRST[place + REACH] = at;
      for (int slot = 0; slot < COUNT; slot++) {
        if (OFFSET[slot] == place) {
          ORDER_TRAIT[at] = TRAIT[slot];
          ORDER_FIRST[at++] = FIRST[slot];
        }
      }
    }
    PLACE_FIRST[2 * REACH + 1] = at;
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

  /** Numbers of no line: each trait's last row. */
  static char[] edge() {
    char[] numbers = new char[TRAITS.length];
    for (LineTrait trait : TRAITS) {
      numbers[trait.ordinal()] = (char) trait.values;
    }
    return numbers;
  }

  /** The row after a slot's last. */
  static int last(int slot) {
    return slot + 1 < COUNT ? FIRST[slot + 1] : ROWS;
  }

  /** Row of a slot for a line's numbers; {@code null} for no line. */
  static int row(int slot, char[] numbers) {
    int trait = TRAIT[slot];
    return FIRST[slot] + (numbers == null ? TRAITS[trait].values : numbers[trait]);
  }
}
