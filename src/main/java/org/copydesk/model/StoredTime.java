package org.copydesk.model;

import java.time.Instant;

/** Which points in time a corpus may hold: those of the years 1 to 9999, as SQL and Python do. */
public final class StoredTime {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private StoredTime() {}

  /** The same instant; null when it is null or cannot be stored. */
  public static Instant orNull(Instant instant) {
    return instant == null || instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
  }

  /** Microseconds since 1970; null when there is no such instant. */
  public static Long micros(Instant instant) {
    Instant stored = orNull(instant);
    return stored == null
        ? null
        : (Long) (stored.getEpochSecond() * 1_000_000 + stored.getNano() / 1000);
  }
}
