package org.copydesk.bucket;

import java.io.IOException;
import java.util.Arrays;

/**
 * Steps through encoded records; the fields are those of the record it stands on. A record that
 * takes an equal one away has the complement of its value's length in that length's place.
 */
abstract class RecordCursor {
  private byte[] bytes;
  private int groupStart;
  private int groupLength;
  private int orderLength;
  private int valueEnd;
  private boolean isMinus;

  /** Moves to the next record; false at the end. */
  abstract boolean advance() throws IOException;

  /** Moves on to the first record whose group is not before one; false where there is none. */
  boolean advanceTo(byte[] group) throws IOException {
    boolean isThere = advance();
    while (isThere && compareGroup(group) < 0) {
      isThere = advance();
    }
    return isThere;
  }

  /** How the group of the record it stands on compares with another. */
  final int compareGroup(byte[] group) {
    return Arrays.compareUnsigned(
        bytes, groupStart, groupStart + groupLength, group, 0, group.length);
  }

  /** Reads the three lengths of the record at {@code offset}; what follows are its parts. */
  final void standOn(byte[] source, int offset, ByteReader reader) {
    bytes = source;
    if (!standOnShort(source, offset)) {
      reader.reset(source, offset, source.length);
      groupLength = reader.getVarInt();
      orderLength = reader.getVarInt();
      int signed = reader.getVarInt();
      isMinus = signed < 0;
      valueEnd = isMinus ? ~signed : signed;
      groupStart = reader.position();
    }
    valueEnd += groupStart + groupLength + orderLength;
  }

  /**
   * The same for lengths in the fewest bytes, which nearly all records have: keys below 64 bytes,
   * values below 8 KB. The value's length is left in place of its end. False for others.
   */
  private boolean standOnShort(byte[] source, int offset) {
    if (source.length - offset < 4) {
      return false;
    }
    int group = source[offset];
    int order = source[offset + 1];
    int value = source[offset + 2];
    int start = offset + 3;
    if (value < 0) {
      value = value & 0x7F | source[start++] << 7;
    }
    if ((group | order | value) < 0) {
      return false;
    }
    groupLength = group >>> 1;
    orderLength = order >>> 1;
    isMinus = (value & 1) != 0;
    valueEnd = value >>> 1;
    groupStart = start;
    return true;
  }

  /** Stands on the record that another one stands on. */
  final void standAs(RecordCursor other) {
    bytes = other.bytes;
    groupStart = other.groupStart;
    groupLength = other.groupLength;
    orderLength = other.orderLength;
    valueEnd = other.valueEnd;
    isMinus = other.isMinus;
  }

  /** Whether the record takes an equal one away. */
  final boolean isMinus() {
    return isMinus;
  }

  final void setMinus(boolean takesAway) {
    isMinus = takesAway;
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
