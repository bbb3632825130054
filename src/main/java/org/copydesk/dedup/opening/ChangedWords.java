package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.dedup.opening.OpeningAlignment.Block;
import org.copydesk.text.Tokens;

/**
 * Whether one of two short texts, each read whole, has a word that the other lacks: there every
 * word tells. What outlets change of such a text is spelling, notation and what stands around the
 * story (a credit, an aside in brackets, a whole sentence), not a word within a sentence: "mayor"
 * and "deputy mayor", "to Bristol" and "from Bristol", "will" and "may".
 */
final class ChangedWords {
  /** A longer passage says the same in other words, perhaps. */
  private static final int MOST_REPLACED = 8;

  /** A longer one that was put in is a sentence or a credit. */
  private static final int MOST_ADDED = 4;

  /** Shorter words of scripts with capitals are endings and particles. */
  private static final int LEAST_ADDED = 4;

  /** Begins the form of a number. */
  private static final String NUMBER = "number ";

  /** The same of scripts without capitals. */
  private static final int LEAST_UNCASED = 2;

  private final OpeningSide a;
  private final OpeningSide b;

  ChangedWords(OpeningSide a, OpeningSide b) {
    this.a = a;
    this.b = b;
  }

  /** Whether what stands at one place says something on one side that it does not on the other. */
  boolean differ(List<Token> first, List<Token> second, Block block) {
    if (block.longer() > MOST_REPLACED) {
      return false;
    }
    Set<String> unitsOfX = units(first.subList(block.startA(), block.endA()), a);
    Set<String> unitsOfY = units(second.subList(block.startB(), block.endB()), b);
    if (!unitsOfX.isEmpty() && !unitsOfY.isEmpty() && Collections.disjoint(unitsOfX, unitsOfY)) {
      return true; // "20 € pro Tag", "20 € pro Monat"
    }
    List<Token> x = words(first, block.startA(), block.endA(), a);
    List<Token> y = words(second, block.startB(), block.endB(), b);
    dropMisspeltNumber(x, second, block.startB(), block.endB(), b);
    dropMisspeltNumber(y, first, block.startA(), block.endA(), a);
    if (joined(x).equals(joined(y))) {
      return false; // "health care", "healthcare"
    }
    if (isOneAndSeveral(first, second, block, x, y)) {
      return true;
    }
    removeAlike(x, y);
    x.removeIf(token -> a.isDay(token.form()));
    y.removeIf(token -> b.isDay(token.form()));
    x.removeIf(this::isMovedDay);
    y.removeIf(this::isMovedDay);
    if (areDeterminers(x) && areDeterminers(y)) {
      return false;
    }
    if (!x.isEmpty() && !y.isEmpty()) {
      return x.stream().anyMatch(a::tells) || y.stream().anyMatch(b::tells) || isOtherLink(x, y);
    }
    boolean isUnit =
        isUnit(first, block.startA(), block.endA(), second, block.startB(), b.body().language)
            || isUnit(
                second, block.startB(), block.endB(), first, block.startA(), a.body().language);
    return !isUnit
        && (isAdded(first, block.startA(), block.endA(), x, a)
            || isAdded(second, block.startB(), block.endB(), y, b));
  }

  /** The units that words name which stand without a number of their own. */
  private static Set<String> units(List<Token> tokens, OpeningSide side) {
    Set<String> units = new HashSet<>();
    for (Token token : tokens) {
      String unit =
          token.isWord()
              ? WordMeanings.SHIPPED.notations.unit(side.body().language, token.form())
              : null;
      if (unit != null) {
        units.add(unit);
      }
    }
    return units;
  }

  /** "Yesterday" that stands elsewhere in the other text. */
  private boolean isMovedDay(Token word) {
    return RelativeDays.has(a.body().language, word.form())
        && a.body().count(word.form()) == b.body().count(word.form());
  }

  private static boolean areDeterminers(List<Token> words) {
    return words.stream().allMatch(word -> WordMeanings.SHIPPED.determiners.has(word.form()));
  }

