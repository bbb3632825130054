package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * An article where it is held against others that it shares keys with.
 *
 * @param anchor the smallest id of these keys
 * @param id of the article
 * @param keys shared there
 * @param copies where the article stood
 * @param print bytes of its fingerprint
 */
record VerifyEntry(
    ContentHash anchor, ContentHash id, long[] keys, CopyGroup copies, byte[] print) {
  /** Entries grouped by anchor, in a group by id: the anchor itself first. */
  static final class Codec implements RecordCodec<VerifyEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(VerifyEntry entry, ByteWriter out) {
      KeyCodec.put(entry.anchor(), out);
    }

    @Override
    public void orderKey(VerifyEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void encode(VerifyEntry entry, ByteWriter out) {
      KeyCodec.put(entry.anchor(), out);
      KeyCodec.put(entry.id(), out);
      out.putVarLong(entry.keys().length);
      for (long key : entry.keys()) {
        out.putLong(key);
      }
      KeyCodec.put(entry.copies(), out);
      out.putBlob(entry.print());
    }

    @Override
    public VerifyEntry decode(ByteReader in) {
      ContentHash anchor = KeyCodec.id(in);
      ContentHash id = KeyCodec.id(in);
      long[] keys = new long[in.getVarInt()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = in.getLong();
      }
      return new VerifyEntry(anchor, id, keys, KeyCodec.copies(in), in.getBlob());
    }
  }
}
