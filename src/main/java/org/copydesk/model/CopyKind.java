package org.copydesk.model;

import java.util.Locale;

/** What a member of a cluster is to the article that is kept. */
public enum CopyKind {
  /** It has the same words. */
  EXACT(RemovalReason.EXACT_DUPLICATE),
  NEAR(RemovalReason.NEAR_DUPLICATE),
  /** Another state of the story. */
  VERSION(RemovalReason.VERSION);

  private final RemovalReason removedAs;
  private final String stored = name().toLowerCase(Locale.ROOT);

  CopyKind(RemovalReason removedAs) {
    this.removedAs = removedAs;
  }

  /** The name in {@code copies.kind}. */
  public String stored() {
    return stored;
  }

  /** Why such a copy is removed, where copies are. */
  public RemovalReason removedAs() {
    return removedAs;
  }
}
