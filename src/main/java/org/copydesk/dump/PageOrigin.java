package org.copydesk.dump;

import java.time.Instant;
import org.copydesk.model.Page;
import org.copydesk.model.Rights;

/** What a container says of a page, beside its payload; every field may be null. */
record PageOrigin(
    String sourceId,
    Instant fetchedAt,
    String url,
    String title,
    String publishedAt,
    String metadata,
    String byline,
    String site,
    Rights rights,
    boolean isTruncated) {
  static final PageOrigin UNKNOWN = new PageOrigin(null, null, null, null, null, null, null, null);

  /** Of a container that says nothing of rights. */
  PageOrigin(
      String sourceId,
      Instant fetchedAt,
      String url,
      String title,
      String publishedAt,
      String metadata,
      String byline,
      String site) {
    this(sourceId, fetchedAt, url, title, publishedAt, metadata, byline, site, Rights.NONE, false);
  }

  /**
   * @param siteOfFile name of the site that the user's rule gives the file; null for none
   */
  Page page(String sourceFile, long record, Page.Kind kind, byte[] payload, String siteOfFile) {
    return new Page(
        sourceFile,
        record,
        sourceId,
        fetchedAt,
        url,
        title,
        publishedAt,
        metadata,
        kind,
        payload,
        byline,
        site != null ? site : siteOfFile,
        rights,
        isTruncated);
  }
}
