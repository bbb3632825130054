package org.copydesk.segment.words;

import java.util.List;
import org.copydesk.text.Normaliser;

/** Phrases before the title of another article: "read also:". */
public final class CrossLinks {
  /** Those that come with the program. */
  public static final CrossLinks SHIPPED =
      new CrossLinks(WordLists.rows(CrossLinks.class, "crosslinks.txt"));

  private final PhraseIndex crossLinks = new PhraseIndex();

  CrossLinks(List<String[]> rows) {
    for (String[] row : rows) {
      for (String phrase : row) {
        crossLinks.add(Normaliser.normalise(phrase));
      }
    }
  }

  /** Characters of the cross-link phrase a normalised line begins with; 0 when none. */
  public int crossLink(String normalised) {
    return crossLinks.prefixOf(normalised);
  }
}
