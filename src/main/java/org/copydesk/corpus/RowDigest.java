package org.copydesk.corpus;

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
  public void add(Object[] row) {
    stream.reset();
    putStruct(row);
    HashValue128 hash = stream.get();
    add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  /** A hash of one value of a row, for comparing; the sum is not changed. */
  public long hashOf(Object value) {
    stream.reset();
    put(value);
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

  private void putStruct(Object[] values) {
    for (Object value : values) {
      put(value);
    }
  }

  private void put(Object value) {
    if (value == null) {
      stream.putByte((byte) 0);
    } else if (value instanceof String text) {
      Utf16.put(stream.putByte((byte) 1), text);
    } else if (value instanceof Long number) {
      stream.putByte((byte) 2).putLong(number);
    } else if (value instanceof Double number) {
      stream.putByte((byte) 3).putLong(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean flag) {
      stream.putByte((byte) 4).putBoolean(flag);
    } else if (value instanceof List<?> list) {
      stream.putByte((byte) 5).putInt(list.size());
      for (Object element : list) {
        put(element);
      }
    } else if (value instanceof Object[] struct) {
      stream.putByte((byte) 6).putInt(struct.length);
      putStruct(struct);
    } else {
      throw new IllegalArgumentException("no column type for " + value.getClass());
    }
  }
}
