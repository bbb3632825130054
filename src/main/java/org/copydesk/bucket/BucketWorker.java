package org.copydesk.bucket;

import java.io.IOException;
import java.io.Serializable;

/** What is done with a bucket: plain code that sees its groups once, in order. */
public interface BucketWorker<T, R> extends Serializable {
  /** Takes a word that was sent to every bucket, before the bucket's records. */
  default void hear(byte[] word) throws IOException {
    throw new IOException("nobody was to tell " + getClass().getSimpleName() + " anything");
  }

  /** What a worker writes, besides what it sends. */
  enum Writes {
    /** Nothing: what it sends and counts of a group hangs on that group alone. */
    NOTHING,
    /** Of all groups: where one has changed all are needed again. It sends nothing. */
    PART_A_BUCKET,
    /** A part of each group, whose number is the key of the group. It sends nothing. */
    PART_A_GROUP
  }

  /** What it writes. */
  default Writes writes() {
    return Writes.NOTHING;
  }

  /**
   * Whether what it sends and counts for a record hangs on that and on the first record of its
   * group alone. Of a group in which something changed it then sees the first record and what comes
   * or goes, where the first one stays.
   */
  default boolean looksAtEachByItself() {
    return false;
  }

  /**
   * @param bucket number of the bucket, from 0
   * @param groups the bucket's records, sorted by group key, order key and bytes; read once
   * @param out takes results and records for later groupings
   */
  void work(int bucket, SortedGroups<T> groups, BucketOut<R> out) throws IOException;
}
