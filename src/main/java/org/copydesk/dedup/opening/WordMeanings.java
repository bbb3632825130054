package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/** What the lists {@code opposites.txt} and {@code equal-words.txt} say of words. */
public final class WordMeanings {
  /** The lists that come with the program. */
  public static final WordMeanings SHIPPED = new WordMeanings();

  /** A set of words, some of them stems, some of them phrases. */
  public static final class Words {
    private final Set<String> whole = new HashSet<>();
    private final List<String> stems = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();

    void add(String word) {
      String form = form(word);
      printed.add(word);
      if (word.endsWith("*")) {
        stems.add(form);
      } else {
        whole.add(form);
      }
    }

    public boolean has(String form) {
      if (whole.contains(form)) {
        return true;
      }
      for (String stem : stems) {
        if (form.startsWith(stem)) {
          return true;
        }
      }
      return false;
    }

    /** As they stand in the list. */
    public List<String> printed() {
      return printed;
    }

    public Set<String> whole() {
      return whole;
    }

    /** Beginnings of words. */
    List<String> stems() {
      return stems;
    }
  }

  /**
   * A unit of measure.
   *
   * @param name what stands for it where no number is before it
   * @param base the unit in which numbers of it are compared
   * @param factor how many of the base it is
   */
  record Measure(String name, String base, double factor) {}

  /**
   * So many of a unit in one word.
   *
   * @param base the unit in which it is compared
   */
  record Counted(double value, String base) {}

  public final Words negations = new Words();

  /** Words that end what the verb behind them tells. */
  final Words ceased = new Words();

  /** Words for all of a number. */
  final Words all = new Words();

  public final Words dropped = new Words();

  /** The same by language, of words that are others elsewhere: "an" is a year in French. */
  private final Map<String, Words> droppedIn = new HashMap<>();

  /** What stands behind the year of a decade, and before it. */
  final Words decadeAfter = new Words();

  final Words decadeBefore = new Words();

  /** What may stand before a name or not: "Mrs", "Frau". */
  final Words polite = new Words();

  final Words units = new Words();
  final Words labels = new Words();
  final Words dozen = new Words();
  final Words articles = new Words();
  final Words points = new Words();

  /** Units behind which a number is of hundredths: "one metre eighty". */
  final Words hundredths = new Words();

  /** Parts of one: half, quarter. */
  public final Map<String, Double> fractions = new HashMap<>();

  /** The same of words that mean other things as well: only behind "and" or before a multiplier. */
  final Map<String, Double> halves = new HashMap<>();

  /** What is added to the number before it, and what to the number behind it. */
  final Map<String, Double> added = new HashMap<>();

  final Map<String, Double> before = new HashMap<>();

  /** Parts of an hour, behind it. */
  final Map<String, Double> afterHour = new HashMap<>();

  /** Between a half and the hour to come: Polish "wpół do dziewiątej". */
  final Words halfTo = new Words();

  /** Words that are so many of a unit by themselves: "fortnight". */
  final Map<String, Counted> counted = new HashMap<>();

  /** Times of the clock by name, in minutes of the day: "noon". */
  final Map<String, Integer> clock = new HashMap<>();

  /** Signs of a number in words. */
  final Words minus = new Words();

  final Words plus = new Words();

  /** Words that go with the gender or the number of what follows. */
  final Words determiners = new Words();

  /** What stands before and between both ends of a range. */
  final Words ranges = new Words();

  /** What stands before the one who acts: "bitten by". */
  final Words agents = new Words();

  /** Short words before or behind a title that make it another: "ex". */
  final Words ranks = new Words();

  /** What makes the name of a place another's: "New", "South". */
  final Words compass = new Words();

  /** What stands behind the hundredths of a currency. */
  final Words coins = new Words();

  /** Units of measure by their words. */
  final Map<String, Measure> measures = new HashMap<>();

  /** What single languages call units, multiples and currencies. */
  final Notations notations = new Notations();

  final Words morning = new Words();
  final Words afternoon = new Words();
  final Words hours = new Words();
  public final Words newsroom = new Words();

  /** What pages are called that hold several stories. */
  public final Words digests = new Words();

  /** What a headline has beside it that tells of a later state. */
  public final Words revised = new Words();

