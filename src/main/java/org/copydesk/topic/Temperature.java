package org.copydesk.topic;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The temperature at which a model's probabilities fit what it got right (Guo et al. 2017), for
 * texts of some lengths: short texts are under-sure and long ones over-sure at one for all.
 *
 * @param from least number of a text's rows that were trained; that of the first band is 0
 * @param value sums are divided by it before the softmax
 */
@JsonPropertyOrder({"from", "value"})
public record Temperature(int from, double value) {
  private static final double LOWEST = .2;
  private static final double HIGHEST = 4;
  private static final double STEP = .02;

  /**
   * Known words from which a band begins: a headline, a snippet, a brief, an article, a long one.
   */
  private static final int[] BANDS = {0, 12, 24, 48, 96};

  /** A band of fewer texts is too small to be fitted by itself: it gets what fits all. */
  private static final int LEAST_TEXTS = 200;

  /** The temperature for a text with so many known rows. */
  static double at(int known, List<Temperature> bands) {
    double value = bands.get(0).value();
    for (Temperature band : bands) {
      if (known >= band.from()) {
        value = band.value();
      }
    }
    return value;
  }

  /**
   * A temperature a band of lengths, each the step from .2 to 4 with the least cross-entropy to the
   * labels' shares: a teacher that is not sure is not to be matched by a model that is. Texts count
   * whole and by their leads.
   */
  static List<Temperature> fit(LinearWeights weights, List<TrainingText> texts) {
    List<List<Scored>> byBand = new ArrayList<>();
    for (int ignored : BANDS) {
      byBand.add(new ArrayList<>());
    }
    List<Scored> all = new ArrayList<>();
    for (TrainingText text : texts) {
      for (WordFeatures features : new WordFeatures[] {text.features(), text.lead()}) {
        if (features != null) {
          double[] scores = new double[weights.classes()];
          int known = weights.score(features, scores);
          Scored scored = new Scored(scores, text.target());
          all.add(scored);
          byBand.get(band(known)).add(scored);
        }
      }
    }
    double ofAll = fit(all);
    List<Temperature> bands = new ArrayList<>();
    for (int b = 0; b < BANDS.length; b++) {
      List<Scored> own = byBand.get(b);
      bands.add(new Temperature(BANDS[b], own.size() < LEAST_TEXTS ? ofAll : fit(own)));
    }
    return bands;
  }

  private record Scored(double[] scores, float[] target) {}

  private static int band(int known) {
    int band = 0;
    while (band + 1 < BANDS.length && known >= BANDS[band + 1]) {
      band++;
    }
    return band;
  }

  private static double fit(List<Scored> texts) {
    double best = 1;
    double least = Double.MAX_VALUE;
    int steps = (int) Math.round((HIGHEST - LOWEST) / STEP);
    for (int step = 0; step <= steps; step++) {
      double temperature = Math.rint((LOWEST + step * STEP) * 100) / 100;
      double loss = 0;
      for (Scored text : texts) {
        double[] scaled = text.scores().clone();
        for (int c = 0; c < scaled.length; c++) {
          scaled[c] /= temperature;
        }
        double[] probabilities = Softmax.of(scaled);
        for (int c = 0; c < probabilities.length; c++) {
          if (text.target()[c] > 0) {
            loss -= text.target()[c] * StrictMath.log(Math.max(1e-12, probabilities[c]));
          }
        }
      }
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }
}
