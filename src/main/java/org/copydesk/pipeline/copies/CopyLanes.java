package org.copydesk.pipeline.copies;

import java.io.Serializable;
import org.copydesk.bucket.Lane;
import org.copydesk.pipeline.grouping.Buckets;

/**
 * The ways between the steps that find copies.
 *
 * @param bands band keys, where candidates meet
 * @param edges pairs of candidates, in one bucket
 * @param prints fingerprints, where exact copies meet
 * @param clusters what each component holds
 */
public record CopyLanes(
    Lane<BandEntry> bands,
    Lane<EdgeEntry> edges,
    Lane<PrintEntry> prints,
    Lane<ClusterEntry> clusters)
    implements Serializable {
  private static final long MEGABYTE = 1L << 20;

  public static CopyLanes of(Buckets buckets) {
    return new CopyLanes(
        new Lane<>("bands", new BandEntry.Codec(), buckets.bands(), 4 * MEGABYTE),
        new Lane<>("edges", new EdgeEntry.Codec(), 1, MEGABYTE),
        new Lane<>("prints", new PrintEntry.Codec(), buckets.prints(), 6 * MEGABYTE),
        new Lane<>("clusters", new ClusterEntry.Codec(), buckets.prints(), 4 * MEGABYTE));
  }
}
