package org.copydesk.row;

import java.time.Instant;
import org.copydesk.table.Means;
import org.copydesk.table.OwnText;
import org.copydesk.table.PageWords;

/** A state of a story's text at one address, or of one site. */
public record VersionRow(
    @Means("row of stories") String storyId,
    @Means("address it was first seen at") @OwnText String url,
    @Means("place in its chain, from 1") Long n,
    @Means("id of the text, in articles or in removed") @OwnText String articleId,
    @Means("when it was first crawled, or else published") Instant seenAt,
    @Means("when it became so, as the page says") Instant modifiedAt,
    @Means("paragraphs the state before did not have; null in the first") Long added,
    @Means("paragraphs of the state before that are gone; null in the first") Long removed,
    @Means("with --keep-version-text, else null") @OwnText @PageWords String text,
    @Means("id of the chain's last text") String chain,
    @Means("the article that is kept for it") String keptId,
    @Means("to the state before: grown, cut, changed, rewritten or arranged; null in the first")
        String relation,
    @Means("when it was last crawled, or else published") Instant lastSeenAt,
    @Means("site it was first seen on") String site) {}
