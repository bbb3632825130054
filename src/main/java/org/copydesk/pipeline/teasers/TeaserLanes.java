package org.copydesk.pipeline.teasers;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.grouping.Buckets;

/**
 * The ways between the steps that fold teasers.
 *
 * @param spellings by id
 * @param titles by headline
 * @param openings by the snippet's first words
 * @param moves which teaser a variant became, in one bucket
 */
public record TeaserLanes(
    Lane<DistinctTeaser> spellings,
    Lane<DistinctTeaser> titles,
    Lane<DistinctTeaser> openings,
    Lane<MoveEntry> moves)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  public static TeaserLanes of(Buckets buckets) {
    return new TeaserLanes(
        lane("spellings", DistinctTeaserCodec.Step.SPELLINGS, buckets.teasers()),
        lane("titles", DistinctTeaserCodec.Step.TITLES, buckets.teasers()),
        lane("openings", DistinctTeaserCodec.Step.OPENINGS, buckets.teasers()),
        new Lane<>("moves", new MoveEntry.Codec(), 1, MEGABYTE));
  }

  private static Lane<DistinctTeaser> lane(
      String name, DistinctTeaserCodec.Step step, int buckets) {
    return new Lane<>(name, new DistinctTeaserCodec(step), buckets, 4 * MEGABYTE);
  }
}
