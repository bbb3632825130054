package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;

/** Whether two passages that stand at one place give other quantities, dates or times. */
final class ValueDifference {
  /** So alike, a date that is each one's day of publication is when it was filed. */
  private static final double SAME_TEXT = .9;

  /** A longer passage says more than how many. */
  private static final int MOST_WITH_ALL = 4;

  /** Fewer digits number a paragraph or a page. */
  private static final int LEAST_CODE = 3;

  private static final int LEAST_PARTS = 3;
  private static final int MOST_PARTS = 10;
  private static final double SAME_SHARE = .0001;

  private static final int YEAR_FORM = "number 2025".length();

  private final OpeningSide a;
  private final OpeningSide b;
  private final double similarity;

  /**
   * Two sides.
   *
   * @param similarity Jaccard of their texts
   */
  ValueDifference(OpeningSide a, OpeningSide b, double similarity) {
    this.a = a;
    this.b = b;
    this.similarity = similarity;
  }

  /** Whether a value of one is none of the other, and the other way round. */
  boolean differs(List<Token> x, List<Token> y, boolean isTitle) {
    if (isNoDay(x, y) || isNoDay(y, x) || isAllAgainstNumber(x, y) || isAllAgainstNumber(y, x)) {
      return true;
    }
    if (codesDiffer(x, y) || monthsDiffer(x, y)) {
      return true;
    }
    for (Type type : List.of(Type.NUMBER, Type.DATE, Type.TIME)) {
      List<Token> ofX = values(x, type);
      List<Token> ofY = values(y, type);
      for (int i = ofX.size() - 1; i >= 0; i--) {
        Token each = ofX.get(i);
        for (int j = 0; j < ofY.size(); j++) {
          if (OpeningAlignment.isOne(each, ofY.get(j))) {
            ofX.remove(i);
            ofY.remove(j);
            break;
          }
        }
      }
      if (type == Type.NUMBER && (areShare(ofX, ofY) || areShare(ofY, ofX))) {
        continue;
      }
      ofX.removeIf(t -> t.isWeak() && x.size() > 2);
      ofY.removeIf(t -> t.isWeak() && y.size() > 2);
      boolean isFiling =
          type == Type.DATE
              && !isTitle
              && similarity >= SAME_TEXT
              && ofX.stream().allMatch(a::isToday)
              && ofY.stream().allMatch(b::isToday);
      if (!ofX.isEmpty() && !ofY.isEmpty() && !isFiling) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one has a date where the other has a month and a number that is neither day nor year.
   */
  private static boolean isNoDay(List<Token> x, List<Token> y) {
    if (x.size() > 2 || values(x, Type.DATE).size() != 1 || !values(y, Type.DATE).isEmpty()) {
      return false;
    }
    List<Token> numbers = values(y, Type.NUMBER);
    boolean hasMonth = y.stream().anyMatch(t -> WordMeanings.SHIPPED.months.containsKey(t.form()));
    return hasMonth && numbers.size() == 1 && numbers.get(0).form().length() != YEAR_FORM;
  }

  /** "All nine voted for it", "seven of the nine voted for it". */
  private static boolean isAllAgainstNumber(List<Token> x, List<Token> y) {
    return x.size() <= MOST_WITH_ALL
        && y.size() <= MOST_WITH_ALL
        && hasAll(x)
        && !hasAll(y)
        && values(x, Type.NUMBER).isEmpty()
        && !values(y, Type.NUMBER).isEmpty();
  }

  private static boolean hasAll(List<Token> tokens) {
    return tokens.stream().anyMatch(t -> t.isWord() && WordMeanings.SHIPPED.all.has(t.form()));
  }

  /**
   * Whether the number of a case, a train or a road has its digits in another order: two of a kind,
   * for a typing error of a number that nothing else says is not to be told from another one.
   */
  private static boolean codesDiffer(List<Token> x, List<Token> y) {
    for (Token each : x) {
      for (Token other : y) {
        if (each.isWord()
            && other.isWord()
            && !each.form().equals(other.form())
            && each.form().length() == other.form().length()
            && digits(each.form()).length() >= LEAST_CODE
            && each.form().replaceAll("\\d", "").equals(other.form().replaceAll("\\d", ""))
            && digits(each.form()).equals(digits(other.form()))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two numbers are the part that one number is, or a lone ordinal is: "two fifths", "un
   * terzo", "one in five" are 40 percent, 1/3 and 20 percent, and "a third" is 1/3.
   */
  private static boolean areShare(List<Token> parts, List<Token> whole) {
    if (whole.size() != 1 || parts.isEmpty() || parts.size() > 2) {
      return false;
    }
    double below = value(parts.get(parts.size() - 1));
    double above = parts.size() == 2 ? value(parts.get(0)) : 1;
    double share = above / below;
    Token token = whole.get(0);
    boolean isPart = below >= LEAST_PARTS && below <= MOST_PARTS && above >= 1 && above < below;
    boolean isIt =
        Math.abs(value(token) - share) < SAME_SHARE
            || (parts.size() == 2
                && (PeriodsAndShares.PART + Math.round(share * 10_000)).equals(token.otherwise()));
    return isPart && isIt;
  }

  private static double value(Token number) {
    String[] words = number.form().split(" ");
    return words.length == 2 ? Double.parseDouble(words[1]) : Double.NaN;
  }

  /** "In June", "in July". */
  private boolean monthsDiffer(List<Token> x, List<Token> y) {
    if (x.size() > 2 || y.size() > 2) {
      return false;
    }
    for (Token each : x) {
      for (Token other : y) {
        Integer one = each.isWord() ? MonthNames.month(a.body().language, each.form()) : null;
        Integer two = other.isWord() ? MonthNames.month(b.body().language, other.form()) : null;
        if (one != null && two != null && !one.equals(two)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two weekdays are meant that no time zone makes one. */
  boolean daysDiffer(List<Token> x, List<Token> y) {
    for (Token each : x) {
      for (Token other : y) {
        Integer one = each.isWord() ? WeekdayNames.day(a.body().language, each.form()) : null;
        Integer two = other.isWord() ? WeekdayNames.day(b.body().language, other.form()) : null;
        if (one != null && two != null && WeekdayNames.apart(one, two) > 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** The digits of a word in the order of their values. */
  private static String digits(String form) {
    char[] digits = form.replaceAll("\\D", "").toCharArray();
    Arrays.sort(digits);
    return new String(digits);
  }

  /**
   * In a headline the day names an issue of a series; in a text outlets say it in their own way.
   */
  static boolean weekdaysDiffer(List<Token> x, List<Token> y) {
    return x.size() <= 2
        && y.size() <= 2
        && x.stream().anyMatch(t -> WordMeanings.SHIPPED.weekdays.contains(t.form()))
        && y.stream().anyMatch(t -> WordMeanings.SHIPPED.weekdays.contains(t.form()));
  }

  private static List<Token> values(List<Token> tokens, Type type) {
    List<Token> values = new ArrayList<>();
    for (Token token : tokens) {
      if (token.type() == type) {
        values.add(token);
      }
    }
    return values;
  }
}
