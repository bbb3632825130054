package org.copydesk.pipeline.links;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.corpus.PartResult;
import org.copydesk.dedup.DistinctTeaser;
import org.copydesk.pipeline.grouping.Buckets;

/**
 * The ways between the steps that find the article a teaser announces.
 *
 * @param keys what articles and teasers are found by
 * @param keyLogs files of the teasers' keys, in one bucket
 * @param candidates pairs of a teaser and an article whose keys met
 * @param heads what an article is compared by
 * @param teasers folded teasers and their links, where rows are made
 * @param rows of teasers by part, where they are written
 * @param parts how many the table of teasers has at most
 */
public record LinkLanes(
    Lane<LinkKeyEntry> keys,
    Lane<KeyLog.Written> keyLogs,
    Lane<CandidateEntry> candidates,
    Lane<LinkHeadEntry> heads,
    Lane<TeaserEntry> teasers,
    Lane<TeaserRowEntry> rows,
    int parts)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  public static LinkLanes of(Buckets buckets) {
    int teasers = buckets.teasers();
    return new LinkLanes(
        new Lane<>("link keys", new LinkKeyEntry.Codec(), buckets.bands(), 4 * MEGABYTE),
        new Lane<>("key logs", new KeyLog.Codec(), 1, MEGABYTE),
        new Lane<>("link candidates", new CandidateEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("link heads", new LinkHeadEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("teasers", new TeaserEntry.Codec(), teasers, 4 * MEGABYTE),
        new Lane<>("teaser rows", new TeaserRowEntry.Codec(), teasers, 4 * MEGABYTE),
        buckets.teaserParts());
  }

  /**
   * The part of a teaser: that of the unit with the smallest number that has it. So what comes with
   * a unit goes to one part, and others are as they were.
   */
  int partOf(DistinctTeaser teaser) {
    int unit = Math.min(teaser.sightings().unit(), PartResult.NUMBERS - 1);
    return (int) ((long) unit * parts / PartResult.NUMBERS);
  }
}
