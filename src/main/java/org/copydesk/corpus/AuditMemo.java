package org.copydesk.corpus;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.storage.Storage;
import org.copydesk.storage.WholeFile;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;

/**
 * What reading parts back gave, by their SHA-256: the same bytes give the same sums, so a part that
 * was read once is not read again; and that SHA-256 by their {@link ContentHash}. Several threads
 * may ask and tell at a time.
 *
 * <p>Memory: some 1,000 bytes a part.
 */
public final class AuditMemo {
  /** Raised whenever a sum means something else. */
  static final int VERSION = 2;

  private final Map<String, byte[]> known;
  private final Map<String, byte[]> used = new ConcurrentHashMap<>();
  private final Map<String, String> knownHashes;
  private final Set<Long> knownLengths = new HashSet<>();
  private final Map<String, String> usedHashes = new ConcurrentHashMap<>();
  private final String listed;

  private AuditMemo(Map<String, byte[]> known, Map<String, String> knownHashes, String listed) {
    this.known = known;
    this.knownHashes = knownHashes;
    this.listed = listed;
    for (String hash : knownHashes.keySet()) {
      knownLengths.add(Long.valueOf(hash.substring(hash.indexOf(' ') + 1)));
    }
  }

  /**
   * One that knows nothing yet.
   *
   * @param listed a hash of what must not be in the corpus, on which sums of articles hang; null
   *     for nothing
   */
  public static AuditMemo empty(String listed) {
    return new AuditMemo(Map.of(), Map.of(), listed);
  }

  /**
   * Reads what {@link #toBytes} wrote; that of another version says nothing.
   *
   * @param listed as above, of the build that asks
   */
  public static AuditMemo of(byte[] bytes, String listed) {
    ByteReader in = new ByteReader(bytes);
    Map<String, byte[]> known = new TreeMap<>();
    Map<String, String> knownHashes = new TreeMap<>();
    if (in.getText().equals(version())) {
      for (int left = in.getVarInt(); left > 0; left--) {
        knownHashes.put(in.getText(), in.getText());
      }
      while (in.hasMore()) {
        known.put(in.getText(), in.getBlob());
      }
    }
    return new AuditMemo(known, knownHashes, listed);
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
    Map<String, String> hashes = new TreeMap<>(usedHashes);
    out.putVarLong(hashes.size());
    hashes.forEach((hash, sha256) -> out.putText(hash).putText(sha256));
    new TreeMap<>(used).forEach((key, part) -> out.putText(key).putBlob(part));
    return out.toByteArray();
  }

  /**
   * SHA-256 of a file as it lies, hex: the one that was told when the same bytes were seen before.
   *
   * @param bytes how long it is: a stream that ends before is an error
   */
  String sha256(Storage generation, String file, long bytes) throws IOException {
    // Of a part as long as no other that is known both hashes come from one look at it: it is new.
    MessageDigest digest = knownLengths.contains(bytes) ? null : Sha256.digest();
    ContentHash.Running running = new ContentHash.Running();
    WholeFile.read(
        generation,
        file,
        bytes,
        (buffer, offset, length) -> {
          running.put(buffer, offset, length);
          if (digest != null) {
            digest.update(buffer, offset, length);
          }
        });
    String hash = running.get().hex() + " " + bytes;
    String sha256 =
        digest != null
            ? HexFormat.of().formatHex(digest.digest())
            : knownHashes.getOrDefault(hash, usedHashes.get(hash));
    sha256 = sha256 == null ? Sha256.of(generation, file, bytes) : sha256;
    usedHashes.put(hash, sha256);
    return sha256;
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
