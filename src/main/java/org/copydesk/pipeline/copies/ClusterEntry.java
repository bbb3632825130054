package org.copydesk.pipeline.copies;

import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.text.ContentHash;

/**
 * Articles with the same words in the component they belong to.
 *
 * @param component its id
 * @param copies where they stood
 * @param print bytes of their fingerprint
 */
record ClusterEntry(ContentHash component, CopyGroup copies, byte[] print) {
  /** Entries grouped by component, the one to be kept first. */
  static final class Codec implements RecordCodec<ClusterEntry> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(ClusterEntry entry, ByteWriter out) {
      KeyCodec.put(entry.component(), out);
    }

    @Override
    public void orderKey(ClusterEntry entry, ByteWriter out) {
      byte[] order = entry.copies().order();
      out.putBytes(order, 0, order.length);
    }

    @Override
    public void encode(ClusterEntry entry, ByteWriter out) {
      KeyCodec.put(entry.component(), out);
      KeyCodec.put(entry.copies(), out);
      out.putBlob(entry.print());
    }

    @Override
    public ClusterEntry decode(ByteReader in) {
      return new ClusterEntry(KeyCodec.id(in), KeyCodec.copies(in), in.getBlob());
    }
  }
}
