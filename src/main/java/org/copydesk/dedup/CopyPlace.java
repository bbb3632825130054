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
    String provider)
    implements DatedPage {

  /** A place of which nothing else is known. */
  public CopyPlace(String sourceFile, long sourceRecord, String url) {
    this(sourceFile, sourceRecord, url, null, null, null, null, null);
  }
}
