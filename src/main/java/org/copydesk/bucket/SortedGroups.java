package org.copydesk.bucket;

import java.io.IOException;
import java.util.Arrays;

/**
 * The records of a bucket, group by group:
 *
 * <pre>{@code
 * while (groups.nextGroup()) {
 *   while (groups.hasNext()) {
 *     use(groups.next());
 *   }
 * }
 * }</pre>
 *
 * <p>What a caller leaves unread of a group is skipped. Holds one record.
 */
public final class SortedGroups<T> {
  private final RecordCursor cursor;
  private final RecordCodec<T> codec;
  private final ByteReader group = new ByteReader(new byte[0]);
  private final ByteReader order = new ByteReader(new byte[0]);
  private final ByteReader reader = new ByteReader(new byte[0]);
  private byte[] groupKey;
  private boolean hasRecord;

  SortedGroups(RecordCursor cursor, RecordCodec<T> codec) throws IOException {
    this.cursor = cursor;
    this.codec = codec;
    this.hasRecord = cursor.advance();
  }

  /** Moves to the next group; false when there is none. */
  public boolean nextGroup() throws IOException {
    while (groupKey != null && hasNext()) {
      hasRecord = cursor.advance();
    }
    if (!hasRecord) {
      groupKey = null;
      return false;
    }
    groupKey =
        Arrays.copyOfRange(
            cursor.bytes(), cursor.groupStart(), cursor.groupStart() + cursor.groupLength());
    return true;
  }

  /** Whether the group has another record. */
  public boolean hasNext() {
    return hasRecord
        && groupKey != null
        && Arrays.equals(
            cursor.bytes(),
            cursor.groupStart(),
            cursor.groupStart() + cursor.groupLength(),
            groupKey,
            0,
            groupKey.length);
  }

  public T next() throws IOException {
    if (!hasNext()) {
      throw new IllegalStateException("the group has no more records");
    }
    byte[] bytes = cursor.bytes();
    int order = cursor.groupStart() + cursor.groupLength();
    T record =
        codec.decode(
            group.reset(bytes, cursor.groupStart(), order),
            this.order.reset(bytes, order, cursor.valueStart()),
            reader.reset(bytes, cursor.valueStart(), cursor.valueEnd()));
    hasRecord = cursor.advance();
    return record;
  }
}
