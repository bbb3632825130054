package org.copydesk.dedup.links;

import java.util.Arrays;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.dedup.TeaserIdentity;
import org.copydesk.text.ContentHash;

/**
 * A teaser that looks for its article; some 150 bytes for 30 words, travels with each key.
 *
 * @param teaserId of the folded teaser
 * @param words of its snippet, at most {@link LinkKeys#TEASER_WORDS}, without a last one that may
 *     be cut
 * @param sites at most 8 of the sites it was seen on, the smallest hashes
 */
public record LinkProbe(ContentHash teaserId, int[] words, long[] sites) {
  private static final int MOST_SITES = 8;

  /** The probe of a teaser. */
  public static LinkProbe of(DistinctTeaser teaser) {
    int[] words =
        LinkWords.of(
            TeaserIdentity.withoutSign(TeaserIdentity.normalised(teaser.snippet())),
            LinkKeys.TEASER_WORDS);
    if (teaser.isTruncated() && words.length > 1) {
      words = Arrays.copyOf(words, words.length - 1);
    }
    long[] sites = teaser.sites();
    return new LinkProbe(
        teaser.id(), words, Arrays.copyOf(sites, Math.min(sites.length, MOST_SITES)));
  }

  boolean isFrom(long site) {
    for (long each : sites) {
      if (each == site) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkProbe that
        && teaserId.equals(that.teaserId)
        && Arrays.equals(words, that.words)
        && Arrays.equals(sites, that.sites);
  }

  @Override
  public int hashCode() {
    return teaserId.hashCode();
  }
}
