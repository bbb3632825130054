package org.copydesk.pipeline.links;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.links.LinkMethod;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * An article or a teaser under one of the keys by which they meet; 29 bytes when it travels.
 *
 * @param isTeaser whether {@code id} is a teaser's
 * @param id of the article or the teaser
 */
public record LinkKeyEntry(long key, LinkMethod method, boolean isTeaser, ContentHash id) {
  /** Entries grouped by key and method, articles first, by id; the keys say it all. */
  static final class Codec implements RecordCodec<LinkKeyEntry> {
    private static final long serialVersionUID = 1;
    private static final LinkMethod[] METHODS = LinkMethod.values();

    @Override
    public void groupKey(LinkKeyEntry entry, ByteWriter out) {
      out.putLong(entry.key()).putByte(entry.method().ordinal());
    }

    @Override
    public void orderKey(LinkKeyEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out.putBoolean(entry.isTeaser()));
    }

    @Override
    public void encode(LinkKeyEntry entry, ByteWriter out) {}

    @Override
    public LinkKeyEntry decode(ByteReader in) {
      throw new IllegalStateException("a link key is read from its keys");
    }

    @Override
    public LinkKeyEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new LinkKeyEntry(
          groupKey.getLong(),
          METHODS[groupKey.getByte()],
          orderKey.getBoolean(),
          KeyCodec.id(orderKey));
    }
  }
}
