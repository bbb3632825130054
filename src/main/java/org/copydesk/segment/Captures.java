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

  /** Long lines two pages must share. */
  private static final int LEAST_SHARED = 2;

  /**
   * Least share of the words of all lines that stand on both. Of lines alone it would not do: pages
   * of one long paragraph with the same list of teasers share most of those.
   */
  private static final double SHARE_OF_WORDS = 0.7;

  /** Pages looked at for one line: a line of a site's furniture stands on all of them. */
  private static final int MOST_PAGES_OF_LINE = 8;

  private final Map<Long, List<Map<Long, Integer>>> pagesOfLine = new HashMap<>();

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
    Map<Long, Integer> lines = new HashMap<>();
    List<Long> longLines = new ArrayList<>();
    for (SiteSample.Line line : page.lines()) {
      boolean isNew = lines.putIfAbsent(line.key(), Math.max(1, line.words())) == null;
      if (isNew && line.words() >= LONG_LINE) {
        longLines.add(line.key());
      }
    }
    Map<Map<Long, Integer>, Integer> sharedBy = new IdentityHashMap<>();
    for (long key : longLines) {
      for (Map<Long, Integer> other : pagesOfLine.getOrDefault(key, List.of())) {
        int shared = sharedBy.merge(other, 1, Integer::sum);
        if (shared == LEAST_SHARED && isSame(lines, other)) {
          return false;
        }
      }
    }
    for (long key : longLines) {
      List<Map<Long, Integer>> others = pagesOfLine.computeIfAbsent(key, k -> new ArrayList<>());
      if (others.size() < MOST_PAGES_OF_LINE) {
        others.add(lines);
      }
    }
    return true;
  }

  private static boolean isSame(Map<Long, Integer> lines, Map<Long, Integer> other) {
    int shared = 0;
    for (Map.Entry<Long, Integer> line : lines.entrySet()) {
      shared += other.containsKey(line.getKey()) ? line.getValue() : 0;
    }
    return shared >= SHARE_OF_WORDS * Math.max(words(lines), words(other));
  }

  private static int words(Map<Long, Integer> lines) {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }
}
