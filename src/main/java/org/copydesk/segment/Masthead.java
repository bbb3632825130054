package org.copydesk.segment;

import java.util.List;
import org.copydesk.text.Normaliser;

/**
 * What a site calls itself: the short line that most of its pages have and that another of its
 * recurring lines repeats, as "\u00a9 2025 Tri-County Post" does with "Tri-County Post".
 */
final class Masthead {
  private static final int LONGEST = 40;
  private static final int SHORTEST = 4;
  private static final int MOST_WORDS = 5;

  /** A head stands on this share of the pages that the commonest line stands on. */
  private static final double LEAST_SHARE = 0.6;

  private Masthead() {}

  /** The line; null where none is repeated. */
  static String of(SiteModel model) {
    List<SiteModel.LearnedLine> lines = model.lines();
    for (SiteModel.LearnedLine line : lines) {
      boolean isRare = line.pages() < LEAST_SHARE * lines.get(0).pages();
      if (isRare) {
        return null;
      }
      if (mayBeName(line.text()) && isRepeated(line, lines)) {
        return line.text().strip();
      }
    }
    return null;
  }

  private static boolean mayBeName(String text) {
    String name = text.strip();
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.split("\\s+").length <= MOST_WORDS
        && Character.isUpperCase(name.codePointAt(0))
        && name.chars().noneMatch(c -> ".:|?!\u00a9>\u2026".indexOf(c) >= 0);
  }

  private static boolean isRepeated(SiteModel.LearnedLine line, List<SiteModel.LearnedLine> lines) {
    String name = Normaliser.normalise(line.text());
    return lines.stream()
        .filter(other -> other != line)
        .map(other -> Normaliser.normalise(other.text()))
        .anyMatch(other -> other.length() > name.length() && other.contains(name));
  }
}
