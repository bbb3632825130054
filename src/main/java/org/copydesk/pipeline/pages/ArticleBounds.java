package org.copydesk.pipeline.pages;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.dump.FieldBounds;
import org.copydesk.model.Article;
import org.copydesk.model.Stated;
import org.copydesk.model.Teaser;
import org.copydesk.text.TextSignature;

/**
 * Holds what segmenting found to the bounds of what a container may say: a headline of 15 MB is one
 * of 16,384 characters, and the article's metadata says so.
 */
final class ArticleBounds {
  /** More names than any report has; what states more is no list of authors. */
  private static final int MOST_AUTHORS = 1_000;

  private final int maxChars;
  private final FieldBounds bounds;

  /**
   * @param maxChars longest value, in UTF-16 units
   */
  ArticleBounds(int maxChars) {
    this.maxChars = maxChars;
    bounds = new FieldBounds(maxChars);
  }

  void start() {
    bounds.start();
  }

  /** Values that were cut or left out since {@link #start}. */
  long count() {
    return bounds.count();
  }

  /** Metadata with the names of the article's cut fields. */
  String mark(String metadata) {
    return bounds.mark(metadata);
  }

  /**
   * The article within its bounds and without hidden signatures; its text has a bound of its own.
   *
   * @param site of the article, in place of the one it has
   */
  Article article(Article article, String site) {
    String title = article.title() == null ? null : TextSignature.remove(article.title());
    String text = TextSignature.remove(article.text());
    // A text of nothing but a signature keeps it: an article has a text.
    boolean isSigned = !text.isEmpty() && !text.equals(article.text());
    isSigned |= title != null && !title.equals(article.title());
    return new Article(
        bounds.field("title", title),
        bounds.field("byline", article.byline()),
        authors(article.authors()),
        bounds.field("dateline", article.dateline()),
        article.publishedAt(),
        bounds.field("provider", article.provider()),
        text.isEmpty() ? article.text() : text,
        bounds.field("url", article.url()),
        bounds.field("site", site),
        details(article.details())
            .withSignatureRemoved(isSigned)
            .withStated(stated(article.details().stated())));
  }

  private Stated stated(Stated stated) {
    boolean isWithin = isWithin(stated.description()) && isWithin(stated.image());
    return isWithin
        ? stated
        : new Stated(
            stated.section(),
            stated.keywords(),
            bounds.field("description", stated.description()),
            bounds.field("image", stated.image()),
            stated.isPaywalled(),
            stated.isTruncated(),
            stated.rights());
  }

  private Article.Details details(Article.Details details) {
    return isWithin(details.canonicalUrl()) && isWithin(details.siteName())
        ? details
        : details.withPlace(
            bounds.field("canonical_url", details.canonicalUrl()),
            bounds.field("site_name", details.siteName()));
  }

  private List<String> authors(List<String> authors) {
    boolean isWithin =
        authors.size() <= MOST_AUTHORS && authors.stream().allMatch(a -> a.length() <= maxChars);
    if (isWithin) {
      return authors;
    }
    List<String> kept = new ArrayList<>();
    for (String author : authors.subList(0, Math.min(MOST_AUTHORS, authors.size()))) {
      kept.add(bounds.field("authors", author));
    }
    if (authors.size() > MOST_AUTHORS) {
      bounds.tell("authors");
    }
    return kept;
  }

  /** Teasers within their bounds, in order. */
  List<Teaser> teasers(List<Teaser> teasers) {
    return teasers.stream().allMatch(this::isWithin)
        ? teasers
        : teasers.stream().map(this::teaser).toList();
  }

  private boolean isWithin(Teaser teaser) {
    return isWithin(teaser.title())
        && isWithin(teaser.snippet())
        && isWithin(teaser.marker())
        && isWithin(teaser.url());
  }

  private boolean isWithin(String value) {
    return value == null || value.length() <= maxChars;
  }

  private Teaser teaser(Teaser teaser) {
    return new Teaser(
        bounds.field("teaser_title", teaser.title()),
        bounds.field("teaser_snippet", teaser.snippet()),
        bounds.field("teaser_marker", teaser.marker()),
        teaser.isTruncated(),
        bounds.field("teaser_url", teaser.url()),
        teaser.start(),
        teaser.end(),
        teaser.list(),
        teaser.position());
  }
}
