package org.copydesk.segment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.copydesk.model.Label;
import org.copydesk.segment.lines.LineClass;
import org.copydesk.text.Normaliser;

/**
 * Finds the credit line of a site in words no lexicon has: the furniture right below texts that
 * names the paper, and where none does, the one line there in brackets or of the form "Word: Name".
 */
final class CreditLines {
  private static final int LONGEST = 16;
  private static final int LEAST_PAGES = 4;

  /** Lines from the top among which the paper's name stands by itself. */
  private static final int TOP = 2;

  private static final String OPENING = "(（[【";
  private static final String CLOSING = ")）]】";

  private final Collection<LineStat> stats;
  private final int groupPages;

  CreditLines(Collection<LineStat> stats, int groupPages) {
    this.stats = stats;
    this.groupPages = groupPages;
  }

  /** Sets the class of the lines found. */
  void mark() {
    Set<String> names = names();
    boolean isKnown = false;
    LineStat best = null;
    for (LineStat stat : stats) {
      boolean isOpen = stat.lineClass == LineClass.BOILERPLATE && stat.isUnderText(6);
      // What reads like an author and holds the paper's name is the paper's.
      boolean mayNamePaper = isOpen || stat.isAs(Label.BYLINE, 5) && stat.isUnderText(6);
      if (mayNamePaper && mayBeCredit(stat.line) && names(stat.line, names)) {
        stat.lineClass = LineClass.CREDIT;
      } else if (isOpen && isStanding(stat) && mayBeCredit(stat.line) && isFormed(stat.line)) {
        best = best == null || stat.underText > best.underText ? stat : best;
      }
      isKnown |= stat.lineClass == LineClass.CREDIT || stat.line.is(SiteSample.Line.CREDIT);
    }
    if (!isKnown && best != null) {
      best.lineClass = LineClass.CREDIT;
    }
  }

  private boolean isStanding(LineStat stat) {
    return stat.pages >= LEAST_PAGES && stat.pages * 10 >= groupPages * 5;
  }

  /** Short names that stand over the text on most pages: the paper's, and not its menu's. */
  private Set<String> names() {
    Set<String> names = new HashSet<>();
    for (LineStat stat : stats) {
      SiteSample.Line line = stat.line;
      boolean isName = line.words() >= 2 && line.words() <= 5 && line.text().length() >= 4;
      boolean isOverText =
          stat.lineClass == LineClass.BOILERPLATE
              && stat.pages * 10 >= groupPages * 5
              && stat.afterBody * 2 < stat.pages;
      if (isName && isOverText && (isAtTop(stat) || !stat.isInBlock())) {
        names.add(Normaliser.normalise(line.text()));
      }
    }
    return names;
  }

  private static boolean isAtTop(LineStat stat) {
    int pages = 0;
    for (int i = 0; i < TOP; i++) {
      pages += stat.fromTop.getOrDefault(i, 0);
    }
    return pages * 10 >= stat.pages * 6;
  }

  private static boolean names(SiteSample.Line line, Set<String> names) {
    String text = Normaliser.normalise(line.text());
    for (String name : names) {
      if (text.length() > name.length() && text.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeCredit(SiteSample.Line line) {
    return line.words() >= 2 && line.words() <= LONGEST && !line.is(SiteSample.Line.CHROME);
  }

  /** Whether a line is in brackets, or one name after a colon. */
  private static boolean isFormed(SiteSample.Line line) {
    String text = line.text();
    int last = text.length() - 1;
    if (OPENING.indexOf(text.charAt(0)) >= 0) {
      return CLOSING.indexOf(text.charAt(last)) >= 0;
    }
    int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
    if (colon < 1 || colon == last || text.substring(0, colon).split(" ").length > 3) {
      return false;
    }
    String after = text.substring(colon + 1).strip();
    boolean isList = after.chars().anyMatch(c -> ",，、;|/@·•".indexOf(c) >= 0 || c == '›');
    boolean hasDigit = after.chars().anyMatch(Character::isDigit);
    return !after.isEmpty()
        && !isList
        && !hasDigit
        && !Character.isLowerCase(after.codePointAt(0))
        && Character.isLetter(after.codePointAt(0));
  }
}
