package org.copydesk.bucket;

/** Takes what a {@link BucketWorker} makes of a bucket. */
public interface BucketOut<R> extends Sender {
  /** A result, few and small: it travels as an element of its own. */
  void result(R result);
}
