package org.copydesk.beam;

import java.time.Instant;
import org.copydesk.model.Article;

/**
 * The article of a page.
 *
 * @param id 32 hex digits, from normalised title and text
 * @param sourceFile file of the page
 * @param sourceRecord its record in that file, from 0
 * @param fetchedAt when the page was crawled; null when unknown
 * @param language ISO 639 code, {@code und} when unsure; null when not looked for
 * @param languageConfidence 0 to 1; null when not looked for
 * @param wordCount words of the text
 * @param article what the page said
 */
public record PageArticle(
    String id,
    String sourceFile,
    long sourceRecord,
    Instant fetchedAt,
    String language,
    Double languageConfidence,
    long wordCount,
    Article article) {}
