package org.copydesk.language;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Measures how like a language's own sentences are to it, on every other sentence of SIB-200, and
 * prints {@code likeness.txt}; the rest is what quality is measured on.
 */
final class LikenessMaker {
  private static final double USUAL = .15;
  private static final double LEAST = .005;

  private LikenessMaker() {}

  /** Prints the file. */
  public static void main(String[] arguments) throws IOException {
    LanguageIdentifier identifier = LanguageIdentifier.shared();
    Map<String, DoubleStream.Builder> byLanguage = new TreeMap<>();
    for (Map.Entry<String, List<String>> entry : SibSentences.read().entrySet()) {
      String language = SibSentences.code(entry.getKey());
      for (int i = 0; i < entry.getValue().size(); i += 2) {
        String text = entry.getValue().get(i);
        LanguageIdentifier.Likeliest likeliest =
            identifier.likeliest(LanguageSample.of(text, 0, LanguageSample.places(text, 7)));
        if (likeliest.language().equals(language)) {
          byLanguage
              .computeIfAbsent(language, any -> DoubleStream.builder())
              .add(likeliest.likeness());
        }
      }
    }
    System.out.println(
        "# language, likeness that 85 of 100 of its sentences reach, and 199 of 200");
    byLanguage.forEach(
        (language, values) -> {
          double[] sorted = values.build().toArray();
          Arrays.sort(sorted);
          System.out.printf(
              Locale.ROOT,
              "%s %.5f %.5f%n",
              language,
              sorted[(int) (sorted.length * USUAL)],
              sorted[(int) (sorted.length * LEAST)]);
        });
  }
}
