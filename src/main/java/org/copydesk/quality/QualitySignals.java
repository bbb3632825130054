package org.copydesk.quality;

import java.util.Arrays;

/** The figures of one text: a value for each {@link Signal}, in its order. */
public final class QualitySignals {
  /** Version of the definitions, for manifests. */
  public static final int VERSION = 5;

  private final double[] values;

  private QualitySignals(double[] values) {
    this.values = values;
  }

  /** From values in the order of {@link Signal}; the inverse of {@link #values()}. */
  public static QualitySignals of(double[] values) {
    if (values.length != Signal.values().length) {
      throw new IllegalArgumentException(Signal.values().length + " signals, not " + values.length);
    }
    return new QualitySignals(values.clone());
  }

  /** The same with another value of a signal, of one that no text tells. */
  public QualitySignals with(Signal signal, double value) {
    QualitySignals all = of(values);
    all.values[signal.ordinal()] = value;
    return all;
  }

  public double value(Signal signal) {
    return values[signal.ordinal()];
  }

  /** All values in the order of {@link Signal}. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QualitySignals signals && Arrays.equals(values, signals.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Signal signal : Signal.values()) {
      out.append(signal.key()).append('=').append(value(signal)).append(' ');
    }
    return out.toString().trim();
  }
}
