package org.copydesk.segment.words;

import java.util.List;
import org.copydesk.text.Normaliser;

/** Groups of words of furniture: what a short line beside an article speaks of. */
public final class FurnitureWords {
  /** Those that come with the program. */
  public static final FurnitureWords SHIPPED =
      new FurnitureWords(WordLists.rows(FurnitureWords.class, "furniture.txt"));

  private static final int NO_GROUP = Integer.MAX_VALUE;

  /** Phrases of all groups, with the group's place. */
  private final PhraseIndex furniture = new PhraseIndex();

  FurnitureWords(List<String[]> rows) {
    for (int group = 0; group < rows.size(); group++) {
      String[] row = rows.get(group);
      for (int i = 1; i < row.length; i++) {
        furniture.add(Normaliser.normalise(row[i]), group);
      }
    }
  }

  void addTo(PhraseStarts starts) {
    starts.add(furniture, PhraseStarts.FURNITURE);
  }

  /**
   * What a normalised short line speaks of: one more than the place of the first group of
   * furniture.txt that has a phrase at the line's beginning, else of one that has it at another
   * word's; 0 where none has.
   */
  public int furnitureOf(String normalised) {
    int any = furniture.leastIn(normalised, NO_GROUP);
    if (any == NO_GROUP) {
      return 0;
    }
    int first = 0;
    while (first < normalised.length() && !CharClass.isWordPart(normalised.charAt(first))) {
      first++;
    }
    int leading = furniture.leastAt(normalised, first, NO_GROUP);
    return 1 + (leading == NO_GROUP ? any : leading);
  }
}
