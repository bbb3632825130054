package org.copydesk.command;

import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;

/**
 * What {@code extract --format=json} prints of a page, in this order.
 *
 * @param reason why there is no article; null where there is one, and then the fields of an article
 *     are what it has
 */
record ExtractedPage(
    String sourceFile,
    long sourceRecord,
    String sourceId,
    String reason,
    String url,
    String site,
    String title,
    String byline,
    List<String> authors,
    String dateline,
    Instant publishedAt,
    String publishedPrecision,
    String provider,
    String text,
    List<Seen> teasers) {

  /** A teaser as far as it is printed. */
  record Seen(String title, String snippet, String url) {
    static Seen of(Teaser teaser) {
      return new Seen(teaser.title(), teaser.snippet(), teaser.url());
    }
  }

  static ExtractedPage of(Page page, Segmented found) {
    List<Seen> teasers = found.teasers().stream().map(Seen::of).toList();
    Article article = found.article();
    if (article == null) {
      return new ExtractedPage(
          page.sourceFile(),
          page.sourceRecord(),
          page.sourceId(),
          found.skipReason().stored(),
          page.url(),
          null,
          null,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          teasers);
    }
    DatePrecision precision = article.details().publishedPrecision();
    boolean isPrecise = article.publishedAt() != null && precision != null;
    return new ExtractedPage(
        page.sourceFile(),
        page.sourceRecord(),
        page.sourceId(),
        null,
        article.url(),
        article.site(),
        article.title(),
        article.byline(),
        article.authors(),
        article.dateline(),
        article.publishedAt(),
        isPrecise ? precision.stored() : null,
        article.provider(),
        article.text(),
        teasers);
  }
}
