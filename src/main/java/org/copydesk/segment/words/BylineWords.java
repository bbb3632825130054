package org.copydesk.segment.words;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/** Words of bylines: before and behind names, between them, and what their bearers are. */
public final class BylineWords {
  /** Those that come with the program. */
  public static final BylineWords SHIPPED =
      new BylineWords(WordLists.rows(BylineWords.class, "bylines.txt"));

  private final PhraseIndex bylines = new PhraseIndex();
  private final Set<String> bylineAfter = new HashSet<>();

  /** Their last characters: most lines end in none of them. */
  private final BitSet lastCharacters = new BitSet();

  private final Set<String> roles = new HashSet<>();
  private final Set<String> desks = new HashSet<>();
  private final Set<String> aboutAuthors = new HashSet<>();
  private final Set<String> copulas = new HashSet<>();
  private final Set<String> jobs = new HashSet<>();
  private final Set<String> smallWords = new HashSet<>();

  /** Words for work on an article that is not writing it. */
  private final Set<String> otherWork = new HashSet<>();

  private final Set<String> ands = new HashSet<>();

  BylineWords(List<String[]> rows) {
    for (String[] row : rows) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "by" -> bylines.add(phrase);
          case "after" -> {
            bylineAfter.add(phrase);
            lastCharacters.set(phrase.charAt(phrase.length() - 1));
          }
          case "role" -> roles.add(phrase);
          case "desk" -> desks.add(phrase);
          case "about" -> aboutAuthors.add(phrase);
          case "is" -> copulas.add(phrase);
          case "job" -> jobs.add(phrase);
          case "small" -> smallWords.add(phrase);
          case "work" -> otherWork.add(phrase);
          default -> ands.add(phrase);
        }
      }
    }
  }

  /** Characters of the byline words a normalised line begins with; 0 when none. */
  public int byline(String normalised) {
    return bylines.prefixOf(normalised);
  }

  /** Whether a normalised line ends in a word that follows a name: "李海 記者". */
  public boolean endsLikeByline(String normalised) {
    if (normalised.isEmpty() || !lastCharacters.get(normalised.charAt(normalised.length() - 1))) {
      return false;
    }
    for (String word : bylineAfter) {
      if (normalised.endsWith(word) && normalised.length() > word.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a normalised word is one a byline adds to a name: "correspondent". */
  public boolean isRole(String normalisedWord) {
    return roles.contains(normalisedWord);
  }

  /** Whether a normalised phrase signs a text for those who write, and names none of them. */
  public boolean isDesk(String normalised) {
    return desks.contains(normalised);
  }

  /** Whether a normalised word stands between other words and in no name: "for", "in". */
  public boolean isSmallWord(String normalisedWord) {
    return smallWords.contains(normalisedWord);
  }

  /** Whether a normalised line stands above a note on the author: "about the author". */
  public boolean isAboutAuthor(String normalisedLine) {
    return aboutAuthors.contains(normalisedLine);
  }

  /** Whether a normalised word may stand between a name and what its bearer is: "is", "writes". */
  public boolean isBetweenNameAndRole(String normalisedWord) {
    return copulas.contains(normalisedWord);
  }

  /** Whether a normalised word says what somebody does who writes: "author", "redakteurin". */
  public boolean isJob(String normalisedWord) {
    return jobs.contains(normalisedWord);
  }

  /** Whether a normalised word says that who follows translated, pictured or checked the text. */
  public boolean isOtherWork(String normalisedWord) {
    return otherWork.contains(normalisedWord);
  }

  /** Whether a normalised word alone is one that stands behind authors: "기자", "記者". */
  public boolean isAfterName(String normalisedWord) {
    return bylineAfter.contains(normalisedWord);
  }

  /** Whether a normalised word joins names. */
  public boolean isAnd(String normalisedWord) {
    return ands.contains(normalisedWord);
  }
}
