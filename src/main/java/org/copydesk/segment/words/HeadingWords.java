package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * Headings over lists of other articles ("most read", "more on this"): whole phrases, beginnings,
 * and pairs of words of which one says which and one says what.
 */
public final class HeadingWords {
  /** Those that come with the program. */
  public static final HeadingWords SHIPPED =
      new HeadingWords(WordLists.rows(HeadingWords.class, "headings.txt"));

  /** Words of a heading that says which and what. */
  private static final int MOST_WORDS = 5;

  private final Set<String> headingPhrases = new HashSet<>();
  private final Set<String> unspacedHeadings = new HashSet<>();
  private final List<Set<String>> headingWhich = new ArrayList<>();
  private final List<Set<String>> headingWhat = new ArrayList<>();
  private final PhraseIndex headingWords = new PhraseIndex();
  private final PhraseIndex headingStarts = new PhraseIndex();

  HeadingWords(List<String[]> rows) {
    rows.forEach(this::addHeadings);
  }

  private void addHeadings(String[] row) {
    Set<String> words = new HashSet<>();
    for (int i = 1; i < row.length; i++) {
      words.add(Normaliser.normalise(row[i]));
    }
    switch (row[0]) {
      case "which" -> headingWhich.add(words);
      case "what" -> headingWhat.add(words);
      case "start" -> words.forEach(headingStarts::add);
      default -> {
        headingPhrases.addAll(words);
        for (String phrase : words) {
          if (CharClass.of(phrase.codePointAt(0)) == CharClass.UNSPACED && phrase.length() >= 4) {
            unspacedHeadings.add(phrase);
          }
        }
      }
    }
    if (row[0].equals("which") || row[0].equals("what")) {
      words.forEach(headingWords::add);
    }
  }

  /** Whether a normalised short line is a heading over a list of other articles. */
  public boolean isTeaserHeading(String normalised) {
    String line = CharClass.trimPunctuation(normalised);
    if (line.isEmpty() || line.length() > 48) {
      return false;
    }
    if (headingPhrases.contains(line)) {
      return true;
    }
    int start = headingStarts.prefixOf(line);
    if (start > 0 && start < line.length() && line.length() - start <= 30) {
      return true;
    }
    if (CharClass.of(line.codePointAt(0)) == CharClass.UNSPACED && line.length() <= 14) {
      for (String phrase : unspacedHeadings) {
        if (line.contains(phrase)) {
          return true;
        }
      }
    }
    int words = 1;
    int known = 0;
    for (int from = 0; ; words++) {
      int space = line.indexOf(' ', from);
      known += headingWords.has(line, from, space < 0 ? line.length() : space) ? 1 : 0;
      if (space < 0) {
        break;
      }
      if (words == MOST_WORDS) {
        return false;
      }
      from = space + 1;
    }
    return known >= 2 && known * 2 >= words && pairs(line.split(" "));
  }

  public boolean isHeadingWord(String normalisedWord) {
    return headingWords.has(normalisedWord, 0, normalisedWord.length());
  }

  private boolean pairs(String[] words) {
    for (int i = 0; i < headingWhich.size(); i++) {
      if (hasWord(headingWhich.get(i), words) && hasWord(headingWhat.get(i), words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(Set<String> set, String[] words) {
    for (String word : words) {
      if (set.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
