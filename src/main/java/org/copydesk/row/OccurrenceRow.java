package org.copydesk.row;

import java.time.Instant;
import org.copydesk.table.Means;

/** A place where a teaser was seen. */
public record OccurrenceRow(
    @Means("row of teasers") String teaserId,
    @Means("file it was seen in") String sourceFile,
    @Means("record of that file") Long sourceRecord,
    @Means("first byte in the payload") Long spanStart,
    @Means("byte after the last") Long spanEnd,
    @Means("site of the page, as in sites") String site,
    @Means("address of the page") String url,
    @Means("when the page was crawled") Instant seenAt,
    @Means("place in its list, from 0") Long position,
    @Means("which list of the page, from 0") Long list,
    @Means("whether the page has no article of its own") Boolean front) {}
