package org.copydesk.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what each recurring line of a sample is, from how many pages it stands on and how varied its
 * neighbours are.
 *
 * <p>A footer is followed and preceded by anything; a sentence of a syndicated text always stands
 * between the same two. Lines that always stand together are judged as one chain: a long chain is a
 * copied text, a title and a snippet among varied neighbours are a teaser, the rest is furniture.
 */
final class LineStatistics {
  /** Pages a line must stand on before it says anything. */
  private static final int LEAST_PAGES = 3;

  /** A chain of more words than this is a text, whatever stands around it. */
  private static final int LONGEST_FURNITURE = 90;

  /** A single line of more words is no furniture. */
  private static final int LONGEST_LINE = 60;

  /** What is known about one line. */
  static final class Stat {
    SiteSample.Line line;
    int pages;
    int head;
    int tail;
    int beforeTitle;
    int beforeCut;
    final Map<Long, Integer> left = new HashMap<>();
    final Map<Long, Integer> right = new HashMap<>();
    LineClass lineClass = LineClass.UNKNOWN;
  }

  private static final long EDGE = 0x5EED_ED6EL;

  final TreeMap<Long, Stat> stats = new TreeMap<>();

  LineStatistics(List<SiteSample.SampledPage> pages) {
    for (SiteSample.SampledPage page : pages) {
      List<SiteSample.Line> lines = page.lines();
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < lines.size(); i++) {
        SiteSample.Line line = lines.get(i);
        if (!seen.add(line.key())) {
          continue;
        }
        Stat stat = stats.computeIfAbsent(line.key(), k -> new Stat());
        if (stat.line == null || line.text().compareTo(stat.line.text()) < 0) {
          stat.line = line;
        }
        stat.pages++;
        stat.head += i < 5 ? 1 : 0;
        stat.tail += i >= lines.size() - 5 ? 1 : 0;
        stat.left.merge(i == 0 ? EDGE : lines.get(i - 1).key(), 1, Integer::sum);
        SiteSample.Line below = i + 1 < lines.size() ? lines.get(i + 1) : null;
        stat.right.merge(below == null ? EDGE : below.key(), 1, Integer::sum);
        boolean isList =
            below != null
                && (below.is(SiteSample.Line.TITLE_LIKE) && !below.is(SiteSample.Line.TERMINAL));
        stat.beforeTitle += isList ? 1 : 0;
        boolean isOverCut =
            below != null
                && isSnippet(below)
                && (below.is(SiteSample.Line.CUT) || below.is(SiteSample.Line.MARKED));
        stat.beforeCut += isOverCut ? 1 : 0;
      }
    }
    stats.values().removeIf(stat -> stat.pages < LEAST_PAGES);
    judge();
  }

  /** The neighbour that stands there on nearly all pages of both lines; null when none does. */
  private Stat steady(Stat stat, Map<Long, Integer> side) {
    for (Map.Entry<Long, Integer> entry : side.entrySet()) {
      if (entry.getKey() != EDGE && entry.getValue() * 10 >= stat.pages * 8) {
        Stat other = stats.get(entry.getKey());
        return other != null && other.pages * 10 <= stat.pages * 13 ? other : null;
      }
    }
    return null;
  }

  private static int variety(Map<Long, Integer> side) {
    return side.containsKey(EDGE) ? Math.max(1, side.size() - 1) : side.size();
  }

  private void judge() {
    Set<Long> done = new HashSet<>();
    for (Map.Entry<Long, Stat> entry : stats.entrySet()) {
      if (done.contains(entry.getKey())) {
        continue;
      }
      List<Stat> chain = chainOf(entry.getValue());
      for (Stat stat : chain) {
        done.add(stat.line.key());
      }
      judge(chain);
    }
  }

  private List<Stat> chainOf(Stat start) {
    Set<Long> seen = new HashSet<>();
    seen.add(start.line.key());
    Stat first = start;
    for (Stat left = steady(first, first.left);
        left != null && seen.add(left.line.key());
        left = steady(first, first.left)) {
      if (steady(left, left.right) != first) {
        break;
      }
      first = left;
    }
    List<Stat> chain = new ArrayList<>();
    Set<Long> inChain = new HashSet<>();
    for (Stat stat = first; stat != null && inChain.add(stat.line.key()); ) {
      chain.add(stat);
      Stat right = steady(stat, stat.right);
      stat = right != null && steady(right, right.left) == stat ? right : null;
    }
    return chain;
  }

  private void judge(List<Stat> chain) {
    Stat first = chain.get(0);
    Stat last = chain.get(chain.size() - 1);
    int words = 0;
    int prose = 0;
    int longest = 0;
    for (Stat stat : chain) {
      words += stat.line.words();
      longest = Math.max(longest, stat.line.words());
      prose += stat.line.is(SiteSample.Line.TERMINAL) && stat.line.words() >= 8 ? 1 : 0;
    }
    int variety = Math.max(variety(first.left), variety(last.right));
    boolean isVaried = variety >= LEAST_PAGES && variety * 10 >= Math.min(first.pages, 12) * 4;
    boolean isCredit = first.line.is(SiteSample.Line.CREDIT);
    boolean isTeaser =
        chain.size() >= 2
            && chain.size() <= 3
            && first.line.is(SiteSample.Line.TITLE_LIKE)
            && first.line.words() >= 3
            && !(first.line.is(SiteSample.Line.TERMINAL)
                && !chain.get(1).line.is(SiteSample.Line.CUT))
            && isSnippet(chain.get(1).line);
    boolean isFixed = (first.head + last.tail) * 10 >= first.pages * 8;
    if (isTeaser && variety >= 2 && !(isFixed && chain.get(1).line.is(SiteSample.Line.TERMINAL))) {
      first.lineClass = LineClass.TEASER_TITLE;
      chain.get(1).lineClass = LineClass.TEASER_SNIPPET;
      return;
    }
    if (chain.size() == 1 && isOverFewCutTexts(first)) {
      first.lineClass = LineClass.TEASER_TITLE;
      return;
    }
    boolean isCopied = prose >= 2 && !isFixed || prose >= 3 && words > LONGEST_FURNITURE;
    if (!isVaried || isCopied || longest > LONGEST_LINE) {
      for (Stat stat : chain) {
        stat.lineClass = prose >= 2 ? LineClass.SYNDICATED : LineClass.UNKNOWN;
      }
      return;
    }
    for (int i = 0; i < chain.size(); i++) {
      Stat stat = chain.get(i);
      boolean isMarked = stat.line.is(SiteSample.Line.CUT) || stat.line.is(SiteSample.Line.MARKED);
      if (isCredit && i == 0 || stat.line.is(SiteSample.Line.CREDIT) || isMarked) {
        continue;
      }
      boolean isAtHead = stat.head * 2 >= stat.pages;
      boolean isHeading =
          stat.line.is(SiteSample.Line.HEADING)
              || (i == chain.size() - 1
                  && !isAtHead
                  && stat.line.words() <= 6
                  && stat.tail * 2 < stat.pages
                  && stat.beforeTitle * 10 >= stat.pages * 7
                  && variety(stat.right) >= 3);
      stat.lineClass = isHeading ? LineClass.HEADING : LineClass.BOILERPLATE;
    }
  }

  /** A teaser whose text is cut at more than one length; a heading stands over many texts. */
  private static boolean isOverFewCutTexts(Stat stat) {
    return stat.line.is(SiteSample.Line.TITLE_LIKE)
        && stat.line.words() >= 2
        && stat.beforeCut * 10 >= stat.pages * 7
        && variety(stat.right) <= Math.max(LEAST_PAGES, stat.pages / 3);
  }

  private static boolean isSnippet(SiteSample.Line line) {
    return line.words() >= 6
        && line.words() <= 80
        && !line.is(SiteSample.Line.CREDIT)
        && !line.is(SiteSample.Line.MARKER_ALONE);
  }
}
