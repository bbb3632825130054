package org.copydesk.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.copydesk.model.DatePrecision;

/**
 * When a page may have been published: "5 March" is any time of that day, and a page without a date
 * is any time before it was crawled.
 *
 * @param from earliest
 * @param end after the latest
 */
record PublishedSpan(Instant from, Instant end) {
  private static final Duration DAY = Duration.ofDays(1);

  static PublishedSpan of(StoryPage page) {
    Instant at = page.publishedAt();
    if (at == null) {
      Instant end = page.fetchedAt() == null ? Instant.MAX : page.fetchedAt().plusSeconds(1);
      return new PublishedSpan(Instant.MIN, end);
    }
    return new PublishedSpan(at, at.plus(width(at, page.precision())));
  }

  /** Where a page does not tell how exact it is, midnight is taken for a day. */
  private static Duration width(Instant at, DatePrecision precision) {
    boolean isMidnight = at.equals(at.truncatedTo(ChronoUnit.DAYS));
    if (precision == DatePrecision.DAY || (precision == null && isMidnight)) {
      return DAY;
    }
    return precision == DatePrecision.SECOND ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
  }

  /** Whether every time of this is before every time of another. */
  boolean isBefore(PublishedSpan other) {
    return !end.isAfter(other.from);
  }

  boolean isBefore(PublishedSpan other, Duration by) {
    return !other.from.equals(Instant.MIN)
        && !end.equals(Instant.MAX)
        && !end.plus(by).isAfter(other.from);
  }
}
