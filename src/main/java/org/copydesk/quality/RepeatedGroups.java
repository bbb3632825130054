package org.copydesk.quality;

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
  void measure(SourceWords words, double[] values) {
    int count = words.count();
    if (count == 0) {
      return;
    }
    prepare(words, count);
    double all = lengthBefore[count];
    table.reset(count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      hashes[i] = words.hash(i);
      distinct += table.count(table.add(hashes[i])) == 1 ? 1 : 0;
    }
    values[Signal.UNIQUE_WORDS.ordinal()] = (double) distinct / count;
    int candidates = count - 1;
    for (int i = 0; i < candidates; i++) {
      places[i] = i;
    }
    for (int size = 2; size <= LARGEST && candidates > 1; size++) {
      int repeated = count(words, size, candidates);
      if (size <= 4) {
        values[Signal.TOP_2GRAM.ordinal() + size - 2] = top(size, repeated) / all;
      } else {
        values[Signal.DUPLICATE_5GRAMS.ordinal() + size - 5] = later(size, repeated) / all;
      }
      candidates = next(size, repeated, count);
    }
  }

  private void prepare(SourceWords words, int count) {
    if (lengthBefore.length <= count) {
      int room = count + count / 2 + 1;
      lengthBefore = new int[room];
      places = new int[room];
      slots = new int[room];
      hashes = new long[room];
    }
    lengthBefore[0] = 0;
    for (int i = 0; i < count; i++) {
      lengthBefore[i + 1] = lengthBefore[i] + words.length(i);
    }
  }

  /** Counts the groups at the places; leaves the places of those that come twice. */
  private int count(SourceWords words, int size, int candidates) {
    table.reset(candidates);
    for (int i = 0; i < candidates; i++) {
      int place = places[i];
      long hash = hashes[place] * 0x9E3779B97F4A7C15L + words.hash(place + size - 1);
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

  /** Of equally frequent groups the one that comes first. */
  private double top(int size, int repeated) {
    int most = 0;
    long characters = 0;
    for (int i = 0; i < repeated; i++) {
      int count = table.count(slots[i]);
      if (count > most) {
        characters = (long) count * (lengthBefore[places[i] + size] - lengthBefore[places[i]]);
        most = count;
      }
    }
    return characters;
  }

  /** Characters of groups that stood before, from left to right; reading goes on behind each. */
  private double later(int size, int repeated) {
    long characters = 0;
    int free = 0;
    for (int i = 0; i < repeated; i++) {
      if (places[i] >= free && table.wasMarked(slots[i])) {
        free = places[i] + size;
        characters += lengthBefore[free] - lengthBefore[places[i]];
      }
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
