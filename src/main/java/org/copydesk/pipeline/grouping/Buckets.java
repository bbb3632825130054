package org.copydesk.pipeline.grouping;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.copydesk.dump.source.InputListing.Input;

/**
 * How many hash buckets each grouping has: set from the input's size alone when the graph is built,
 * so that no result depends on parallelism.
 *
 * @param articles buckets
 * @param bands buckets of band keys and link keys
 * @param prints buckets of fingerprints
 * @param teasers buckets
 * @param ledger buckets of the ledger
 * @param sites buckets of the sites
 * @param dumpBytes expected bytes of the dumps after decompression
 */
public record Buckets(
    int articles, int bands, int prints, int teasers, int ledger, int sites, long dumpBytes)
    implements Serializable {
  /** Bytes of records wanted in a bucket: below the bound, so that most are sorted in memory. */
  private static final long WANTED_BYTES = GroupInBuckets.BUCKET_BYTES / 2;

  /**
   * More buckets than these make the blocks small into which a step packs what it sends: its memory
   * is shared among them.
   */
  static final int ENOUGH = 512;

  /** Bytes of records in a bucket where {@link #ENOUGH} are not: sorted through files. */
  private static final long LARGE_BYTES = 2L << 30;

  /** A key costs the direct runner 3-5 ms; fewer than these leave its threads idle. */
  private static final int LEAST = 4;

  /** Less input than so many bytes a bucket is worth no more buckets. */
  private static final long LEAST_BYTES = 1L << 20;

  private static final int MOST = 16_384;

  /** Bytes of dumps in a part of the articles table. */
  private static final long PART_BYTES = 4L << 20;

  /** Bytes of dumps in a part of the teasers table. */
  private static final long TEASER_PART_BYTES = 16L << 20;

  private static final int MOST_PARTS = 8192;

  /** Bytes a file takes in the ledger. */
  private static final long LEDGER_BYTES = 300;

  public static Buckets forInput(List<Input> files) {
    long bytes = files.stream().mapToLong(Buckets::decompressed).sum();
    int least = (int) Math.max(1, Math.min(LEAST, bytes / LEAST_BYTES));
    return new Buckets(
        count(bytes, least),
        count(bytes / 3, least),
        count(bytes * 2 / 3, least),
        count(bytes / 3, least),
        count(files.size() * LEDGER_BYTES, 1),
        count(files.size() * LEDGER_BYTES / 10, 1),
        bytes);
  }

  /**
   * How many parts the articles table has at most: a part is small, so that what changes touches
   * few rows beside it, and large enough to be read by itself.
   */
  public int articleParts() {
    return (int) Long.highestOneBit(Math.max(LEAST, Math.min(MOST_PARTS, dumpBytes / PART_BYTES)));
  }

  /** The same for the teasers, whose rows are a tenth of the articles'. */
  public int teaserParts() {
    return (int)
        Long.highestOneBit(Math.max(1, Math.min(MOST_PARTS, dumpBytes / TEASER_PART_BYTES)));
  }

  private static int count(long bytes, int least) {
    long wanted = Math.min(ENOUGH, bytes / WANTED_BYTES + 1);
    return (int) Math.max(least, Math.min(MOST, Math.max(wanted, bytes / LARGE_BYTES)));
  }

  /** Expected bytes after decompression: typical ratios of news text. */
  private static long decompressed(Input file) {
    String name = file.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz") || name.endsWith(".zst")) {
      return file.bytes() * 4;
    }
    return name.endsWith(".bz2") ? file.bytes() * 5 : file.bytes();
  }
}
