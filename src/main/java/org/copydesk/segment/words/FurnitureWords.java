package org.copydesk.segment.words;

import java.util.List;
import org.copydesk.text.Normaliser;

/** Groups of words of furniture: what a short line beside an article speaks of. */
public final class FurnitureWords {
  /** Those that come with the program. */
  public static final FurnitureWords SHIPPED =
      new FurnitureWords(WordLists.rows(FurnitureWords.class, "furniture.txt"));

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

  PhraseIndex phrases() {
    return furniture;
  }

  /**
   * What a normalised short line speaks of: one more than the place of the first group of
   * furniture.txt that has a phrase at the line's beginning, else of one that has it at another
   * word's; 0 where none has.
   */
  public int furnitureOf(String normalised) {
    return furnitureOf(normalised, furniture.numbersIn(normalised));
  }

  /**
   * The same of a line whose phrases are known.
   *
   * @param lists as {@link PhraseLists#of} gives them
   */
  public int furnitureOf(String normalised, long lists) {
    long any = lists & PhraseLists.FURNITURE;
    if (any == 0) {
      return 0;
    }
    int first = 0;
    while (first < normalised.length() && !CharClass.isWordPart(normalised.charAt(first))) {
      first++;
    }
    long leading = furniture.numbersAt(normalised, first);
    return 1 + Long.numberOfTrailingZeros(leading == 0 ? any : leading);
  }
}
