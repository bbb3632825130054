package org.copydesk.segment.words;

/**
 * Small numbers by the hash of a word, in open addressing. Hashes are well spread as they come and
 * never 0; a word that is not there has 0.
 */
public final class WordTable {
  private static final int LEAST_SLOTS = 16;

  private final int[] words;
  private final int[] values;
  private final int mask;

  /**
   * @param most words that are put
   */
  public WordTable(int most) {
    int slots = LEAST_SLOTS;
    while (slots < most * 2L) {
      slots *= 2;
    }
    words = new int[slots];
    values = new int[slots];
    mask = slots - 1;
  }

  public int get(int word) {
    return values[place(word)];
  }

  public void put(int word, int value) {
    int at = place(word);
    words[at] = word;
    values[at] = value;
  }

  /** Slots, of which {@link #at} gives the numbers: 0 where there is no word. */
  public int slots() {
    return words.length;
  }

  public int at(int slot) {
    return values[slot];
  }

  /** Gives the word in a slot another number. */
  public void set(int slot, int value) {
    values[slot] = value;
  }

  private int place(int word) {
    int at = word & mask;
    while (words[at] != word && words[at] != 0) {
      at = at + 1 & mask;
    }
    return at;
  }
}
