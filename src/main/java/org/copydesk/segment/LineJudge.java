package org.copydesk.segment;

import java.util.Map;
import org.copydesk.model.Label;
import org.copydesk.segment.lines.LineClass;

/**
 * Says what a recurring line is, from its {@link LineStat}: furniture keeps its place among varied
 * neighbours, a teaser wanders through a list, a sentence of a syndicated text stands between the
 * same two wherever it stands.
 */
final class LineJudge {
  /** Pages a line must stand on before it says anything about furniture; teasers need two. */
  private static final int LEAST_PAGES = 3;

  /** A single line of more words is no furniture. */
  private static final int LONGEST_LINE = 60;

  private static final int LONGEST_HEADING = 8;

  private final Map<Long, LineStat> stats;
  private final int groupPages;

  LineJudge(Map<Long, LineStat> stats, int groupPages) {
    this.stats = stats;
    this.groupPages = groupPages;
  }

  /** Sets a line's class, where it shows one, and how sure that is. */
  void judge(LineStat stat) {
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
    LineStat above = partner(stat, stat.left);
    LineStat below = partner(stat, stat.right);
    if (below != null && isPair(stat, below)) {
      stat.lineClass = LineClass.TEASER_TITLE;
      return;
    }
    if (isSnippet(stat) || above != null && isPair(above, stat)) {
      stat.lineClass = LineClass.TEASER_SNIPPET;
      return;
    }
    if (LineStatistics.isProse(line)
        && (hasSteadyProse(stat, stat.left) || hasSteadyProse(stat, stat.right))
        && !(stat.isFixed() && stat.isAs(Label.BOILERPLATE, 5))) {
      stat.lineClass = LineClass.SYNDICATED;
      return;
    }
    boolean isTitleLike = line.is(SiteSample.Line.TITLE_LIKE);
    if (!LineStatistics.isProse(line)
        && stat.isRightAs(Label.TEASER_SNIPPET, 6)
        && line.words() >= 2) {
      stat.lineClass = LineClass.TEASER_TITLE;
      return;
    }
    boolean isField =
        stat.isAs(Label.BYLINE, 5)
            || stat.isAs(Label.DATE, 5)
            || stat.isAs(Label.DATELINE, 5)
            || (line.is(SiteSample.Line.NAME)
                && !isWide
                && !(stat.pages >= 4 && stat.isSteady(stat.left)));
    if (isField) {
      return;
    }
    if (stat.pages >= LEAST_PAGES && line.words() <= LONGEST_LINE && judgeFurniture(stat, isWide)) {
      return;
    }
    boolean isTitle = stat.isAs(Label.TITLE, 5) && stat.overTitle * 10 < stat.pages * 6;
    boolean isSentence = line.is(SiteSample.Line.TERMINAL) || LineStatistics.isProse(line);
    boolean isText = isSentence && stat.isAs(Label.BODY, 5);
    int asTeaser = stat.as[Label.TEASER_TITLE.ordinal()];
    boolean isBeyondText = stat.afterBody * 2 >= stat.pages || asTeaser * 10 >= stat.pages * 3;
    boolean isListed = isTitleLike && line.words() >= 3 && LineStat.variety(stat.left) >= 2;
    if (isListed && isBeyondText && !isTitle && !isText) {
      stat.lineClass = LineClass.TEASER_TITLE;
      stat.isSure &= stat.pages >= 4;
    }
  }

