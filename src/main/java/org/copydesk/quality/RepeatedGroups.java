package org.copydesk.quality;

import org.copydesk.text.Tokens;

/**
 * How much of a text is groups of words said again.
 *
 * <p>A group of n words can only come twice where both groups of n - 1 inside it do, so each size
 * looks at the places the last one left: after the pairs there is hardly anything to do in a normal
 * text.
 */
final class RepeatedGroups {
  private static final int LARGEST = 10;

  private final CountTable table = new CountTable();
  private int[] lengthBefore = new int[0];
  private int[] places = new int[0];
  private int[] slots = new int[0];
  private long[] hashes = new long[0];

  /** Fills in unique words, the top groups of 2 to 4 and the repeated groups of 5 to 10. */
  void measure(Tokens tokens, double[] values) {
    int words = tokens.count();
    if (words == 0) {
      return;
    }
    prepare(tokens, words);
    double all = lengthBefore[words];
    table.reset(words);
    int distinct = 0;
    for (int i = 0; i < words; i++) {
      hashes[i] = tokens.hash(i);
      distinct += table.count(table.add(hashes[i])) == 1 ? 1 : 0;
    }
    values[Signal.UNIQUE_WORDS.ordinal()] = (double) distinct / words;
    int candidates = words - 1;
    for (int i = 0; i < candidates; i++) {
      places[i] = i;
    }
    for (int size = 2; size <= LARGEST && candidates > 1; size++) {
      int repeated = count(tokens, size, candidates);
      if (size <= 4) {
        values[Signal.TOP_2GRAM.ordinal() + size - 2] = top(size, repeated) / all;
      } else {
        values[Signal.DUPLICATE_5GRAMS.ordinal() + size - 5] = covered(size, repeated) / all;
      }
      candidates = next(size, repeated, words);
    }
  }

  private void prepare(Tokens tokens, int words) {
    if (lengthBefore.length <= words) {
      int room = words + words / 2 + 1;
      lengthBefore = new int[room];
      places = new int[room];
      slots = new int[room];
      hashes = new long[room];
    }
    lengthBefore[0] = 0;
    for (int i = 0; i < words; i++) {
      lengthBefore[i + 1] = lengthBefore[i] + tokens.end(i) - tokens.start(i);
    }
  }

  /** Counts the groups at the places; leaves the places of those that come twice. */
  private int count(Tokens tokens, int size, int candidates) {
    table.reset(candidates);
    for (int i = 0; i < candidates; i++) {
      int place = places[i];
      long hash = hashes[place] * 0x9E3779B97F4A7C15L + tokens.hash(place + size - 1);
      hash ^= hash >>> 29;
      hashes[place] = hash;
      slots[i] = table.add(hash);
    }
    int repeated = 0;
    for (int i = 0; i < candidates; i++) {
      if (table.count(slots[i]) > 1) {
        slots[repeated] = slots[i];
        places[repeated++] = places[i];
      }
    }
    return repeated;
  }

  private double top(int size, int repeated) {
    int most = 0;
    long characters = 0;
    for (int i = 0; i < repeated; i++) {
      int count = table.count(slots[i]);
      if (count >= most) {
        long own = (long) count * (lengthBefore[places[i] + size] - lengthBefore[places[i]]);
        characters = count > most ? own : Math.max(characters, own);
        most = count;
      }
    }
    return characters;
  }

  private double covered(int size, int repeated) {
    long characters = 0;
    int until = 0;
    for (int i = 0; i < repeated; i++) {
      int from = Math.max(until, places[i]);
      until = places[i] + size;
      characters += lengthBefore[until] - lengthBefore[from];
    }
    return characters;
  }

  /** Places where a group one word longer may come twice. */
  private int next(int size, int repeated, int words) {
    int candidates = 0;
    for (int i = 0; i + 1 < repeated; i++) {
      boolean isFollowed = places[i + 1] == places[i] + 1;
      if (isFollowed && places[i] + size < words) {
        places[candidates++] = places[i];
      }
    }
    return candidates;
  }
}
