package org.copydesk.row;

import org.copydesk.model.Confidence;
import org.copydesk.table.Means;

/** How likely fields are right. */
public record ConfidenceRow(
    @Means("of text: that its words are the article's") Double body,
    @Means("of title") Double title,
    @Means("of the day of published_at") Double publishedAt,
    @Means("of authors") Double authors) {

  /** As a row holds it; null when nothing is known. */
  public static ConfidenceRow of(Confidence confidence) {
    return confidence.equals(Confidence.NONE)
        ? null
        : new ConfidenceRow(
            confidence.body(), confidence.title(), confidence.publishedAt(), confidence.authors());
  }
}
