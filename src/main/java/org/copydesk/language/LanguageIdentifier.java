package org.copydesk.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Identifies the language of a text with the strongest weights of Apache OpenNLP's model of 103
 * languages: "Der Minister trat zurück" gives {@code de}.
 *
 * <p>A longer text is asked at some places, each by itself, so that neither a quotation nor a
 * notice in another language that was left in it decides; confidence is the share that the language
 * has of them. A text that is less like texts of its likeliest language than those are among
 * themselves is probably in one that the model does not know, and its confidence is low.
 * Exponentials are {@link StrictMath}'s. Immutable; any number of threads may share one. It is not
 * serialisable: workers ask for {@link #shared()}, which is loaded once a JVM (5 MB).
 */
public final class LanguageIdentifier {
  /** Version of the model and of the rules here, for manifests. */
  public static final String VERSION = "opennlp-langdetect-183-1.3.0/2";

  /** Places asked of a text that is not of one language at the first three. */
  private static final int MOST_PLACES = 7;

  /** In this order, the inner ones first: notices and footers stand at the ends. */
  private static final int[][] PLACES = {
    {},
    {0},
    {0, 1},
    {1, 0, 2},
    {1, 2, 0, 3},
    {2, 1, 3, 0, 4},
    {2, 3, 1, 4, 0, 5},
    {3, 2, 4, 1, 5, 0, 6}
  };

  private static final int FIRST_PLACES = 3;
  private static final double SURE_FROM = .97;
  private static final int LEAST_LETTERS = 8;

  /**
   * The model's sums are far too unsure as they stand (English at .02); with this factor confidence
   * and accuracy differ by less than .02 on sentences of 50 languages.
   */
  private static final float SHARPNESS = 16;

  /** Exponents below it add nothing to a share. */
  private static final float NOTHING = -20;

  /** Taken off the sum of a language that is rare in news and close to one that is not. */
  private static final float RARITY = .4f;

  /** Below it the language is und. */
  private static final double UNSURE_BELOW = .5;

  private static final class Shared {
    static final LanguageIdentifier IDENTIFIER =
        new LanguageIdentifier(LanguageModel.shipped(), LanguageLikeness.shipped());
  }

  private final LanguageModel model;
  private final String[] languages;
  private final int[] languageOf;
  private final boolean[] isRare;
  private final LanguageLikeness likeness;

  LanguageIdentifier(LanguageModel model, LanguageLikeness likeness) {
    this.model = model;
    this.likeness = likeness;
    String[] outcomes = model.languages();
    languageOf = new int[outcomes.length];
    isRare = new boolean[outcomes.length];
    List<String> codes = new ArrayList<>();
    for (int c = 0; c < outcomes.length; c++) {
      String code = LanguageCodes.shortest(outcomes[c]);
      if (!codes.contains(code)) {
        codes.add(code);
      }
      languageOf[c] = codes.indexOf(code);
      isRare[c] = LanguageCodes.isRareInNews(code);
    }
    languages = codes.toArray(String[]::new);
  }

  /** The one of this JVM. */
  public static LanguageIdentifier shared() {
    return Shared.IDENTIFIER;
  }

  /**
   * The most likely language of a text.
   *
   * @param text as it stands, any length; the same text always gives the same answer
   */
  public LanguageGuess identify(CharSequence text) {
    int places = LanguageSample.places(text, MOST_PLACES);
    Shares shares = new Shares();
    int asked = 0;
    for (int place : PLACES[places]) {
      if (asked == FIRST_PLACES && shares.most() >= SURE_FROM) {
        break;
      }
      asked++;
      shares.add(LanguageSample.of(text, place, places));
    }
    return shares.guess();
  }

  /**
   * How much of its likeliest language a sample has: the sum of its weights by the characters of
   * the sample.
   */
  Likeliest likeliest(CharSequence sample) {
    Shares shares = new Shares();
    shares.add(sample);
    int best = shares.best();
    return new Likeliest(languages[best], shares.likeness[best]);
  }

  /** A language with a sample's likeness to it. */
  record Likeliest(String language, double likeness) {}

  /** What the places of a text say together. */
  private final class Shares {
    private final double[] mass = new double[languages.length];
    private final double[] likeness = new double[languages.length];
    private final int[] votes = new int[languages.length];
    private final LanguageModel.Counted counted = new LanguageModel.Counted(model);
    private int places;

    void add(CharSequence sample) {
      if (letters(sample) < LEAST_LETTERS) {
        return;
      }
      places++;
      float[] sums = model.sums(sample, counted);
      float most = Float.NEGATIVE_INFINITY;
      int best = 0;
      for (int c = 0; c < sums.length; c++) {
        float sum = sums[c] - (isRare[c] ? RARITY : 0);
        best = sum > most ? c : best;
        most = Math.max(most, sum);
      }
      double total = 0;
      double[] here = new double[mass.length];
      for (int c = 0; c < sums.length; c++) {
        float exponent = (sums[c] - (isRare[c] ? RARITY : 0) - most) * SHARPNESS;
        if (exponent > NOTHING) {
          double part = StrictMath.exp(exponent);
          here[languageOf[c]] += part;
          total += part;
        }
      }
      for (int language = 0; language < here.length; language++) {
        mass[language] += here[language] / total;
      }
      votes[languageOf[best]]++;
      likeness[languageOf[best]] += sums[best] / sample.length();
    }

    private int best() {
      int best = 0;
      for (int language = 1; language < mass.length; language++) {
        best = mass[language] > mass[best] ? language : best;
      }
      return best;
    }

    double most() {
      return places == 0 ? 0 : mass[best()] / places;
    }

    LanguageGuess guess() {
      if (places == 0) {
        return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
      }
      int best = best();
      double confidence = most();
      if (votes[best] > 0) {
        confidence *=
            LanguageIdentifier.this.likeness.factor(languages[best], likeness[best] / votes[best]);
      }
      return new LanguageGuess(
          confidence < UNSURE_BELOW ? LanguageGuess.UNKNOWN : languages[best], confidence);
    }
  }

  private static int letters(CharSequence sample) {
    int letters = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      // A character of Han, kana or Hangul says as much as some letters elsewhere.
      letters += c >= 0x3040 && c <= 0xD7AF ? 3 : Character.isLetter(c) ? 1 : 0;
    }
    return letters;
  }
}
