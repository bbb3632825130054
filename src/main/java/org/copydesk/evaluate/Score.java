package org.copydesk.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Precision, recall and their harmonic mean; 1 where nothing was to be found and nothing was.
 *
 * @param precision share of what was found that is right
 * @param recall share of what is right that was found
 */
public record Score(double precision, double recall) {

  /** From counts. */
  static Score of(long hits, long found, long gold) {
    if (found == 0 && gold == 0) {
      return new Score(1, 1);
    }
    return new Score(found == 0 ? 0 : (double) hits / found, gold == 0 ? 0 : (double) hits / gold);
  }

  /** A part of some; 1 where there are none. */
  static double share(long part, long of) {
    return of == 0 ? 1 : (double) part / of;
  }

  @JsonProperty
  public double f1() {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }
}
