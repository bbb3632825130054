package org.copydesk.model;

import java.util.List;

/**
 * A page taken apart: {@code spans} cover its payload without gap or overlap, in order.
 *
 * @param article null when the page has none
 * @param skipReason why there is no article; null when there is one
 * @param teasers occurrences in reading order
 * @param spans every byte of the payload, labelled
 * @param otherStories where stories of their own stand that are not the article, in reading order
 */
public record Segmented(
    Article article,
    Reason skipReason,
    List<Teaser> teasers,
    List<Span> spans,
    List<Stretch> otherStories) {

  /** Rule of spans of an article that is left out for its confidence. */
  private static final String UNSURE = "low-confidence";

  /**
   * A part of the payload, half open.
   *
   * @param start first byte
   * @param end byte after the last
   */
  public record Stretch(int start, int end) {}

  public Segmented {
    if ((article == null) == (skipReason == null)) {
      throw new IllegalArgumentException("a page has an article or a reason why not");
    }
    teasers = List.copyOf(teasers);
    spans = List.copyOf(spans);
    otherStories = List.copyOf(otherStories);
  }

  /** A page with one story at most. */
  public Segmented(Article article, Reason skipReason, List<Teaser> teasers, List<Span> spans) {
    this(article, skipReason, teasers, spans, List.of());
  }

  /**
   * The page without what is less sure than a bound: an article whose body is below is none, and
   * its title, date or authors are left out where they are; their confidence stays, and tells why.
   *
   * @param least 0 to 1; a field of unknown confidence stays
   */
  public Segmented withLeastConfidence(double least) {
    if (article == null) {
      return this;
    }
    Confidence confidence = article.details().confidence();
    if (!confidence.isBelow(Confidence.Field.BODY, least)) {
      Article surer = article.withLeastConfidence(least);
      return surer == article ? this : new Segmented(surer, null, teasers, spans, otherStories);
    }
    List<Span> left =
        spans.stream()
            .map(
                span ->
                    span.label().isOfArticle()
                        ? new Span(span.start(), span.end(), Label.BOILERPLATE, UNSURE)
                        : span)
            .toList();
    return new Segmented(null, Reason.LOW_CONFIDENCE, teasers, left, otherStories);
  }
}
