package org.copydesk.dedup.opening;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dedup.opening.NumberSum.Part;

/**
 * A word that is several number words in one: "hundertfünfundzwanzig", "etthundratjugo", "백이십". The
 * shortest row of words that makes a number counts.
 */
final class GluedNumbers {
  private static final int LEAST_PART = 2;
  private static final int LEAST_WORD = 4;
  private static final int MOST_PARTS = 12;

  private GluedNumbers() {}

  /** The value of a glued word; {@link Double#NaN} where it is none. */
  static double value(String language, String word) {
    if (word.length() < LEAST_WORD || !NumberWords.glues(language)) {
      return Double.NaN;
    }
    return read(language, word, 0, List.of());
  }

  /** "Viereinhalb", "τεσσεράμισι": a number and a half in one word; NaN where it is none. */
  static double andHalf(String language, String word) {
    for (String half : halves(language)) {
      if (word.endsWith(half)) {
        String rest = word.substring(0, word.length() - half.length());
        for (String end : List.of("", "ε", "α", "ι", "ο")) {
          Part part = rest.length() < 2 ? null : NumberWords.single(language, rest + end);
          if (part != null && part.value() >= 1 && part.value() < 100) {
            return part.value() + .5;
          }
        }
      }
    }
    return Double.NaN;
  }

  private static List<String> halves(String language) {
    return switch (language) {
      case "de" -> List.of("einhalb", "einhalbe");
      case "nl" -> List.of("enhalf", "enhalve", "eneenhalf", "eneenhalve");
      case "el" -> List.of("αμισι", "αμιση", "ιμισι", "ιμιση", "μισι", "μιση");
      default -> List.of();
    };
  }

  /** Tries the parts that begin at a place, the longest first. */
  private static double read(String language, String word, int from, List<String> before) {
    if (from == word.length()) {
      return before.size() < 2 ? Double.NaN : sum(language, before);
    }
    for (int to = word.length(); to >= from + LEAST_PART && before.size() < MOST_PARTS; to--) {
      String part = word.substring(from, to);
      boolean isLink = from > 0 && to < word.length() && part.equals(link(language));
      if (isLink || NumberWords.single(language, part) != null) {
        List<String> parts = new ArrayList<>(before);
        parts.add(part);
        double value = read(language, word, to, parts);
        if (!Double.isNaN(value)) {
          return value;
        }
      }
    }
    return Double.NaN;
  }

  private static double sum(String language, List<String> parts) {
    NumberSum sum = new NumberSum(language);
    boolean isLinked = false;
    for (String each : parts) {
      Part part = NumberWords.single(language, each);
      if (part == null) {
        isLinked = true;
      } else if (sum.takes(part, isLinked)) {
        isLinked = false;
      } else {
        return Double.NaN;
      }
    }
    return sum.value();
  }

  private static String link(String language) {
    return switch (language) {
      case "de" -> "und";
      case "nl" -> "en";
      case "da", "nb" -> "og";
      default -> "";
    };
  }
}
