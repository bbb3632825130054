package org.copydesk.segment.fields;

import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.CrossLinks;
import org.copydesk.segment.words.FurnitureWords;
import org.copydesk.segment.words.HeadingWords;
import org.copydesk.segment.words.MarkerWords;
import org.copydesk.segment.words.PhraseLists;
import org.copydesk.segment.words.SiteWords;

/**
 * Says what lexicon and field patterns make of one short line by itself, whatever page it stands
 * on: heading, furniture, date, byline, name, credit line, dateline, link to another article.
 */
public final class LineWords {
  /** Longer lines speak of furniture by chance. */
  private static final int MOST_FURNITURE_WORDS = 12;

  private static final int MOST_FURNITURE_CHARS = 90;

  private final UnitScanner scanner;

  public LineWords(UnitScanner scanner) {
    this.scanner = scanner;
  }

  /** Marks a line whose folded text is known. */
  public void read(Unit unit) {
    String folded = unit.folded;
    long lists = PhraseLists.SHIPPED.of(folded);
    unit.hasNotice = (lists & PhraseLists.NOTICE) != 0;
    if (unit.size() <= MOST_FURNITURE_WORDS && unit.chars <= MOST_FURNITURE_CHARS) {
      unit.furniture = FurnitureWords.SHIPPED.furnitureOf(folded, lists);
    }
    boolean isMarked = unit.marker == Unit.SURE_MARKER || unit.isTruncated;
    if (!isMarked || unit.isMarkerAlone) {
      unit.isTeaserHeading = unit.chars <= 60 && HeadingWords.SHIPPED.isTeaserHeading(folded);
    }
    if (isMarked) {
      unit.isCrossLink = pointsElsewhere(unit, folded);
      return;
    }
    unit.isChrome =
        SiteWords.SHIPPED.isChromeLine(folded)
            || ((lists & PhraseLists.CHROME) != 0 && unit.size() <= 14)
            || ((lists & PhraseLists.PHOTO) != 0 && unit.size() <= 40 && unit.chars <= 240)
            || (unit.gaps >= 3 && !unit.endsTerminal)
            || (unit.words >= 3 && unit.words <= 16 && SiteWords.SHIPPED.isMenu(folded))
            || (unit.hasCopyright && unit.size() <= 25)
            || (unit.separators >= 2
                && unit.size() <= 30
                && unit.separators * 5 >= unit.words
                && !unit.endsTerminal);
    unit.isCrossLink = pointsElsewhere(unit, folded);
    unit.isDate =
        unit.chars <= 120 && unit.words <= 16 && unit.digits >= 3 && DateReader.isDateLine(folded);
    unit.isTimed = unit.isDate && saysTime(scanner.text(unit.contentStart, unit.end));
    unit.isTeaserMeta =
        (unit.letters == 0 && unit.digits > 0 && unit.chars <= 4)
            || (unit.isDate && unit.chars <= 40)
            || ((unit.digits > 0 || unit.words <= 3)
                && unit.size() <= 9
                && unit.chars <= 60
                && SiteWords.SHIPPED.saysHowLongAgo(folded))
            || (unit.words <= 4 && folded.startsWith("in \"") && folded.endsWith("\""));
    // Bars and slashes of a date are no menu.
    unit.isChrome &= !unit.isDate && !unit.isTeaserMeta;
    boolean mayBeDated = unit.digits >= 2 && unit.words >= 5 && (unit.isDate || unit.isChrome);
    if (mayBeDated && TeaserParts.isDatedTitle(scanner.text(unit.contentStart, unit.end))) {
      unit.isDate = false;
      unit.isTeaserMeta = false;
      unit.isChrome = SiteWords.SHIPPED.isChromeLine(folded);
    }
    unit.isByline = !unit.isDate && !unit.isTeaserMeta && BylineReader.isByline(unit, scanner);
    unit.isName =
        !unit.isByline
            && !unit.isChrome
            && (unit.isDate ? isNameBesideDate(unit) : NameShape.isName(unit, scanner));
    unit.credit = unit.isByline ? 0 : ProviderReader.credit(unit);
    unit.isDatelineAlone = !unit.isDate && DatelineReader.isAlone(unit, scanner);
  }

  private boolean isNameBesideDate(Unit unit) {
    String rest =
        unit.separators > 0 || unit.words > 4
            ? FieldParts.withoutDate(scanner.text(unit.start, unit.end))
            : null;
    return rest != null && NameShape.isName(rest);
  }

  /** "Read also: …", or "READ MORE: …" with a title after the colon. */
  private static boolean pointsElsewhere(Unit unit, String folded) {
    if (unit.size() > 30) {
      return false;
    }
    if (CrossLinks.SHIPPED.crossLink(folded) > 0) {
      return true;
    }
    int colon = folded.indexOf(':');
    return colon > 0
        && colon <= 24
        && folded.length() > colon + 12
        && (MarkerWords.SHIPPED.isMarker(folded.substring(0, colon).strip())
            || HeadingWords.SHIPPED.isTeaserHeading(folded.substring(0, colon).strip()));
  }

  private static boolean saysTime(String line) {
    DateReader.Read read = DateReader.dateOf(line);
    return read != null && read.hasTime();
  }
}
