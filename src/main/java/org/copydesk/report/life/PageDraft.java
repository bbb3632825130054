package org.copydesk.report.life;

import java.time.Instant;
import java.util.List;
import org.copydesk.report.life.PageLife.Announcing;
import org.copydesk.report.life.PageLife.Cut;
import org.copydesk.report.life.PageLife.Fate;
import org.copydesk.report.life.PageLife.Hit;
import org.copydesk.report.life.PageLife.Kept;
import org.copydesk.report.life.PageLife.Page;
import org.copydesk.report.life.PageLife.ReadFile;
import org.copydesk.report.life.PageLife.Removed;
import org.copydesk.report.life.PageLife.Seen;
import org.copydesk.report.life.PageLife.State;
import org.copydesk.report.life.PageLife.Survivor;
import org.copydesk.row.ConfidenceRow;
import org.copydesk.row.CopyRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RelationRow;
import org.copydesk.row.StoryRow;

/** All that is known of one page while it is put together. */
final class PageDraft {
  /** A place in the input; no record where a whole file is meant. */
  record At(String sourceFile, Long sourceRecord) {}

  /** What is read of an article. */
  record ArticleView(
      String id,
      String sourceFile,
      Long sourceRecord,
      Instant fetchedAt,
      String url,
      String canonicalUrl,
      String site,
      String title,
      Instant publishedAt,
      String language,
      Long wordCount,
      String pageType,
      Double pageTypeConfidence,
      String topicLabel,
      String clusterId,
      Long clusterSize,
      List<CopyRow> copies,
      Boolean copiesTruncated,
      String copyKind,
      String copyMeasure,
      Double copySimilarity,
      String storyId,
      ConfidenceRow confidence) {}

  /** What is read of a removed article. */
  record RemovedView(
      String id,
      String sourceFile,
      Long sourceRecord,
      String url,
      String title,
      String reason,
      String keptId,
      String measure,
      Double similarity,
      Double threshold,
      String value,
      String signal,
      String site) {}

  final At at;
  ArticleView article;
  RemovedView removed;
  final LifeRows<RejectRow> rejects = new LifeRows<>();
  final LifeRows<Cut> spans = new LifeRows<>();
  final LifeRows<Seen> teasers = new LifeRows<>();
  final LifeRows<Announcing> announcedBy = new LifeRows<>();
  final LifeRows<RelationRow> relations = new LifeRows<>();
  final LifeRows<State> versions = new LifeRows<>();
  final LifeRows<Hit> contamination = new LifeRows<>();
  String url;
  String site;
  Instant fetchedAt;

  PageDraft(At at) {
    this.at = at;
  }

  String id() {
    return article != null ? article.id() : removed != null ? removed.id() : null;
  }

  /** The article in the corpus it is, or lost to. */
  String keptId() {
    return article != null ? article.id() : removed != null ? removed.keptId() : null;
  }

  Fate fate() {
    if (article != null) {
      return article.copyKind() == null ? Fate.KEPT : Fate.MARKED;
    }
    if (removed != null) {
      return Fate.REMOVED;
    }
    boolean isRejected =
        rejects.shown.stream().anyMatch(reject -> "rejected".equals(reject.outcome()));
    return isRejected ? Fate.REJECTED : Fate.SKIPPED;
  }

  String reason() {
    return article != null
        ? article.copyKind()
        : removed != null
            ? removed.reason()
            : rejects.shown.isEmpty() ? null : rejects.shown.get(0).reason();
  }

  /**
   * What is told of it.
   *
   * @param survivor the article in the corpus it is, or lost to; null for none
   */
  Page page(ReadFile file, StoryRow story, ArticleView survivor) {
    if (article != null) {
      url = article.url();
      site = article.site();
      fetchedAt = article.fetchedAt();
    } else if (removed != null) {
      url = removed.url();
      site = removed.site();
    } else if (!rejects.shown.isEmpty()) {
      RejectRow reject = rejects.shown.get(0);
      url = url == null ? reject.url() : url;
      site = site == null ? reject.site() : site;
      fetchedAt = fetchedAt == null ? reject.fetchedAt() : fetchedAt;
    }
    CopyRow copy = article == null && survivor != null ? copyAt(survivor, at) : null;
    return new Page(
        at.sourceFile(),
        at.sourceRecord(),
        fate().stored(),
        id(),
        article != null ? article.title() : removed != null ? removed.title() : null,
        url,
        article == null ? null : article.canonicalUrl(),
        site,
        fetchedAt == null && copy != null ? copy.fetchedAt() : fetchedAt,
        article != null ? article.publishedAt() : copy == null ? null : copy.publishedAt(),
        file,
        article == null ? null : kept(article),
        removed == null ? null : removed(removed, survivor),
        rejects.some(),
        spans.some(),
        teasers.some(),
        announcedBy.some(),
        relations.some(),
        story,
        versions.some(),
        contamination.some());
  }

  /** The table of removed articles holds no times, its survivor's list of copies does. */
  private static CopyRow copyAt(ArticleView survivor, At at) {
    for (CopyRow copy : survivor.copies() == null ? List.<CopyRow>of() : survivor.copies()) {
      if (at.equals(new At(copy.sourceFile(), copy.sourceRecord()))) {
        return copy;
      }
    }
    return null;
  }

  private static Kept kept(ArticleView row) {
    return new Kept(
        row.language(),
        row.wordCount(),
        row.pageType(),
        row.pageTypeConfidence(),
        row.topicLabel(),
        row.clusterId(),
        row.clusterSize(),
        row.copies(),
        row.copiesTruncated(),
        row.copyKind(),
        row.copyMeasure(),
        row.copySimilarity(),
        row.storyId(),
        row.confidence());
  }

  private static Removed removed(RemovedView row, ArticleView to) {
    return new Removed(
        row.reason(),
        row.keptId(),
        row.measure(),
        row.similarity(),
        row.threshold(),
        row.value(),
        row.signal(),
        to == null
            ? null
            : new Survivor(to.id(), to.sourceFile(), to.sourceRecord(), to.url(), to.title()));
  }
}
