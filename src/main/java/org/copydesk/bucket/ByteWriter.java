package org.copydesk.bucket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes: numbers, texts and blobs are appended, {@link ByteReader} reads them. */
public final class ByteWriter {
  private byte[] bytes;
  private int length;

  public ByteWriter() {
    this(256);
  }

  public ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  public ByteWriter putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public ByteWriter putBoolean(boolean value) {
    return putByte(value ? 1 : 0);
  }

  /** Four bytes, most significant first. */
  public ByteWriter putInt(int value) {
    reserve(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** Eight bytes, most significant first: unsigned order is the order of the bytes. */
  public ByteWriter putLong(long value) {
    reserve(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** Eight bytes whose order is the signed order of the values. */
  public ByteWriter putOrderedLong(long value) {
    return putLong(value ^ Long.MIN_VALUE);
  }

  public ByteWriter putDouble(double value) {
    return putLong(Double.doubleToLongBits(value));
  }

  /** One to nine bytes; small magnitudes are short, negatives cost one bit. */
  public ByteWriter putVarLong(long value) {
    reserve(10);
    long zigzag = (value << 1) ^ (value >> 63);
    while ((zigzag & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((zigzag & 0x7F) | 0x80);
      zigzag >>>= 7;
    }
    bytes[length++] = (byte) zigzag;
    return this;
  }

  /** A text, null kept apart from the empty one. */
  public ByteWriter putText(String text) {
    return putBlob(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /** Some bytes with their length, null kept apart from none. */
  public ByteWriter putBlob(byte[] blob) {
    if (blob == null) {
      return putVarLong(-1);
    }
    putVarLong(blob.length);
    return putBytes(blob, 0, blob.length);
  }

  /** Bytes as they are, without a length. */
  public ByteWriter putBytes(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  public int length() {
    return length;
  }

  /** The array behind; valid up to {@link #length} and until the next put. */
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public void clear() {
    length = 0;
  }
}
