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
 * @param id of the teaser
 */
public record TeaserRowEntry(ContentHash id, TeaserRow row) {
  /** Rows grouped by id, of which each has one. */
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
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(TeaserRowEntry entry, ByteWriter out) {}

    @Override
    public void encode(TeaserRowEntry entry, ByteWriter out) {
      rows().encode(entry.row(), out);
    }

    @Override
    public TeaserRowEntry decode(ByteReader in) {
      throw new IllegalStateException("the id is in the key");
    }

    @Override
    public TeaserRowEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new TeaserRowEntry(KeyCodec.id(groupKey), rows().decode(in));
    }
  }
}
