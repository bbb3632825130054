package org.copydesk.segment;

import static org.copydesk.segment.State.*;

import java.util.List;

/** How well a line suits each label, in points: from its shape, the lexicon and the site. */
final class Emissions {
  /** Words of one paragraph that count for the body. */
  private static final int MOST_COUNTED_WORDS = 40;

  /**
   * What it weighs against the text that a line speaks about the site: at the end of a text it
   * parts the line from it, between paragraphs it does not. 6, 10, 14 measured on flattened pages.
   */
  private static final double NOTICE = 10;

  /** Points of a line that cannot be what a state says. */
  static final double IMPOSSIBLE = -12;

  private final List<Unit> units;
  private final SiteModel site;
  private final boolean hasBlanks;
  private final int firstProse;

  Emissions(List<Unit> units, SiteModel site) {
    this.units = units;
    this.site = site;
    int blanks = 0;
    for (Unit unit : units) {
      blanks += unit.isAfterBlank ? 1 : 0;
    }
    this.hasBlanks = blanks * 10 > units.size() * 6;
    int prose = 0;
    while (prose < units.size() && !units.get(prose).isProse() && !units.get(prose).hasDateline) {
      prose++;
    }
    this.firstProse = prose;
  }

  /** Fills {@code out}, by state, with the points of line {@code i}. */
  void score(int i, double[] out) {
    Unit unit = units.get(i);
    Unit below = i + 1 < units.size() ? units.get(i + 1) : null;
    double title = title(unit, below, i);
    double byline = unit.isByline ? 7 : IMPOSSIBLE;
    double name = unit.isByline ? 7 : name(unit, i);
    double date = unit.isDate ? 9 : IMPOSSIBLE;
    double heading = heading(unit, below);
    double teaserTitle = teaserTitle(unit, i);
    double snippet = snippet(unit, i);
    double boil = boilerplate(unit, i);
    double body = body(unit, i);
    double provider = provider(unit, i);
    double meta = unit.isTeaserMeta ? 2.5 : IMPOSSIBLE;
    double deck = deck(unit, below, i);
    double dateline = unit.isDatelineAlone ? 6 : IMPOSSIBLE;
    double aside = site.hasBareBylines() ? name : byline;
    out[A_BOIL.ordinal()] = boil - early(unit);
    out[A_HEADING.ordinal()] = heading;
    out[A_TEASER_TITLE.ordinal()] = teaserTitle - alone(unit, i);
    out[A_TEASER_SNIPPET.ordinal()] = snippet;
    out[A_TEASER_META.ordinal()] = meta;
    out[A_BYLINE.ordinal()] = aside;
    out[A_DATE.ordinal()] = date;
    out[TITLE.ordinal()] = title;
    out[B_BYLINE.ordinal()] = name;
    out[B_DATE.ordinal()] = date;
    out[B_DATELINE.ordinal()] = dateline;
    out[B_PROVIDER.ordinal()] = provider;
    out[B_BOIL.ordinal()] = boil;
    out[B_DECK.ordinal()] = deck;
    out[BODY.ordinal()] = body;
    out[PROVIDER.ordinal()] = provider;
    out[C_BYLINE.ordinal()] = aside;
    out[C_DATE.ordinal()] = date;
    out[HEADING.ordinal()] = heading;
    out[TEASER_TITLE.ordinal()] = teaserTitle;
    out[TEASER_SNIPPET.ordinal()] = snippet;
    out[TEASER_META.ordinal()] = meta;
    out[BOIL.ordinal()] = boil;
    out[LATE_BOIL.ordinal()] = boil;
  }

  /** Points for a byline that is a name and nothing else, which only its place can tell. */
  private double name(Unit unit, int i) {
    if (!unit.isName || unit.siteClass == LineClass.BOILERPLATE) {
      return IMPOSSIBLE;
    }
    if (site.hasBareBylines()) {
      return 7;
    }
    Unit above = i > 0 ? units.get(i - 1) : null;
    Unit below = i + 1 < units.size() ? units.get(i + 1) : null;
    boolean isBesideDate = (above != null && above.isDate) || (below != null && below.isDate);
    boolean isOverText = below != null && (below.isProse() || below.hasDateline);
    boolean isCased = unit.startsUpper;
    if (!isCased || !(isBesideDate || isOverText)) {
      return IMPOSSIBLE;
    }
    return site.pages() >= 4 ? 0.5 : 2.5;
  }

