package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.text.Normaliser;

/** Marks lines under a text that read like more of it: who the author is, and what readers say. */
public final class LinesBelowText {
  /** Lines in which the page's byline is looked for. */
  private static final int FARTHEST_BYLINE = 60;

  /** Lines of prose above which there is no text that is over. */
  private static final int LEAST_PROSE = 2;

  /** Words of the shortest line that says who somebody is, and of the longest over one. */
  private static final int LEAST_ABOUT = 6;

  private static final int LONGEST_ABOVE = 6;

  /** Bytes in which a name stands at a line's beginning. */
  private static final int LONGEST_NAME = 80;

  /** Lines that name somebody and a day and make comments of what is below them. */
  private static final int COMMENTS = 3;

  /** Words of the shortest comment that counts. */
  private static final int LEAST_COMMENT = 8;

  /** The group of furniture.txt that speaks of comments. */
  private static final int OF_COMMENTS = 1;

  private final List<Unit> units;
  private final UnitScanner scanner;

  public LinesBelowText(List<Unit> units, UnitScanner scanner) {
    this.units = units;
    this.scanner = scanner;
  }

  /** Marks them; dates, names and bylines are known. */
  public void mark() {
    List<String> authors = List.of();
    List<Unit> underNames = new ArrayList<>();
    List<Unit> signed = new ArrayList<>();
    int prose = 0;
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (authors.isEmpty() && i < FARTHEST_BYLINE && unit.isByline) {
        authors =
            unit.authors != null && unit.contentStart == unit.start
                ? unit.authors
                : AuthorNames.of(scanner.text(unit.start, unit.end));
      } else if (prose >= LEAST_PROSE
          && unit.startsUpper
          && unit.size() >= LEAST_ABOUT
          && (!authors.isEmpty() || mayEndInName(units.get(i - 1)))) {
        String beginning = beginning(unit);
        for (String author : authors) {
          boolean isLong = author.indexOf(' ') > 0;
          unit.isAboutAuthor |= isLong && beginning.startsWith(author + " ");
        }
        if (!unit.isAboutAuthor && isUnderName(units.get(i - 1), beginning)) {
          underNames.add(unit);
        }
      }
      if (prose >= LEAST_PROSE && isSigned(unit) && isOverComment(i)) {
        signed.add(unit);
      }
      prose += unit.isProse() ? 1 : 0;
    }
    // More of them are the parts of a text: its shops, its candidates.
    if (underNames.size() == 1) {
      underNames.get(0).isAboutAuthor = true;
    }
    for (Unit unit : signed.size() >= COMMENTS ? signed : List.<Unit>of()) {
      unit.furniture = OF_COMMENTS;
    }
  }

  private static boolean isSigned(Unit unit) {
    return unit.isDate && unit.isName;
  }

  private boolean isOverComment(int i) {
    return i + 1 < units.size()
        && units.get(i + 1).size() >= LEAST_COMMENT
        && !isSigned(units.get(i + 1));
  }

  private static boolean mayEndInName(Unit above) {
    return above.folded != null && above.size() <= LONGEST_ABOVE && !above.endsTerminal;
  }

  private String beginning(Unit unit) {
    return scanner.text(unit.contentStart, Math.min(unit.end, unit.contentStart + LONGEST_NAME));
  }

  /** Whether a short line ends in the name that the line below begins with: "About Ann Lee". */
  private static boolean isUnderName(Unit above, String beginning) {
    int first = mayEndInName(above) ? beginning.indexOf(' ') : -1;
    int second = first < 0 ? -1 : beginning.indexOf(' ', first + 1);
    return second > first + 1
        && Character.isUpperCase(beginning.codePointAt(first + 1))
        && above.folded.endsWith(Normaliser.normalise(beginning.substring(0, second)));
  }
}
