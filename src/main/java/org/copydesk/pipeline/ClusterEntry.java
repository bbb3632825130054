package org.copydesk.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.dedup.CopyGroup;
import org.copydesk.dedup.CopyPlace;
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
      put(entry.copies(), out);
      out.putBlob(entry.print());
    }

    @Override
    public ClusterEntry decode(ByteReader in) {
      return new ClusterEntry(KeyCodec.id(in), copies(in), in.getBlob());
    }

    static void put(CopyGroup copies, ByteWriter out) {
      out.putBlob(copies.order()).putVarLong(copies.members()).putVarLong(copies.places().size());
      for (CopyPlace place : copies.places()) {
        KeyCodec.put(place, out);
      }
    }

    static CopyGroup copies(ByteReader in) {
      byte[] order = in.getBlob();
      long members = in.getVarLong();
      int count = in.getVarInt();
      List<CopyPlace> places = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        places.add(KeyCodec.place(in));
      }
      return new CopyGroup(order, members, places);
    }
  }
}
