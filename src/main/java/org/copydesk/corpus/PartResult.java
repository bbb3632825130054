package org.copydesk.corpus;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.text.ContentHash;

/**
 * A part that a worker finished. A worker that is run twice writes two files; only the one whose
 * result arrives counts, and is given its final name.
 *
 * @param table name of the table
 * @param number of the part within its table; depends on the input alone
 * @param file where it lies in the work folder
 * @param rows written
 * @param bytes of the file
 * @param digest of its rows
 */
public record PartResult(
    String table, int number, String file, long rows, long bytes, ContentHash digest) {

  /** Numbers below are those of buckets; what units write has numbers from here on. */
  public static final int FIRST_OF_UNITS = 100_000;

  /** Nine digits are the most that the name of a part has: all numbers are below. */
  public static final int NUMBERS = 1_000_000_000;

  /** The name it gets in the generation, for example {@code articles/part-00003.parquet}. */
  public String finalName() {
    String digits = Integer.toString(number);
    return table + "/part-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits + ".parquet";
  }

  public void encode(ByteWriter out) {
    out.putText(table).putVarLong(number).putText(file).putVarLong(rows).putVarLong(bytes);
    out.putLong(digest.high()).putLong(digest.low());
  }

  public static PartResult decode(ByteReader in) {
    return new PartResult(
        in.getText(),
        in.getVarInt(),
        in.getText(),
        in.getVarLong(),
        in.getVarLong(),
        new ContentHash(in.getLong(), in.getLong()));
  }
}
