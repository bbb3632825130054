package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * An article under one of its band keys; 27 bytes when it travels, and an article has 20 to 40.
 *
 * @param key as {@code ArticleFingerprinter} gives it
 * @param id of the article
 */
record BandEntry(long key, ContentHash id) {
  /** Entries grouped by key, in a group by id; the keys say it all. */
  static final class Codec implements RecordCodec<BandEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(BandEntry entry, ByteWriter out) {
      out.putLong(entry.key());
    }

    @Override
    public void orderKey(BandEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void encode(BandEntry entry, ByteWriter out) {}

    @Override
    public BandEntry decode(ByteReader in) {
      throw new IllegalStateException("a band entry is read from its keys");
    }

    @Override
    public BandEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new BandEntry(groupKey.getLong(), KeyCodec.id(orderKey));
    }
  }
}
