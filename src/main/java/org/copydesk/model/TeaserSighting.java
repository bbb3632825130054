package org.copydesk.model;

import org.copydesk.text.ContentHash;

/**
 * A teaser as it was printed on a site, with how often: what is left of its occurrences once a
 * worker has folded them.
 *
 * @param id from normalised title and snippet
 * @param site where it was seen; null when unknown
 * @param title as printed; null when it has none
 * @param snippet as printed, without truncation sign and marker; null when none
 * @param marker as printed; null when none
 * @param isTruncated whether the snippet was cut
 * @param url link target; null when none
 * @param occurrences times seen
 * @param pages pages it was seen on
 */
public record TeaserSighting(
    ContentHash id,
    String site,
    String title,
    String snippet,
    String marker,
    boolean isTruncated,
    String url,
    long occurrences,
    long pages) {

  /** The same print seen more often. */
  public TeaserSighting plus(long moreOccurrences, long morePages) {
    return new TeaserSighting(
        id,
        site,
        title,
        snippet,
        marker,
        isTruncated,
        url,
        occurrences + moreOccurrences,
        pages + morePages);
  }
}
