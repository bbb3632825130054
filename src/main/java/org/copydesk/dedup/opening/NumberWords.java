package org.copydesk.dedup.opening;

import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.dedup.opening.NumberSum.Part;
import org.copydesk.dedup.opening.NumberSum.Role;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Normaliser;

/**
 * What number words mean, in the languages of CLDR's spell-out rules that the list {@code
 * number-words.txt} holds: "dreiundzwanzig" is 23, "once" is 11 in Spanish and nothing in English.
 */
public final class NumberWords {
  /** What {@link #value} gives for a word that is no number. */
  static final long NONE = Long.MIN_VALUE;

  private static final Map<String, Object2LongOpenHashMap<String>> VALUES = values();
  private static final Map<String, Map<String, Part>> PARTS = parts();
  private static final Map<String, Set<String>> FREQUENT = frequent();

  private static final List<String> LANGUAGES = List.copyOf(FREQUENT.keySet());

  /** By word, the languages that it is frequent in, by their place. */
  private static final Map<String, int[]> FREQUENT_IN = frequentIn();

  /** Languages that write numbers in one word. */
  private static final Set<String> GLUING =
      Set.of("de", "nl", "sv", "da", "nb", "fi", "hu", "it", "es", "ko", "tr", "el", "cs", "ar");

  /** In how many languages a word is frequent does not matter; fewer hits say nothing. */
  private static final int LEAST_HITS = 2;

  private NumberWords() {}

  /** The value of a word in a language; {@link #NONE} where it is no number. */
  static long value(String language, String word) {
    Object2LongOpenHashMap<String> words = VALUES.get(language);
    return words == null ? NONE : words.getLong(word);
  }

  /** What a word, by itself or glued of several, is in a number; null where it is in none. */
  public static Part part(String language, String word) {
    Part part = single(language, word);
    if (part != null) {
      return part;
    }
    double glued = GluedNumbers.value(language, word);
    glued = Double.isNaN(glued) ? GluedNumbers.andHalf(language, word) : glued;
    if (!Double.isNaN(glued)) {
      return new Part(glued, Role.VALUE);
    }
    Part own = WordMeanings.SHIPPED.notations.multiplier(language, word);
    return own == null ? WordMeanings.SHIPPED.multiplier(word) : own;
  }

  /** What a word that is no glued one is in a number; null where it is in none. */
  static Part single(String language, String word) {
    Map<String, Part> parts = PARTS.get(language);
    Part part = parts == null ? null : parts.get(word);
    long value = value(language, word);
    if (part != null) {
      return new Part(part.value(), part.role(), part.isValue() || value == part.value());
    }
    return value == NONE ? null : new Part(value, Role.VALUE);
  }

  /** Whether the numbers of a language are written as one word. */
  static boolean glues(String language) {
    return GLUING.contains(language);
  }

  /** A word without the "and" that is written as its first letter; null where it has none. */
  static String withoutConjunction(String language, String word) {
    boolean hasOne =
        (language.equals("ar") && word.startsWith("و"))
            || (language.equals("he") && word.startsWith("ו"));
    return hasOne && word.length() > 2 ? word.substring(1) : null;
  }

  /** The language whose frequent words the given ones are; English where none is clear. */
  static String language(Iterable<String> words) {
    int[] hits = new int[LANGUAGES.size()];
    for (String word : words) {
      int[] languages = FREQUENT_IN.get(word);
      if (languages != null) {
        for (int language : languages) {
          hits[language]++;
        }
      }
    }
    String best = "en";
    int most = LEAST_HITS - 1;
    for (int i = 0; i < hits.length; i++) {
      if (hits[i] > most) {
        best = LANGUAGES.get(i);
        most = hits[i];
      }
    }
    return best;
  }

  /** Whether a word is one of the most frequent of a language. */
  public static boolean isFrequent(String language, String word) {
    Set<String> words = FREQUENT.get(language);
    return words != null && words.contains(word);
  }

  /** Whether a word is a number in any of the languages. */
  public static boolean isNumber(String word) {
    for (Object2LongOpenHashMap<String> words : VALUES.values()) {
      if (words.getLong(word) > 1) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object2LongOpenHashMap<String>> values() {
    Map<String, Object2LongOpenHashMap<String>> values = new HashMap<>();
    for (String[] row : WordLists.rows(NumberWords.class, "number-words.txt")) {
      Object2LongOpenHashMap<String> words =
          values.computeIfAbsent(
              row[0],
              language -> {
                Object2LongOpenHashMap<String> empty = new Object2LongOpenHashMap<>();
                empty.defaultReturnValue(NONE);
                return empty;
              });
      for (int i = 2; i < row.length; i++) {
        words.putIfAbsent(WordMeanings.form(row[i]), Long.parseLong(row[1]));
      }
    }
    return values;
  }

  private static Map<String, Map<String, Part>> parts() {
    Map<String, Map<String, Part>> parts = new HashMap<>();
    for (String[] row : WordLists.rows(NumberWords.class, "number-parts.txt")) {
      boolean isValue = row[1].endsWith("x");
      Role role =
          isValue || row[1].startsWith("x")
              ? Role.TIMES
              : row[1].startsWith("+") ? Role.TEEN : Role.VALUE;
      double value = Double.parseDouble(row[1].replaceAll("[x+]", ""));
      Map<String, Part> words = parts.computeIfAbsent(row[0], language -> new HashMap<>());
      for (int i = 2; i < row.length; i++) {
        words.put(WordMeanings.form(row[i]), new Part(value, role, isValue || role == Role.VALUE));
      }
    }
    return parts;
  }

  private static Map<String, int[]> frequentIn() {
    Map<String, int[]> in = new HashMap<>();
    for (int language = 0; language < LANGUAGES.size(); language++) {
      for (String word : FREQUENT.get(LANGUAGES.get(language))) {
        int[] before = in.getOrDefault(word, new int[0]);
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = language;
        in.put(word, more);
      }
    }
    return in;
  }

  private static Map<String, Set<String>> frequent() {
    Map<String, Set<String>> frequent = new LinkedHashMap<>();
    for (String[] row : WordLists.rows(NumberWords.class, "languages.txt")) {
      Set<String> words = new HashSet<>();
      for (int i = 1; i < row.length; i++) {
        words.add(WordForms.fold(Normaliser.normalise(row[i])));
      }
      frequent.put(row[0], words);
    }
    return frequent;
  }
}
