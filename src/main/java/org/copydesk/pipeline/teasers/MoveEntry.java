package org.copydesk.pipeline.teasers;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * A teaser that became part of another.
 *
 * @param variant its id
 * @param teaser id of the one it is part of
 */
record MoveEntry(ContentHash variant, ContentHash teaser) {
  /** All in one group, by variant. */
  static final class Codec implements RecordCodec<MoveEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(MoveEntry entry, ByteWriter out) {}

    @Override
    public void orderKey(MoveEntry entry, ByteWriter out) {
      KeyCodec.put(entry.variant(), out);
    }

    @Override
    public void encode(MoveEntry entry, ByteWriter out) {
      KeyCodec.put(entry.variant(), out);
      KeyCodec.put(entry.teaser(), out);
    }

    @Override
    public MoveEntry decode(ByteReader in) {
      return new MoveEntry(KeyCodec.id(in), KeyCodec.id(in));
    }
  }
}
