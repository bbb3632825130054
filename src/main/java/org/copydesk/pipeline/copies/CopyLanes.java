package org.copydesk.pipeline.copies;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.grouping.Buckets;

/**
 * The ways between the steps that find copies.
 *
 * @param bands band keys, where candidates meet
 * @param prints fingerprints, where exact copies meet
 * @param verify fingerprints that share a key, where they are compared
 * @param edges verified pairs, in one bucket
 * @param stories articles of verified pairs, where they learn of their story
 * @param clusters what each story holds
 * @param relations what one article is to another, rows of the table
 */
public record CopyLanes(
    Lane<BandEntry> bands,
    Lane<PrintEntry> prints,
    Lane<VerifyEntry> verify,
    Lane<EdgeEntry> edges,
    Lane<StoryEntry> stories,
    Lane<ClusterEntry> clusters,
    Lane<RelationEntry> relations)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  public static CopyLanes of(Buckets buckets) {
    return new CopyLanes(
        new Lane<>("bands", new BandEntry.Codec(), buckets.bands(), 4 * MEGABYTE),
        new Lane<>("prints", new PrintEntry.Codec(), buckets.prints(), 6 * MEGABYTE),
        new Lane<>("verify", new VerifyEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("edges", new EdgeEntry.Codec(), 1, MEGABYTE),
        new Lane<>("stories", new StoryEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("clusters", new ClusterEntry.Codec(), buckets.prints(), 4 * MEGABYTE),
        new Lane<>("relations", new RelationEntry.Codec(), buckets.sites(), MEGABYTE));
  }
}
