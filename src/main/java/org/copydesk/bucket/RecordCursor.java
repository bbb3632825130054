package org.copydesk.bucket;

import java.io.IOException;

/** Steps through encoded records; the fields are those of the record it stands on. */
abstract class RecordCursor {
  private byte[] bytes;
  private int groupStart;
  private int groupLength;
  private int orderLength;
  private int valueEnd;

  /** Moves to the next record; false at the end. */
  abstract boolean advance() throws IOException;

  /** Reads the three lengths of the record at {@code offset}; what follows are its parts. */
  final void standOn(byte[] source, int offset, ByteReader reader) {
    reader.reset(source, offset, source.length);
    bytes = source;
    groupLength = reader.getVarInt();
    orderLength = reader.getVarInt();
    int valueLength = reader.getVarInt();
    groupStart = reader.position();
    valueEnd = groupStart + groupLength + orderLength + valueLength;
  }

  final byte[] bytes() {
    return bytes;
  }

  final int groupStart() {
    return groupStart;
  }

  final int groupLength() {
    return groupLength;
  }

  final int orderLength() {
    return orderLength;
  }

  final int valueStart() {
    return groupStart + groupLength + orderLength;
  }

  final int valueEnd() {
    return valueEnd;
  }
}
