package org.copydesk.text;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.HexFormat;

/**
 * 128 bits of content (XXH3, seed 0): ids and exact keys. Wide enough that two of 10¹⁰ items share
 * one with a probability below 10⁻¹⁶.
 *
 * @param high most significant 64 bits
 * @param low least significant 64 bits
 */
public record ContentHash(long high, long low) implements Comparable<ContentHash> {
  /** Version of the function, for manifests. */
  public static final int VERSION = 1;

  private static final Hasher128 HASHER = Hashing.xxh3_128();
  private static final HexFormat HEX = HexFormat.of();

  /** The hash of some bytes. */
  public static ContentHash of(byte[] bytes, int offset, int length) {
    return of(HASHER.hashBytesTo128Bits(bytes, offset, length));
  }

  /** The hash of several texts in order; null and empty differ, and so does where one ends. */
  public static ContentHash of(String... parts) {
    HashStream128 stream = HASHER.hashStream();
    for (String part : parts) {
      stream.putBoolean(part != null);
      if (part != null) {
        Utf16.put(stream, part);
      }
    }
    return of(stream.get());
  }

  /** Hashes bytes as they pass, to what {@link #of(byte[], int, int)} gives of all of them. */
  public static final class Running {
    private final HashStream128 stream = HASHER.hashStream();

    public void put(byte[] bytes, int offset, int length) {
      stream.putBytes(bytes, offset, length);
    }

    /** The hash of what passed since this was made or reset. */
    public ContentHash get() {
      return of(stream.get());
    }

    public void reset() {
      stream.reset();
    }
  }

  private static ContentHash of(HashValue128 value) {
    return new ContentHash(value.getMostSignificantBits(), value.getLeastSignificantBits());
  }

  /** Reads what {@link #hex} wrote. */
  public static ContentHash parse(String hex) {
    if (hex.length() != 32) {
      throw new IllegalArgumentException("an id has 32 hex digits: " + hex.length());
    }
    return new ContentHash(
        HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  /** 32 hex digits in lower case. */
  public String hex() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  @Override
  public int compareTo(ContentHash other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }
}
