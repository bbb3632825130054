package org.copydesk.dump;

import java.time.Instant;
import org.copydesk.model.Page;

/** What a container says of a page, beside its payload; every field may be null. */
record PageOrigin(
    String sourceId,
    Instant fetchedAt,
    String url,
    String title,
    String publishedAt,
    String metadata,
    String byline,
    String site) {
  static final PageOrigin UNKNOWN = new PageOrigin(null, null, null, null, null, null, null, null);

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
        site != null ? site : siteOfFile);
  }
}
