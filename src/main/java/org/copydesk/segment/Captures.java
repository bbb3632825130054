package org.copydesk.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells sampled pages that are one page seen several times: captures of one address, and where no
 * address is known pages that say the same but for a line or two. One of them teaches: what stays
 * while a page changes would otherwise look like the furniture of its site.
 */
final class Captures {
  /** Words of a line that is likely to be of a page's own text. */
  private static final int LONG_LINE = 10;

  /** Long lines two pages must share, and their share of all lines. */
  private static final int LEAST_SHARED = 2;

  private static final double SHARE_OF_LINES = 0.7;

  /** Pages looked at for one line: a line of a site's furniture stands on all of them. */
  private static final int MOST_PAGES_OF_LINE = 8;

  private final Map<Long, List<Set<Long>>> pagesOfLine = new HashMap<>();

  private Captures() {}

  /** The pages without further captures of one; in their order, of which the first stays. */
  static List<SiteSample.SampledPage> distinct(List<SiteSample.SampledPage> pages) {
    Captures captures = new Captures();
    Set<Long> addresses = new HashSet<>();
    List<SiteSample.SampledPage> kept = new ArrayList<>(pages.size());
    for (SiteSample.SampledPage page : pages) {
      boolean isNew =
          page.address() == SiteSample.NO_ADDRESS
              ? captures.isNew(page)
              : addresses.add(page.address());
      if (isNew) {
        kept.add(page);
      }
    }
    return kept;
  }

  private boolean isNew(SiteSample.SampledPage page) {
    Set<Long> lines = new HashSet<>();
    List<Long> longLines = new ArrayList<>();
    for (SiteSample.Line line : page.lines()) {
      if (lines.add(line.key()) && line.words() >= LONG_LINE) {
        longLines.add(line.key());
      }
    }
    Map<Set<Long>, Integer> sharedBy = new IdentityHashMap<>();
    for (long key : longLines) {
      for (Set<Long> other : pagesOfLine.getOrDefault(key, List.of())) {
        int shared = sharedBy.merge(other, 1, Integer::sum);
        if (shared == LEAST_SHARED && isSame(lines, other)) {
          return false;
        }
      }
    }
    for (long key : longLines) {
      List<Set<Long>> others = pagesOfLine.computeIfAbsent(key, k -> new ArrayList<>());
      if (others.size() < MOST_PAGES_OF_LINE) {
        others.add(lines);
      }
    }
    return true;
  }

  private static boolean isSame(Set<Long> lines, Set<Long> other) {
    int shared = 0;
    for (long key : lines) {
      shared += other.contains(key) ? 1 : 0;
    }
    return shared >= SHARE_OF_LINES * Math.max(lines.size(), other.size());
  }
}
