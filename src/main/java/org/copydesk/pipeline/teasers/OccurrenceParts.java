package org.copydesk.pipeline.teasers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.PartResult;
import org.copydesk.corpus.Sha256;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;

/**
 * Parts of occurrences in the cache: a part hangs on what its unit came to and on the moves of the
 * teasers that stand in it, so where none of these moved otherwise it is taken over as it is.
 *
 * @param store where they are kept
 * @param work folder where parts lie
 */
record OccurrenceParts(CacheStore store, Storage work) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Raised when a part of the same unit and moves would have other bytes. */
  private static final int FORMAT = 1;

  private static String key(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the list of a unit's teasers. */
  static String teasersKey(String unit) {
    return key("teasers " + FORMAT + " " + unit);
  }

  /**
   * The key of a unit's part, by where its teasers moved.
   *
   * @param teasers as {@link #teasers} gives them
   */
  static String partKey(String unit, byte[] teasers, TeaserMoves moved) {
    MessageDigest digest = Sha256.digest();
    ByteWriter move = new ByteWriter(TeaserMoves.ENTRY_BYTES);
    ByteReader ids = new ByteReader(teasers);
    while (moved != null && ids.hasMore()) {
      ContentHash teaser = new ContentHash(ids.getLong(), ids.getLong());
      ContentHash now = moved.follow(teaser);
      if (!now.equals(teaser)) {
        move.clear();
        move.putLong(teaser.high()).putLong(teaser.low()).putLong(now.high()).putLong(now.low());
        digest.update(move.array(), 0, move.length());
      }
    }
    String moves = HexFormat.of().formatHex(digest.digest());
    return key("occurrences " + FORMAT + " " + unit + " " + moves);
  }

  /**
   * The ids of a unit's teasers, each once, sorted, 16 bytes each; read from its spool where the
   * cache does not have them.
   */
  byte[] teasers(String unit, OccurrenceSpool.Written spool) throws IOException {
    CacheStore.Found found = store.find(teasersKey(unit));
    if (found != null) {
      try (InputStream in = found.open()) {
        return in.readAllBytes();
      }
    }
    SortedSet<ContentHash> teasers = new TreeSet<>();
    try (OccurrenceSpool.Reader in = new OccurrenceSpool.Reader(work, spool)) {
      for (var seen = in.next(); seen != null; seen = in.next()) {
        teasers.add(seen.teaser());
      }
    }
    ByteWriter ids = new ByteWriter(teasers.size() * 2 * Long.BYTES);
    teasers.forEach(teaser -> ids.putLong(teaser.high()).putLong(teaser.low()));
    byte[] sorted = ids.toByteArray();
    try (CacheStore.Draft draft = store.draft()) {
      draft.content().write(sorted);
      draft.commit(teasersKey(unit));
    }
    return sorted;
  }

  /**
   * A part that was written before, put where parts lie; null where the cache has none.
   *
   * @param number of the part
   */
  PartResult find(String partKey, int number) throws IOException {
    CacheStore.Found found = store.find(partKey);
    if (found == null) {
      return null;
    }
    try (DataInputStream in = new DataInputStream(found.open())) {
      byte[] head = new byte[in.readInt()];
      in.readFully(head);
      PartResult part = PartResult.decode(new ByteReader(head));
      String file = "parts/" + part.table() + "-" + number + "-" + UUID.randomUUID();
      try (OutputStream out = work.create(file)) {
        in.transferTo(out);
      }
      return new PartResult(part.table(), number, file, part.rows(), part.bytes(), part.digest());
    }
  }

  /** Keeps a part that was written. */
  void keep(String partKey, PartResult part) throws IOException {
    ByteWriter head = new ByteWriter();
    part.encode(head);
    try (CacheStore.Draft draft = store.draft();
        InputStream in = work.open(part.file())) {
      DataOutputStream out = new DataOutputStream(draft.content());
      out.writeInt(head.length());
      out.write(head.array(), 0, head.length());
      in.transferTo(out);
      out.flush();
      draft.commit(partKey);
    }
  }
}
