package org.copydesk.bucket;

import java.io.Serializable;

/**
 * How records of one type travel through {@code GroupInBuckets}: what they are grouped by, in which
 * order a group is handed over, and their bytes. All three must depend on the record alone.
 */
public interface RecordCodec<T> extends Serializable {
  /** Writes what the record is grouped by: the same bytes for every record of a group. */
  void groupKey(T record, ByteWriter out);

  /** Writes what orders a group, compared as unsigned bytes; records that tie go by their bytes. */
  default void orderKey(T record, ByteWriter out) {}

  /** Writes the record. */
  void encode(T record, ByteWriter out);

  /** Reads what {@link #encode} wrote. */
  T decode(ByteReader in);

  /** As {@link #decode(ByteReader)}, for codecs that leave to the keys what the keys say. */
  default T decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
    return decode(in);
  }
}
