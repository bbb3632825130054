package org.copydesk.dedup.opening;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

/** The shipped list of number words is what the spell-out rules of CLDR give. */
class NumberWordsTest {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "ru", "uk", "cs",
          "tr", "el", "ro", "hu", "id", "ar", "he", "hi", "fa", "vi", "ko");

  private static final String HEAD =
      "# number words: language, value, words that alone mean it (from CLDR's spell-out rules"
          + " through ICU; NumberWordsTest writes it)\n";

  private static String generated() {
    StringBuilder out = new StringBuilder(HEAD);
    for (String language : LANGUAGES) {
      TreeMap<String, Long> words = new TreeMap<>();
      RuleBasedNumberFormat format =
          new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
      for (String rules : format.getRuleSetNames()) {
        boolean isOrdinal = rules.startsWith("%spellout-ordinal");
        if (!isOrdinal
            && !rules.startsWith("%spellout-cardinal")
            && !rules.equals("%spellout-numbering")) {
          continue;
        }
        LongStream values =
            isOrdinal
                ? LongStream.rangeClosed(2, 31)
                : LongStream.concat(
                    LongStream.rangeClosed(1, 120),
                    LongStream.concat(
                        LongStream.rangeClosed(2, 9).map(n -> n * 100),
                        LongStream.concat(
                            LongStream.rangeClosed(1, 99).map(n -> n * 1000),
                            LongStream.of(1_000_000, 2_000_000, 1_000_000_000))));
        values.forEach(
            value -> {
              String spelt = format.format(value, rules);
              String word =
                  Normaliser.normalise(
                      spelt.toLowerCase(Locale.ROOT).replaceAll("[\u00AD\u02BC]", ""));
              if (!word.isEmpty() && word.codePoints().allMatch(NumberWordsTest::isLetter)) {
                words.merge(word, value, Math::min);
              }
            });
      }
      TreeMap<Long, StringBuilder> rows = new TreeMap<>();
      words.forEach(
          (word, value) ->
              rows.computeIfAbsent(value, v -> new StringBuilder()).append(" | ").append(word));
      rows.forEach(
          (value, row) ->
              out.append(language).append(" | ").append(value).append(row).append('\n'));
    }
    return out.toString();
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Writes the list, after an update of ICU. */
  public static void main(String[] file) throws Exception {
    Files.writeString(Path.of(file[0]), generated());
  }

  @Test
  void theListIsWhatTheRulesGive() throws Exception {
    try (var in = NumberWords.class.getResourceAsStream("number-words.txt")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8), is(generated()));
    }
  }
}
