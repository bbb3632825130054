package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * Two sides of an identity between places in the input, each a sum of hashes: equal sums mean the
 * same places the same number of times, whatever their order and wherever they stand. A record
 * dropped here and another doubled there leave every count as it was, but not these sums.
 */
final class PlaceSums {
  /** An odd constant that spreads neighbouring numbers (the golden ratio of 2⁶⁴). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long left;
  private long right;
  private String file;
  private long fileHash;

  /** Adds a count of a file to the left side. */
  void left(String sourceFile, long count) {
    left += hash(sourceFile) * count;
  }

  /** Adds a count of a file to the right side. */
  void right(String sourceFile, long count) {
    right += hash(sourceFile) * count;
  }

  /** Adds the records of a file, numbered from 0, to the left side. */
  void leftRecords(String sourceFile, long records) {
    long hash = hash(sourceFile);
    for (long record = 0; record < records; record++) {
      left += mixed(hash, record);
    }
  }

  /** Adds a record of a file to the right side. */
  void rightRecord(String sourceFile, long record) {
    right += mixed(hash(sourceFile), record);
  }

  /** Adds both sides of other places. */
  void add(PlaceSums other) {
    left += other.left;
    right += other.right;
  }

  void encode(ByteWriter out) {
    out.putLong(left).putLong(right);
  }

  /** Adds what {@link #encode} wrote. */
  void take(ByteReader in) {
    left += in.getLong();
    right += in.getLong();
  }

  /** Rows of a file are mostly neighbours. */
  private long hash(String sourceFile) {
    if (sourceFile == null || !sourceFile.equals(file)) {
      file = sourceFile;
      fileHash = sourceFile == null ? 1 : Hashing.xxh3_64().hashCharsToLong(sourceFile) | 1;
    }
    return fileHash;
  }

  /** The finaliser of MurmurHash3 over file and number. */
  private static long mixed(long hash, long record) {
    long mixed = hash + (record + 1) * SPREAD;
    mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }

  /** The identity under a name. */
  Check check(String name) {
    return Check.of(name, Long.toHexString(left), Long.toHexString(right));
  }
}
