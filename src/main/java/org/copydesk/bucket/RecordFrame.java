package org.copydesk.bucket;

/**
 * A record as it lies in a block: {@code [group key length][order key length][value length][group
 * key][order key][value]}. Reused from record to record.
 */
final class RecordFrame<T> {
  private final RecordCodec<T> codec;
  private final ByteWriter groupKey = new ByteWriter();
  private final ByteWriter orderKey = new ByteWriter();
  private final ByteWriter value = new ByteWriter(4096);

  RecordFrame(RecordCodec<T> codec) {
    this.codec = codec;
  }

  RecordFrame<T> of(T record) {
    groupKey.clear();
    orderKey.clear();
    value.clear();
    codec.groupKey(record, groupKey);
    codec.orderKey(record, orderKey);
    codec.encode(record, value);
    return this;
  }

  ByteWriter groupKey() {
    return groupKey;
  }

  /** Appends the record; returns its bytes. */
  int appendTo(ByteWriter block) {
    return appendTo(block, false);
  }

  /**
   * Appends the record; returns its bytes.
   *
   * @param isMinus whether it takes an equal one away
   */
  int appendTo(ByteWriter block, boolean isMinus) {
    int before = block.length();
    int valueLength = isMinus ? ~value.length() : value.length();
    block.putVarLong(groupKey.length()).putVarLong(orderKey.length()).putVarLong(valueLength);
    block.putBytes(groupKey.array(), 0, groupKey.length());
    block.putBytes(orderKey.array(), 0, orderKey.length());
    block.putBytes(value.array(), 0, value.length());
    return block.length() - before;
  }
}
