package org.copydesk.compare;

import java.util.List;

/**
 * A row that is not the same in two generations.
 *
 * @param table its table
 * @param kind {@code added}, {@code removed}, {@code changed}, {@code reclustered}, {@code moved},
 *     {@code relinked}, {@code recounted}, {@code reidentified}
 * @param id of the row; of the new one where there are two
 * @param wasId id in the old generation where it is another; else null
 * @param title for a person; null where it has none
 * @param url its address; null where it has none
 * @param sourceFile where it was read; null in a table without
 * @param sourceRecord record of that file
 * @param columns that differ; empty for added and removed rows
 * @param reason why it is not kept in the new generation (removed) or was not in the old one
 *     (added): a reason of the table {@code removed}; null where it was not in the input
 * @param keptId the article it lost to; null where it lost to none
 */
public record RowChange(
    String table,
    String kind,
    String id,
    String wasId,
    String title,
    String url,
    String sourceFile,
    long sourceRecord,
    List<String> columns,
    String reason,
    String keptId) {}
