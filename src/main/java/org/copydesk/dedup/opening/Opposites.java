package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.dedup.opening.WordMeanings.Words;
import org.copydesk.text.Tokens;

/**
 * Words that say the opposite of others, and syllables that make them, by {@code opposites.txt}.
 */
final class Opposites {
  /** Sides of a row of opposites: more do not fit its bits. */
  private static final int MOST_SIDES = 63;

  private final List<String> neutral = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> infixes = new ArrayList<>();
  private final List<List<Words>> opposites = new ArrayList<>();

  /** The rows that a word, a stem and a word of a script without spaces stand in. */
  private final Map<String, BitSet> rowsOfWhole = new HashMap<>();

  private final Map<String, BitSet> rowsOfStem = new HashMap<>();
  private final BitSet rowsOfAlone = new BitSet();
  private int longestStem;

  /** Takes a row of the list. */
  void add(String[] row) {
    switch (row[0]) {
      case "neutral" -> addForms(neutral, row);
      case "prefix" -> addForms(prefixes, row);
      case "infix" -> addForms(infixes, row);
      default -> {
        opposites.add(sides(row));
        opposites.get(opposites.size() - 1).forEach(this::index);
      }
    }
  }

  private static void addForms(List<String> forms, String[] row) {
    for (int i = 1; i < row.length; i++) {
      forms.add(WordMeanings.form(row[i]));
    }
  }

  private static List<Words> sides(String[] row) {
    if (row.length > MOST_SIDES) {
      throw new IllegalArgumentException("a row of opposites has at most " + MOST_SIDES);
    }
    List<Words> sides = new ArrayList<>();
    for (String side : row) {
      Words words = new Words();
      for (String word : side.split(",")) {
        words.add(word.strip());
      }
      sides.add(words);
    }
    return sides;
  }

  /** Takes a side of the last row. */
  private void index(Words side) {
    int row = opposites.size() - 1;
    for (String word : side.whole()) {
      rowsOfWhole.computeIfAbsent(word, w -> new BitSet()).set(row);
      if (!word.isEmpty() && Tokens.standsAlone(word.codePointAt(0))) {
        rowsOfAlone.set(row);
      }
    }
    for (String stem : side.stems()) {
      rowsOfStem.computeIfAbsent(stem, w -> new BitSet()).set(row);
      longestStem = Math.max(longestStem, stem.length());
    }
  }

  /** The rows in which words may stand: all others have {@link #sides} of nothing. */
  BitSet rows(List<String> words, String joined) {
    BitSet rows = new BitSet();
    for (String word : words) {
      add(rowsOfWhole.get(word), rows);
      for (int end = 0; end <= Math.min(longestStem, word.length()); end++) {
        add(rowsOfStem.get(word.substring(0, end)), rows);
      }
    }
    add(joined.isEmpty() ? null : rowsOfAlone, rows);
    return rows;
  }

  private static void add(BitSet some, BitSet rows) {
    if (some != null) {
      rows.or(some);
    }
  }

  /** The sides of a row that any of the words stands on, a bit a side. */
  long sides(int row, List<String> words, String joined) {
    long bits = 0;
    List<Words> sides = opposites.get(row);
    for (int side = 0; side < sides.size(); side++) {
      Words of = sides.get(side);
      for (String word : words) {
        if (of.has(word)) {
          bits |= 1L << side;
        }
      }
      if (!joined.isEmpty()) {
        for (String each : of.whole()) {
          if (Tokens.standsAlone(each.codePointAt(0)) && joined.contains(each)) {
            bits |= 1L << side;
          }
        }
      }
    }
    return bits;
  }

  /** Whether text in a script without spaces holds a word of negation. */
  boolean negates(String whole) {
    String joined = whole;
    for (String each : neutral) {
      joined = joined.replace(each, " ");
    }
    for (String each : WordMeanings.SHIPPED.negations.whole()) {
      if (Tokens.standsAlone(each.codePointAt(0)) && joined.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one word is the other with a syllable that turns it round: "lawful", "unlawful". */
  boolean isTurned(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    int more = longer.length() - shorter.length();
    if (more == 0 || shorter.length() < 3) {
      return false;
    }
    if (longer.endsWith(shorter) && prefixes.contains(longer.substring(0, more))) {
      return true;
    }
    for (int at = 2; at <= shorter.length(); at++) {
      if (longer.startsWith(shorter.substring(0, at))
          && longer.endsWith(shorter.substring(at))
          && infixes.contains(longer.substring(at, at + more))
          && shorter.length() >= 4) {
        return true;
      }
    }
    return false;
  }
}
