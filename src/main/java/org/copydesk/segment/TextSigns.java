package org.copydesk.segment;

import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/**
 * What speaks for the fields of an article of page text and against them: the chances of their
 * lines, of the lines that were left out, and how many say the same. Chances are ln of their odds,
 * counts ln(1 + n), shares 0 to 1, statements 0 or 1.
 */
public enum TextSigns {
  ALWAYS(Field.values()),
  BODY_CHANCE(Field.values()),
  BODY_UNSURE(Field.BODY),
  BODY_LEFT_OUT(Field.BODY),
  BODY_WORDS(Field.BODY),
  BODY_RUNS(Field.BODY),
  BODY_SHARE(Field.BODY),
  TITLE_CHANCE(Field.TITLE),
  TITLE_SECOND(Field.TITLE),
  TITLE_DISTANCE(Field.TITLE),
  TITLE_WORDS(Field.TITLE),
  /** By how much its odds are higher than those of the next, ln. */
  TITLE_MARGIN(Field.TITLE),
  /** Odds of its line, with all lines around it. */
  TITLE_LINE(Field.TITLE),
  /** Share of its words that the beginnings of the text's first lines have. */
  TITLE_IN_TEXT(Field.TITLE),
  /** Other lines that say the same. */
  TITLE_REPEATED(Field.TITLE),
  TITLE_PARTED(Field.TITLE),
  TITLE_SENTENCE(Field.TITLE),
  DATE_CHANCE(Field.PUBLISHED_AT),
  DATE_LINES(Field.PUBLISHED_AT),
  DATE_OF_BYLINE(Field.PUBLISHED_AT),
  DATE_OF_CHANGE(Field.PUBLISHED_AT),
  DATE_OF_DATELINE(Field.PUBLISHED_AT),
  /** Whether its day would be another one with the month first. */
  DATE_OPEN_ORDER(Field.PUBLISHED_AT),
  AUTHORS_CHANCE(Field.AUTHORS),
  AUTHORS_LINES(Field.AUTHORS),
  AUTHORS_COUNT(Field.AUTHORS),
  AUTHORS_ONE_WORD(Field.AUTHORS);

  private static final double MOST_ODDS = 6;
  private static final double SURE = .8;
  private static final double MOST_LEFT_OUT = 20;

  /** Lines of the text among whose first words those of the title are looked for. */
  private static final int MOST_LINES = 24;

  private final List<Field> fields;

  TextSigns(Field... fields) {
    this.fields = List.of(fields);
  }

  /** Whether it says something of a field. */
  public boolean isOf(Field field) {
    return fields.contains(field);
  }

  private static final class Shipped {
    static final ConfidenceModel MODEL = ConfidenceModel.shipped("text", TextSigns.class);
  }

  static ConfidenceModel model() {
    return Shipped.MODEL;
  }

  /** What the model was asked about and what came of it; empty where it was not asked. */
  static final class Labelled {
    private List<Unit> units = List.of();
    private LinePosteriors likely;
    private State[] labels;

    void take(List<Unit> asked, LinePosteriors chances, State[] found) {
      units = asked;
      likely = chances;
      labels = found;
    }

    boolean isEmpty() {
      return units.isEmpty();
    }
  }

  /** Where a date of publication was read. */
  enum DateFrom {
    LINE,
    BYLINE,
    CHANGE,
    DATELINE,
    /** The input gave it beside the page. */
    GIVEN
  }

