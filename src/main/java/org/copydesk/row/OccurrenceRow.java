package org.copydesk.row;

import org.copydesk.table.Means;

/** A place where a teaser was seen. */
public record OccurrenceRow(
    @Means("row of teasers") String teaserId,
    @Means("file it was seen in") String sourceFile,
    @Means("record of that file") Long sourceRecord,
    @Means("first byte in the payload") Long spanStart,
    @Means("byte after the last") Long spanEnd) {}
