package org.copydesk.pipeline.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * Which element a bucket's messages meet in: one of its own, or on a night in one process ({@link
 * BlockRoute#shared}) one that is shared with other buckets; there each message begins with its
 * bucket's number.
 *
 * <p>Memory: that of {@link SpreadKeys}.
 */
final class SharedElements {
  private final SpreadKeys keys;
  private final int buckets;
  private final int elements;

  SharedElements(BlockRoute route, int buckets) {
    this.keys = route.keys(buckets);
    this.buckets = buckets;
    this.elements = route.elements(buckets);
  }

  private boolean areShared() {
    return elements < buckets;
  }

  /** A message to a bucket, under the key of the bucket's element. */
  KV<Integer, byte[]> message(int bucket, byte[] shipped) {
    if (!areShared()) {
      return KV.of(keys.keyOf(bucket), shipped);
    }
    ByteWriter out = new ByteWriter(shipped.length + 4).putVarLong(bucket);
    return KV.of(bucket % elements, out.putBytes(shipped, 0, shipped.length).toByteArray());
  }

  /** The buckets of an element. */
  List<Integer> bucketsOf(int key) {
    List<Integer> its = new ArrayList<>();
    if (areShared()) {
      for (int bucket = key; bucket < buckets; bucket += elements) {
        its.add(bucket);
      }
    } else {
      its.add(keys.numberOf(key));
    }
    return its;
  }

  /** What was sent to a bucket; null where a message of its element is to another. */
  byte[] sentTo(int bucket, byte[] message) {
    if (!areShared()) {
      return message;
    }
    ByteReader in = new ByteReader(message);
    boolean isIts = in.getVarInt() == bucket;
    return isIts ? Arrays.copyOfRange(message, in.position(), message.length) : null;
  }
}
