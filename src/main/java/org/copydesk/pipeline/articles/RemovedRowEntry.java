package org.copydesk.pipeline.articles;

import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.pipeline.work.KeyCodec;
import org.copydesk.row.RemovedRow;
import org.copydesk.table.RowCodec;
import org.copydesk.text.ContentHash;

/**
 * A row of a copy that is not kept, on its way to its part.
 *
 * @param id of the copy
 */
public record RemovedRowEntry(ContentHash id, RemovedRow row) {
  private static final long LANE_BYTES = 4L << 20;

  /** The way from where rows are made. */
  public static Lane<RemovedRowEntry> lane(Buckets buckets) {
    return new Lane<>("removed rows", new Codec(), buckets.articles(), LANE_BYTES);
  }

  /** Rows grouped by id, in the order of their places. */
  static final class Codec implements RecordCodec<RemovedRowEntry> {
    private static final long serialVersionUID = 1;

    private transient RowCodec<RemovedRow> rows;

    private RowCodec<RemovedRow> rows() {
      if (rows == null) {
        rows =
            new RowCodec<>(
                RemovedRow.class, List.of(RemovedRow::sourceFile, RemovedRow::sourceRecord));
      }
      return rows;
    }

    @Override
    public void groupKey(RemovedRowEntry entry, ByteWriter out) {
      KeyCodec.put(entry.id(), out);
    }

    @Override
    public void orderKey(RemovedRowEntry entry, ByteWriter out) {
      rows().orderKey(entry.row(), out);
    }

    @Override
    public void encode(RemovedRowEntry entry, ByteWriter out) {
      rows().encode(entry.row(), out);
    }

    @Override
    public RemovedRowEntry decode(ByteReader in) {
      throw new IllegalStateException("the id is in the key");
    }

    @Override
    public RemovedRowEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new RemovedRowEntry(KeyCodec.id(groupKey), rows().decode(in));
    }
  }
}
