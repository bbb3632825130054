package org.copydesk.bucket;

/** Takes records for later groupings, of which there may be millions. */
@FunctionalInterface
public interface Sender {
  /**
   * A record on its way.
   *
   * @throws java.io.UncheckedIOException where a block cannot be written
   */
  <U> void send(Lane<U> lane, U record);
}
