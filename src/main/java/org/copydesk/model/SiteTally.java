package org.copydesk.model;

/**
 * What was seen of a site.
 *
 * @param site its name
 * @param pages pages read
 * @param articles articles segmented
 * @param teasers teaser occurrences
 * @param learned JSON of what was learned; null when nothing
 */
public record SiteTally(String site, long pages, long articles, long teasers, String learned) {
  public SiteTally plus(SiteTally other) {
    return new SiteTally(
        site,
        pages + other.pages,
        articles + other.articles,
        teasers + other.teasers,
        learned != null ? learned : other.learned);
  }
}
