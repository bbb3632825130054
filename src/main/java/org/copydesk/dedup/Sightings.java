package org.copydesk.dedup;

import java.time.Instant;

/**
 * When and where a teaser was seen.
 *
 * @param first when its first page was crawled; null when unknown
 * @param last when its last was; null when unknown
 * @param onFronts times it was seen on a page that has no article of its own
 * @param unit smallest number of a unit with such a page; {@link #NO_UNIT} when unknown
 */
public record Sightings(Instant first, Instant last, long onFronts, int unit) {
  /** Above all numbers of units. */
  public static final int NO_UNIT = Integer.MAX_VALUE;

  /** None, or none of which anything is known. */
  public static final Sightings NONE = new Sightings(null, null, 0, NO_UNIT);

  /** Of one occurrence. */
  static Sightings of(Instant seenAt, boolean isOnFront) {
    return new Sightings(seenAt, seenAt, isOnFront ? 1 : 0, NO_UNIT);
  }

  /** The same where all are of one unit. */
  Sightings in(int number) {
    return new Sightings(first, last, onFronts, number);
  }

  /** These and others, in any order the same. */
  Sightings plus(Sightings other) {
    boolean isFirst = first != null && (other.first == null || !other.first.isBefore(first));
    boolean isLast = last != null && (other.last == null || !other.last.isAfter(last));
    return new Sightings(
        isFirst ? first : other.first,
        isLast ? last : other.last,
        onFronts + other.onFronts,
        Math.min(unit, other.unit));
  }
}
