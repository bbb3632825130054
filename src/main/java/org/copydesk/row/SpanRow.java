package org.copydesk.row;

import org.copydesk.table.Means;

/** A run of bytes of a page, labelled. */
public record SpanRow(
    @Means("file of the page") String sourceFile,
    @Means("record of that file") Long sourceRecord,
    @Means("first byte in the payload") Long start,
    @Means("byte after the last") Long end,
    @Means("what the bytes are") String label,
    @Means("name of the rule that decided") String rule) {}
