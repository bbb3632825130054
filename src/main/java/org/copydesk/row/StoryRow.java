package org.copydesk.row;

import java.time.Instant;
import java.util.List;
import org.copydesk.table.Means;
import org.copydesk.table.OwnText;

/** A story that has more than one article, copy or version. */
public record StoryRow(
    @Means("the smallest id of its articles") @OwnText String id,
    @Means("article that had it first, here or in removed; null when unknown") @OwnText
        String originId,
    @Means("canonical, credit, published or crawled: by what that is known") String originEvidence,
    @Means("sites that ran it, the first first") List<String> outlets,
    @Means("when a page of it was first crawled, or else published") Instant firstSeen,
    @Means("when one last was") Instant lastSeen,
    @Means("articles of it that are kept") Long articles,
    @Means("pages of it that lost to one of them") Long copies,
    @Means("states of its texts, rows of versions") Long versions,
    @Means("site of the page that had it first") String originSite,
    @Means("its address") @OwnText String originUrl,
    @Means("file it stood in") String originSourceFile,
    @Means("record of that file") Long originSourceRecord) {}
