package org.copydesk.model;

import java.util.Locale;

/** The stage that told a loss: the closed list behind {@code rejects.stage}. */
public enum RejectStage {
  /** Before sites were learned. */
  SAMPLE,
  READ,
  SEGMENT;

  private final String stored = name().toLowerCase(Locale.ROOT);

  public String stored() {
    return stored;
  }
}
