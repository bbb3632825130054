package org.copydesk.dedup;

import java.util.Arrays;

/**
 * The shingles of a document for comparing: ascending, distinct 28-bit hashes.
 *
 * @param hashes ascending, not to be changed
 * @param isCut whether only the smallest {@link Shingles#MOST} are here
 */
public record ShingleSet(int[] hashes, boolean isCut) {

  public int size() {
    return hashes.length;
  }

  /**
   * How far two sets overlap. Where one is cut, both are judged on the range of hashes that the cut
   * one covers: a sample of shingles, the same in both.
   */
  public Overlap with(ShingleSet other) {
    int bound = Integer.MAX_VALUE;
    if (isCut) {
      bound = Math.min(bound, hashes[hashes.length - 1]);
    }
    if (other.isCut) {
      bound = Math.min(bound, other.hashes[other.hashes.length - 1]);
    }
    int n = sizeUpTo(bound);
    int m = other.sizeUpTo(bound);
    int[] a = hashes;
    int[] b = other.hashes;
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < n && j < m) {
      int x = a[i];
      int y = b[j];
      shared += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return new Overlap(shared, n, m);
  }

  private int sizeUpTo(int bound) {
    if (bound == Integer.MAX_VALUE) {
      return hashes.length;
    }
    int at = Arrays.binarySearch(hashes, bound);
    return at >= 0 ? at + 1 : -at - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShingleSet that
        && isCut == that.isCut
        && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  /**
   * Shared and own shingles of two sets.
   *
   * @param shared in both
   * @param first in the first
   * @param second in the second
   */
  public record Overlap(int shared, int first, int second) {
    /** The same of the second and the first. */
    Overlap turned() {
      return new Overlap(shared, second, first);
    }

    /** Shared over united, 0 where both are empty. */
    public double jaccard() {
      int united = first + second - shared;
      return united == 0 ? 0 : (double) shared / united;
    }

    /** Shared over the shorter one's, 0 where that is empty. */
    public double containment() {
      int shorter = Math.min(first, second);
      return shorter == 0 ? 0 : (double) shared / shorter;
    }
  }
}