  /** Whether the line is a heading, a credit line or other furniture; then its class is set. */
  private boolean judgeFurniture(LineStat stat, boolean isWide) {
    SiteSample.Line line = stat.line;
    boolean isCredit = line.is(SiteSample.Line.CREDIT) || line.is(SiteSample.Line.COPYRIGHT);
    if (isCredit) {
      boolean isOverHeading =
          stat.isRightAs(Label.HEADING, 5) && stat.afterBody * 10 >= stat.pages * 8;
      if (stat.isUnderText(5) || isOverHeading) {
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
    int left = LineStat.variety(stat.left);
    int right =
        stat.right.containsKey(LineStat.EDGE) ? Integer.MAX_VALUE : LineStat.variety(stat.right);
    // A sentence of a copied text has the same one before or after it.
    int variety =
        isSentence && !isWide
            ? Math.min(left, right)
            : Math.max(left, LineStat.variety(stat.right));
    boolean isVaried =
        (isSentence && left >= 4 && left * 10L >= stat.pages * 5L)
            || variety >= 2 && variety * 10L >= Math.min(stat.pages, 12) * 3L;
    // Below a list that changes, always at the same distance from the end: no part of the list.
    boolean isAtEnd =
        stat.pages >= 4
            && LineStat.most(stat.fromEnd) * 10 >= stat.pages * 8
            && stat.isSteady(stat.right)
            && left >= 3
            && left * 10L >= Math.min(stat.pages, 12) * 3L;
    boolean isTeaser = stat.isAs(Label.TEASER_TITLE, 6) && line.words() >= 4 && !isAtEnd;
    boolean isProse = LineStatistics.isProse(line);
    boolean isInText = stat.nextToProse * 10 >= stat.pages * 5;
    boolean isOverTitle = stat.pages >= 4 && stat.overTitle * 10 >= stat.pages * 8;
    boolean isInMenu =
        stat.pages >= 4
            && stat.isAs(Label.BOILERPLATE, 6)
            && (stat.isSteady(stat.right) || stat.isSteady(stat.left));
    boolean isAround =
        (stat.isFixed() || isOverTitle || isInMenu)
            && (!isProse || isWide)
            && !(isInText && !isWide);
    // Right below texts that differ, and no text follows: it ends the article wherever that ends.
    boolean isClosing =
        stat.pages >= 4
            && stat.leftAs[Label.BODY.ordinal()] * 10 >= stat.pages * 8
            && stat.rightAs[Label.BODY.ordinal()] * 10 <= stat.pages
            && LineStat.variety(stat.left) * 10 >= stat.pages * 5;
    boolean isDropped = isInText && isWide && stat.pages >= 4 && line.words() <= 25;
    boolean isShortAndWide = isWide && line.words() <= 3 && !stat.isAs(Label.TEASER_TITLE, 3);
    boolean isChained = stat.isInBlock() && !isSentence;
    if (!isOwnTitle
        && !isTeaser
        && (isAround || isDropped || isClosing || isShortAndWide)
        && (isVaried || isChained || (isWide && !isSentence))) {
      stat.lineClass = LineClass.BOILERPLATE;
      return true;
    }
    return false;
  }

  private static boolean isSnippet(LineStat stat) {
    return stat.isAs(Label.TEASER_SNIPPET, 6)
        && stat.leftAs[Label.TEASER_TITLE.ordinal()] * 10 >= stat.pages * 6
        && canBeSnippet(stat.line);
  }

  private static boolean canBeSnippet(SiteSample.Line line) {
    return line.words() >= 6 && line.words() <= 80 && !line.is(SiteSample.Line.CREDIT);
  }

  /** The line that stands on one side of a line nearly always; null where none does. */
  private LineStat partner(LineStat stat, Map<Long, Integer> side) {
    for (Map.Entry<Long, Integer> entry : side.entrySet()) {
      if (entry.getKey() != LineStat.EDGE && entry.getValue() * 10 >= stat.pages * 8) {
        return stats.get(entry.getKey());
      }
    }
    return null;
  }

  /**
   * Whether two lines stand together wherever they stand, and move through a list: others come
   * before them and other titles after them on other pages, at other places.
   */
  private static boolean isPair(LineStat title, LineStat snippet) {
    Integer together = title.right.get(snippet.line.key());
    return together != null
        && together * 10 >= title.pages * 8
        && snippet.pages * 10 <= title.pages * 13
        && title.line.is(SiteSample.Line.TITLE_LIKE)
        && !LineStatistics.isProse(title.line)
        && !title.isAs(Label.TITLE, 5)
        && canBeSnippet(snippet.line)
        && snippet.beforeOpenTitle * 10 >= snippet.pages * 3
        && LineStat.variety(title.left) >= 2
        && LineStat.variety(snippet.right) >= 2
        && LineStat.most(snippet.fromTop) < snippet.pages
        && LineStat.most(snippet.fromEnd) < snippet.pages;
  }

  private boolean isHeading(LineStat stat, boolean isWide) {
    SiteSample.Line line = stat.line;
    if (line.words() > LONGEST_HEADING || line.is(SiteSample.Line.TERMINAL)) {
      return false;
    }
    if (line.is(SiteSample.Line.HEADING)) {
      return true;
    }
    boolean isOverTitles =
        stat.beforeOpenTitle * 10 >= stat.pages * 6 && LineStat.variety(stat.right) >= 2;
    boolean isFirst = stat.leftTeasers() * 10 <= stat.pages * 3;
    boolean isBelow =
        stat.afterBody * 10 >= stat.pages * 6 || stat.isRightAs(Label.TEASER_TITLE, 6);
    boolean isStanding = isWide && stat.isFixed() && line.words() <= 6;
    return isOverTitles && isBelow && (isFirst ? isWide || stat.isFixed() : isStanding);
  }

  /** Whether the same line of prose stands on one side of it nearly always. */
  private boolean hasSteadyProse(LineStat stat, Map<Long, Integer> side) {
    for (Map.Entry<Long, Integer> entry : side.entrySet()) {
      if (entry.getKey() != LineStat.EDGE && entry.getValue() * 10 >= stat.pages * 8) {
        LineStat other = stats.get(entry.getKey());
        return other != null
            && LineStatistics.isProse(other.line)
            && other.pages * 10 <= stat.pages * 13;
      }
    }
    return false;
  }

  /** A second line of a heading stands under the first: asked once all others are known. */
  void joinHeading(LineStat stat) {
    boolean isOpen =
        stat.lineClass == LineClass.BOILERPLATE && stat.line.words() <= LONGEST_HEADING;
    if (!isOpen || stat.line.is(SiteSample.Line.TERMINAL) || stat.right.size() != 1) {
      return;
    }
    LineStat below = stats.get(stat.right.keySet().iterator().next());
    boolean isOverHeading =
        below != null
            && below.lineClass == LineClass.HEADING
            && stat.afterBody * 10 >= stat.pages * 6;
    if (isOverHeading && LineStat.variety(stat.left) >= 2) {
      stat.lineClass = LineClass.HEADING;
    }
  }
}
