package org.copydesk.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.ConfidenceModel;

/** How well confidence says how often fields are right. */
final class Calibration {
  private static final int BINS = 10;

  private record Judged(double confidence, boolean isRight) {}

  /**
   * Of a field.
   *
   * @param fields that were judged
   * @param ece expected calibration error (Naeini et al. 2015) over ten equal widths: by how much
   *     confidence and share of right ones differ, weighed by fields
   * @param wrong share of wrong fields
   * @param wrongWithoutWorst the same without the tenth of least confidence
   * @param logLoss mean of -ln of what the outcome was given
   */
  record Figures(int fields, double ece, double wrong, double wrongWithoutWorst, double logLoss) {}

  private final Map<Field, List<Judged>> judged = new EnumMap<>(Field.class);

  void add(ConfidenceTrainer.Example example, ConfidenceModel model) {
    example
        .right()
        .forEach(
            (field, isRight) -> {
              Double confidence = model.of(field, example.signs());
              if (confidence != null) {
                judged
                    .computeIfAbsent(field, one -> new ArrayList<>())
                    .add(new Judged(confidence, isRight));
              }
            });
  }

  /** Figures by field. */
  Map<Field, Figures> figures() {
    Map<Field, Figures> figures = new EnumMap<>(Field.class);
    judged.forEach((field, all) -> figures.put(field, figures(all)));
    return figures;
  }

  private static Figures figures(List<Judged> all) {
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    double loss = 0;
    for (Judged one : all) {
      int bin = Math.min(BINS - 1, (int) (one.confidence() * BINS));
      confidence[bin] += one.confidence();
      right[bin] += one.isRight() ? 1 : 0;
      loss -= StrictMath.log(one.isRight() ? one.confidence() : 1 - one.confidence());
    }
    double ece = 0;
    for (int bin = 0; bin < BINS; bin++) {
      ece += Math.abs(confidence[bin] - right[bin]) / all.size();
    }
    List<Judged> sorted =
        all.stream().sorted(Comparator.comparingDouble(Judged::confidence)).toList();
    // Rounded up: of 105 fields eleven are left out.
    int worst = (all.size() + 9) / 10;
    return new Figures(
        all.size(),
        ece,
        wrong(sorted),
        wrong(sorted.subList(worst, sorted.size())),
        loss / all.size());
  }

  private static double wrong(List<Judged> all) {
    long wrong = all.stream().filter(one -> !one.isRight()).count();
    return all.isEmpty() ? 0 : (double) wrong / all.size();
  }

  /** A line a field. */
  String text(String name) {
    StringBuilder out = new StringBuilder();
    figures()
        .forEach(
            (field, of) ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "%-16s %-12s %4d  ECE %.3f  wrong %.3f, without the worst tenth %.3f  log"
                            + " loss %.3f%n",
                        name,
                        field.name().toLowerCase(Locale.ROOT),
                        of.fields(),
                        of.ece(),
                        of.wrong(),
                        of.wrongWithoutWorst(),
                        of.logLoss())));
    return out.toString();
  }
}
