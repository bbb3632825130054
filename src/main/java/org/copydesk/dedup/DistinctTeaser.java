package org.copydesk.dedup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.copydesk.text.ContentHash;

/**
 * A teaser and how often it was seen: of one spelling, of all spellings, or with its variants.
 *
 * @param id from {@link TeaserIdentity}
 * @param title as printed; null when none
 * @param snippet as printed, without sign and marker; null when none
 * @param marker null when none; of several the first in order
 * @param isTruncated whether it was cut somewhere
 * @param url null when none; of several the shortest, then the first in order
 * @param occurrences times seen
 * @param pages pages it was seen on; a page that shows two variants counts for each
 * @param sites {@link SiteSet} of those pages
 * @param variants distinct texts folded here, 1 for one
 * @param sightings when and where it was seen
 */
public record DistinctTeaser(
    ContentHash id,
    String title,
    String snippet,
    String marker,
    boolean isTruncated,
    String url,
    long occurrences,
    long pages,
    long[] sites,
    int variants,
    Sightings sightings) {

  /** Order of one identity's spellings, and with the id the order in which folding wants them. */
  public static final Comparator<DistinctTeaser> BY_ID_AND_SPELLING =
      Comparator.comparing(DistinctTeaser::id)
          .thenComparing(DistinctTeaser::title, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(DistinctTeaser::snippet, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<String> FIRST_MARKER =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<String> FIRST_URL =
      Comparator.nullsLast(
          Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

  /** A teaser of which is not known when it was seen. */
  public DistinctTeaser(
      ContentHash id,
      String title,
      String snippet,
      String marker,
      boolean isTruncated,
      String url,
      long occurrences,
      long pages,
      long[] sites,
      int variants) {
    this(
        id,
        title,
        snippet,
        marker,
        isTruncated,
        url,
        occurrences,
        pages,
        sites,
        variants,
        Sightings.NONE);
  }

  /** The same where all of its occurrences are in one unit. */
  public DistinctTeaser seenIn(int unit) {
    return new DistinctTeaser(
        id,
        title,
        snippet,
        marker,
        isTruncated,
        url,
        occurrences,
        pages,
        sites,
        variants,
        sightings.in(unit));
  }

  /** This teaser's text with both counts; in any order and grouping the same. */
  DistinctTeaser plus(DistinctTeaser other, int variants) {
    return new DistinctTeaser(
        id,
        title,
        snippet,
        least(marker, other.marker, FIRST_MARKER),
        isTruncated || other.isTruncated,
        least(url, other.url, FIRST_URL),
        occurrences + other.occurrences,
        pages + other.pages,
        SiteSet.union(sites, other.sites),
        variants,
        sightings.plus(other.sightings));
  }

  /** The sum of two parts of one spelling. */
  public DistinctTeaser plusSameSpelling(DistinctTeaser other) {
    return plus(other, 1);
  }

  /** This teaser with the counts of a variant of it; whether it is cut is said of its own text. */
  DistinctTeaser plusVariant(DistinctTeaser variant) {
    DistinctTeaser sum = plus(variant, variants + variant.variants);
    return new DistinctTeaser(
        id,
        title,
        snippet,
        sum.marker,
        isTruncated,
        sum.url,
        sum.occurrences,
        sum.pages,
        sum.sites,
        sum.variants,
        sum.sightings);
  }

  /** Number of distinct sites. */
  public long siteCount() {
    return SiteSet.count(sites);
  }

  private static String least(String a, String b, Comparator<String> order) {
    return order.compare(a, b) <= 0 ? a : b;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinctTeaser that
        && BY_ID_AND_SPELLING.compare(this, that) == 0
        && Objects.equals(marker, that.marker)
        && isTruncated == that.isTruncated
        && Objects.equals(url, that.url)
        && occurrences == that.occurrences
        && pages == that.pages
        && variants == that.variants
        && sightings.equals(that.sightings)
        && Arrays.equals(sites, that.sites);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
