package org.copydesk.segment.lines;

import java.util.List;
import org.copydesk.segment.words.FurnitureWords;

/**
 * One logical line: a line, the part of a line up to a marker inside it, or the hard-wrapped lines
 * of one paragraph. Offsets count payload bytes; margins and line ends are outside.
 */
public final class Unit implements Cloneable {
  /** How sure it is that a line ends in a marker. */
  public static final int NO_MARKER = 0;

  public static final int POSSIBLE_MARKER = 1;
  public static final int SURE_MARKER = 2;

  public int start;
  public int end;

  /** Byte after a bullet or a number that counts the lines of a list ("• ", "3. "); else start. */
  public int contentStart;

  /** That number; 0 when none. */
  public int ordinal;

  /** Whether a blank line stands before it. */
  public boolean isAfterBlank;

  /** Whether several lines were joined. */
  public boolean isJoined;

  public int chars;
  public int words;

  /** Words before sign and marker. */
  public int textWords;

  public int letters;
  public int unspaced;
  public int upperWords;
  public int digits;
  public int separators;
  public int commas;

  /** Characters of programs and forms: braces, brackets, signs of equality. */
  public int symbols;

  /** Capital letters. */
  public int capitals;

  /** Last character but for quotation marks and brackets; 0 when none. */
  public int lastChar;

  /** Whether the last word begins with a small letter. */
  public boolean endsInSmallWord;

  /** Wide gaps between words, as between the items of a menu. */
  public int gaps;

  /** Ends of sentences before the last character. */
  public int innerStops;

  public boolean startsUpper;
  public boolean startsLower;
  public boolean endsTerminal;

  /** Whether another stop, or a sign before a full stop, stands before its last stop. */
  boolean hasStopBeforeLast;

  public boolean endsColon;
  public boolean hasCopyright;
  public boolean hasAddress;

  /** Whether a sign such as "..." ends the text, before the marker where there is one. */
  public boolean isTruncated;

  public int marker = NO_MARKER;

  /** The marker as printed, with its glyph left out; null when none. */
  public String markerText;

  /** Byte after the text that stands before sign and marker. */
  public int textEnd;

  /** Nothing but a marker. */
  public boolean isMarkerAlone;

  /** Whether two full stops or an ellipsis stand in it somewhere, as in a truncation sign. */
  public boolean hasSign;

  /** Whether it holds line ends, as joined lines do. */
  public boolean hasLineEnd;

  /** Whether {@link LineWords} has read it. */
  public boolean isRead;

  /** Normalised text of a short line; null for a long one. */
  public String folded;

  /** Key under which a site's recurring lines are known. */
  public long key;

  /** Hashes of its first words, see {@link UnitScanner#openingWords}; null where not asked. */
  public int[] openingWords;

  // What rules and the page's own statistics say, filled in by LineEvidence.
  public boolean isTeaserHeading;
  public boolean isChrome;

  /** Speaks to the reader about the site: asked where the site's own pages do not tell. */
  public boolean isNotice;

  /** Whether a short line has words of such a notice. */
  public boolean hasNotice;

  /** What a short line speaks of, as {@link FurnitureWords#furnitureOf} gives it. */
  public int furniture;

  public boolean isCrossLink;
  public boolean isByline;

  /** The names it gives as a byline; null where it was not asked for them. */
  public List<String> authors;

  public boolean isDate;

  /** A date that says the hour, too. */
  public boolean isTimed;

  public boolean isDatelineAlone;

  /** Names a person and, at most, what they are: "Ann Lee", "Ann Lee · Correspondent". */
  public boolean isName;

  /** Says who the author is, under the text. */
  public boolean isAboutAuthor;

  /** Says when or where a teaser's article appeared, or counts it: stands inside a list. */
  public boolean isTeaserMeta;

  /** Two or more titles or pairs of a list begin right below, and it is no title itself. */
  public boolean isOverList;

  /** Begins with a dateline that names a date or an agency, or is in capitals. */
  public boolean hasDateline;

  public int credit;
  public LineClass siteClass = LineClass.UNKNOWN;

  /** Whether many of the site's pages say so. */
  public boolean isSiteSure;

  public boolean isRepeated;
  public int pairRun;
  public int titleRun;
  public boolean isRunAfterHeading;

  /** Whether a short line that is no known heading stands over the run. */
  public boolean isRunAfterShort;

  public boolean isUniformRun;
  public boolean isPageTitle;

  /** The rule by which a labelled field says what the line is; null where no field does. */
  public String rule;

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
  public int size() {
    return unspaced > words ? words + unspaced / 2 : words;
  }

  public boolean isProse() {
    return endsTerminal && !isTruncated && size() >= 6;
  }

  public boolean isTitleLike() {
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