  /**
   * What the lines show, by sign.
   *
   * @param isOpen whether the order of the date's day and month is not known
   */
  static double[] of(Labelled lines, Article article, DateFrom date, boolean isOpen) {
    double[] signs = new double[values().length];
    signs[ALWAYS.ordinal()] = 1;
    double bodyWords = 0;
    double allWords = 0;
    double sure = 0;
    double unsure = 0;
    double leftOut = 0;
    int runs = 0;
    int title = -1;
    int first = -1;
    double dates = 0;
    double dateChance = 0;
    double bylines = 0;
    double bylineChance = 0;
    double[] titles = lines.likely.titles();
    for (int i = 0; i < lines.labels.length; i++) {
      double words = lines.units.get(i).size();
      double chance = lines.likely.of(i, State.BODY);
      allWords += words;
      switch (lines.labels[i]) {
        case BODY -> {
          bodyWords += words;
          sure += words * chance;
          unsure += chance < SURE ? words : 0;
          runs += i == 0 || lines.labels[i - 1] != State.BODY ? 1 : 0;
          first = first < 0 ? i : first;
        }
        case TITLE -> title = i;
        case DATE -> {
          dates++;
          dateChance = StrictMath.max(dateChance, lines.likely.of(i, State.DATE));
        }
        case BYLINE -> {
          bylines++;
          bylineChance = StrictMath.max(bylineChance, lines.likely.of(i, State.BYLINE));
        }
        default -> {}
      }
      leftOut += lines.labels[i] == State.BODY ? 0 : words * chance;
    }
    signs[BODY_CHANCE.ordinal()] = odds(sure / StrictMath.max(1, bodyWords));
    signs[BODY_UNSURE.ordinal()] = unsure / StrictMath.max(1, bodyWords);
    BODY_LEFT_OUT.count(
        signs, StrictMath.min(MOST_LEFT_OUT, leftOut / StrictMath.max(1, bodyWords)));
    BODY_WORDS.count(signs, bodyWords);
    BODY_RUNS.count(signs, runs);
    signs[BODY_SHARE.ordinal()] = bodyWords / StrictMath.max(1, allWords);
    if (title >= 0) {
      double second = 0;
      for (int i = 0; i < titles.length; i++) {
        second = i == title ? second : StrictMath.max(second, titles[i]);
      }
      signs[TITLE_CHANCE.ordinal()] = odds(titles[title]);
      signs[TITLE_SECOND.ordinal()] = second;
      TITLE_DISTANCE.count(signs, StrictMath.abs(first - title));
      TITLE_WORDS.count(signs, lines.units.get(title).size());
      title(signs, lines, titles, title, second);
    }
    signs[DATE_CHANCE.ordinal()] = odds(dateChance);
    DATE_LINES.count(signs, dates);
    DATE_OF_BYLINE.set(signs, date == DateFrom.BYLINE);
    DATE_OF_CHANGE.set(signs, date == DateFrom.CHANGE);
    DATE_OF_DATELINE.set(signs, date == DateFrom.DATELINE);
    DATE_OPEN_ORDER.set(signs, isOpen);
    signs[AUTHORS_CHANCE.ordinal()] = odds(bylineChance);
    AUTHORS_LINES.count(signs, bylines);
    AUTHORS_COUNT.count(signs, article.authors().size());
    AUTHORS_ONE_WORD.set(signs, article.authors().stream().anyMatch(name -> name.indexOf(' ') < 0));
    return signs;
  }

  /** What the title's line shows beside its own chance. */
  private static void title(
      double[] signs, Labelled lines, double[] titles, int title, double second) {
    Unit unit = lines.units.get(title);
    signs[TITLE_MARGIN.ordinal()] = odds(titles[title]) - odds(second);
    signs[TITLE_LINE.ordinal()] = odds(lines.likely.of(title, State.TITLE));
    signs[TITLE_IN_TEXT.ordinal()] = shareInText(unit.openingWords, lines);
    int same = 0;
    for (Unit other : lines.units) {
      same += other != unit && unit.folded != null && unit.folded.equals(other.folded) ? 1 : 0;
    }
    TITLE_REPEATED.count(signs, same);
    TITLE_PARTED.set(signs, unit.separators > 0);
    TITLE_SENTENCE.set(signs, unit.lastChar == '.');
  }

  /**
   * The share of a title's words, each counted once, that the text has: by the words that {@link
   * UnitScanner#openingWords} gives of each line, so that endings do not count.
   */
  private static double shareInText(int[] title, Labelled lines) {
    int[] words = new int[title.length];
    int n = 0;
    long bits = 0;
    for (int word : title) {
      if (placeOf(word, words, n) < 0) {
        words[n++] = word;
        bits |= 1L << word;
      }
    }
    long found = 0;
    int left = MOST_LINES;
    for (int i = 0; i < lines.labels.length && left > 0; i++) {
      if (lines.labels[i] != State.BODY) {
        continue;
      }
      left--;
      for (int word : lines.units.get(i).openingWords) {
        // One bit of 64 a word: most words of the text are told apart by it.
        int place = (bits & 1L << word) == 0 ? -1 : placeOf(word, words, n);
        found |= place < 0 ? 0 : 1L << place;
      }
    }
    return n == 0 ? 0 : (double) Long.bitCount(found) / n;
  }

  private static int placeOf(int word, int[] words, int n) {
    for (int k = 0; k < n; k++) {
      if (words[k] == word) {
        return k;
      }
    }
    return -1;
  }

  private static double odds(double chance) {
    double odds = StrictMath.log(StrictMath.max(chance, 1e-9) / StrictMath.max(1 - chance, 1e-9));
    return StrictMath.max(-MOST_ODDS, StrictMath.min(MOST_ODDS, odds));
  }

  private void set(double[] signs, boolean holds) {
    signs[ordinal()] = holds ? 1 : 0;
  }

  private void count(double[] signs, double number) {
    signs[ordinal()] = StrictMath.log1p(number);
  }
}
