package org.copydesk.segment;

import java.util.EnumMap;
import java.util.Map;
import org.copydesk.model.Confidence;
import org.copydesk.model.Confidence.Field;
import org.copydesk.segment.words.WordLists;

/**
 * Gives the probability that a field is right from what speaks for it and against it: a logistic
 * regression a field, whose outcome is calibrated by its making, below a ceiling where some of a
 * field's mistakes show in no sign. Weights and ceilings stand in {@code confidence.txt} by source,
 * field and sign, learned by {@code copydesk train confidence}.
 */
public final class ConfidenceModel {
  /** Of what stands in the file and of what is stored. */
  public static final int VERSION = 6;

  /** Nothing is surer than this: as many pages as taught it could not show more. */
  private static final double SUREST = .995;

  /** Thousandths: calibration is known to some hundredths, and the rest would only take room. */
  private static final double STEPS = 1000;

  /** In the place of a sign: what no probability of a field exceeds. */
  public static final String CEILING = "CEILING";

  /**
   * What is learned of a field: the upper asymptote of a four-parameter logistic model (Barton and
   * Lord 1981) and the weights of signs.
   *
   * @param ceiling of the probability; 1 where the signs tell all
   * @param ofSigns by their number
   */
  public record Weights(double ceiling, double[] ofSigns) {
    /** The probability for some signs, before it is bounded and rounded. */
    public double chance(double[] signs) {
      double sum = 0;
      for (int i = 0; i < ofSigns.length; i++) {
        sum += ofSigns[i] * signs[i];
      }
      // StrictMath: the same bits on every machine.
      return ceiling / (1 + StrictMath.exp(-sum));
    }
  }

  private final Map<Field, Weights> weights;

  /**
   * @param weights by field; a field that is missing has no confidence
   */
  public ConfidenceModel(Map<Field, Weights> weights) {
    this.weights = new EnumMap<>(Field.class);
    this.weights.putAll(weights);
  }

  /**
   * The one that comes with the program.
   *
   * @param source {@code html} or {@code text}
   */
  public static <S extends Enum<S>> ConfidenceModel shipped(String source, Class<S> signs) {
    Map<Field, Weights> weights = new EnumMap<>(Field.class);
    for (String[] row : WordLists.rows(ConfidenceModel.class, "confidence.txt")) {
      if (row[0].equals(source)) {
        double value = Double.parseDouble(row[3]);
        if (row[2].equals(CEILING)) {
          // The first row of its field.
          double[] none = new double[signs.getEnumConstants().length];
          weights.put(Field.valueOf(row[1]), new Weights(value, none));
        } else {
          weights.get(Field.valueOf(row[1])).ofSigns()[Enum.valueOf(signs, row[2]).ordinal()] =
              value;
        }
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
    Weights own = weights.get(field);
    if (own == null) {
      return null;
    }
    double bounded = Math.max(1 - SUREST, Math.min(SUREST, own.chance(signs)));
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
