package org.copydesk.dedup.opening;

import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;

/**
 * Names and their initials: "World Health Organization", "WHO"; "Europäische Zentralbank", "EZB".
 */
final class Acronyms {
  private static final int MOST_LETTERS = 7;

  private Acronyms() {}

  /** Whether one of two passages is the other's initials. */
  static boolean isOne(List<Token> x, List<Token> y) {
    return (x.size() == 1 && stand(x.get(0), y)) || (y.size() == 1 && stand(y.get(0), x));
  }

  /** Whether a passage is the name whose initials stand beside it. */
  static boolean isBeside(List<Token> tokens, int from, int to) {
    List<Token> name = tokens.subList(from, to);
    return (to < tokens.size() && stand(tokens.get(to), name))
        || (from > 0 && stand(tokens.get(from - 1), name));
  }

  /** Whether the letters of a word are the first ones of others, and such as stand between. */
  static boolean stand(Token initials, List<Token> words) {
    String letters = initials.form().replace(".", "");
    if (!initials.isWord()
        || !initials.isCapital()
        || words.size() < 2
        || letters.length() < words.size()
        || letters.length() > MOST_LETTERS) {
      return false;
    }
    int at = 0;
    for (Token word : words) {
      if (!word.isWord() || at == letters.length() || word.form().charAt(0) != letters.charAt(at)) {
        return false;
      }
      at++;
      int left = letters.length() - at;
      int wordsLeft = words.size() - 1 - words.indexOf(word);
      for (int i = 1; i < word.form().length() && left > wordsLeft; i++) {
        if (word.form().charAt(i) == letters.charAt(at)) {
          at++;
          left--;
        }
      }
    }
    return at == letters.length();
  }
}
