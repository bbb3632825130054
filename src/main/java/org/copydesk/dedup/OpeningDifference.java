package org.copydesk.dedup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copydesk.dedup.NearDuplicatePolicy.Rule;
import org.copydesk.dedup.Opening.Token;
import org.copydesk.dedup.Opening.Type;
import org.copydesk.text.Tokens;

/**
 * What two headlines, or the beginnings of two texts, say otherwise: both are aligned word by word
 * (a longest common subsequence), and of what stands at one place each rule looks whether it may
 * stand for the other. What stands on one side only is absent on the other, not different.
 */
final class OpeningDifference {
  /** Longer replaced passages are other sentences, not other words. */
  private static final int MOST_REPLACED = 8;

  /** The same for numbers, which are rarer than words. */
  private static final int MOST_WITH_NUMBERS = 12;

  /** Words of both sides where one negates: "did not approve" and "approved". */
  private static final int MOST_WITH_NEGATION = 5;

  /** A negation alone is added with few others: "did not". */
  private static final int MOST_ADDED = 3;

  /** Longer replaced passages are no names. */
  private static final int MOST_NAMES = 4;

  /** So alike, a date that is each one's day of publication is when it was filed. */
  private static final double SAME_TEXT = .9;

  private static final long SECONDS_A_DAY = 24 * 60 * 60;

  private static final int YEAR_FORM = "number 2025".length();

  /** A longer passage that was replaced at the very beginning is a page's head, not the story's. */
  private static final int MOST_HEADER = 4;

  /** In scripts without capitals a replaced word near the beginning is the subject. */
  private static final int SUBJECT_TOKENS = 60;

  /** A name that changes places does so within a sentence. */
  private static final int SENTENCE_TOKENS = 30;

  /** One text, with what is known of its names. */
  record Side(
      Opening title,
      Opening body,
      Predicate<String> hasName,
      Predicate<String> isProper,
      long seconds) {
    /** Whether a date is that of its publication, or the day before or after: "today". */
    boolean isToday(Token date) {
      if (seconds == Fingerprint.UNDATED) {
        return false;
      }
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
      for (int shift = -1; shift <= 1; shift++) {
        LocalDate each = day.plusDays(shift);
        String form = "date " + each.getMonthValue() + "-" + each.getDayOfMonth();
        if (form.equals(date.form())) {
          return true;
        }
      }
      return false;
    }

    /** Whether a word stands anywhere in it, as far as is known. */
    boolean mentions(String form) {
      return title.count(form) > 0 || body.count(form) > 0 || hasName.test(form);
    }

    /** Whether headline and text have words with the same beginning. */
    boolean isInBoth(String form) {
      return alike(form, title) > 0 && alike(form, body) > 0;
    }

    /** How many of its words have the same beginning. */
    int alike(String form) {
      return alike(form, title) + alike(form, body);
    }

    static int alike(String form, Opening each) {
      String stem = form.substring(0, Math.min(form.length(), form.length() <= 4 ? 3 : 4));
      int count = 0;
      for (Token token : each.tokens) {
        boolean isAlike =
            token.isWord()
                && token.form().startsWith(stem)
                && Math.abs(token.form().length() - form.length()) <= 3;
        count += isAlike ? 1 : 0;
      }
      return count;
    }

    int count(String form) {
      return title.count(form) + body.count(form);
    }
  }

  /** A place where two sequences differ. */
  private record Block(int startA, int endA, int startB, int endB, boolean isLast) {
    int longer() {
      return Math.max(endA - startA, endB - startB);
    }
  }

  private final Side a;
  private final Side b;

  private String what = "";

  private final double similarity;

  /**
   * Two sides.
   *
   * @param similarity Jaccard of their texts
   */
  OpeningDifference(Side a, Side b, double similarity) {
    this.a = a;
    this.b = b;
    this.similarity = similarity;
  }

