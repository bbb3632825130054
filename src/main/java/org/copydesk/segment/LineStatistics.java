package org.copydesk.segment;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.TreeMap;
import org.copydesk.segment.lines.State;

/**
 * Says what each recurring line of a group of pages is: from how many pages it stands on, where on
 * them, how varied its neighbours are, and what the labeller took it and them for on each page by
 * itself.
 *
 * <p>A footer stands at the same place among varied neighbours; a teaser wanders through a list; a
 * sentence of a syndicated text stands between the same two wherever it stands.
 */
final class LineStatistics {
  /** Pages a line must stand on before it says anything. */
  private static final int LEAST_PAGES = 2;

  /** Pages with a line that may be said to stand under most texts. */
  private static final int LEAST_STANDING = 4;

  /** Lines of one page that may stand between the text and a line that stands under it. */
  private static final int MOST_BETWEEN = 2;

  /** Words of a sentence, and of prose that prints no full stops. */
  private static final int LEAST_PROSE = 8;

  private static final int LEAST_PROSE_WITHOUT_STOP = 16;

  /** Of lines on {@link #LEAST_PAGES} pages and more, in the order of their keys. */
  final TreeMap<Long, LineStat> stats = new TreeMap<>();

  private final Long2ObjectOpenHashMap<LineStat> byKey = new Long2ObjectOpenHashMap<>();
  private final int groupPages;

  LineStatistics(List<SiteSample.SampledPage> pages) {
    groupPages = pages.size();
    Long2IntOpenHashMap pagesOf = pagesOf(pages);
    for (SiteSample.SampledPage page : pages) {
      count(page.lines(), pagesOf);
    }
    stats.putAll(byKey);
    for (SiteSample.SampledPage page : pages) {
      countUnderText(page.lines());
    }
    LineJudge judge = new LineJudge(stats, groupPages);
    stats.values().forEach(judge::judge);
    new CreditLines(stats.values(), groupPages).mark();
    stats.values().forEach(judge::joinHeading);
  }

  /** What is counted of a line; null where it stands on too few pages. */
  LineStat of(long key) {
    return byKey.get(key);
  }

  /** Pages on which each line stands: most stand on one, and nothing else is counted of these. */
  private static Long2IntOpenHashMap pagesOf(List<SiteSample.SampledPage> pages) {
    Long2IntOpenHashMap pagesOf = new Long2IntOpenHashMap();
    LongOpenHashSet seen = new LongOpenHashSet();
    for (SiteSample.SampledPage page : pages) {
      seen.clear();
      for (SiteSample.Line line : page.lines()) {
        if (seen.add(line.key())) {
          pagesOf.addTo(line.key(), 1);
        }
      }
    }
    return pagesOf;
  }

  /**
   * A line stands under the text that follows it at once, or after a line or two that are not the
   * site's but the page's: its tags, its author.
   */
  private void countUnderText(List<SiteSample.Line> lines) {
    LongOpenHashSet seen = new LongOpenHashSet();
    int between = MOST_BETWEEN + 1;
    long text = 0;
    for (SiteSample.Line line : lines) {
      LineStat stat = of(line.key());
      // What stands under most texts is none of them, though it looks like their last sentence.
      boolean isStanding =
          stat != null && stat.pages >= LEAST_STANDING && stat.pages * 10 >= groupPages * 5;
      if (line.state() == State.BODY && !isStanding) {
        between = 0;
        text = line.key();
        continue;
      }
      switch (line.state().label) {
        case BOILERPLATE, BODY, BYLINE, DATE, PROVIDER -> {}
        default -> between = MOST_BETWEEN + 1;
      }
      boolean isUnder = between <= MOST_BETWEEN && stat != null && seen.add(line.key());
      if (isUnder) {
        stat.underText++;
        stat.texts.add(text);
      }
      boolean isOfSite = stat != null && stat.pages * 10 >= groupPages * 5;
      between = isOfSite ? MOST_BETWEEN + 1 : between + 1;
    }
  }

  private void count(List<SiteSample.Line> lines, Long2IntOpenHashMap pagesOf) {
    LongOpenHashSet seen = new LongOpenHashSet();
    int firstBody = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      firstBody = lines.get(i).state() == State.BODY ? i : firstBody;
    }
    for (int i = 0; i < lines.size(); i++) {
      SiteSample.Line line = lines.get(i);
      if (pagesOf.get(line.key()) < LEAST_PAGES || !seen.add(line.key())) {
        continue;
      }
      LineStat stat = byKey.computeIfAbsent(line.key(), k -> new LineStat());
      if (stat.line == null || line.text().compareTo(stat.line.text()) < 0) {
        stat.line = line;
      }
      stat.pages++;
      stat.afterBody += i > firstBody ? 1 : 0;
      stat.as[line.state().label.ordinal()]++;
      stat.asMeta += isMeta(line) ? 1 : 0;
      stat.overTitle += hasTitleBelow(lines, i, firstBody) ? 1 : 0;
      SiteSample.Line above = next(lines, i, -1);
      SiteSample.Line below = next(lines, i, 1);
      stat.left.merge(above == null ? LineStat.EDGE : above.key(), 1, Integer::sum);
      stat.right.merge(below == null ? LineStat.EDGE : below.key(), 1, Integer::sum);
      stat.fromTop.merge(i, 1, Integer::sum);
      stat.fromEnd.merge(lines.size() - i, 1, Integer::sum);
      if (above != null) {
        stat.leftAs[above.state().label.ordinal()]++;
      }
      if (below != null) {
        stat.rightAs[below.state().label.ordinal()]++;
        boolean isOpen =
            below.is(SiteSample.Line.TITLE_LIKE) && !below.is(SiteSample.Line.TERMINAL);
        stat.beforeOpenTitle += isOpen && below.state() != State.TITLE ? 1 : 0;
      }
      stat.nextToProse += isProse(above) && isProse(below) ? 1 : 0;
    }
  }

  /** Whether a line that could be the title stands below a line and above the text. */
  private static boolean hasTitleBelow(List<SiteSample.Line> lines, int i, int firstBody) {
    for (int k = i + 1; k < firstBody && k <= i + 12; k++) {
      SiteSample.Line line = lines.get(k);
      boolean isOpen = line.is(SiteSample.Line.TITLE_LIKE) && !line.is(SiteSample.Line.TERMINAL);
      if (isOpen && line.words() >= 5) {
        return true;
      }
    }
    return false;
  }

  /** The line before or after, past a marker and what tells a teaser's time; null at the end. */
  private static SiteSample.Line next(List<SiteSample.Line> lines, int i, int step) {
    for (int k = i + step; k >= 0 && k < lines.size(); k += step) {
      if (!isMeta(lines.get(k)) && !lines.get(k).is(SiteSample.Line.MARKER_ALONE)) {
        return lines.get(k);
      }
    }
    return null;
  }

  private static boolean isMeta(SiteSample.Line line) {
    return line.state() == State.TEASER_META;
  }

  /** Whether a line is of a text: a sentence, or without a full stop what no menu is as long as. */
  static boolean isProse(SiteSample.Line line) {
    if (line == null || line.words() < LEAST_PROSE) {
      return false;
    }
    return line.is(SiteSample.Line.TERMINAL)
        || (line.words() >= LEAST_PROSE_WITHOUT_STOP
            && !line.is(SiteSample.Line.CHROME)
            && !line.is(SiteSample.Line.CUT)
            && !line.is(SiteSample.Line.COPYRIGHT));
  }
}
