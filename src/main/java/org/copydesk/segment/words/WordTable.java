package org.copydesk.segment.words;

/**
 * Small numbers by the hash of a word, in open addressing. Hashes are well spread as they come and
 * never 0; a word that is not there has 0.
 */
public final class WordTable {
  private static final int LEAST_SLOTS = 16;

  /** The word, and its number in the lower half; 0 is free. */
  private final long[] slots;

  private final int mask;

  /**
   * @param most words that are put
   */
  public WordTable(int most) {
    int size = LEAST_SLOTS;
    while (size * 3L < most * 4L) {
      size *= 2;
    }
    slots = new long[size];
    mask = size - 1;
  }

  public int get(int word) {
    return at(place(word));
  }

  public void put(int word, int value) {
    put(place(word), word, value);
  }

  /** The number of the word at a place. */
  public int at(int place) {
    return (int) slots[place];
  }

  /** Puts a word where {@link #place} says. */
  public void put(int place, int word, int value) {
    slots[place] = (long) word << Integer.SIZE | value & 0xFFFFFFFFL;
  }

  /** Where a word stands, or would. */
  public int place(int word) {
    int at = word & mask;
    while (slots[at] != 0 && (int) (slots[at] >>> Integer.SIZE) != word) {
      at = at + 1 & mask;
    }
    return at;
  }
}
