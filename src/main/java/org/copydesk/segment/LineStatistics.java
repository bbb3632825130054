package org.copydesk.segment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.model.Label;
import org.copydesk.text.Normaliser;

/**
 * Says what each recurring line of a group of pages is: from how many pages it stands on, where on
 * them, how varied its neighbours are, and what the labeller took it and them for on each page by
 * itself.
 *
 * <p>A footer stands at the same place among varied neighbours; a teaser wanders through a list; a
 * sentence of a syndicated text stands between the same two wherever it stands.
 */
final class LineStatistics {
  /** Pages a line must stand on before it says anything about furniture; teasers need two. */
  private static final int LEAST_PAGES = 3;

  private static final int LEAST_TEASERS = 2;

  /** A single line of more words is no furniture. */
  private static final int LONGEST_LINE = 60;

  private static final int LONGEST_HEADING = 8;
  private static final int LABELS = Label.values().length;
  private static final long EDGE = 0x5EED_ED6EL;

  /** What is known about one line. */
  static final class Stat {
    SiteSample.Line line;
    int pages;
    int afterBody;
    int beforeOpenTitle;
    int nextToProse;
    int asMeta;
    int overTitle;
    final int[] as = new int[LABELS];
    final int[] leftAs = new int[LABELS];
    final int[] rightAs = new int[LABELS];
    final Map<Long, Integer> left = new HashMap<>();
    final Map<Long, Integer> right = new HashMap<>();
    final Map<Integer, Integer> fromTop = new HashMap<>();
    final Map<Integer, Integer> fromEnd = new HashMap<>();
    LineClass lineClass = LineClass.UNKNOWN;
    boolean isSure;

    /** Whether it keeps its distance from one end of the page. */
    boolean isFixed() {
      return most(fromTop) * 10 >= pages * 6 || most(fromEnd) * 10 >= pages * 6;
    }

    private boolean isAs(Label label, int tenths) {
      return as[label.ordinal()] * 10 >= pages * tenths;
    }

    private boolean isRightAs(Label label, int tenths) {
      return rightAs[label.ordinal()] * 10 >= pages * tenths;
    }

    private int leftTeasers() {
      return leftAs[Label.TEASER_TITLE.ordinal()] + leftAs[Label.TEASER_SNIPPET.ordinal()];
    }
  }

  final TreeMap<Long, Stat> stats = new TreeMap<>();
  private final int groupPages;

  LineStatistics(List<SiteSample.SampledPage> pages) {
    groupPages = pages.size();
    for (SiteSample.SampledPage page : pages) {
      count(page.lines());
    }
    stats.values().removeIf(stat -> stat.pages < LEAST_TEASERS);
    for (Stat stat : stats.values()) {
      judge(stat);
    }
    nameCredits();
    // A second line of a heading stands under the first: known once the others are.
    for (Stat stat : stats.values()) {
      joinHeading(stat);
    }
  }