  /** Points a teaser's title costs before the article where no list stands around it. */
  private double alone(Unit unit, int i) {
    boolean isKnown = unit.siteClass == LineClass.TEASER_TITLE;
    boolean isInList =
        isTeaser(i - 1)
            || isTeaser(i + 1)
            || (i + 1 < units.size() && LineEvidence.isCut(units, i + 1));
    return isKnown && !isInList ? 7 : 0;
  }

  private boolean isTeaser(int i) {
    if (i < 0 || i >= units.size()) {
      return false;
    }
    LineClass kind = units.get(i).siteClass;
    return kind == LineClass.TEASER_TITLE || kind == LineClass.TEASER_SNIPPET;
  }

  /** Points a line costs before the title where it could be the title itself. */
  private static double early(Unit unit) {
    return isHeadline(unit) && unit.siteClass == LineClass.UNKNOWN ? 1.5 : 0;
  }

  /** Whether a line is a title by its words, which the name of a paper is not. */
  private static boolean isHeadline(Unit unit) {
    boolean isCased = unit.startsUpper || unit.startsLower;
    return unit.isTitleLike()
        && unit.size() >= 6
        && !unit.endsTerminal
        && !unit.isChrome
        && (!isCased || unit.upperWords * 10 <= unit.words * 7);
  }

  /** Points for a line under the title that is neither byline nor text. */
  private double deck(Unit unit, Unit below, int i) {
    if (i == 0 || !isHeadline(units.get(i - 1))) {
      return IMPOSSIBLE;
    }
    boolean isBelowGood =
        below != null && (below.isByline || below.isDate || below.isName || below.isChrome);
    boolean isLine = unit.size() >= 5 && unit.size() <= 30 && !unit.isTruncated;
    if (!isBelowGood || !isLine || unit.isDate || unit.isByline || unit.marker != Unit.NO_MARKER) {
      return IMPOSSIBLE;
    }
    return unit.endsTerminal && unit.size() > 14 ? -3 : 1;
  }

  private double title(Unit unit, Unit below, int i) {
    if (unit.isPageTitle) {
      return 16;
    }
    if (unit.siteClass == LineClass.BOILERPLATE || unit.siteClass == LineClass.HEADING) {
      return unit.isSiteSure ? -14 : -7;
    }
    if (unit.siteClass == LineClass.CREDIT || unit.isTeaserMeta) {
      return -10;
    }
    int size = unit.size();
    if (unit.isTeaserHeading || unit.isMarkerAlone || unit.isDate || unit.credit > 0 || size > 40) {
      return -10;
    }
    double points = size >= 7 ? 6 : size >= 5 ? 5 : size >= 3 ? 3.5 : size == 2 ? 1.5 : 0;
    if (size > 24) {
      points -= 5;
    }
    if (unit.isByline) {
      points -= 4;
    }
    if (unit.hasDateline) {
      points -= 8;
    }
    if (isTabular(unit)) {
      points -= 4;
    }
    if (unit.isChrome) {
      points -= size <= 3 ? 6 : 3;
    }
    if (unit.endsTerminal) {
      points -= size >= 14 ? 6 : 1.5;
    }
    if (unit.innerStops >= 2) {
      points -= 3;
    }
    if (unit.isTruncated || unit.marker == Unit.SURE_MARKER) {
      points -= 6;
    }
    if (unit.startsLower) {
      points -= 2;
    }
    if (unit.isRepeated) {
      points -= 6;
    }
    if (unit.isCrossLink) {
      points -= 3;
    }
    boolean isOverName = below != null && below.isName;
    if (site.hasBareBylines() && unit.isName && size <= 4 && !isOverName) {
      points -= 5;
    }
    if (below != null && (below.isByline || below.isDate || below.isDatelineAlone)) {
      points += 1.5;
    }
    return points;
  }