  /** How a line begins behind which notes of the publisher stand. */
  public final Words notes = new Words();

  /** How such a line begins where a name follows. */
  public final Words about = new Words();

  private final Map<String, NumberSum.Part> multipliers = new HashMap<>();
  private final Map<String, NumberSum.Part> multiplierStems = new HashMap<>();
  public final Map<String, Integer> months = new HashMap<>();
  public final Set<String> weekdays = new HashSet<>();

  /** By first word: phrases, the longest first, and the word that stands for them. */
  public final Map<String, List<String[]>> phrases = new HashMap<>();

  /** Phrases of scripts without spaces, and the word that stands for each. */
  final Map<String, String> alone = new HashMap<>();

  /** The characters that they begin with. */
  final Set<Character> startsOfAlone = new HashSet<>();

  /** Words and syllables that turn a sentence round. */
  final Opposites opposites = new Opposites();

  private WordMeanings() {
    for (String[] row : WordLists.rows(WordMeanings.class, "opposites.txt")) {
      switch (row[0]) {
        case "not" -> addAll(negations, row);
        case "ceased" -> addAll(ceased, row);
        case "whole" -> addAll(all, row);
        default -> opposites.add(row);
      }
    }
    for (String[] row : WordLists.rows(WordMeanings.class, "equal-words.txt")) {
      switch (row[0]) {
        case "drop" -> addAll(dropped, row);
        case "drop in" -> {
          for (int i = 2; i < row.length; i++) {
            droppedIn.computeIfAbsent(row[1], language -> new Words()).add(row[i]);
          }
        }
        case "decade after" -> addAll(decadeAfter, row);
        case "decade before" -> addAll(decadeBefore, row);
        case "polite" -> addPhrases(polite, row);
        case "unit" -> addAll(units, row);
        case "label" -> addAll(labels, row);
        case "dozen" -> addAll(dozen, row);
        case "article" -> addAll(articles, row);
        case "hundredths" -> addAll(hundredths, row);
        case "part of" -> addAll(points, row);
        case "part" -> addValues(fractions, row);
        case "part after and" -> addValues(halves, row);
        case "part added" -> addValues(added, row);
        case "part before" -> addValues(before, row);
        case "hour and" -> addValues(afterHour, row);
        case "half to" -> addAll(halfTo, row);
        case "measure" -> addMeasure(row);
        case "minus" -> addPhrases(minus, row);
        case "plus" -> addPhrases(plus, row);
        case "coins" -> addAll(coins, row);
        case "compass" -> addAll(compass, row);
        case "agent" -> addAll(agents, row);
        case "rank" -> addAll(ranks, row);
        case "determiner" -> addAll(determiners, row);
        case "range" -> addAll(ranges, row);
        case "clock" -> {
          for (int i = 2; i < row.length; i++) {
            clock.put(phrase(row[i]), Integer.valueOf(row[1]));
          }
        }
        case "counted" -> {
          Counted counts = new Counted(Double.parseDouble(row[1]), row[2]);
          for (int i = 3; i < row.length; i++) {
            counted.put(phrase(row[i]), counts);
          }
        }
        case "newsroom" -> addAll(newsroom, row);
        case "notes" -> addAll(notes, row);
        case "about" -> addAll(about, row);
        case "revised" -> addAll(revised, row);
        case "digest" -> addPhrases(digests, row);
        case "day am" -> addPhrases(morning, row);
        case "day pm" -> addPhrases(afternoon, row);
        case "day hour" -> addPhrases(hours, row);
        case "times" -> {
          NumberSum.Part part =
              new NumberSum.Part(Double.parseDouble(row[1]), NumberSum.Role.TIMES);
          for (int i = 2; i < row.length; i++) {
            (row[i].endsWith("*") ? multiplierStems : multipliers).put(form(row[i]), part);
          }
        }
        default -> {
          for (int i = 1; i < row.length; i++) {
            addPhrase(row[i], form(row[0]));
          }
        }
      }
    }
    for (String phrase : notations.phrases()) {
      if (!isPhrase(form(phrase))) {
        addPhrase(phrase, form(phrase));
      }
    }
    notations.unspacedMeasures().forEach(measures::putIfAbsent);
    dozen.add("dozen");
    dozen.add("dozens");
    for (String[] row : WordLists.rows(WordLists.class, "months.txt")) {
      for (int i = 1; i < row.length; i++) {
        months.putIfAbsent(form(row[i]), Integer.valueOf(row[0]));
      }
    }
    for (String[] row : WordLists.rows(WordLists.class, "weekdays.txt")) {
      weekdays.add(form(row[0]));
    }
  }

