package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.dedup.opening.Opening.Token;
import org.copydesk.dedup.opening.Opening.Type;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Tokens;

/**
 * Parts of the day as hours, by the list {@code day-parts.txt}: "before dawn" agrees with "in the
 * night", "in the afternoon" with 3 pm, and neither with the other.
 */
final class DayParts {
  private static final int DAY = 24 * 60;

  /** "In the morning" may be said of a time so much before it. */
  private static final int SLACK = 60;

  /** Longer replaced passages tell more than when. */
  private static final int MOST_TOKENS = 6;

  /**
   * Some of the day.
   *
   * @param from minute of the day
   * @param to minute it ends before, over {@link #DAY} of the next day
   */
  private record Span(int from, int to) {
    boolean meets(Span other) {
      for (int shift = -DAY; shift <= DAY; shift += DAY) {
        if (from < other.to + shift && other.from + shift < to) {
          return true;
        }
      }
      return false;
    }
  }

  /** Hours by word; behind "*" by the beginning of words, behind "@" in one language. */
  private static final Map<String, List<Span>> SPANS = new HashMap<>();

  static {
    for (String[] row : WordLists.rows(DayParts.class, "day-parts.txt")) {
      Span span = new Span(60 * Integer.parseInt(row[0]), 60 * Integer.parseInt(row[1]));
      for (int i = 2; i < row.length; i++) {
        String[] word = row[i].split("@");
        String ending = word[0].endsWith("*") ? "*" : word.length > 1 ? "@" + word[1] : "";
        SPANS
            .computeIfAbsent(WordMeanings.form(word[0]) + ending, form -> new ArrayList<>())
            .add(span);
      }
    }
  }

  private DayParts() {}

  /** Whether one passage tells of another part of the day than the other. */
  static boolean differ(List<Token> x, List<Token> y, String language) {
    if (Math.max(x.size(), y.size()) > MOST_TOKENS) {
      return false;
    }
    List<Span> partsOfX = parts(x, language);
    List<Span> partsOfY = parts(y, language);
    if (partsOfX.isEmpty() && partsOfY.isEmpty()) {
      return false; // two times of the clock are compared as such
    }
    return areApart(
        partsOfX.isEmpty() ? times(x) : partsOfX, partsOfY.isEmpty() ? times(y) : partsOfY);
  }

  private static boolean areApart(List<Span> ofX, List<Span> ofY) {
    for (Span each : ofX) {
      for (Span other : ofY) {
        if (each.meets(other)) {
          return false;
        }
      }
    }
    return !ofX.isEmpty() && !ofY.isEmpty();
  }

  private static List<Span> parts(List<Token> tokens, String language) {
    List<Span> spans = new ArrayList<>();
    for (Token token : tokens) {
      if (token.isWord() && !NumberWords.isFrequent(language, token.form())) {
        spans.addAll(of(token.form(), language));
      }
    }
    String joined = MeaningDifference.alone(tokens);
    if (!joined.isEmpty()) {
      SPANS.forEach(
          (form, of) -> {
            String word = form.endsWith("*") ? form.substring(0, form.length() - 1) : form;
            if (Tokens.standsAlone(word.codePointAt(0)) && joined.contains(word)) {
              spans.addAll(of);
            }
          });
    }
    return spans;
  }

  /** A word, a phrase that is listed, or one whose words are: "på morgonen". */
  private static List<Span> of(String form, String language) {
    List<Span> whole = ofWord(form, language);
    if (!whole.isEmpty() || form.indexOf(' ') < 0) {
      return whole;
    }
    List<Span> spans = new ArrayList<>();
    for (String word : form.split(" ")) {
      spans.addAll(ofWord(word, language));
    }
    return spans;
  }

  private static List<Span> ofWord(String form, String language) {
    List<Span> spans = SPANS.getOrDefault(form, SPANS.get(form + "@" + language));
    for (int end = form.length(); spans == null && end > 1; end--) {
      spans = SPANS.get(form.substring(0, end) + "*");
    }
    return spans == null ? List.of() : spans;
  }

  /** Times of the clock; of one under noon it is often not said which half of the day it is of. */
  private static List<Span> times(List<Token> tokens) {
    List<Span> spans = new ArrayList<>();
    for (Token token : tokens) {
      if (token.type() == Type.TIME) {
        int minute = Integer.parseInt(token.form().substring("time ".length()));
        spans.add(new Span(minute - SLACK, minute + SLACK));
        if (minute <= DAY / 2) {
          spans.add(new Span(minute + DAY / 2 - SLACK, minute + DAY / 2 + SLACK));
        }
      }
    }
    return spans;
  }
}
