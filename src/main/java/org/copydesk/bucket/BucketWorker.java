package org.copydesk.bucket;

import java.io.IOException;
import java.io.Serializable;

/** What is done with a bucket: plain code that sees its groups once, in order. */
public interface BucketWorker<T, R> extends Serializable {
  /** Takes a word that was sent to every bucket, before the bucket's records. */
  default void hear(byte[] word) throws IOException {
    throw new IOException("nobody was to tell " + getClass().getSimpleName() + " anything");
  }

  /**
   * Whether it writes of all groups, so that where some have changed all are needed again. Else
   * what it sends and counts of a group must hang on that group alone.
   */
  default boolean writes() {
    return false;
  }

  /**
   * @param bucket number of the bucket, from 0
   * @param groups the bucket's records, sorted by group key, order key and bytes; read once
   * @param out takes results and records for later groupings
   */
  void work(int bucket, SortedGroups<T> groups, BucketOut<R> out) throws IOException;
}