  /** "To" and "from": one short word in the place of another. */
  private static boolean isOtherLink(List<Token> x, List<Token> y) {
    return x.size() == 1
        && y.size() == 1
        && !Tokens.standsAlone(x.get(0).form().codePointAt(0))
        && !Tokens.standsAlone(y.get(0).form().codePointAt(0));
  }

  /** Whether a word was put into a sentence. */
  private static boolean isAdded(
      List<Token> tokens, int from, int to, List<Token> words, OpeningSide side) {
    boolean isWhole =
        from == to
            || to - from > MOST_ADDED
            || Acronyms.isBeside(tokens, from, to)
            || (to == tokens.size() || tokens.get(to).isStart()) && isStartOrEnd(tokens, from, to);
    long han = words.stream().filter(ChangedWords::isHan).count();
    boolean isTelling =
        words.stream().anyMatch(word -> (han != 1 || !isHan(word)) && isTelling(word, side));
    boolean isRank = words.stream().anyMatch(word -> WordMeanings.SHIPPED.ranks.has(word.form()));
    return !isWhole
        && (isTelling
            || isRank
            || isAgent(tokens, from, to, side)
            || isOtherPlace(tokens, from, to, words));
  }

  /**
   * "A mordu", "a été mordu par": the other one did it. "By 5%" and "by Monday" are no one, and in
   * "By Ann Roe", "Photo by Ann Roe" and "Ludwig von Berg" nothing is done.
   */
  private static boolean isAgent(List<Token> tokens, int from, int to, OpeningSide side) {
    return to - from == 1
        && WordMeanings.SHIPPED.agents.has(tokens.get(from).form())
        && isWithinSentence(tokens, from)
        && !tokens.get(from - 1).isCapital()
        && !isNumber(tokens, to)
        && !isNumber(tokens, from - 1)
        && to < tokens.size()
        && !side.isDay(tokens.get(to).form());
  }

  /** Whether another word of its sentence stands before a word, and not that word alone. */
  private static boolean isWithinSentence(List<Token> tokens, int at) {
    return at > 1 && !tokens.get(at).isStart() && !tokens.get(at - 1).isStart();
  }

  /** "A stoker", "two stokers": one and several. */
  private boolean isOneAndSeveral(
      List<Token> first, List<Token> second, Block block, List<Token> x, List<Token> y) {
    boolean hasOne = hasSeveral(first, block.startA(), block.endA());
    boolean hasOther = hasSeveral(second, block.startB(), block.endB());
    boolean isNumbered =
        isNumbered(first, block.startA(), block.endA())
            && isNumbered(second, block.startB(), block.endB());
    List<Token> one = x.stream().filter(a::tells).toList();
    List<Token> other = y.stream().filter(b::tells).toList();
    return !isNumbered
        && hasOne != hasOther
        && one.size() == 1
        && other.size() == 1
        && !one.get(0).form().equals(other.get(0).form());
  }

  private static boolean isNumbered(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream().anyMatch(token -> token.type() == Type.NUMBER);
  }

  /** Whether a whole number above one stands there. */
  private static boolean hasSeveral(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream()
        .anyMatch(
            token ->
                token.type() == Type.NUMBER
                    && isWhole(token.form())
                    && !token.form().equals("number 1"));
  }

