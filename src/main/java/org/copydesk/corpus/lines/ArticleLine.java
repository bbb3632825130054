package org.copydesk.corpus.lines;

import java.time.Instant;
import java.util.List;
import org.copydesk.row.PersonalDataRow;
import org.copydesk.row.RightsRow;
import org.copydesk.row.TopicRow;

/**
 * A row of the articles as far as reports and profiles look at it; columns that an older generation
 * was written without are null.
 *
 * @param isTopicLookedFor whether it was asked what the article is about
 */
public record ArticleLine(
    String id,
    String sourceFile,
    Long sourceRecord,
    Instant fetchedAt,
    String url,
    String site,
    String title,
    String byline,
    String dateline,
    Instant publishedAt,
    String provider,
    String language,
    Long wordCount,
    String topic,
    String topicLabel,
    Boolean isTopicLookedFor,
    Long clusterSize,
    String storyId,
    PersonalDataRow pii,
    RightsRow rights) {

  /** The columns it is made of. */
  record Read(
      String id,
      String sourceFile,
      Long sourceRecord,
      Instant fetchedAt,
      String url,
      String site,
      String title,
      String byline,
      String dateline,
      Instant publishedAt,
      String provider,
      String language,
      Long wordCount,
      String topic,
      String topicLabel,
      List<TopicRow> topics,
      Long clusterSize,
      String storyId,
      PersonalDataRow pii,
      RightsRow rights) {}

  static ArticleLine of(Read row) {
    return new ArticleLine(
        row.id(),
        row.sourceFile(),
        row.sourceRecord(),
        row.fetchedAt(),
        row.url(),
        row.site(),
        row.title(),
        row.byline(),
        row.dateline(),
        row.publishedAt(),
        row.provider(),
        row.language(),
        row.wordCount(),
        row.topic(),
        row.topicLabel(),
        row.topics() != null,
        row.clusterSize(),
        row.storyId(),
        row.pii(),
        row.rights());
  }
}
