package org.copydesk.bucket;

/** Takes what a {@link BucketWorker} makes of a bucket. */
public interface BucketOut<R> {
  /** A result, few and small: it travels as an element of its own. */
  void result(R result);

  /**
   * A record for a later grouping, of which there may be millions.
   *
   * @throws java.io.UncheckedIOException where a block cannot be written
   */
  <U> void send(Lane<U> lane, U record);
}
