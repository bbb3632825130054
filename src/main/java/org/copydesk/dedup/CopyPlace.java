package org.copydesk.dedup;

import java.time.Instant;

/**
 * Where a copy stood, and what is known of it there.
 *
 * @param url null when unknown
 * @param site null when unknown
 * @param fetchedAt when it was crawled; null when unknown
 * @param publishedAt null when unknown
 * @param modifiedAt null when unknown
 * @param provider its credit line; null when none
 */
public record CopyPlace(
    String sourceFile,
    long sourceRecord,
    String url,
    String site,
    Instant fetchedAt,
    Instant publishedAt,
    Instant modifiedAt,
    String provider) {

  /** A place of which nothing else is known. */
  public CopyPlace(String sourceFile, long sourceRecord, String url) {
    this(sourceFile, sourceRecord, url, null, null, null, null, null);
  }

  /** When it was seen: crawled or, where that is not known, published; null where neither is. */
  Instant seenAt() {
    return fetchedAt == null ? publishedAt : fetchedAt;
  }

  /** When its text became what it is, as the page says; null where it says nothing. */
  Instant changedAt() {
    boolean isModified =
        modifiedAt != null && (publishedAt == null || modifiedAt.isAfter(publishedAt));
    return isModified ? modifiedAt : publishedAt;
  }
}
