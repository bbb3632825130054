package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.text.Tokens;

/** Whether of two passages that stand at one place one denies the other or says its opposite. */
final class MeaningDifference {
  /** Words of both sides where one negates: "did not approve" and "approved". */
  private static final int MOST_WITH_NEGATION = 5;

  /** A negation alone is added with few others: "did not". */
  private static final int MOST_ADDED = 3;

  private MeaningDifference() {}

  /** Whether one of two passages denies. */
  static boolean negationDiffers(List<Token> x, List<Token> y) {
    if (hasCeased(x, y) || hasCeased(y, x)) {
      return true;
    }
    int n = negations(x);
    int m = negations(y);
    if (n % 2 == m % 2) {
      return false;
    }
    int added = Math.abs(x.size() - y.size());
    boolean isAdded = x.isEmpty() || y.isEmpty();
    return x.size() + y.size() <= MOST_WITH_NEGATION && (!isAdded || added <= MOST_ADDED);
  }

  /** Whether one has "stopped sailing" or "stopped" where the other has "sails" or nothing. */
  private static boolean hasCeased(List<Token> x, List<Token> y) {
    List<Token> rest = x.stream().filter(token -> !isCeased(token)).toList();
    boolean isAdded =
        rest.size() < x.size() && x.size() <= MOST_ADDED && y.stream().noneMatch(t -> isCeased(t));
    if (!isAdded || (!y.isEmpty() && y.size() != rest.size())) {
      return false;
    }
    for (int i = 0; i < y.size(); i++) {
      if (!WordForms.haveStem(rest.get(i).form(), y.get(i).form())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCeased(Token token) {
    return token.isWord() && WordMeanings.SHIPPED.ceased.has(token.form());
  }

  private static int negations(List<Token> tokens) {
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isNumbering =
          token.form().equals("no")
              && i + 1 < tokens.size()
              && tokens.get(i + 1).type() == Type.NUMBER;
      if (token.isWord()
          && !isNumbering
          && !isAlone(token)
          && WordMeanings.SHIPPED.negations.has(token.form())) {
        count++;
      }
    }
    String joined = alone(tokens);
    count += !joined.isEmpty() && WordMeanings.SHIPPED.opposites.negates(joined) ? 1 : 0;
    return count > 0 ? 1 : 0;
  }

  private static boolean isAlone(Token token) {
    return token.isWord() && Tokens.standsAlone(token.form().codePointAt(0));
  }

  /** The tokens of scripts without spaces as one string. */
  static String alone(List<Token> tokens) {
    StringBuilder joined = new StringBuilder();
    for (Token token : tokens) {
      if (isAlone(token)) {
        joined.append(token.form());
      }
    }
    return joined.toString();
  }

  private static List<String> words(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    for (Token token : tokens) {
      if (token.isWord()) {
        words.add(token.form());
      }
    }
    return words;
  }

  /** Whether a word of one is the opposite of a word of the other. */
  static boolean areOpposites(List<Token> x, List<Token> y, String language) {
    Opposites meanings = WordMeanings.SHIPPED.opposites;
    List<String> ofX = words(x);
    List<String> ofY = words(y);
    String joinedX = alone(x);
    String joinedY = alone(y);
    BitSet rows = meanings.rows(ofX, joinedX);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      long sidesX = meanings.sides(row, ofX, joinedX);
      if (sidesX != 0) {
        long sidesY = meanings.sides(row, ofY, joinedY);
        if (sidesY != 0 && (sidesX & sidesY) == 0) {
          return true;
        }
      }
    }
    for (String each : ofX) {
      for (String other : ofY) {
        if (meanings.isTurned(each, other) || NegatedForms.isTurned(each, other, language)) {
          return true;
        }
      }
    }
    return false;
  }
}
