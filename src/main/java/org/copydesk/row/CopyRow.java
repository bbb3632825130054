package org.copydesk.row;

import org.copydesk.table.Means;

/** Another member of an article's cluster. */
public record CopyRow(
    @Means("file the copy stood in") String sourceFile,
    @Means("its record in that file") Long sourceRecord,
    @Means("its address") String url,
    @Means("exact, near or version") String kind,
    @Means("jaccard or containment; null for exact copies") String measure,
    @Means("by that measure; 1 for exact copies") Double similarity) {}
