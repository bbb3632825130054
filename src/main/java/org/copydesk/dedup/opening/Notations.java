package org.copydesk.dedup.opening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Tokens;

/**
 * What languages call units, multiples, currencies and halves of the day, by the list {@code
 * notations.txt} that CLDR gives. Words mean it in their own language only: "mil" is a thousand in
 * Spanish and a million in Czech.
 */
final class Notations {
  /** What one language calls them. */
  private static final class Words {
    final Map<String, WordMeanings.Measure> measures = new HashMap<>();
    final Map<String, NumberSum.Part> multipliers = new HashMap<>();
    final Map<String, String> currencies = new HashMap<>();
    final Set<String> mornings = new HashSet<>();
    final Set<String> afternoons = new HashSet<>();
  }

  private static final Words NONE = new Words();

  private final Map<String, Words> languages = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<String[]> rows = WordLists.rows(Notations.class, "notations.txt");

  Notations() {
    for (String[] row : rows) {
      Words words = languages.computeIfAbsent(row[0], language -> new Words());
      switch (row[1]) {
        case "measure" -> {
          WordMeanings.Measure measure =
              new WordMeanings.Measure(row[2], row[3], Double.parseDouble(row[4]));
          names.add(row[2]);
          forms(row, 5).forEach(form -> words.measures.put(form, measure));
        }
        case "times" -> {
          NumberSum.Part part =
              new NumberSum.Part(Double.parseDouble(row[2]), NumberSum.Role.TIMES);
          forms(row, 3).forEach(form -> words.multipliers.put(form, part));
        }
        case "currency" -> forms(row, 3).forEach(form -> words.currencies.put(form, row[2]));
        case "am" -> words.mornings.addAll(forms(row, 2));
        case "pm" -> words.afternoons.addAll(forms(row, 2));
        default -> throw new IllegalStateException(row[1]);
      }
    }
  }

  private static List<String> forms(String[] row, int from) {
    return List.of(row).subList(from, row.length).stream().map(WordMeanings::form).toList();
  }

  private Words words(String language) {
    return languages.getOrDefault(language, NONE);
  }

  private static boolean isUnspaced(String word) {
    return word.length() > 1 && Tokens.standsAlone(word.codePointAt(0));
  }

  /** Words of several parts, which are read as one. */
  List<String> phrases() {
    return rows.stream()
        .flatMap(row -> List.of(row).subList(2, row.length).stream())
        .filter(word -> word.indexOf(' ') > 0 || isUnspaced(word))
        .distinct()
        .toList();
  }

  /** Units in scripts without spaces, which are the same whatever the language is taken for. */
  Map<String, WordMeanings.Measure> unspacedMeasures() {
    Map<String, WordMeanings.Measure> measures = new HashMap<>();
    for (String language : languages()) {
      words(language)
          .measures
          .forEach(
              (form, measure) -> {
                if (isUnspaced(form)) {
                  measures.putIfAbsent(form, measure);
                }
              });
    }
    return measures;
  }

  /** Codes of the languages that it is known of. */
  Set<String> languages() {
    return rows.stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The unit that a word behind a number is; null where it is none. */
  WordMeanings.Measure measure(String language, String form) {
    return words(language).measures.get(form);
  }

  /** The name of the unit that a word is, or stands for already; null where it is none. */
  String unit(String language, String form) {
    WordMeanings.Measure measure = measure(language, form);
    return measure != null ? measure.name() : names.contains(form) ? form : null;
  }

  /**
   * Whether a word is one of a unit with a typing error.
   *
   * @param measured a number with its base, "number 360 seconds"
   */
  boolean isMisspelt(String language, String form, String measured) {
    return words(language).measures.entrySet().stream()
        .anyMatch(
            each ->
                measured.endsWith(' ' + each.getValue().base())
                    && Spelling.isOne(each.getKey(), form));
  }

  /** By how much a word multiplies the number before it; null where it does not. */
  NumberSum.Part multiplier(String language, String form) {
    return words(language).multipliers.get(form);
  }

  /** What stands for a currency in all languages; null where a word names none. */
  String currency(String language, String form) {
    return words(language).currencies.get(form);
  }

  boolean isMorning(String language, String form) {
    return words(language).mornings.contains(form);
  }

  boolean isAfternoon(String language, String form) {
    return words(language).afternoons.contains(form);
  }
}
