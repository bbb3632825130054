package org.copydesk.dedup;

import java.time.Instant;

/** A page, with what it says of its times and what its crawl does. Anything may be null. */
public interface DatedPage {
  /** Where it stood. */
  String url();

  /** When it was published, as it says. */
  Instant publishedAt();

  /** When it was last changed, as it says. */
  Instant modifiedAt();

  /** When it was crawled. */
  Instant fetchedAt();

  /** When it was seen: crawled or, where that is not known, published. */
  default Instant seenAt() {
    return fetchedAt() == null ? publishedAt() : fetchedAt();
  }

  /** When its text became what it is, as the page says. */
  default Instant changedAt() {
    Instant published = publishedAt();
    Instant modified = modifiedAt();
    boolean isModified = modified != null && (published == null || modified.isAfter(published));
    return isModified ? modified : published;
  }
}
