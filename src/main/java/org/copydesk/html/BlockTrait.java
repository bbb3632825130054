package org.copydesk.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copydesk.html.tree.Box;
import org.copydesk.model.Label;

/**
 * What a block of the body shows, in small numbers: of itself, or of one beside it. Counts and
 * shares are cut into steps. None is a word of any language.
 */
enum BlockTrait {
  /** Words, in steps that grow. */
  WORDS(10),
  /** Share of characters in links, in fifths. */
  LINKS(6),
  /** Both, coarser. */
  WORDS_AND_LINKS(8 * 4),
  TAG(Tags.NAMES),
  /** Ends as a sentence does, is a heading, is an item of a list. */
  FORM(8),
  IS_SUBHEAD(2),
  ENDS_WITH_LINK(2),
  HAS_SEVERAL_LINKS(2),
  HAS_BUTTON(2),
  HAS_DIGIT(2),
  BEGINS_SMALL(2),
  IS_CAPITALS(2),
  HAS_AT_SIGN(2),
  ENDS_WITH_COLON(2),
  ASKS(2),
  HAS_COPYRIGHT(2),
  HAS_BAR(2),
  /** A short line with a year or an hour. */
  MAY_BE_DATED(2),
  /** Stands on the page twice. */
  IS_REPEATED(2),
  /** Share of the body's running text in boxes of the same make, and around them. */
  RUNNING_OF_MAKE(5),
  RUNNING_AROUND(5),
  /** Blocks of the page in boxes of the same make. */
  BLOCKS_OF_MAKE(10),
  /** Share of the body's words before it, in sixths; of the page's, in fifths. */
  BODY_BEFORE(6),
  PAGE_BEFORE(5),
  /** Words of the body from it on, where few are left. */
  BODY_LEFT(5),
  BODY_SIZE(10),
  BESIDE_LABEL(Label.values()),
  BESIDE_ROLE(Box.Role.values()),
  BESIDE_WORDS(10),
  BESIDE_LINKS(4),
  BESIDE_FORM(8),
  BESIDE_TAG(Tags.NAMES),
  /** Stands in a box of the same make; in the same box; there is none. */
  BESIDE_IS_ALIKE(2),
  BESIDE_SHARES_BOX(2),
  BESIDE_IS_NONE(2);

  /** Tags that are told apart; all others are the first. */
  private static final class Tags {
    static final String[] NAMES =
        ("other p li div span td tr th dd dt pre blockquote h1 h2 h3 h4 h5 h6 section article"
                + " figure caption a center font summary label address main body")
            .split(" ");
    static final List<String> LIST = Arrays.asList(NAMES);
  }

  /** Blocks beside one that count, by their distance. */
  static final int[] PLACES = {-2, -1, 1, 2};

  private final String[] values;

  BlockTrait(int steps) {
    this.values = new String[steps];
    for (int i = 0; i < steps; i++) {
      values[i] = String.valueOf(i);
    }
  }

  BlockTrait(Object[] names) {
    this.values = Arrays.stream(names).map(Object::toString).toArray(String[]::new);
  }

  boolean isBeside() {
    return name().startsWith("BESIDE_");
  }

  static int tag(String name) {
    return Math.max(0, Tags.LIST.indexOf(name));
  }

  private static final class Slots {
    static final int[][] FIRST = new int[1 + PLACES.length][BlockTrait.values().length];
    static final List<String> NAMES = new ArrayList<>();

    static {
      for (int place = 0; place < FIRST.length; place++) {
        for (BlockTrait trait : BlockTrait.values()) {
          if (trait.isBeside() != (place > 0)) {
            continue;
          }
          FIRST[place][trait.ordinal()] = NAMES.size();
          for (String value : trait.values) {
            int distance = place == 0 ? 0 : PLACES[place - 1];
            NAMES.add(String.format(Locale.ROOT, "%d | %s | %s", distance, trait, value));
          }
        }
      }
    }
  }

  /** Weights there are: one for each value of each trait in each place. */
  static int slots() {
    return Slots.NAMES.size();
  }

  /** A slot as files write it: distance, trait, value. */
  static String name(int slot) {
    return Slots.NAMES.get(slot);
  }

  /**
   * The slot of a value.
   *
   * @param place 0 for the block itself, else one more than the place in {@link #PLACES}
   */
  int slot(int place, int value) {
    return Slots.FIRST[place][ordinal()] + Math.max(0, Math.min(value, values.length - 1));
  }
}
