package org.copydesk.model;

import java.util.Locale;

/**
 * Why an article was removed: the names of {@code removed.reason} that are ours. A quality rule has
 * a name of its own, and none of these.
 */
public enum RemovalReason {
  EXACT_DUPLICATE,
  NEAR_DUPLICATE,
  /** Another state of the story is kept. */
  VERSION,
  /** It stands on the suppression list. */
  SUPPRESSED,
  /** It holds a text of a benchmark. */
  CONTAMINATED;

  private final String stored = name().toLowerCase(Locale.ROOT);

  public String stored() {
    return stored;
  }

  /** Whether it lost to an article of its cluster. */
  public boolean isCopy() {
    return this != SUPPRESSED && this != CONTAMINATED;
  }
}