  private double body(Unit unit, int i) {
    int size = unit.size();
    if (unit.isMarkerAlone) {
      return -10;
    }
    double points;
    if (unit.hasDateline) {
      points = 8 + Math.min(size, MOST_COUNTED_WORDS) * 0.1;
    } else if (unit.endsTerminal && size >= 6) {
      points = 2 + Math.min(size, MOST_COUNTED_WORDS) * 0.25;
    } else if (size >= 18 && !unit.isTruncated) {
      points = 3.5 + Math.min(size, MOST_COUNTED_WORDS) * 0.1;
    } else if (unit.endsTerminal || unit.endsColon) {
      points = 1;
    } else {
      points = size >= 8 || (i > firstProse && isTabular(unit)) ? -1 : -2.5;
    }
    if (unit.marker == Unit.SURE_MARKER) {
      points = Math.min(points, 2) - (unit.isTruncated ? 12 : 6);
    } else if (unit.isTruncated) {
      points -= size <= 3 ? 1 : 3;
    }
    if (unit.credit == ProviderReader.COPYRIGHT) {
      points -= 10;
    } else if (unit.credit > 0) {
      points -= 8;
    }
    if (unit.isByline) {
      points -= 4;
    }
    if (unit.isDate || unit.isTeaserMeta) {
      points -= 8;
    }
    if (unit.isTeaserHeading) {
      points -= 8;
    }
    if (unit.isChrome) {
      points -= size <= 8 ? 7 : 4;
    }
    if (unit.isCrossLink && !unit.endsTerminal) {
      points -= 5;
    }
    if (unit.isRepeated) {
      points -= 5;
    }
    if (unit.isAboutAuthor) {
      points -= 7;
    }
    if (unit.isNotice) {
      points -= NOTICE;
    }
    switch (unit.siteClass) {
      case BOILERPLATE, HEADING, CREDIT -> points -= unit.isSiteSure ? 14 : 7;
      case TEASER_SNIPPET, TEASER_TITLE -> points -= unit.isSiteSure ? 10 : 6;
      case SYNDICATED -> points += 1;
      default -> {}
    }
    return points;
  }

  /** A row of figures, as wire copy has under a story. */
  private static boolean isTabular(Unit unit) {
    return unit.digits * 5 >= unit.chars && unit.words >= 2 && !unit.isDate;
  }

  private double teaserTitle(Unit unit, int i) {
    if (unit.siteClass == LineClass.BOILERPLATE || unit.siteClass == LineClass.HEADING) {
      return unit.isSiteSure ? -12 : -7;
    }
    boolean isOther =
        unit.isMarkerAlone || unit.isDate || unit.isTeaserMeta || unit.isTeaserHeading;
    if (isOther || unit.credit > 0 || unit.siteClass == LineClass.CREDIT) {
      return -10;
    }
    double points = LineEvidence.canBeTitle(unit) ? 0 : -6;
    int below = i + 1;
    while (below < units.size() && units.get(below).isTeaserMeta) {
      below++;
    }
    boolean isBeforeCut =
        below < units.size()
            && LineEvidence.canBeSnippet(units.get(below))
            && LineEvidence.isCut(units, below);
    if (isBeforeCut && unit.size() <= 32) {
      points = Math.max(points, -1) + 5;
      if (LineEvidence.isCut(units, i)) {
        points -= 6;
      }
    } else if (unit.pairRun > 0 && unit.isRunAfterHeading) {
      points += 4;
    } else if (unit.pairRun >= 3 && unit.isUniformRun) {
      points += 3;
    } else if (unit.titleRun > 0 && unit.isRunAfterHeading) {
      points += unit.titleRun >= 2 ? 4 : 1;
    } else if (unit.titleRun >= 2 && unit.isRunAfterShort) {
      points += 2.5;
    } else if (unit.siteClass != LineClass.TEASER_TITLE) {
      points -= 3;
    }
    if (unit.siteClass == LineClass.TEASER_TITLE) {
      points += unit.isSiteSure ? 8 : 5;
    }
    if (unit.endsTerminal && unit.size() > 16 && unit.siteClass != LineClass.TEASER_TITLE) {
      points -= 3;
    }
    if (hasBlanks && !unit.isAfterBlank && !isBeforeCut && i > 0 && unit.titleRun < 2) {
      points -= 3;
    }
    return points;
  }

