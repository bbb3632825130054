package org.copydesk.segment.words;

import java.util.Arrays;

/**
 * Small numbers by line key, in open addressing: a look-up touches one place and makes no object.
 * Sixteen to thirty-two bytes an entry.
 */
public final class KeyTable {
  private static final int LEAST_SLOTS = 16;

  /** Zero marks a free place: the key 0 is kept apart. */
  private long[] keys;

  private int[] values;
  private int size;
  private boolean hasZero;
  private int zero;

  /**
   * @param expected keys, about
   */
  public KeyTable(int expected) {
    int slots = LEAST_SLOTS;
    while (slots < expected * 2L && slots < 1 << 29) {
      slots *= 2;
    }
    keys = new long[slots];
    values = new int[slots];
  }

  /** The number of a key; {@code absent} where it has none. */
  public int get(long key, int absent) {
    if (key == 0) {
      return hasZero ? zero : absent;
    }
    int at = find(key);
    return keys[at] == key ? values[at] : absent;
  }

  /** Counts a key once more; gives how often it has been counted. */
  public int count(long key) {
    if (key == 0) {
      zero = hasZero ? zero + 1 : 1;
      hasZero = true;
      return zero;
    }
    int at = find(key);
    if (keys[at] != key) {
      add(at, key, 1);
      return 1;
    }
    return ++values[at];
  }

  /** The number of a key; where it has none it is given this one. */
  public int getOrPut(long key, int value) {
    if (key == 0) {
      zero = hasZero ? zero : value;
      hasZero = true;
      return zero;
    }
    int at = find(key);
    if (keys[at] != key) {
      add(at, key, value);
      return value;
    }
    return values[at];
  }

  public void put(long key, int value) {
    if (key == 0) {
      hasZero = true;
      zero = value;
      return;
    }
    int at = find(key);
    if (keys[at] != key) {
      add(at, key, value);
    } else {
      values[at] = value;
    }
  }

  private void add(int free, long key, int value) {
    int at = free;
    if (++size * 2 > keys.length) {
      grow();
      at = find(key);
    }
    keys[at] = key;
    values[at] = value;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = Arrays.copyOf(oldValues, oldValues.length * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
