package org.copydesk.bucket;

import java.io.IOException;
import java.io.Serializable;

/** What is done with a bucket: plain code that sees its groups once, in order. */
public interface BucketWorker<T, R> extends Serializable {
  /**
   * @param bucket number of the bucket, from 0
   * @param groups the bucket's records, sorted by group key, order key and bytes; read once
   * @param out takes results and records for later groupings
   */
  void work(int bucket, SortedGroups<T> groups, BucketOut<R> out) throws IOException;
}
