package org.copydesk.model;

import java.time.Instant;

/**
 * One record of a dump that may hold an article: its payload and where it came from.
 *
 * @param sourceFile path below the fixed part of the input's glob
 * @param sourceRecord place of the record in its file, from 0
 * @param sourceId the record's own id (WARC-Record-ID, JSON {@code id}); null when it has none
 * @param fetchedAt when it was crawled; null when unknown
 * @param url address of the page; null when unknown
 * @param title title the container gives (JSON {@code title}); null when it gives none
 * @param publishedAt date the container gives (JSON {@code date}), as written; null when none
 * @param metadata JSON object text of what else the container carried; null when nothing
 * @param kind how the payload is to be read
 * @param payload the record's bytes, UTF-8; spans count in them
 * @param byline authors the container names (JSON {@code author}); null when it names none
 * @param site name of its site, where the user says what that is taken from; null to find it
 * @param rights what its container says may be done with it
 * @param isTruncated whether its container holds only its beginning
 */
public record Page(
    String sourceFile,
    long sourceRecord,
    String sourceId,
    Instant fetchedAt,
    String url,
    String title,
    String publishedAt,
    String metadata,
    Kind kind,
    byte[] payload,
    String byline,
    String site,
    Rights rights,
    boolean isTruncated) {

  /** A record whose container says nothing of rights. */
  public Page(
      String sourceFile,
      long sourceRecord,
      String sourceId,
      Instant fetchedAt,
      String url,
      String title,
      String publishedAt,
      String metadata,
      Kind kind,
      byte[] payload,
      String byline,
      String site) {
    this(
        sourceFile,
        sourceRecord,
        sourceId,
        fetchedAt,
        url,
        title,
        publishedAt,
        metadata,
        kind,
        payload,
        byline,
        site,
        Rights.NONE,
        false);
  }

  /** A record whose container names no authors, of a site that is to be found. */
  public Page(
      String sourceFile,
      long sourceRecord,
      String sourceId,
      Instant fetchedAt,
      String url,
      String title,
      String publishedAt,
      String metadata,
      Kind kind,
      byte[] payload) {
    this(
        sourceFile,
        sourceRecord,
        sourceId,
        fetchedAt,
        url,
        title,
        publishedAt,
        metadata,
        kind,
        payload,
        null,
        null);
  }

  /** How a payload is to be read. */
  public enum Kind {
    /** Plain text in which the article and what the site put around it are mixed. */
    TEXT,
    /** Text that is an article's body already and is not segmented. */
    BODY,
    /** HTML, decoded to UTF-8. */
    HTML
  }

  /** The same record with another payload, to be read as {@code kind}. */
  public Page withPayload(Kind kind, byte[] payload) {
    return new Page(
        sourceFile,
        sourceRecord,
        sourceId,
        fetchedAt,
        url,
        title,
        publishedAt,
        metadata,
        kind,
        payload,
        byline,
        site,
        rights,
        isTruncated);
  }

  /** The same record with another title. */
  public Page withTitle(String title) {
    return new Page(
        sourceFile,
        sourceRecord,
        sourceId,
        fetchedAt,
        url,
        title,
        publishedAt,
        metadata,
        kind,
        payload,
        byline,
        site,
        rights,
        isTruncated);
  }

  /** A page of plain text with nothing known but its place. */
  public static Page text(String sourceFile, long sourceRecord, byte[] payload) {
    return new Page(
        sourceFile, sourceRecord, null, null, null, null, null, null, Kind.TEXT, payload);
  }
}
