package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/** Two articles that belong to one component. */
record EdgeEntry(ContentHash a, ContentHash b) {
  /** All in one group. */
  static final class Codec implements RecordCodec<EdgeEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(EdgeEntry entry, ByteWriter out) {}

    @Override
    public void encode(EdgeEntry entry, ByteWriter out) {
      KeyCodec.put(entry.a(), out);
      KeyCodec.put(entry.b(), out);
    }

    @Override
    public EdgeEntry decode(ByteReader in) {
      return new EdgeEntry(KeyCodec.id(in), KeyCodec.id(in));
    }
  }
}