  /** The first rule that says the two tell different things; null where none does. */
  Rule rule(int openingA, int openingB) {
    Rule rule = rule(a.title.tokens, b.title.tokens, true, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return rule != null ? rule : rule(a.body.tokens, b.body.tokens, false, openingA, openingB);
  }

  private Rule rule(
      List<Token> first, List<Token> second, boolean isTitle, int openingA, int openingB) {
    List<Block> blocks = blocks(first, second);
    List<Block> looked = new ArrayList<>();
    for (Block block : blocks) {
      boolean isInOpening = block.startA < openingA || block.startB < openingB;
      if (isInOpening && (isTitle || !block.isLast)) {
        looked.add(block);
      }
    }
    int shared = first.size();
    for (Block block : blocks) {
      shared -= block.endA - block.startA;
    }
    if (isTitle && 3 * shared < Math.min(first.size(), second.size()) && !first.isEmpty()) {
      // Another headline, not an edited one: only what both put at one place would count.
      return null;
    }
    for (Block block : looked) {
      List<Token> x = first.subList(block.startA, block.endA);
      List<Token> y = second.subList(block.startB, block.endB);
      Rule rule = rule(x, y, block, isTitle);
      if (rule != null) {
        what = text(x) + " / " + text(y);
        return rule;
      }
    }
    if (figuresChangePlaces(first, second, openingA, openingB)) {
      return Rule.SWAPPED;
    }
    if (isSwapped(first, second, looked) || isMoved(first, second, looked)) {
      return Rule.SWAPPED;
    }
    return null;
  }

  /** The words at which the rule was found, those of both sides; "" where none was. */
  String what() {
    return what;
  }

  private static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(text.isEmpty() ? "" : " ").append(token.form()));
    return text.toString();
  }

  private Rule rule(List<Token> x, List<Token> y, Block block, boolean isTitle) {
    boolean isHeader =
        !isTitle && block.startA == 0 && block.startB == 0 && block.longer() > MOST_HEADER;
    if (!isHeader && block.longer() <= MOST_WITH_NUMBERS && numbersDiffer(x, y, isTitle)) {
      return Rule.QUANTITY;
    }
    if (isTitle && weekdaysDiffer(x, y)) {
      return Rule.QUANTITY;
    }
    if (negationDiffers(x, y)) {
      return Rule.NEGATION;
    }
    if (isHeader || block.longer() > MOST_REPLACED || x.isEmpty() || y.isEmpty()) {
      return null;
    }
    if (areOpposites(x, y)) {
      return Rule.OPPOSITE;
    }
    if (block.longer() <= MOST_NAMES && namesDiffer(x, y)) {
      return Rule.NAME;
    }
    boolean isEarly = isTitle || Math.min(block.startA, block.startB) < SUBJECT_TOKENS;
    return subjectDiffers(x, y, isEarly) ? Rule.SUBJECT : null;
  }

  private boolean numbersDiffer(List<Token> x, List<Token> y, boolean isTitle) {
    if (isNoDay(x, y) || isNoDay(y, x)) {
      return true;
    }
    for (Type type : List.of(Type.NUMBER, Type.DATE, Type.TIME)) {
      List<Token> ofX = values(x, type);
      List<Token> ofY = values(y, type);
      for (int i = ofX.size() - 1; i >= 0; i--) {
        Token each = ofX.get(i);
        for (int j = 0; j < ofY.size(); j++) {
          if (isOne(each, ofY.get(j))) {
            ofX.remove(i);
            ofY.remove(j);
            break;
          }
        }
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

  /**
   * In a headline the day names an issue of a series; in a text outlets say it in their own way.
   */
  private static boolean weekdaysDiffer(List<Token> x, List<Token> y) {
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

  private static boolean isOne(Token x, Token y) {
    boolean isOtherYear = x.year() != 0 && y.year() != 0 && x.year() != y.year();
    return x.form().equals(y.form()) && !isOtherYear;
  }

  private static boolean negationDiffers(List<Token> x, List<Token> y) {
    int n = negations(x);
    int m = negations(y);
    if (n % 2 == m % 2) {
      return false;
    }
    int added = Math.abs(x.size() - y.size());
    boolean isAdded = x.isEmpty() || y.isEmpty();
    return x.size() + y.size() <= MOST_WITH_NEGATION && (!isAdded || added <= MOST_ADDED);
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
    count += !joined.isEmpty() && WordMeanings.SHIPPED.negates(joined) ? 1 : 0;
    return count > 0 ? 1 : 0;
  }

  private static boolean isAlone(Token token) {
    return token.isWord() && Tokens.standsAlone(token.form().codePointAt(0));
  }

  /** The tokens of scripts without spaces as one string. */
  private static String alone(List<Token> tokens) {
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

  private static boolean areOpposites(List<Token> x, List<Token> y) {
    WordMeanings meanings = WordMeanings.SHIPPED;
    List<String> ofX = words(x);
    List<String> ofY = words(y);
    String joinedX = alone(x);
    String joinedY = alone(y);
    for (int row = 0; row < meanings.rows(); row++) {
      int sidesX = meanings.sides(row, ofX, joinedX);
      if (sidesX != 0) {
        int sidesY = meanings.sides(row, ofY, joinedY);
        if (sidesY != 0 && (sidesX & sidesY) == 0) {
          return true;
        }
      }
    }
    for (String each : ofX) {
      for (String other : ofY) {
        if (meanings.isTurned(each, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean namesDiffer(List<Token> x, List<Token> y) {
    for (Token each : x) {
      if (!isName(each, a) || b.mentions(each.form())) {
        continue;
      }
      for (Token other : y) {
        if (isName(other, b) && !a.mentions(other.form())) {
          boolean isSlip =
              WordForms.isAlike(each.form(), other.form())
                  && (a.count(each.form()) == 1 || b.count(other.form()) == 1);
          if (!isSlip) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isName(Token token, Side side) {
    return token.isWord()
        && token.isCapital()
        && token.form().length() > 1
        && side.isProper.test(token.form())
        && !side.body.hasInLowerCase(token.form())
        && !isDay(token.form())
        && !NumberWords.isFrequent(side.body.language, token.form());
  }

  private static boolean isDay(String form) {
    return WordMeanings.SHIPPED.weekdays.contains(form)
        || WordMeanings.SHIPPED.months.containsKey(form);
  }

  /** A word that both headline and text have, or that stands near the beginning, is another. */
  private boolean subjectDiffers(List<Token> x, List<Token> y, boolean isEarly) {
    String joinedX = alone(x);
    String joinedY = alone(y);
    if (!joinedX.isEmpty() && !joinedY.isEmpty()) {
      return isEarly
          && joinedX.length() <= 6
          && joinedY.length() <= 6
          && !b.title.joined.contains(joinedX)
          && !b.body.joined.contains(joinedX)
          && !a.title.joined.contains(joinedY)
          && !a.body.joined.contains(joinedY);
    }
    if (x.size() > 2 || y.size() > 2) {
      return false;
    }
    for (Token each : x) {
      if (!isContent(each, a) || b.mentions(each.form())) {
        continue;
      }
      for (Token other : y) {
        if (!isContent(other, b)
            || a.mentions(other.form())
            || a.alike(other.form()) > 0
            || b.alike(each.form()) > 0) {
          continue;
        }
        boolean isUncased = isUncased(each.form()) && isUncased(other.form());
        boolean isSaidTwice = isEarly && a.isInBoth(each.form()) && b.isInBoth(other.form());
        boolean isEnough = isSaidTwice || (isUncased && isEarly);
        if (isEnough && !WordForms.isAlike(each.form(), other.form())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isContent(Token token, Side side) {
    return token.isWord()
        && !token.isWeak()
        && token.form().length() >= 3
        && !isDay(token.form())
        && !NumberWords.isFrequent(side.body.language, token.form());
  }

  private static boolean isUncased(String form) {
    int c = form.codePointAt(0);
    return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
  }

  /** Whether one place has x for y and another y for x. */
  private boolean isSwapped(List<Token> first, List<Token> second, List<Block> blocks) {
    Set<String> replaced = new HashSet<>();
    List<Token[]> words = new ArrayList<>();
    for (Block block : blocks) {
      List<Token> x = first.subList(block.startA, block.endA);
      List<Token> y = second.subList(block.startB, block.endB);
      String joinedX = alone(x);
      String joinedY = alone(y);
      if (!joinedX.isEmpty() && !joinedY.isEmpty() && !joinedX.equals(joinedY)) {
        replaced.add(joinedX + '\t' + joinedY);
        if (replaced.contains(joinedY + '\t' + joinedX)) {
          return true;
        }
      }
      if (x.isEmpty() || y.isEmpty() || block.longer() > 3) {
        continue;
      }
      for (Token each : x) {
        for (Token other : y) {
          if (!isContent(each, a) || !isContent(other, b)) {
            continue;
          }
          for (Token[] before : words) {
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
  private static boolean figuresChangePlaces(
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
  private boolean isMoved(List<Token> first, List<Token> second, List<Block> blocks) {
    for (Block gone : blocks) {
      boolean isGone = gone.endA > gone.startA && gone.endB == gone.startB;
      if (!isGone || gone.longer() > MOST_REPLACED || gone.startA > SENTENCE_TOKENS) {
        continue;
      }
      Map<String, Integer> bag = bag(first.subList(gone.startA, gone.endA));
      for (Block come : blocks) {
        boolean isCome = come.endB > come.startB && come.endA == come.startA;
        if (isCome
            && Math.abs(come.startA - gone.startA) <= MOST_REPLACED
            && bag.equals(bag(second.subList(come.startB, come.endB)))
            && tellsSomething(first.subList(gone.startA, gone.endA))) {
          return true;
        }
      }
    }
    return false;
  }

  private Map<String, Integer> bag(List<Token> tokens) {
    Map<String, Integer> bag = new HashMap<>();
    for (Token token : tokens) {
      if (token.isWord() && NumberWords.isFrequent(a.body.language, token.form())) {
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
      if (isUncased(token.form())) {
        hasName = true;
        hasOther = true;
      } else if (isName(token, a)) {
        hasName = true;
      } else if (token.isWord() && !token.isCapital() && isContent(token, a)) {
        hasOther = true;
      }
    }
    return hasName && hasOther && !isList;
  }

  private static List<Block> blocks(List<Token> first, List<Token> second) {
    int n = first.size();
    int m = second.size();
    short[][] length = new short[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        length[i][j] =
            isOne(first.get(i), second.get(j))
                ? (short) (length[i + 1][j + 1] + 1)
                : (short) Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    int j = 0;
    int startA = 0;
    int startB = 0;
    while (i < n && j < m) {
      if (isOne(first.get(i), second.get(j))) {
        if (i > startA || j > startB) {
          blocks.add(new Block(startA, i, startB, j, false));
        }
        i++;
        j++;
        startA = i;
        startB = j;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    if (startA < n || startB < m) {
      blocks.add(new Block(startA, n, startB, m, true));
    }
    return blocks;
  }
}
