package org.copydesk.table;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.List;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Utf16;

/**
 * The digest of a multiset of rows: the sum of the rows' 128-bit hashes, modulo 2¹²⁸. The order of
 * rows and how they are cut into files do not matter; one row more, less or changed does.
 */
public final class RowDigest {
  /** Version of what is hashed and how, for manifests. */
  public static final int VERSION = 1;

  private final HashStream128 stream = Hashing.xxh3_128().hashStream();
  private long high;
  private long low;

  /** Adds a row. */
  public <R> void add(Fields<R> fields, R row) {
    add(fields, row, fields.columns().size());
  }

  /**
   * Adds a row of a table that had fewer columns.
   *
   * @param columns how many, from the first
   */
  public <R> void add(Fields<R> fields, R row, int columns) {
    stream.reset();
    putFields(fields, row, columns);
    HashValue128 hash = stream.get();
    add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  /** A hash of one value of a row, for comparing; the sum is not changed. */
  public <R> long hashOf(Fields<R> fields, R row, int column) {
    stream.reset();
    put(fields.columns().get(column).type(), fields.value(row, column));
    return stream.getAsLong();
  }

  /** Adds the digest of other rows. */
  public void add(ContentHash other) {
    add(other.high(), other.low());
  }

  private void add(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    high += otherHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
  }

  /** The sum so far. */
  public ContentHash sum() {
    return new ContentHash(high, low);
  }

  private <R> void putFields(Fields<R> fields, R of, int count) {
    for (int i = 0; i < count; i++) {
      put(fields.columns().get(i).type(), fields.value(of, i));
    }
  }

  private void put(Column.Type type, Object value) {
    if (value == null) {
      stream.putByte((byte) 0);
    } else if (type instanceof Column.ListOf list) {
      List<?> elements = (List<?>) value;
      stream.putByte((byte) 5).putInt(elements.size());
      for (Object element : elements) {
        put(list.element(), element);
      }
    } else if (type instanceof Column.Struct struct) {
      int count = struct.fields().size();
      stream.putByte((byte) 6).putInt(count);
      putFields(struct.ofValue(), value, count);
    } else {
      switch ((Column.Scalar) type) {
        case TEXT -> Utf16.put(stream.putByte((byte) 1), (String) value);
        case LONG, TIMESTAMP -> stream.putByte((byte) 2).putLong((Long) value);
        case DOUBLE -> stream.putByte((byte) 3).putLong(Double.doubleToLongBits((Double) value));
        case BOOLEAN -> stream.putByte((byte) 4).putBoolean((Boolean) value);
      }
    }
  }
}
