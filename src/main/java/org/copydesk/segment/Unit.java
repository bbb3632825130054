package org.copydesk.segment;

import org.copydesk.segment.words.FurnitureWords;

/**
 * One logical line: a line, the part of a line up to a marker inside it, or the hard-wrapped lines
 * of one paragraph. Offsets count payload bytes; margins and line ends are outside.
 */
final class Unit implements Cloneable {
  /** How sure it is that a line ends in a marker. */
  static final int NO_MARKER = 0;

  static final int POSSIBLE_MARKER = 1;
  static final int SURE_MARKER = 2;

  int start;
  int end;

  /** Byte after a bullet or a number that counts the lines of a list ("• ", "3. "); else start. */
  int contentStart;

  /** That number; 0 when none. */
  int ordinal;

  /** Whether a blank line stands before it. */
  boolean isAfterBlank;

  /** Whether several lines were joined. */
  boolean isJoined;

  int chars;
  int words;

  /** Words before sign and marker. */
  int textWords;

  int letters;
  int unspaced;
  int upperWords;
  int digits;
  int separators;
  int commas;

  /** Characters of programs and forms: braces, brackets, signs of equality. */
  int symbols;

  /** Capital letters. */
  int capitals;

  /** Last character but for quotation marks and brackets; 0 when none. */
  int lastChar;

  /** Whether the last word begins with a small letter. */
  boolean endsInSmallWord;

  /** Wide gaps between words, as between the items of a menu. */
  int gaps;

  /** Ends of sentences before the last character. */
  int innerStops;

  boolean startsUpper;
  boolean startsLower;
  boolean endsTerminal;

  /** Whether another stop, or a sign before a full stop, stands before its last stop. */
  boolean hasStopBeforeLast;

  boolean endsColon;
  boolean hasCopyright;
  boolean hasAddress;

  /** Whether a sign such as "..." ends the text, before the marker where there is one. */
  boolean isTruncated;

  int marker = NO_MARKER;

  /** The marker as printed, with its glyph left out; null when none. */
  String markerText;

  /** Byte after the text that stands before sign and marker. */
  int textEnd;

  /** Nothing but a marker. */
  boolean isMarkerAlone;

  /** Whether two full stops or an ellipsis stand in it somewhere, as in a truncation sign. */
  boolean hasSign;

  /** Whether it holds line ends, as joined lines do. */
  boolean hasLineEnd;

  /** Whether {@link LineWords} has read it. */
  boolean isRead;

  /** Normalised text of a short line; null for a long one. */
  String folded;

  /** Key under which a site's recurring lines are known. */
  long key;

  /** Hashes of its first words, see {@link UnitScanner#openingWords}; null where not asked. */
  int[] openingWords;

  // What rules and the page's own statistics say, filled in by LineEvidence.
  boolean isTeaserHeading;
  boolean isChrome;

  /** Speaks to the reader about the site: asked where the site's own pages do not tell. */
  boolean isNotice;

  /** What a short line speaks of, as {@link FurnitureWords#furnitureOf} gives it. */
  int furniture;

  boolean isCrossLink;
  boolean isByline;
  boolean isDate;
  boolean isDatelineAlone;

  /** Names a person and, at most, what they are: "Ann Lee", "Ann Lee · Correspondent". */
  boolean isName;

  /** Says who the author is, under the text. */
  boolean isAboutAuthor;

  /** Says when or where a teaser's article appeared, or counts it: stands inside a list. */
  boolean isTeaserMeta;

  /** Two or more titles or pairs of a list begin right below, and it is no title itself. */
  boolean isOverList;

  /** Begins with a dateline that names a date or an agency, or is in capitals. */
  boolean hasDateline;

  int credit;
  LineClass siteClass = LineClass.UNKNOWN;

  /** Whether many of the site's pages say so. */
  boolean isSiteSure;

  boolean isRepeated;
  int pairRun;
  int titleRun;
  boolean isRunAfterHeading;

  /** Whether a short line that is no known heading stands over the run. */
  boolean isRunAfterShort;

  boolean isUniformRun;
  boolean isPageTitle;

  /** The rule by which a labelled field says what the line is; null where no field does. */
  String rule;

  /** The same line at another place: what its neighbours and its site say of it is left out. */
  Unit movedTo(int place) {
    try {
      Unit unit = (Unit) clone();
      int by = place - start;
      unit.start += by;
      unit.end += by;
      unit.contentStart += by;
      unit.textEnd += by;
      unit.isAfterBlank = false;
      return unit;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** Words, or for scripts without spaces half the characters. */
  int size() {
    return unspaced > words ? words + unspaced / 2 : words;
  }

  boolean isProse() {
    return endsTerminal && !isTruncated && size() >= 6;
  }

  boolean isTitleLike() {
    int size = size();
    return size >= 3
        && size <= 28
        && chars <= 220
        && !isTruncated
        && marker == NO_MARKER
        && !startsLower
        && innerStops <= 1
        && letters * 2 > chars;
  }
}
