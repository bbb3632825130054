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

  /** By slot the row that most lines have: sums begin with it. */
  static final int[] USUAL;

  static {
    USUAL = new int[COUNT];
    for (int slot = 0; slot < COUNT; slot++) {
      USUAL[slot] = FIRST[slot] + usual(TRAITS[TRAIT[slot]]);
    }
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

  /**
   * The number that most lines have: counted on 137 labelled pages of text. Another choice costs
   * time and changes nothing else.
   */
  static int usual(LineTrait trait) {
    return switch (trait) {
      case SIZE, ALL_CAPITALS, OPENING_SHARE, PROSE_SHARE, FUNCTION_WORDS, CONTENT_WORDS -> 1;
      case KIND_BELOW, KIND_ABOVE, PROSE_LEFT, PROSE_ABOVE_BY_SIZE -> 1;
      case LAST_WORD, PERIOD -> 2;
      case CHARS -> 3;
      case BLANKS, LONGER, SPEAKS_IN_RUN, KIND_IN_RUN, WORDS_IN_RUN, COPIES_IN_RUN -> 4;
      case RUN_WORDS, RUN_LEAD, SLOT_DEPTH -> 5;
      case ENDING, UPPER_WORDS, LINES, SHORT_PLACE, FIELD_BELOW, FIELD_ABOVE -> 6;
      case SINCE_COMMENTS, SINCE_CLOSING, SECOND_RUN, TO_PROSE, FROM_PROSE -> 7;
      case FUNCTION_BY_SIZE, PAIRED, RANK_TO_PROSE -> 7;
      case SHORT_RUN -> 8;
      case SINCE_HEADING -> 9;
      case FROM_TOP, FROM_END -> 12;
      case PERIOD_IN_RUN -> 14;
      case RUN_PLACE, WIDE_RUN -> 21;
      case SLOT, WIDE_OF_RUNS -> 24;
      case UPPER_BY_SIZE -> 36;
      case BEAT -> 49;
      case SIZE_SINCE_HEADING -> 55;
      case SHAPE -> 88;
      case SHAPE_IN_RUN -> 317;
      default -> 0;
    };
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
