package org.copydesk.segment;

import java.util.EnumMap;
import java.util.Map;
import org.copydesk.model.Confidence;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.words.WordLists;

/**
 * Gives the probability that a field is right from what speaks for it and against it: a logistic
 * regression a field, whose outcome is calibrated by its making. Its weights stand in {@code
 * confidence.txt} by source, field and sign, learned by {@code copydesk train confidence}.
 */
public final class ConfidenceModel {
  /** Of what stands in the file and of what is stored. */
  public static final int VERSION = 4;

  /** Nothing is surer than this: as many pages as taught it could not show more. */
  private static final double SUREST = .995;

  /** Thousandths: calibration is known to some hundredths, and the rest would only take room. */
  private static final double STEPS = 1000;

  private final Map<Field, double[]> weights;

  /**
   * @param weights by field, in the order of the signs; a field that is missing has no confidence
   */
  public ConfidenceModel(Map<Field, double[]> weights) {
    this.weights = new EnumMap<>(Field.class);
    this.weights.putAll(weights);
  }

  /**
   * The one that comes with the program.
   *
   * @param source {@code html} or {@code text}
   */
  public static <S extends Enum<S>> ConfidenceModel shipped(String source, Class<S> signs) {
    Map<Field, double[]> weights = new EnumMap<>(Field.class);
    for (String[] row : WordLists.rows(ConfidenceModel.class, "confidence.txt")) {
      if (row[0].equals(source)) {
        weights
                .computeIfAbsent(
                    Field.valueOf(row[1]), field -> new double[signs.getEnumConstants().length])[
                Enum.valueOf(signs, row[2]).ordinal()] =
            Double.parseDouble(row[3]);
      }
    }
    return new ConfidenceModel(weights);
  }

  /**
   * The probability that a field is right; null where the model says nothing of it.
   *
   * @param signs by their number
   */
  public Double of(Field field, double[] signs) {
    double[] own = weights.get(field);
    if (own == null) {
      return null;
    }
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += own[i] * signs[i];
    }
    // StrictMath: the same bits on every machine.
    double chance = 1 / (1 + StrictMath.exp(-sum));
    double bounded = Math.max(1 - SUREST, Math.min(SUREST, chance));
    return Math.rint(bounded * STEPS) / STEPS;
  }

  /** That of the fields that an article has. */
  public static Confidence confidence(
      ConfidenceModel model,
      double[] signs,
      boolean hasTitle,
      boolean hasDate,
      boolean hasAuthors) {
    return new Confidence(
        model.of(Field.BODY, signs),
        hasTitle ? model.of(Field.TITLE, signs) : null,
        hasDate ? model.of(Field.PUBLISHED_AT, signs) : null,
        hasAuthors ? model.of(Field.AUTHORS, signs) : null);
  }
}
