package org.copydesk.report.figures;

import java.util.ArrayList;
import java.util.List;

/** Counts sizes in fixed bins; a bin holds what is below its upper bound. */
public final class SizeBins {
  private final long[] bounds;
  private final long[] counts;

  private SizeBins(long... bounds) {
    this.bounds = bounds;
    counts = new long[bounds.length + 1];
  }

  /** For tokens of an article. */
  public static SizeBins words() {
    return new SizeBins(25, 50, 100, 200, 300, 400, 600, 800, 1_200, 2_000, 4_000);
  }

  /** For how many there are of a thing: 1, 2, then powers of two. */
  public static SizeBins multiples() {
    return new SizeBins(2, 3, 5, 9, 17, 33, 65, 129, 257, 1_025);
  }

  public void add(long size) {
    int bin = 0;
    while (bin < bounds.length && size >= bounds[bin]) {
      bin++;
    }
    counts[bin]++;
  }

  /** One bar a bin, from the first to the last that is not empty. */
  public List<Chart.Bar> bars() {
    int last = counts.length - 1;
    while (last > 0 && counts[last] == 0) {
      last--;
    }
    int first = 0;
    while (first < last && counts[first] == 0) {
      first++;
    }
    List<Chart.Bar> bars = new ArrayList<>();
    for (int bin = first; bin <= last; bin++) {
      bars.add(Chart.Bar.of(label(bin), counts[bin]));
    }
    return bars;
  }

  private String label(int bin) {
    if (bin == bounds.length) {
      return Figures.count(bounds[bin - 1]) + "+";
    }
    long low = bin == 0 ? (bounds[0] == 2 ? 1 : 0) : bounds[bin - 1];
    long high = bounds[bin] - 1;
    return low == high ? Figures.count(low) : Figures.count(low) + "–" + Figures.count(high);
  }
}
