package org.copydesk.story;

import java.util.Locale;

/** By what the origin of a story is known, the strongest first. */
public enum OriginEvidence {
  /** A page on another site says it lives there. */
  CANONICAL,
  /** A credit line names the outlet. */
  CREDIT,
  /** No other page can have been published as early. */
  PUBLISHED,
  /** It was crawled long before any other. */
  CRAWLED;

  /** The name as it is stored, for example {@code canonical}. */
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
