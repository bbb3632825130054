package org.copydesk.pipeline.articles;

import java.util.List;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.CopyKind;
import org.copydesk.model.Stated;
import org.copydesk.model.StoredTime;
import org.copydesk.pipeline.pages.ClassifyTopics;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.ConfidenceRow;
import org.copydesk.row.CopyRow;
import org.copydesk.row.PersonalDataRow;
import org.copydesk.row.RightsRow;
import org.copydesk.text.ContentHash;

/** Rows of the articles table. */
final class ArticleRows {
  private ArticleRows() {}

  private static final Mark UNMARKED = new Mark(null, null, null);

  /** What a copy that stays says of itself. */
  private record Mark(String kind, String measure, Double similarity) {}

  /**
   * The row of an article that is kept.
   *
   * @param members of its cluster, with itself
   * @param copies rows of its copies
   * @param story null where it stands alone
   */
  static ArticleRow kept(
      ArticleRecord article,
      ClassifyTopics.Topics topics,
      long members,
      List<CopyRow> copies,
      ContentHash story) {
    boolean isCut = members - 1 > copies.size();
    return row(article, topics, article.id().hex(), members, copies, isCut, UNMARKED, story);
  }

  /** The row of a copy that stays, marked: which article it is a copy of, and how like it. */
  static ArticleRow marked(
      ArticleRecord copy,
      ClassifyTopics.Topics topics,
      ContentHash keptId,
      Verdict verdict,
      CopyKind kind,
      ContentHash story) {
    Mark mark = new Mark(kind.stored(), verdict.measure().stored(), verdict.similarity());
    return row(copy, topics, keptId.hex(), null, List.of(), false, mark, story);
  }

  private static ArticleRow row(
      ArticleRecord record,
      ClassifyTopics.Topics topics,
      String clusterId,
      Long members,
      List<CopyRow> copies,
      boolean isCut,
      Mark mark,
      ContentHash story) {
    Article article = record.article();
    Article.Details details = article.details();
    Stated stated = details.stated();
    return new ArticleRow(
        record.id().hex(),
        record.sourceFile(),
        record.sourceRecord(),
        record.sourceId(),
        StoredTime.orNull(record.fetchedAt()),
        article.url(),
        article.site(),
        article.title(),
        article.byline(),
        List.copyOf(article.authors()),
        article.dateline(),
        StoredTime.orNull(article.publishedAt()),
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
        PersonalDataRow.of(record.pii()),
        record.metadata(),
        mark.kind(),
        mark.measure(),
        mark.similarity(),
        StoredTime.orNull(details.modifiedAt()),
        details.publishedPrecision() == null ? null : details.publishedPrecision().stored(),
        details.pageType() == null ? null : details.pageType().stored(),
        details.pageTypeConfidence(),
        details.signatureRemoved(),
        details.markdown(),
        stated.section(),
        stated.keywords(),
        stated.description(),
        stated.image(),
        stated.isPaywalled(),
        stated.isTruncated(),
        RightsRow.of(stated.rights()),
        details.canonicalUrl(),
        story == null ? null : story.hex(),
        ConfidenceRow.of(details.confidence()));
  }
}
