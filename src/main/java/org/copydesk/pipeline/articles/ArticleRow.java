package org.copydesk.pipeline.articles;

import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.StoredTime;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.text.ContentHash;

/** Rows of the articles table. */
final class ArticleRow {
  private ArticleRow() {}

  /**
   * The row of an article that is kept.
   *
   * @param members of its cluster, with itself
   * @param copies rows of its copies
   * @param story null where it stands alone
   */
  static Object[] kept(
      ArticleRecord article,
      ClassifyTopics.Topics topics,
      long members,
      List<Object> copies,
      ContentHash story) {
    boolean isCut = members - 1 > copies.size();
    return row(
        article,
        topics,
        article.id().hex(),
        members,
        copies,
        isCut,
        new Object[] {null, null, null},
        story);
  }

  /** The row of a copy that stays, marked: which article it is a copy of, and how like it. */
  static Object[] marked(
      ArticleRecord copy,
      ClassifyTopics.Topics topics,
      ContentHash keptId,
      Verdict verdict,
      String kind,
      ContentHash story) {
    Object[] mark = {kind, verdict.measure().stored(), verdict.similarity()};
    return row(copy, topics, keptId.hex(), null, List.of(), false, mark, story);
  }

  private static Object[] row(
      ArticleRecord record,
      ClassifyTopics.Topics topics,
      String clusterId,
      Long members,
      List<Object> copies,
      boolean isCut,
      Object[] mark,
      ContentHash story) {
    Article article = record.article();
    Article.Details details = article.details();
    return new Object[] {
      record.id().hex(),
      record.sourceFile(),
      record.sourceRecord(),
      record.sourceId(),
      StoredTime.micros(record.fetchedAt()),
      article.url(),
      article.site(),
      article.title(),
      article.byline(),
      List.<Object>copyOf(article.authors()),
      article.dateline(),
      StoredTime.micros(article.publishedAt()),
      article.provider(),
      record.language(),
      record.languageConfidence(),
      article.text(),
      record.wordCount(),
      topics.topic(),
      topics.label(),
      topics.confidence(),
      topics.all(),
      clusterId,
      members,
      copies,
      isCut,
      record.quality(),
      record.pii(),
      record.metadata(),
      mark[0],
      mark[1],
      mark[2],
      StoredTime.micros(details.modifiedAt()),
      details.publishedPrecision() == null ? null : details.publishedPrecision().stored(),
      details.pageType() == null ? null : details.pageType().stored(),
      details.pageTypeConfidence(),
      details.signatureRemoved(),
      details.markdown(),
      details.canonicalUrl(),
      story == null ? null : story.hex()
    };
  }
}
