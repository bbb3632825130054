package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.text.Normaliser;

/** Groups of words of furniture: what a short line beside an article speaks of. */
public final class FurnitureWords {
  /** Those that come with the program. */
  public static final FurnitureWords SHIPPED =
      new FurnitureWords(WordLists.rows(FurnitureWords.class, "furniture.txt"));

  private final List<PhraseIndex> furniture = new ArrayList<>();

  /** Phrases of all groups: most lines have none. */
  private final PhraseIndex anyFurniture = new PhraseIndex();

  FurnitureWords(List<String[]> rows) {
    for (String[] row : rows) {
      PhraseIndex group = new PhraseIndex();
      for (int i = 1; i < row.length; i++) {
        group.add(Normaliser.normalise(row[i]));
        anyFurniture.add(Normaliser.normalise(row[i]));
      }
      furniture.add(group);
    }
  }

  void addTo(PhraseStarts starts) {
    starts.add(anyFurniture, PhraseStarts.FURNITURE);
  }

  /**
   * What a normalised short line speaks of: one more than the place of the first group of
   * furniture.txt that has a phrase at the line's beginning, else of one that has it at another
   * word's; 0 where none has.
   */
  public int furnitureOf(String normalised) {
    if (!anyFurniture.isIn(normalised)) {
      return 0;
    }
    int first = 0;
    while (first < normalised.length() && !CharClass.isWordPart(normalised.charAt(first))) {
      first++;
    }
    for (int k = 0; k < furniture.size(); k++) {
      if (furniture.get(k).prefixOf(normalised, first) > 0) {
        return k + 1;
      }
    }
    for (int k = 0; k < furniture.size(); k++) {
      if (furniture.get(k).isIn(normalised)) {
        return k + 1;
      }
    }
    return 0;
  }
}