  private static boolean isWhole(String number) {
    for (int i = NUMBER.length(); i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return number.startsWith(NUMBER) && number.length() > NUMBER.length();
  }

  /** "Sudan", "South Sudan"; "Corea", "Corea del Sur". */
  private static boolean isOtherPlace(List<Token> tokens, int from, int to, List<Token> words) {
    boolean isBeforeName =
        to < tokens.size() && tokens.get(to).isCapital() && !tokens.get(to).isStart();
    return (isBeforeName || to - from > 1)
        && words.stream()
            .anyMatch(word -> word.isCapital() && WordMeanings.SHIPPED.compass.has(word.form()));
  }

  /** A word with a typing error where the other text's number has its unit with it. */
  private static boolean isUnit(
      List<Token> tokens, int from, int to, List<Token> others, int other, String language) {
    return to - from == 1
        && from > 0
        && other > 0
        && tokens.get(from - 1).type() == Type.NUMBER
        && !tokens.get(from - 1).hasUnit()
        && others.get(other - 1).hasUnit()
        && WordMeanings.SHIPPED.notations.isMisspelt(
            language, tokens.get(from).form(), others.get(other - 1).form());
  }

  private static boolean isStartOrEnd(List<Token> tokens, int from, int to) {
    return tokens.get(from).isStart() || to == tokens.size();
  }

  private static String joined(List<Token> tokens) {
    StringBuilder joined = new StringBuilder();
    tokens.forEach(token -> joined.append(token.form()));
    return joined.toString().replace(" ", "");
  }

  private static boolean isTelling(Token word, OpeningSide side) {
    boolean isShort = OpeningSide.isUncased(word.form()) || side.body().language.equals("vi");
    int least = isShort ? LEAST_UNCASED : LEAST_ADDED;
    return (isHan(word) || word.form().length() >= least)
        && (!word.isCapital() || word.isStart())
        && side.tells(word);
  }

  private static boolean isHan(Token word) {
    return word.form().length() == 1 && Character.isIdeographic(word.form().codePointAt(0));
  }

  /** Words that are no quantity. */
  private static List<Token> words(List<Token> tokens, int from, int to, OpeningSide side) {
    List<Token> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.isWord()
          && !token.isWeak()
          && !isOfRange(tokens, i)
          && !isOfNumber(tokens, i, side)) {
        words.add(token);
      }
    }
    return words;
  }

  /** Whether a word beside a number only says what is counted. */
  private static boolean isOfNumber(List<Token> tokens, int at, OpeningSide side) {
    boolean isBeside =
        isNumber(tokens, at - 1)
            || isNumber(tokens, at + 1)
            || isNumber(tokens, at - 2)
            || isNumber(tokens, at + 2);
    String form = tokens.get(at).form();
    return isBeside && (side.isNotation(form) || SpokenParts.isPart(form));
  }

  /** "From 10 to 12", "10-12", "between 10 and 12". */
  private static boolean isOfRange(List<Token> tokens, int at) {
    boolean isBetween = isNumber(tokens, at - 1) && isNumber(tokens, at + 1);
    boolean isBefore =
        isNumber(tokens, at + 1)
            && (isNumber(tokens, at + 2)
                || (isNumber(tokens, at + 3) && isRange(tokens.get(at + 2).form())));
    return (isBetween || isBefore) && isRange(tokens.get(at).form());
  }

  private static boolean isRange(String form) {
    return WordMeanings.SHIPPED.ranges.has(form);
  }

  private static boolean isNumber(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && !tokens.get(at).isWord();
  }

  /** Takes out a number word with two letters in each other's place, where the other has it. */
  private static void dropMisspeltNumber(
      List<Token> words, List<Token> tokens, int from, int to, OpeningSide side) {
    for (int i = from; i < to && words.size() == 1; i++) {
      if (tokens.get(i).type() != Type.NUMBER) {
        continue;
      }
      char[] letters = words.get(0).form().toCharArray();
      for (int k = 0; k + 1 < letters.length; k++) {
        swap(letters, k);
        NumberSum.Part part = NumberWords.part(side.body().language, new String(letters));
        swap(letters, k);
        boolean isIt =
            part != null
                && OpeningPiece.number(part.value(), false, false)
                    .token()
                    .form()
                    .equals(tokens.get(i).form());
        if (isIt) {
          words.clear();
          return;
        }
      }
    }
  }

  private static void swap(char[] letters, int at) {
    char one = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = one;
  }

  private static void removeAlike(List<Token> x, List<Token> y) {
    for (int i = x.size() - 1; i >= 0; i--) {
      for (int j = 0; j < y.size(); j++) {
        if (Spelling.isOne(x.get(i), y.get(j))) {
          x.remove(i);
          y.remove(j);
          break;
        }
      }
    }
  }
}
