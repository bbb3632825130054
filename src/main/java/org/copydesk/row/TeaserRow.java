package org.copydesk.row;

import java.time.Instant;
import org.copydesk.table.Means;
import org.copydesk.table.OwnText;
import org.copydesk.table.PageWords;

/** A teaser, however often it was seen. */
public record TeaserRow(
    @Means("32 hex digits from normalised title and snippet") @OwnText String id,
    @Means("headline of the announced article") @OwnText @PageWords String title,
    @Means("its first words, without truncation sign and marker") @OwnText @PageWords
        String snippet,
    @Means("the words that asked to read on") @PageWords String marker,
    @Means("whether the snippet was cut") Boolean truncated,
    @Means("link target") @OwnText String url,
    @Means("ISO 639 code, und when unsure") String language,
    @Means("times it was seen") Long occurrences,
    @Means("pages it was seen on") Long pages,
    @Means("sites it was seen on") Long sites,
    @Means("spellings folded into this row") Long variants,
    @Means("the article it announces") String articleId,
    @Means("how that was found") String linkMethod,
    @Means("share of the snippet found in the article, in order") Double linkContainment,
    @Means("qcode; null when unsure") String topic,
    @Means("its probability") Double topicConfidence,
    @Means("when the first page that showed it was crawled") Instant firstSeen,
    @Means("when the last one was") Instant lastSeen,
    @Means("share of its occurrences on pages without an article of their own")
        Double frontShare) {}
