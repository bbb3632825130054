package org.copydesk.language;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;

/**
 * Identifies the language of a text by Apache OpenNLP's model of 103 languages: "Der Minister trat
 * zurück" gives {@code de}.
 *
 * <p>The model's weights are summed here, over characters' groups held as longs, since the
 * library's own strings and regular expressions take most of its time; answers agree. Exponentials
 * are {@link StrictMath}'s. Immutable; any number of threads may share one. It is not serialisable:
 * workers ask for {@link #shared()}, which is loaded once a JVM (40 MB).
 */
public final class LanguageIdentifier {
  /** Version of the model and of the rules here, for manifests. */
  public static final String VERSION = "opennlp-langdetect-183-1.3.0/1";

  /** Characters of a text that are looked at; longer texts are sampled. */
  static final int SAMPLE = 300;

  /** A smaller look settles most texts; the rest get the full one. */
  private static final int FIRST_SAMPLE = 100;

  private static final double SURE_FROM = .97;

  private static final String MODEL = "/langdetect-183.bin";
  private static final int LEAST_LETTERS = 8;

  /**
   * The model's sums are far too unsure as they stand (English at .02); with this factor confidence
   * and accuracy differ by less than .02 on sentences of 50 languages.
   */
  private static final double SHARPNESS = 16;

  /** Taken off the sum of a language that is rare in news and close to one that is not. */
  private static final double RARITY = .4;

  /** Below it the language is und. */
  private static final double UNSURE_BELOW = .5;

  private static final class Shared {
    static final LanguageIdentifier IDENTIFIER = load();
  }

  /** A row a gram, a weight an outcome: rows are added whole, which the compiler vectorises. */
  private final Long2ObjectOpenHashMap<float[]> weights;

  private final String[] languages;
  private final int[] languageOf;
  private final boolean[] isRare;

  private LanguageIdentifier(Long2ObjectOpenHashMap<float[]> weights, String[] outcomes) {
    this.weights = weights;
    this.languageOf = new int[outcomes.length];
    this.isRare = new boolean[outcomes.length];
    List<String> codes = new ArrayList<>();
    for (int c = 0; c < outcomes.length; c++) {
      String code = LanguageCodes.shortest(outcomes[c]);
      if (!codes.contains(code)) {
        codes.add(code);
      }
      languageOf[c] = codes.indexOf(code);
      isRare[c] = LanguageCodes.isRareInNews(code);
    }
    this.languages = codes.toArray(String[]::new);
  }

  /** The one of this JVM. */
  public static LanguageIdentifier shared() {
    return Shared.IDENTIFIER;
  }

  private static LanguageIdentifier load() {
    GISModel model;
    try (InputStream in = LanguageIdentifier.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("no language model on the class path: " + MODEL);
      }
      model = (GISModel) new LanguageDetectorModel(in).getMaxentModel();
    } catch (IOException e) {
      throw new UncheckedIOException("the language model cannot be read", e);
    }
    Object[] parts = model.getDataStructures();
    Context[] contexts = (Context[]) parts[0];
    @SuppressWarnings("unchecked")
    Map<String, Context> byGram = (Map<String, Context>) parts[1];
    String[] outcomes = (String[]) parts[2];
    Long2ObjectOpenHashMap<float[]> weights = new Long2ObjectOpenHashMap<>(contexts.length);
    for (Map.Entry<String, Context> entry : byGram.entrySet()) {
      String gram = entry.getKey();
      if (gram.length() <= 3) {
        weights.put(gram(gram, 0, gram.length()), row(entry.getValue(), outcomes.length));
      }
    }
    return new LanguageIdentifier(weights, outcomes);
  }

  private static float[] row(Context context, int outcomes) {
    float[] row = new float[outcomes];
    for (int o = 0; o < context.getOutcomes().length; o++) {
      row[context.getOutcomes()[o]] = (float) context.getParameters()[o];
    }
    return row;
  }

  /**
   * The most likely language of a text.
   *
   * @param text as it stands, any length; the same text always gives the same answer
   */
  public LanguageGuess identify(CharSequence text) {
    String first = LanguageSample.of(text, FIRST_SAMPLE);
    LanguageGuess guess = guess(first);
    return guess.confidence() >= SURE_FROM || text.length() <= FIRST_SAMPLE
        ? guess
        : guess(LanguageSample.of(text, SAMPLE));
  }

  private LanguageGuess guess(String sample) {
    if (letters(sample) < LEAST_LETTERS) {
      return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
    }
    double[] sums = sums(sample);
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < sums.length; c++) {
      sums[c] -= isRare[c] ? RARITY : 0;
      most = Math.max(most, sums[c]);
    }
    double total = 0;
    double[] byLanguage = new double[languages.length];
    for (int c = 0; c < sums.length; c++) {
      double mass = StrictMath.exp((sums[c] - most) * SHARPNESS);
      byLanguage[languageOf[c]] += mass;
      total += mass;
    }
    int best = 0;
    for (int language = 1; language < byLanguage.length; language++) {
      if (byLanguage[language] > byLanguage[best]) {
        best = language;
      }
    }
    double confidence = byLanguage[best] / total;
    return new LanguageGuess(
        confidence < UNSURE_BELOW ? LanguageGuess.UNKNOWN : languages[best], confidence);
  }

  /** The model's sum for each of its outcomes: what its own softmax is taken of. */
  double[] sums(String sample) {
    int length = sample.length();
    long[] grams = new long[length * 3];
    int n = 0;
    for (int i = 0; i < length; i++) {
      for (int size = 1; size <= 3 && i + size <= length; size++) {
        grams[n++] = gram(sample, i, i + size);
      }
    }
    Arrays.sort(grams, 0, n);
    double[] sums = new double[languageOf.length];
    for (int i = 0; i < n; i++) {
      float[] row = i > 0 && grams[i] == grams[i - 1] ? null : weights.get(grams[i]);
      if (row != null) {
        for (int o = 0; o < sums.length; o++) {
          sums[o] += row[o];
        }
      }
    }
    return sums;
  }

  private static int letters(String sample) {
    int letters = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      // A character of Han, kana or Hangul says as much as some letters elsewhere.
      letters += c >= 0x3040 && c <= 0xD7AF ? 3 : Character.isLetter(c) ? 1 : 0;
    }
    return letters;
  }

  private static long gram(CharSequence text, int from, int to) {
    long gram = to - from;
    for (int i = from; i < to; i++) {
      gram = gram << 16 | text.charAt(i);
    }
    return gram;
  }
}
