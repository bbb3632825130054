package org.copydesk.text;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds whether bytes of any number hold one of many phrases: a hash of the first {@link #LEAST}
 * bytes rolls along (Karp and Rabin), and what has it is compared.
 *
 * <p>Memory: the phrases; a scan takes a megabyte and the longest of them.
 */
public final class BytePhrases {
  /** Bytes that a phrase has at least. */
  public static final int LEAST = 16;

  private static final int WINDOW = 1 << 20;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final int FILTER_BITS = 20;

  /** What the first of the bytes hashed counts. */
  private static final long FIRST = power(LEAST - 1);

  private final Map<Long, List<byte[]>> byHash = new HashMap<>();
  private final BitSet hashes = new BitSet(1 << FILTER_BITS);
  private int longest;

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }

  private static int filter(long hash) {
    return (int) (hash >>> (Long.SIZE - FILTER_BITS));
  }

  private static long hash(byte[] bytes, int from) {
    long hash = 0;
    for (int i = from; i < from + LEAST; i++) {
      hash = hash * FACTOR + bytes[i];
    }
    return hash;
  }

  /**
   * @throws IllegalArgumentException for a phrase of fewer than {@link #LEAST} bytes
   */
  public void add(byte[] phrase) {
    if (phrase.length < LEAST) {
      throw new IllegalArgumentException("a phrase of " + phrase.length + " bytes");
    }
    long hash = hash(phrase, 0);
    List<byte[]> same = byHash.computeIfAbsent(hash, key -> new ArrayList<>(1));
    if (same.stream().noneMatch(other -> Arrays.equals(other, phrase))) {
      same.add(phrase.clone());
      hashes.set(filter(hash));
      longest = Math.max(longest, phrase.length);
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byHash.isEmpty();
  }

  /** Whether some bytes hold one. */
  public boolean isIn(byte[] bytes) {
    return isIn(bytes, bytes.length, bytes.length);
  }

  /** Looks for phrases that begin before {@code end}, in the first bytes of an array. */
  private boolean isIn(byte[] bytes, int length, int end) {
    int last = Math.min(end - 1, length - LEAST);
    if (isEmpty() || last < 0) {
      return false;
    }
    long hash = hash(bytes, 0);
    for (int i = 0; ; i++) {
      if (hashes.get(filter(hash)) && isAt(byHash.get(hash), bytes, i, length)) {
        return true;
      }
      if (i >= last) {
        return false;
      }
      hash = (hash - FIRST * bytes[i]) * FACTOR + bytes[i + LEAST];
    }
  }

  private static boolean isAt(List<byte[]> phrases, byte[] bytes, int from, int length) {
    if (phrases == null) {
      return false;
    }
    for (byte[] phrase : phrases) {
      int to = from + phrase.length;
      if (to <= length && Arrays.equals(phrase, 0, phrase.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Takes bytes one after the other. */
  public Scan scan() {
    return new Scan();
  }

  /** Bytes that are looked through while they are written; for one thread. */
  public final class Scan extends OutputStream {
    private final byte[] window = new byte[WINDOW + longest];
    private int length;
    private boolean isFound;

    private Scan() {}

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      int at = from;
      int left = count;
      while (left > 0) {
        int some = Math.min(left, window.length - length);
        System.arraycopy(bytes, at, window, length, some);
        length += some;
        at += some;
        left -= some;
        if (length == window.length) {
          search();
        }
      }
    }

    /** What may be the beginning of a phrase stays for the next bytes. */
    private void search() {
      int done = length - longest + 1;
      isFound = isFound || BytePhrases.this.isIn(window, length, done);
      length -= done;
      System.arraycopy(window, done, window, 0, length);
    }

    /** Whether all that was written holds one. */
    public boolean found() {
      return isFound || BytePhrases.this.isIn(window, length, length);
    }
  }
}
