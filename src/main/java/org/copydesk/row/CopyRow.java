package org.copydesk.row;

import java.time.Instant;
import org.copydesk.table.Means;
import org.copydesk.table.PageWords;

/** Another member of an article's cluster. */
public record CopyRow(
    @Means("file the copy stood in") String sourceFile,
    @Means("its record in that file") Long sourceRecord,
    @Means("its address") String url,
    @Means("exact, near or version") String kind,
    @Means("jaccard or containment; null for exact copies") String measure,
    @Means("by that measure; 1 for exact copies") Double similarity,
    @Means("when it was crawled") Instant fetchedAt,
    @Means("its credit line") @PageWords String provider,
    @Means("its site, as in sites") String site,
    @Means("its publication, UTC") Instant publishedAt,
    @Means("when it was last changed, UTC") Instant modifiedAt) {}
