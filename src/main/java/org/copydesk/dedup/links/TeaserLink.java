package org.copydesk.dedup.links;

import java.util.Comparator;
import org.copydesk.text.ContentHash;

/**
 * A teaser with an article it may announce.
 *
 * @param containment share of the snippet's words, behind a caption, that stand in the article's
 *     beginning in the same order; 0 where there is no snippet
 * @param isSameSite whether the teaser stood on the article's site
 * @param publishedAt of the article, seconds since 1970; Long.MAX_VALUE when unknown
 * @param length words of the article
 */
public record TeaserLink(
    ContentHash teaserId,
    ContentHash articleId,
    LinkMethod method,
    double containment,
    boolean isSameSite,
    long publishedAt,
    int length) {

  /** The best first: surest method, same site, earliest, longest, smallest id. */
  public static final Comparator<TeaserLink> BEST_FIRST =
      Comparator.comparing(TeaserLink::method)
          .thenComparing(link -> !link.isSameSite())
          .thenComparingLong(TeaserLink::publishedAt)
          .thenComparingInt(link -> -link.length())
          .thenComparing(TeaserLink::articleId)
          .thenComparingDouble(link -> -link.containment());

  /** The better of two links of one teaser; in any order the same. */
  public TeaserLink orBetter(TeaserLink other) {
    return BEST_FIRST.compare(this, other) <= 0 ? this : other;
  }
}
