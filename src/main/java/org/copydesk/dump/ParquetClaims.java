package org.copydesk.dump;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;

/**
 * Holds what the bytes of a page claim against what there is, before the library decodes them: its
 * decoders make room for as many values as a run or a block says it has, and a byte that was hit
 * says two thousand million.
 */
final class ParquetClaims {
  /** Values that a last packed run may hold beyond those of its page. */
  private static final int SLACK = 512;

  private static final int LARGEST_BLOCK = 1 << 16;
  private static final int MOST_MINIBLOCKS = 512;

  /** Values of a page in deltas, all of which are decoded at once: 32 MB of them. */
  private static final int MOST_DELTAS = 1 << 22;

  private final byte[] bytes;
  private int at;
  private int to;

  private ParquetClaims(byte[] bytes) {
    this.bytes = bytes;
    to = bytes.length;
  }

  /** Checks a page whose levels and values lie in one piece. */
  static void checkPage(
      byte[] bytes, ColumnDescriptor column, Encoding levels, Encoding encoding, int values)
      throws ParquetDamage {
    boolean hasLevels = column.getMaxRepetitionLevel() + column.getMaxDefinitionLevel() > 0;
    if (hasLevels && levels != Encoding.RLE) {
      throw ParquetDamage.damaged("levels in the encoding " + levels + " are not read");
    }
    ParquetClaims claims = new ParquetClaims(bytes);
    claims.prefixedRuns(column.getMaxRepetitionLevel(), values);
    claims.prefixedRuns(column.getMaxDefinitionLevel(), values);
    claims.values(encoding, values);
  }

  /** Checks levels that lie apart. */
  static void checkLevels(byte[] bytes, int maxLevel, int values) throws ParquetDamage {
    if (maxLevel > 0) {
      new ParquetClaims(bytes).runs(width(maxLevel), values, true);
    }
  }

  /** Checks values that lie apart. */
  static void checkValues(byte[] bytes, Encoding encoding, int values) throws ParquetDamage {
    new ParquetClaims(bytes).values(encoding, values);
  }

  private static int width(int maxLevel) {
    return 32 - Integer.numberOfLeadingZeros(maxLevel);
  }

  private void prefixedRuns(int maxLevel, int values) throws ParquetDamage {
    if (maxLevel == 0) {
      return;
    }
    int end = prefixedEnd();
    int after = to;
    to = end;
    runs(width(maxLevel), values, true);
    at = end;
    to = after;
  }

  private int prefixedEnd() throws ParquetDamage {
    if (to - at < 4) {
      throw cut();
    }
    int length =
        bytes[at] & 0xff
            | (bytes[at + 1] & 0xff) << 8
            | (bytes[at + 2] & 0xff) << 16
            | bytes[at + 3] << 24;
    at += 4;
    if (length < 0 || length > to - at) {
      throw cut();
    }
    return at + length;
  }

  private void values(Encoding encoding, int values) throws ParquetDamage {
    if (at == to) {
      // Nothing but nulls.
      return;
    }
    switch (encoding) {
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        int width = bytes[at++] & 0xff;
        if (width > 32) {
          throw ParquetDamage.damaged("dictionary ids of " + width + " bits");
        }
        runs(width, values, false);
      }
      case RLE -> {
        to = prefixedEnd();
        runs(1, values, false);
      }
      case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> deltas(values);
      case DELTA_BYTE_ARRAY -> {
        deltas(values);
        deltas(values);
      }
      case PLAIN, BYTE_STREAM_SPLIT -> {
        // As long as its bytes.
      }
      default ->
          throw ParquetDamage.damaged("values in the encoding " + encoding + " are not read");
    }
  }

  /**
   * Runs of equal values and packed ones.
   *
   * @param isWhole whether there have to be as many values as are asked for
   */
  private void runs(int width, int values, boolean isWhole) throws ParquetDamage {
    long left = values;
    while (left > 0 && at < to) {
      long header = varint();
      long count = header >>> 1;
      if (count == 0) {
        throw ParquetDamage.damaged("a run of no values");
      }
      if ((header & 1) == 0) {
        at += (width + 7) / 8;
        left -= count;
      } else {
        if (count * 8 > left + SLACK) {
          throw ParquetDamage.damaged("a run of " + count * 8 + " values among " + values);
        }
        at = (int) Math.min(to, at + count * width);
        left -= count * 8;
      }
      if (at > to) {
        throw cut();
      }
    }
    if (isWhole && left > 0) {
      throw cut();
    }
  }

  private void deltas(int values) throws ParquetDamage {
    long block = varint();
    long miniblocks = varint();
    long total = varint();
    boolean isSound =
        block > 0
            && block <= LARGEST_BLOCK
            && miniblocks > 0
            && miniblocks <= MOST_MINIBLOCKS
            && block % miniblocks == 0
            && total <= values
            && total <= MOST_DELTAS;
    if (!isSound) {
      throw ParquetDamage.damaged(
          total + " deltas in blocks of " + block + " among " + values + " values");
    }
    varint();
    long size = block / miniblocks;
    long left = total - 1;
    while (left > 0) {
      varint();
      int widths = at;
      at += (int) miniblocks;
      if (at > to) {
        throw cut();
      }
      for (int i = 0; i < miniblocks && left > 0; i++) {
        int width = bytes[widths + i] & 0xff;
        if (width > 64) {
          throw ParquetDamage.damaged("deltas of " + width + " bits");
        }
        at = (int) Math.min(to, at + (width * size + 7) / 8);
        left -= size;
      }
    }
  }

  private long varint() throws ParquetDamage {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (at >= to) {
        throw cut();
      }
      byte b = bytes[at++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value < 0 ? Long.MAX_VALUE >> 8 : value;
      }
    }
    throw ParquetDamage.damaged("a number of more than ten bytes");
  }

  private static ParquetDamage cut() {
    return ParquetDamage.damaged("a page ends in the middle");
  }
}
