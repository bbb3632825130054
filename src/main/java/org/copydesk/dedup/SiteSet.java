package org.copydesk.dedup;

import java.util.Arrays;
import org.copydesk.text.ContentHash;

/**
 * Distinct sites in bounded memory: the {@link #MOST} smallest of their 64-bit hashes. Exact to
 * {@link #MOST} sites, beyond that an estimate (k minimum values) that is the same for any order of
 * merging.
 */
public final class SiteSet {
  /** Sites counted exactly. */
  public static final int MOST = 1024;

  private static final long[] NONE = {};

  private SiteSet() {}

  /** The set of one site; empty for null. */
  public static long[] of(String site) {
    return site == null ? NONE : new long[] {ContentHash.of(site).high()};
  }

  /** The union of two sets; ascending without sign. */
  public static long[] union(long[] a, long[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return b;
    }
    if (b.length == 0) {
      return a;
    }
    long[] all = new long[Math.min(MOST, a.length + b.length)];
    int n = 0;
    int i = 0;
    int j = 0;
    while (n < all.length && (i < a.length || j < b.length)) {
      int order = i == a.length ? 1 : j == b.length ? -1 : Long.compareUnsigned(a[i], b[j]);
      all[n++] = order <= 0 ? a[i] : b[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return Arrays.copyOf(all, n);
  }

  /** How many sites there are. */
  public static long count(long[] set) {
    if (set.length < MOST) {
      return set.length;
    }
    double largest = (set[MOST - 1] >>> 11) * 0x1p-53;
    return Math.round((MOST - 1) / largest);
  }

  /** Whether a site is among those remembered. */
  public static boolean holds(long[] set, String site) {
    if (site == null) {
      return false;
    }
    long hash = ContentHash.of(site).high();
    for (long each : set) {
      if (each == hash) {
        return true;
      }
    }
    return false;
  }
}
