package org.copydesk.model;

import java.util.Locale;

/** How exactly a date is known: the values of the column {@code published_precision}. */
public enum DatePrecision {
  DAY,
  MINUTE,
  SECOND;

  /** The name as it is stored, for example {@code day}. */
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