  private double snippet(Unit unit, int i) {
    boolean isFurniture =
        unit.siteClass == LineClass.BOILERPLATE
            || unit.siteClass == LineClass.HEADING
            || unit.siteClass == LineClass.CREDIT;
    if (isFurniture || unit.isTeaserMeta) {
      return unit.isMarkerAlone ? 2 : -11;
    }
    if (unit.isMarkerAlone) {
      return 13;
    }
    boolean isMarked =
        unit.marker == Unit.SURE_MARKER || LineEvidence.isCut(units, i) && !unit.isTruncated;
    double points = -4;
    if (isMarked) {
      points = unit.isTruncated ? 12 : 8;
    } else if (unit.isTruncated) {
      points = 5;
    }
    if (unit.size() < 4) {
      points -= 5;
    }
    if (unit.size() > 110) {
      points -= 8;
    }
    boolean isInPair = unit.pairRun > 0 && LineEvidence.canBeSnippet(unit);
    if (isInPair && unit.isRunAfterHeading) {
      points += isMarked || unit.isTruncated ? 3 : 7;
    }
    if (isInPair && unit.isUniformRun) {
      points += unit.isRunAfterShort && !isMarked && !unit.isTruncated ? 6 : 5;
    }
    boolean isAtLimit =
        (site.snippetWords() > 0 && unit.textWords == site.snippetWords())
            || (site.snippetChars() > 0 && Math.abs(unit.chars - site.snippetChars()) <= 12);
    if (isAtLimit && (unit.isTruncated || !unit.endsTerminal)) {
      points += 5;
    }
    if (unit.siteClass == LineClass.TEASER_SNIPPET) {
      points += unit.isSiteSure ? 9 : 6;
    }
    if (unit.credit > 0 || unit.isDate || unit.isTeaserHeading) {
      points -= 6;
    }
    return points;
  }

  private double heading(Unit unit, Unit below) {
    double points = unit.isTeaserHeading ? 8 : -7;
    if (unit.siteClass == LineClass.HEADING) {
      points = unit.isSiteSure ? 11 : 8;
    } else if (unit.siteClass != LineClass.UNKNOWN) {
      points -= 4;
    } else if (unit.isOverList && !unit.isTeaserHeading) {
      points = 1.5;
    }
    boolean isBeforeList =
        below != null
            && (LineEvidence.canBeTitle(below)
                || below.isTeaserMeta
                || below.isTeaserHeading
                || below.siteClass == LineClass.HEADING
                || LineEvidence.canBeSnippet(below)
                    && (below.isTruncated || below.marker == Unit.SURE_MARKER));
    return isBeforeList ? points : points - 5;
  }

  private double provider(Unit unit, int i) {
    if (unit.siteClass == LineClass.CREDIT) {
      return 13;
    }
    switch (unit.credit) {
      case ProviderReader.HOUSE, ProviderReader.WORK:
        return 9;
      case ProviderReader.COPYRIGHT:
        return unit.siteClass == LineClass.BOILERPLATE ? -6 : 9;
      default:
        return IMPOSSIBLE;
    }
  }

  private double boilerplate(Unit unit, int i) {
    int size = unit.size();
    double points;
    if (unit.endsTerminal && size >= 6) {
      points = size >= 30 ? -5 : -2.5;
    } else {
      points = size <= 3 ? 1.5 : size <= 5 ? 0.5 : size <= 12 ? -1 : -2;
    }
    if (unit.isChrome) {
      points += 5;
    }
    if (unit.isTeaserMeta) {
      points += 3;
    }
    if (unit.isAboutAuthor) {
      points += 4;
    }
    if (unit.isNotice) {
      points += NOTICE / 2;
    }

    if (unit.credit == ProviderReader.COPYRIGHT) {
      points += 4;
    }
    if (unit.isCrossLink) {
      points += 4;
    }
    if (unit.isRepeated) {
      points += 4;
    }
    if (unit.hasDateline) {
      points -= 4;
    }
    if (unit.hasAddress && size <= 12) {
      points += 1;
    }
    if (unit.isTruncated || unit.marker == Unit.SURE_MARKER) {
      points -= 3;
    }
    if (hasBlanks && !unit.isAfterBlank && i > 0 && !unit.endsTerminal && size <= 8) {
      points += 2;
    }
    switch (unit.siteClass) {
      case BOILERPLATE -> points += unit.isSiteSure ? 14 : 7;
      case CREDIT -> points -= 4;
      case HEADING -> points += 3;
      case TEASER_TITLE, TEASER_SNIPPET -> points -= 3;
      case SYNDICATED -> points -= 2;
      default -> {}
    }
    return points;
  }
}
