package org.copydesk.segment;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
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

  private final Long2ObjectOpenHashMap<List<Known>> pagesOfLine = new Long2ObjectOpenHashMap<>();

  /**
   * @param lines words by key of each line
   * @param words of all lines
   */
  private record Known(Long2IntOpenHashMap lines, int words) {}

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
    Long2IntOpenHashMap lines = new Long2IntOpenHashMap(page.lines().size());
    LongArrayList longLines = new LongArrayList();
    int words = 0;
    for (SiteSample.Line line : page.lines()) {
      boolean isNew = !lines.containsKey(line.key());
      if (isNew) {
        lines.put(line.key(), Math.max(1, line.words()));
        words += Math.max(1, line.words());
      }
      if (isNew && line.words() >= LONG_LINE) {
        longLines.add(line.key());
      }
    }
    Known own = new Known(lines, words);
    Map<Known, Integer> sharedBy = new IdentityHashMap<>();
    for (long key : longLines) {
      for (Known other : pagesOfLine.getOrDefault(key, List.of())) {
        int shared = sharedBy.merge(other, 1, Integer::sum);
        if (shared == LEAST_SHARED && isSame(own, other)) {
          return false;
        }
      }
    }
    for (long key : longLines) {
      List<Known> others = pagesOfLine.computeIfAbsent(key, k -> new ArrayList<>());
      if (others.size() < MOST_PAGES_OF_LINE) {
        others.add(own);
      }
    }
    return true;
  }

  private static boolean isSame(Known page, Known other) {
    double least = SHARE_OF_WORDS * Math.max(page.words(), other.words());
    if (page.words() < least) {
      return false;
    }
    int shared = 0;
    for (Long2IntMap.Entry line : page.lines().long2IntEntrySet()) {
      shared += other.lines().containsKey(line.getLongKey()) ? line.getIntValue() : 0;
    }
    return shared >= least;
  }
}
