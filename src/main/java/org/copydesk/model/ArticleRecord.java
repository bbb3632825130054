package org.copydesk.model;

import java.time.Instant;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.QualitySignals;
import org.copydesk.text.ContentHash;

/**
 * An article on its way to the corpus: what the page said, where it stood, what was measured on it.
 *
 * @param id from normalised title and text
 * @param sourceFile file of the page
 * @param sourceRecord its record in that file
 * @param sourceId the record's own id; null when it has none
 * @param fetchedAt when the page was crawled; null when unknown
 * @param metadata JSON object text the input carried; null when none
 * @param article fields of the article
 * @param language ISO 639 code, {@code und} when unsure; null when not looked for
 * @param languageConfidence 0 to 1; null when not looked for
 * @param wordCount tokens of the text
 * @param quality null when not measured
 * @param pii counts of personal data, null when not measured
 */
public record ArticleRecord(
    ContentHash id,
    String sourceFile,
    long sourceRecord,
    String sourceId,
    Instant fetchedAt,
    String metadata,
    Article article,
    String language,
    Double languageConfidence,
    long wordCount,
    QualitySignals quality,
    PersonalData.Counts pii) {}
