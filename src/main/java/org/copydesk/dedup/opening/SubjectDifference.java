package org.copydesk.dedup.opening;

import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;

/** Whether of two passages that stand at one place one is about somebody or something else. */
final class SubjectDifference {
  /** Words of a longer passage that another one replaced, in scripts without capitals. */
  private static final int MOST_UNCASED = 4;

  /** A longer passage of a short text says the same in other words, perhaps. */
  private static final int MOST_WORDS = 2;

  private final OpeningSide a;
  private final OpeningSide b;

  SubjectDifference(OpeningSide a, OpeningSide b) {
    this.a = a;
    this.b = b;
  }

  /** Whether a name that the other text lacks stands in the place of one that this one lacks. */
  boolean namesDiffer(List<Token> x, List<Token> y) {
    for (Token each : x) {
      if (!a.isName(each) || b.mentions(each.form())) {
        continue;
      }
      for (Token other : y) {
        if (b.isName(other) && !a.mentions(other.form())) {
          boolean isSlip =
              WordForms.isSlip(each.form(), other.form())
                  && (a.count(each.form()) == 1 || b.count(other.form()) == 1);
          if (!isSlip) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether a name that the other text lacks stands in the place of any name: the Linda County
   * Water District for the Yuba County Water Agency, though both are in Yuba County.
   */
  boolean isNewNameInPlace(List<Token> x, List<Token> y) {
    return (x.stream().anyMatch(each -> a.isName(each) && !b.mentions(each.form()))
            && y.stream().anyMatch(b::isName))
        || (y.stream().anyMatch(each -> b.isName(each) && !a.mentions(each.form()))
            && x.stream().anyMatch(a::isName));
  }

  /**
   * Whether a word is another that both headline and text have, or that stands near the beginning
   * in a script without capitals.
   */
  boolean subjectDiffers(List<Token> x, List<Token> y, boolean isEarly) {
    String joinedX = MeaningDifference.alone(x);
    String joinedY = MeaningDifference.alone(y);
    if (!joinedX.isEmpty() && !joinedY.isEmpty()) {
      return isEarly
          && joinedX.length() <= 6
          && joinedY.length() <= 6
          && !b.title().joined.contains(joinedX)
          && !b.body().joined.contains(joinedX)
          && !a.title().joined.contains(joinedY)
          && !a.body().joined.contains(joinedY);
    }
    boolean isLong = x.size() > 2 || y.size() > 2;
    if (isLong && (!isEarly || Math.max(x.size(), y.size()) > MOST_UNCASED || areShared(x, y))) {
      return false;
    }
    for (Token each : x) {
      if (!a.isContent(each) || b.mentions(each.form())) {
        continue;
      }
      for (Token other : y) {
        if (!b.isContent(other)
            || a.mentions(other.form())
            || a.alike(other.form()) > 0
            || b.alike(each.form()) > 0) {
          continue;
        }
        boolean isUncased =
            OpeningSide.isUncased(each.form()) && OpeningSide.isUncased(other.form());
        boolean isSaidTwice = isEarly && a.isInBoth(each.form()) && b.isInBoth(other.form());
        boolean isEnough = (isSaidTwice && !isLong) || (isUncased && isEarly);
        if (isEnough && !hasAlike(y, each) && !hasAlike(x, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a passage has the word with a typing error or another ending. */
  private static boolean hasAlike(List<Token> tokens, Token token) {
    return tokens.stream().anyMatch(each -> WordForms.isAlike(each.form(), token.form()));
  }

  /** Whether two passages of a word or two say something, and none of it the same. */
  boolean wordsDiffer(List<Token> x, List<Token> y) {
    if (x.size() > MOST_WORDS || y.size() > MOST_WORDS) {
      return false;
    }
    List<Token> ofX = x.stream().filter(a::isContent).toList();
    List<Token> ofY = y.stream().filter(b::isContent).toList();
    for (Token each : ofX) {
      for (Token other : ofY) {
        if (WordForms.isAlike(each.form(), other.form())
            || WordForms.haveStem(each.form(), other.form())) {
          return false;
        }
      }
    }
    return !ofX.isEmpty() && !ofY.isEmpty();
  }

  /** Whether any word of a passage that says something stands in the other text as well. */
  private boolean areShared(List<Token> x, List<Token> y) {
    for (Token each : x) {
      if (a.isContent(each) && (b.mentions(each.form()) || b.alike(each.form()) > 0)) {
        return true;
      }
    }
    for (Token each : y) {
      if (b.isContent(each) && (a.mentions(each.form()) || a.alike(each.form()) > 0)) {
        return true;
      }
    }
    return false;
  }
}
