package org.copydesk.bucket;

/** Takes what a {@link BucketWorker} makes of a bucket. */
public interface BucketOut<R> extends Sender {
  /** Whether records for later groupings are wanted, and not only parts. */
  default boolean takesRecords() {
    return true;
  }

  /** Whether parts are wanted, and not only records for later groupings. */
  default boolean takesParts() {
    return true;
  }

  /** A result, few and small: it travels as an element of its own. */
  void result(R result);
}