  private static void addAll(Words words, String[] row) {
    for (int i = 1; i < row.length; i++) {
      words.add(row[i]);
    }
  }

  private void addValues(Map<String, Double> values, String[] row) {
    for (int i = 2; i < row.length; i++) {
      values.put(form(row[i]), Double.valueOf(row[1]));
      boolean isAlone = row[i].length() > 1 && Tokens.standsAlone(row[i].codePointAt(0));
      if (row[i].indexOf(' ') > 0 || isAlone) {
        addPhrase(row[i], form(row[i]));
      }
    }
  }

  /** The form of a word, which is made known where it has several parts. */
  private String phrase(String word) {
    String form = form(word);
    if (form.indexOf(' ') > 0 || word.indexOf('-') > 0) {
      addPhrase(word, form);
    }
    return form;
  }

  private void addMeasure(String[] row) {
    Measure measure = new Measure(row[1], row[2], Double.parseDouble(row[3]));
    for (int i = 4; i < row.length; i++) {
      measures.putIfAbsent(form(row[i]), measure);
      boolean isPhrase = row[i].indexOf(' ') > 0;
      if (isPhrase || (row[i].length() > 1 && Tokens.standsAlone(row[i].codePointAt(0)))) {
        addPhrase(row[i], form(row[i]));
      }
    }
  }

  /** By how much a word of any language multiplies the number before it; null where it does not. */
  NumberSum.Part multiplier(String form) {
    // "m", "k" and "b" alone are metres, kilos and letters.
    if (form.length() == 1 && !Tokens.standsAlone(form.codePointAt(0))) {
      return null;
    }
    NumberSum.Part part = multipliers.get(form);
    if (part != null) {
      return part;
    }
    for (Map.Entry<String, NumberSum.Part> each : multiplierStems.entrySet()) {
      if (form.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }

  private void addPhrases(Words words, String[] row) {
    for (int i = 1; i < row.length; i++) {
      words.add(row[i]);
      if (row[i].indexOf(' ') > 0) {
        addPhrase(row[i], form(row[i]));
      }
    }
  }

  private void addPhrase(String phrase, String standsFor) {
    if (Tokens.standsAlone(phrase.codePointAt(0)) && phrase.length() > 1) {
      alone.put(form(phrase), standsFor);
      startsOfAlone.add(form(phrase).charAt(0));
      return;
    }
    // "de l'après-midi" is read as four words.
    String[] words = form(phrase.replaceAll("['’-]", " ")).split(" +");
    String[] entry = new String[words.length + 1];
    System.arraycopy(words, 0, entry, 0, words.length);
    entry[words.length] = standsFor;
    List<String[]> all = phrases.computeIfAbsent(words[0], w -> new ArrayList<>());
    all.add(entry);
    all.sort((a, b) -> b.length - a.length);
  }

  private boolean isPhrase(String form) {
    return alone.containsKey(form)
        || phrases.getOrDefault(form.split(" ")[0], List.of()).stream()
            .map(known -> String.join(" ", List.of(known).subList(0, known.length - 1)))
            .anyMatch(form::equals);
  }

  /** Whether a word may be there or not. */
  boolean isDropped(String language, String form) {
    return dropped.has(form)
        || (droppedIn.containsKey(language) && droppedIn.get(language).has(form));
  }

  boolean isMorning(String language, String form) {
    return morning.has(form) || notations.isMorning(language, form);
  }

  boolean isAfternoon(String language, String form) {
    return afternoon.has(form) || notations.isAfternoon(language, form);
  }

  /** The unit of measure that a word behind a number is; null where it is none. */
  Measure measure(String language, String form) {
    Measure own = notations.measure(language, form);
    return own == null ? measures.get(form) : own;
  }

  public static String form(String word) {
    String plain = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
    return WordForms.fold(Normaliser.normalise(plain)).replace("ʼ", "").replace("'", "");
  }
}
