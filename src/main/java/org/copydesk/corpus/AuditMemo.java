package org.copydesk.corpus;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;

/**
 * What reading parts back gave, by their SHA-256: the same bytes give the same sums, so a part that
 * was read once is not read again. Several threads may ask and tell at a time.
 *
 * <p>Memory: some 800 bytes a part.
 */
public final class AuditMemo {
  /** Raised whenever a sum means something else. */
  static final int VERSION = 1;

  private final Map<String, byte[]> known;
  private final Map<String, byte[]> used = new ConcurrentHashMap<>();
  private final String listed;

  private AuditMemo(Map<String, byte[]> known, String listed) {
    this.known = known;
    this.listed = listed;
  }

  /**
   * One that knows nothing yet.
   *
   * @param listed a hash of what must not be in the corpus, on which sums of articles hang; null
   *     for nothing
   */
  public static AuditMemo empty(String listed) {
    return new AuditMemo(Map.of(), listed);
  }

  /**
   * Reads what {@link #toBytes} wrote; that of another version says nothing.
   *
   * @param listed as above, of the build that asks
   */
  public static AuditMemo of(byte[] bytes, String listed) {
    ByteReader in = new ByteReader(bytes);
    Map<String, byte[]> known = new TreeMap<>();
    if (in.getText().equals(version())) {
      while (in.hasMore()) {
        known.put(in.getText(), in.getBlob());
      }
    }
    return new AuditMemo(known, listed);
  }

  private static String version() {
    // Sums are told apart by their place: one more, and none is where it was.
    String sums = Arrays.toString(AuditSums.Sum.values());
    return VERSION + " " + Tables.SCHEMA_VERSION + " " + RowDigest.VERSION + " " + sums;
  }

  /** What was asked for and known, or told, since this was made. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.putText(version());
    new TreeMap<>(used).forEach((key, part) -> out.putText(key).putBlob(part));
    return out.toByteArray();
  }

  private String key(Table<?> table, String sha256) {
    String key = table.name() + " " + sha256;
    return table == Tables.ARTICLES && listed != null ? key + " " + listed : key;
  }

  /**
   * What is known of a part; null for nothing.
   *
   * @param file its name below the generation
   * @param sha256 of its bytes, hex
   */
  PartAudit find(Table<?> table, String file, String sha256) {
    String key = key(table, sha256);
    byte[] part = known.get(key);
    if (part == null) {
      return null;
    }
    used.put(key, part);
    return PartAudit.decode(table, file, sha256, new ByteReader(part));
  }

  void keep(PartAudit part) {
    ByteWriter out = new ByteWriter();
    part.encode(out);
    used.put(key(part.table(), part.file().sha256()), out.toByteArray());
  }
}
