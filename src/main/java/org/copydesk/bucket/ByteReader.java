package org.copydesk.bucket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote, from a part of an array. */
public final class ByteReader {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int position;
  private int end;

  public ByteReader(byte[] bytes) {
    reset(bytes, 0, bytes.length);
  }

  public ByteReader reset(byte[] source, int start, int stop) {
    bytes = source;
    position = start;
    end = stop;
    return this;
  }

  public boolean hasMore() {
    return position < end;
  }

  public int position() {
    return position;
  }

  public byte getByte() {
    if (position >= end) {
      throw new IllegalStateException("record ends early");
    }
    return bytes[position++];
  }

  public boolean getBoolean() {
    return getByte() != 0;
  }

  public int getInt() {
    return (int) INTS.get(bytes, advance(Integer.BYTES));
  }

  public long getLong() {
    return (long) LONGS.get(bytes, advance(Long.BYTES));
  }

  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  public long getVarLong() {
    long zigzag = getByte();
    if (zigzag >= 0) {
      return (zigzag >>> 1) ^ -(zigzag & 1);
    }
    zigzag &= 0x7F;
    for (int shift = 7; ; shift += 7) {
      byte b = getByte();
      zigzag |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
  }

  public int getVarInt() {
    return Math.toIntExact(getVarLong());
  }

  public String getText() {
    int count = getVarInt();
    if (count < 0) {
      return null;
    }
    return new String(bytes, advance(count), count, StandardCharsets.UTF_8);
  }

  public byte[] getBlob() {
    int count = getVarInt();
    if (count < 0) {
      return null;
    }
    int start = advance(count);
    return Arrays.copyOfRange(bytes, start, start + count);
  }

  private int advance(int count) {
    if (count > end - position) {
      throw new IllegalStateException("record ends early");
    }
    int start = position;
    position += count;
    return start;
  }
}
