package org.copydesk.row;

import java.time.Instant;
import java.util.List;
import org.copydesk.quality.QualitySignals;
import org.copydesk.table.MadeOf;
import org.copydesk.table.Means;
import org.copydesk.table.OwnText;
import org.copydesk.table.PageWords;

/** An article of the corpus: one that is kept, or a copy that stays, marked. */
public record ArticleRow(
    @Means("32 hex digits from normalised title and text") @OwnText String id,
    @Means("file the kept copy stood in") String sourceFile,
    @Means("its record in that file, from 0") Long sourceRecord,
    @Means("the record's own id") @OwnText String sourceId,
    @Means("when the page was crawled") Instant fetchedAt,
    @Means("address of the page") @OwnText String url,
    @Means("host, or the name the site was learned under") String site,
    @Means("headline") @OwnText @PageWords String title,
    @Means("line that names the authors, as printed") String byline,
    @Means("names taken from the byline or metadata; empty where none are known")
        List<String> authors,
    @Means("place and date as printed before the text") @PageWords String dateline,
    @Means("publication time, UTC") Instant publishedAt,
    @Means("credit line") @PageWords String provider,
    @Means("ISO 639 code, und when unsure") String language,
    @Means("confidence of the identifier") Double languageConfidence,
    @Means("body paragraphs and subheads joined by a blank line") @OwnText @PageWords String text,
    @Means("tokens of the text") Long wordCount,
    @Means("qcode of the first topic; null when unsure") String topic,
    @Means("its label") String topicLabel,
    @Means("its probability; null when topic is") Double topicConfidence,
    @Means("topics that are at least likely") List<TopicRow> topics,
    @Means("id of the cluster's survivor") @OwnText String clusterId,
    @Means("articles the cluster had, with this one; null on a marked copy") Long clusterSize,
    @Means("the other members, at most 256") List<CopyRow> copies,
    @Means("whether there were more") Boolean copiesTruncated,
    @Means("signals of quality") @MadeOf(SignalFields.class) QualitySignals quality,
    @Means("counts of personal data found") PersonalDataRow pii,
    @Means("JSON text of what else the input carried") @OwnText @PageWords(json = true)
        String metadata,
    @Means("exact, near or version; null unless a marked copy") String copyKind,
    @Means("jaccard or containment; null unless a marked copy") String copyMeasure,
    @Means("to the cluster's survivor; null unless a marked copy") Double copySimilarity,
    @Means("when the text was last changed, UTC") Instant modifiedAt,
    @Means("day, minute or second") String publishedPrecision,
    @Means("what the page most likely is; null where only text was given") String pageType,
    @Means("the probability of that") Double pageTypeConfidence,
    @Means("whether a signature hidden in headline or text was taken out") Boolean signatureRemoved,
    @Means(
            "with --format=markdown the text of HTML with headings, lists, tables and links, else null")
        @OwnText
        @PageWords
        String markdown,
    @Means("part of the paper, as the page states it") String section,
    @Means("keywords, as the page states them") List<String> keywords,
    @Means("description, as the page states it") @OwnText @PageWords String description,
    @Means("address of its image") @OwnText String image,
    @Means("whether only subscribers read it all; null where that is not said") Boolean isPaywalled,
    @Means("whether the crawler kept only the beginning of the page") Boolean truncated,
    @Means("what the publisher says may be done with the page; null where nothing is said")
        RightsRow rights,
    @Means("where the page says it lives, of whatever site; null where that is url") @OwnText
        String canonicalUrl,
    @Means("row of stories; null where the article stands alone") String storyId,
    @Means("how likely fields are right, 0 to 1, calibrated; null where that is not known")
        ConfidenceRow confidence) {}
