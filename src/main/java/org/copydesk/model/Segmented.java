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
}
