package org.copydesk.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts values of a column that has few. Memory is bounded: values beyond the first 10,000 are
 * counted together.
 */
public final class ValueCounts {
  private static final int MOST = 10_000;

  private final Map<String, long[]> counts = new HashMap<>();
  private long rest;
  private long absent;
  private long all;

  /** A value and how often it occurred. */
  public record Counted(String value, long count) {}

  /**
   * @param value null is counted apart
   */
  public void add(String value) {
    add(value, 1);
  }

  public void add(String value, long times) {
    all += times;
    if (value == null) {
      absent += times;
      return;
    }
    long[] count = counts.get(value);
    if (count != null) {
      count[0] += times;
    } else if (counts.size() < MOST) {
      counts.put(value, new long[] {times});
    } else {
      rest += times;
    }
  }

  public long of(String value) {
    long[] count = counts.get(value);
    return count == null ? 0 : count[0];
  }

  long absent() {
    return absent;
  }

  public long all() {
    return all;
  }

  /** Different values, those counted together not among them. */
  int distinct() {
    return counts.size();
  }

  /** Most frequent first, of equal counts the smaller value. */
  public List<Counted> top(int most) {
    List<Counted> sorted = new ArrayList<>();
    counts.forEach((value, count) -> sorted.add(new Counted(value, count[0])));
    sorted.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::value));
    return sorted.size() > most ? sorted.subList(0, most) : sorted;
  }

  /** What {@link #top} leaves out, null not among it. */
  public long beyond(int most) {
    long shown = 0;
    for (Counted counted : top(most)) {
      shown += counted.count();
    }
    return all - absent - shown;
  }

  /** Values counted together because there were too many. */
  long rest() {
    return rest;
  }
}
