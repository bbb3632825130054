package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.dedup.opening.OpeningAlignment.Block;

/** Whether two openings say the same words of each other's names: "A beat B", "B beat A". */
final class ChangedPlaces {
  /** Longer replaced passages are other sentences, not other words. */
  private static final int MOST_REPLACED = 8;

  /** A name that changes places does so within a sentence. */
  private static final int SENTENCE_TOKENS = 30;

  private final OpeningSide a;
  private final OpeningSide b;

  ChangedPlaces(OpeningSide a, OpeningSide b) {
    this.a = a;
    this.b = b;
  }

  /** Whether one place has x for y and another y for x. */
  boolean isSwapped(List<Token> first, List<Token> second, List<Block> blocks) {
    Set<String> replaced = new HashSet<>();
    List<Token[]> words = new ArrayList<>();
    for (Block block : blocks) {
      List<Token> x = first.subList(block.startA(), block.endA());
      List<Token> y = second.subList(block.startB(), block.endB());
      String joinedX = MeaningDifference.alone(x);
      String joinedY = MeaningDifference.alone(y);
      if (!joinedX.isEmpty() && !joinedY.isEmpty() && !joinedX.equals(joinedY)) {
        replaced.add(joinedX + '\t' + joinedY);
        if (replaced.contains(joinedY + '\t' + joinedX)) {
          return true;
        }
      }
      if (x.isEmpty() || y.isEmpty() || block.longer() > 3) {
        continue;
      }
      // Two neighbours with other endings each are one place, not two.
      List<Token[]> earlier = List.copyOf(words);
      for (Token each : x) {
        for (Token other : y) {
          if (!a.isContent(each) || !b.isContent(other)) {
            continue;
          }
          for (Token[] before : earlier) {
            if (WordForms.isAlike(before[0].form(), other.form())
                && WordForms.isAlike(before[1].form(), each.form())
                && !WordForms.isAlike(each.form(), other.form())) {
              return true;
            }
          }
          words.add(new Token[] {each, other});
        }
      }
    }
    return false;
  }

  /** "3 killed, 30 hurt" and "30 killed, 3 hurt". */
  static boolean figuresChangePlaces(
      List<Token> first, List<Token> second, int openingA, int openingB) {
    Map<String, String> of = figures(first, openingA);
    Map<String, String> others = figures(second, openingB);
    for (Map.Entry<String, String> one : of.entrySet()) {
      for (Map.Entry<String, String> two : of.entrySet()) {
        if (!one.getKey().equals(two.getKey())
            && !one.getValue().equals(two.getValue())
            && one.getValue().equals(others.get(two.getKey()))
            && two.getValue().equals(others.get(one.getKey()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Each number with the word behind it, where it stands first. */
  private static Map<String, String> figures(List<Token> tokens, int opening) {
    Map<String, String> figures = new HashMap<>();
    for (int i = 0; i + 1 < Math.min(tokens.size(), opening); i++) {
      if (tokens.get(i).type() == Type.NUMBER && tokens.get(i + 1).isWord()) {
        figures.putIfAbsent(tokens.get(i).form(), tokens.get(i + 1).form());
      }
    }
    return figures;
  }

  /** Whether a name and a verb changed places: "A beat B", "B beat A". */
  boolean isMoved(List<Token> first, List<Token> second, List<Block> blocks, boolean isShort) {
    for (Block gone : blocks) {
      boolean isGone = gone.endA() > gone.startA() && gone.endB() == gone.startB();
      if (!isGone || gone.longer() > MOST_REPLACED || gone.startA() > SENTENCE_TOKENS) {
        continue;
      }
      Map<String, Integer> bag = bag(first.subList(gone.startA(), gone.endA()));
      for (Block come : blocks) {
        boolean isCome = come.endB() > come.startB() && come.endA() == come.startA();
        if (isCome
            && Math.abs(come.startA() - gone.startA()) <= MOST_REPLACED
            && bag.equals(bag(second.subList(come.startB(), come.endB())))
            && (tellsSomething(first.subList(gone.startA(), gone.endA()))
                || (isShort && isOneMoved(first, second, gone, come)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** "In the final A beat B", in languages whose verb comes first, or with no name in it. */
  private boolean isOneMoved(List<Token> first, List<Token> second, Block gone, Block come) {
    List<Token> tokens = first.subList(gone.startA(), gone.endA());
    boolean isInList =
        isBesideLink(first, gone.startA(), gone.endA())
            || isBesideLink(second, come.startB(), come.endB());
    boolean mayBeDay =
        isAtEdge(first, gone.startA(), gone.endA()) && isAtEdge(second, come.startB(), come.endB());
    String language = a.body().language;
    return tokens.size() <= 3
        && !isInList
        && tokens.stream()
            .filter(t -> !mayBeDay || !RelativeDays.has(language, t.form()))
            .anyMatch(t -> a.isContent(t) && !a.isNotation(t.form()));
  }

  /** Whether a sentence begins or ends there: "Yesterday they met", "They met yesterday". */
  private static boolean isAtEdge(List<Token> tokens, int from, int to) {
    return tokens.get(from).isStart() || to == tokens.size() || tokens.get(to).isStart();
  }

  private static boolean isBesideLink(List<Token> tokens, int from, int to) {
    for (int i = Math.max(0, from - 2); i < Math.min(tokens.size(), to + 2); i++) {
      if (NumberPhrases.isLink(tokens.get(i).form()) || tokens.get(i).form().equals("&")) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Integer> bag(List<Token> tokens) {
    Map<String, Integer> bag = new HashMap<>();
    for (Token token : tokens) {
      if (token.isWord() && NumberWords.isFrequent(a.body().language, token.form())) {
        continue; // articles change with what follows
      }
      bag.merge(token.form(), 1, Integer::sum);
    }
    return bag;
  }

  /** Whether a moved passage holds a name and what is said of it: not only a list's next name. */
  private boolean tellsSomething(List<Token> tokens) {
    boolean hasName = false;
    boolean hasOther = false;
    boolean isList = false;
    for (Token token : tokens) {
      isList |= "和与及跟、とו".contains(token.form()) || token.form().equals("and");
      if (OpeningSide.isUncased(token.form())) {
        hasName = true;
        hasOther = true;
      } else if (a.isName(token)) {
        hasName = true;
      } else if (token.isWord() && !token.isCapital() && a.isContent(token)) {
        hasOther = true;
      }
    }
    return hasName && hasOther && !isList;
  }
}
