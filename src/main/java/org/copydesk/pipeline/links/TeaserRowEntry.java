package org.copydesk.pipeline.links;

import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.row.TeaserRow;
import org.copydesk.table.RowCodec;
import org.copydesk.text.ContentHash;

/**
 * A row of a teaser, on its way to its part.
 *
 * @param part number of the part
 * @param id of the teaser
 */
public record TeaserRowEntry(int part, ContentHash id, TeaserRow row) {
  /** Rows grouped by part, in the order of their ids. */
  static final class Codec implements RecordCodec<TeaserRowEntry> {
    private static final long serialVersionUID = 1;

    private transient RowCodec<TeaserRow> rows;

    private RowCodec<TeaserRow> rows() {
      if (rows == null) {
        rows = new RowCodec<>(TeaserRow.class, List.of());
      }
      return rows;
    }

    @Override
    public void groupKey(TeaserRowEntry entry, ByteWriter out) {
      out.putInt(entry.part());
    }

    @Override
    public void orderKey(TeaserRowEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void encode(TeaserRowEntry entry, ByteWriter out) {
      rows().encode(entry.row(), out);
    }

    @Override
    public TeaserRowEntry decode(ByteReader in) {
      throw new IllegalStateException("part and id are in the keys");
    }

    @Override
    public TeaserRowEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new TeaserRowEntry(groupKey.getInt(), KeyCodec.id(orderKey), rows().decode(in));
    }
  }
}
