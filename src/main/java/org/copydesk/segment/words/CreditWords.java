package org.copydesk.segment.words;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * Words of credit lines: who provided a text, who worked on it, whose right it is, and the names of
 * agencies.
 */
public final class CreditWords {
  /** Those that come with the program. */
  public static final CreditWords SHIPPED =
      new CreditWords(WordLists.rows(CreditWords.class, "providers.txt"));

  private final PhraseIndex creditsFirst = new PhraseIndex();
  private final PhraseIndex creditsThen = new PhraseIndex();
  private final Set<String> creditsLast = new HashSet<>();

  /** Their last characters: most lines end in none of them. */
  private final BitSet lastCharacters = new BitSet();

  private final PhraseIndex copyrights = new PhraseIndex();
  private final Set<String> agencies = new HashSet<>();

  CreditWords(List<String[]> rows) {
    for (String[] row : rows) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "first" -> creditsFirst.add(phrase);
          case "then" -> creditsThen.add(phrase);
          case "end" -> {
            creditsLast.add(phrase);
            lastCharacters.set(phrase.charAt(phrase.length() - 1));
          }
          case "copyright" -> copyrights.add(phrase);
          default -> agencies.add(phrase);
        }
      }
    }
  }

  /** Characters of the words of supply ("provided by") a line begins with; 0 when none. */
  public int creditOfHouse(String normalised) {
    return creditsFirst.prefixOf(normalised);
  }

  /** Characters of the words of work ("editing by") a line begins with; 0 when none. */
  public int creditOfWork(String normalised) {
    return creditsThen.prefixOf(normalised);
  }

  /** Whether a normalised line begins with the word for copyright. */
  public boolean saysCopyright(String normalised) {
    return copyrights.prefixOf(normalised) > 0;
  }

  /** Whether a normalised line ends in words of supply ("… provides"), in languages that do so. */
  public boolean endsLikeCredit(String normalised) {
    if (normalised.isEmpty() || !lastCharacters.get(normalised.charAt(normalised.length() - 1))) {
      return false;
    }
    for (String words : creditsLast) {
      if (normalised.endsWith(words) && normalised.length() > words.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a normalised text names a news agency. */
  public boolean isAgency(String normalised) {
    return agencies.contains(normalised);
  }
}