  private void count(List<SiteSample.Line> lines) {
    Set<Long> seen = new HashSet<>();
    int firstBody = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      firstBody = lines.get(i).state() == State.BODY ? i : firstBody;
    }
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
      stat.afterBody += i > firstBody ? 1 : 0;
      stat.as[line.state().label.ordinal()]++;
      stat.asMeta += isMeta(line) ? 1 : 0;
      stat.overTitle += hasTitleBelow(lines, i, firstBody) ? 1 : 0;
      SiteSample.Line above = next(lines, i, -1);
      SiteSample.Line below = next(lines, i, 1);
      stat.left.merge(above == null ? EDGE : above.key(), 1, Integer::sum);
      stat.right.merge(below == null ? EDGE : below.key(), 1, Integer::sum);
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
    return line.state() == State.TEASER_META || line.state() == State.A_TEASER_META;
  }

  private static boolean isProse(SiteSample.Line line) {
    return line != null && line.is(SiteSample.Line.TERMINAL) && line.words() >= 8;
  }

  private static int most(Map<?, Integer> counts) {
    int most = 0;
    for (int count : counts.values()) {
      most = Math.max(most, count);
    }
    return most;
  }

  /** Whether the same line of prose stands on one side of it nearly always. */
  private boolean hasSteadyProse(Stat stat, Map<Long, Integer> side) {
    for (Map.Entry<Long, Integer> entry : side.entrySet()) {
      if (entry.getKey() != EDGE && entry.getValue() * 10 >= stat.pages * 8) {
        Stat other = stats.get(entry.getKey());
        return other != null && isProse(other.line) && other.pages * 10 <= stat.pages * 13;
      }
    }
    return false;
  }

  private static int variety(Map<Long, Integer> side) {
    return side.containsKey(EDGE) ? Math.max(1, side.size() - 1) : side.size();
  }

  /** Whether the same thing, which may be the page's end, stands on one side nearly always. */
  private static boolean isSteady(Map<Long, Integer> side, Stat stat) {
    return most(side) * 10 >= stat.pages * 8;
  }

  private void judge(Stat stat) {
    SiteSample.Line line = stat.line;
    boolean isWide = stat.pages * 10 >= groupPages * 3;
    stat.isSure = stat.pages >= 5 || (stat.pages >= LEAST_PAGES && isWide);
    if (line.is(SiteSample.Line.MARKER_ALONE) || stat.asMeta * 2 > stat.pages) {
      return;
    }
    boolean isCut = line.is(SiteSample.Line.CUT) || line.is(SiteSample.Line.MARKED);
    if (isCut) {
      stat.lineClass = line.words() >= 4 ? LineClass.TEASER_SNIPPET : LineClass.UNKNOWN;
      return;
    }
    if (isSnippet(stat)) {
      stat.lineClass = LineClass.TEASER_SNIPPET;
      return;
    }
    if (isProse(line)
        && (hasSteadyProse(stat, stat.left) || hasSteadyProse(stat, stat.right))
        && !(stat.isFixed() && stat.isAs(Label.BOILERPLATE, 5))) {
      stat.lineClass = LineClass.SYNDICATED;
      return;
    }
    boolean isTitleLike = line.is(SiteSample.Line.TITLE_LIKE);
    if (!isProse(line) && stat.isRightAs(Label.TEASER_SNIPPET, 6) && line.words() >= 2) {
      stat.lineClass = LineClass.TEASER_TITLE;
      return;
    }
    boolean isField =
        stat.isAs(Label.BYLINE, 5)
            || stat.isAs(Label.DATE, 5)
            || stat.isAs(Label.DATELINE, 5)
            || (line.is(SiteSample.Line.NAME)
                && !isWide
                && !(stat.pages >= 4 && isSteady(stat.left, stat)));
    if (isField) {
      return;
    }
    if (stat.pages >= LEAST_PAGES && line.words() <= LONGEST_LINE && judgeFurniture(stat, isWide)) {
      return;
    }
    boolean isTitle = stat.isAs(Label.TITLE, 5) && stat.overTitle * 10 < stat.pages * 6;
    boolean isText = line.is(SiteSample.Line.TERMINAL) && stat.isAs(Label.BODY, 5);
    int asTeaser = stat.as[Label.TEASER_TITLE.ordinal()];
    boolean isBeyondText = stat.afterBody * 2 >= stat.pages || asTeaser * 10 >= stat.pages * 3;
    boolean isListed = isTitleLike && line.words() >= 3 && variety(stat.left) >= 2;
    if (isListed && isBeyondText && !isTitle && !isText) {
      stat.lineClass = LineClass.TEASER_TITLE;
      stat.isSure &= stat.pages >= 4;
    }
  }

  /** Whether the line is a heading, a credit line or other furniture; then its class is set. */
  private boolean judgeFurniture(Stat stat, boolean isWide) {
    SiteSample.Line line = stat.line;
    boolean isCredit = line.is(SiteSample.Line.CREDIT) || line.is(SiteSample.Line.COPYRIGHT);
    boolean isUnderText =
        stat.leftAs[Label.BODY.ordinal()] * 10 >= stat.pages * 5 && variety(stat.left) >= 3;
    if (isCredit) {
      boolean isOverHeading =
          stat.isRightAs(Label.HEADING, 5) && stat.afterBody * 10 >= stat.pages * 8;
      if (isUnderText || isOverHeading) {
        stat.lineClass = LineClass.CREDIT;
      } else if (line.is(SiteSample.Line.COPYRIGHT)) {
        stat.lineClass = LineClass.BOILERPLATE;
      }
      return true;
    }
    if (isHeading(stat, isWide)) {
      stat.lineClass = LineClass.HEADING;
      return true;
    }
    boolean isOwnTitle =
        stat.isAs(Label.TITLE, 5) && !isWide && stat.overTitle * 10 < stat.pages * 6;
    boolean isSentence = line.is(SiteSample.Line.TERMINAL) && stat.isAs(Label.BODY, 5);
    int left = variety(stat.left);
    int right = stat.right.containsKey(EDGE) ? Integer.MAX_VALUE : variety(stat.right);
    // A sentence of a copied text has the same one before or after it.
    int variety =
        isSentence && !isWide ? Math.min(left, right) : Math.max(left, variety(stat.right));
    boolean isVaried =
        (isSentence && left >= 4 && left * 10L >= stat.pages * 5L)
            || variety >= 2 && variety * 10L >= Math.min(stat.pages, 12) * 3L;
    // Below a list that changes, always at the same distance from the end: no part of the list.
    boolean isAtEnd =
        stat.pages >= 4
            && most(stat.fromEnd) * 10 >= stat.pages * 8
            && isSteady(stat.right, stat)
            && left >= 3
            && left * 10L >= Math.min(stat.pages, 12) * 3L;
    boolean isTeaser = stat.isAs(Label.TEASER_TITLE, 6) && line.words() >= 4 && !isAtEnd;
    boolean isProse = isProse(line);
    boolean isInText = stat.nextToProse * 10 >= stat.pages * 5;
    boolean isOverTitle = stat.pages >= 4 && stat.overTitle * 10 >= stat.pages * 8;
    boolean isInMenu =
        stat.pages >= 4
            && stat.isAs(Label.BOILERPLATE, 6)
            && (isSteady(stat.right, stat) || isSteady(stat.left, stat));
    boolean isAround =
        (stat.isFixed() || isOverTitle || isInMenu)
            && (!isProse || isWide)
            && !(isInText && !isWide);
    // Right below texts that differ, and no text follows: it ends the article wherever that ends.
    boolean isClosing =
        stat.pages >= 4
            && stat.leftAs[Label.BODY.ordinal()] * 10 >= stat.pages * 8
            && stat.rightAs[Label.BODY.ordinal()] * 10 <= stat.pages
            && variety(stat.left) * 10 >= stat.pages * 5;
    boolean isDropped = isInText && isWide && stat.pages >= 4 && line.words() <= 25;
    boolean isShortAndWide = isWide && line.words() <= 3 && !stat.isAs(Label.TEASER_TITLE, 3);
    boolean isChained = isInBlock(stat) && !isSentence;
    if (!isOwnTitle
        && !isTeaser
        && (isAround || isDropped || isClosing || isShortAndWide)
        && (isVaried || isChained || (isWide && !isSentence))) {
      stat.lineClass = LineClass.BOILERPLATE;
      return true;
    }
    return false;
  }

  /** Whether its neighbours on both sides are the same lines always, as inside a menu. */
  private static boolean isInBlock(Stat stat) {
    return stat.left.size() == 1 && stat.right.size() == 1;
  }

  private static boolean isSnippet(Stat stat) {
    SiteSample.Line line = stat.line;
    return stat.isAs(Label.TEASER_SNIPPET, 6)
        && stat.leftAs[Label.TEASER_TITLE.ordinal()] * 10 >= stat.pages * 6
        && line.words() >= 6
        && line.words() <= 80
        && !line.is(SiteSample.Line.CREDIT);
  }

  private boolean isHeading(Stat stat, boolean isWide) {
    SiteSample.Line line = stat.line;
    if (line.words() > LONGEST_HEADING || line.is(SiteSample.Line.TERMINAL)) {
      return false;
    }
    if (line.is(SiteSample.Line.HEADING)) {
      return true;
    }
    boolean isOverTitles = stat.beforeOpenTitle * 10 >= stat.pages * 6 && variety(stat.right) >= 2;
    boolean isFirst = stat.leftTeasers() * 10 <= stat.pages * 3;
    boolean isBelow =
        stat.afterBody * 10 >= stat.pages * 6 || stat.isRightAs(Label.TEASER_TITLE, 6);
    boolean isStanding = isWide && stat.isFixed() && line.words() <= 6;
    return isOverTitles && isBelow && (isFirst ? isWide || stat.isFixed() : isStanding);
  }

  /** Furniture right below the text that names the paper is a credit line in any language. */
  private void nameCredits() {
    Set<String> names = new HashSet<>();
    for (Stat stat : stats.values()) {
      int words = stat.line.words();
      boolean isName = words >= 2 && words <= 5 && stat.pages * 10 >= groupPages * 5;
      if (isName && stat.lineClass == LineClass.BOILERPLATE && stat.afterBody * 2 < stat.pages) {
        names.add(Normaliser.normalise(stat.line.text()));
      }
    }
    for (Stat stat : stats.values()) {
      boolean isUnderText =
          stat.leftAs[Label.BODY.ordinal()] * 10 >= stat.pages * 6 && variety(stat.left) >= 3;
      if (stat.lineClass != LineClass.BOILERPLATE || !isUnderText || stat.line.words() > 16) {
        continue;
      }
      String text = Normaliser.normalise(stat.line.text());
      for (String name : names) {
        if (text.length() > name.length() && text.contains(name)) {
          stat.lineClass = LineClass.CREDIT;
        }
      }
    }
  }

  private void joinHeading(Stat stat) {
    boolean isOpen =
        stat.lineClass == LineClass.BOILERPLATE && stat.line.words() <= LONGEST_HEADING;
    if (!isOpen || stat.line.is(SiteSample.Line.TERMINAL) || stat.right.size() != 1) {
      return;
    }
    Stat below = stats.get(stat.right.keySet().iterator().next());
    boolean isOverHeading =
        below != null
            && below.lineClass == LineClass.HEADING
            && stat.afterBody * 10 >= stat.pages * 6;
    if (isOverHeading && variety(stat.left) >= 2) {
      stat.lineClass = LineClass.HEADING;
    }
  }
}
