package org.copydesk.pipeline.articles;

import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.Lane;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.pipeline.grouping.Buckets;
import org.copydesk.row.ArticleRow;
import org.copydesk.table.RowCodec;

/**
 * A row of the articles on its way to its part.
 *
 * @param part number of the part; that of the units it is read from
 */
public record ArticleRowEntry(int part, ArticleRow row) {
  private static final long LANE_BYTES = 16L << 20;

  /** The way from where rows are made. */
  public static Lane<ArticleRowEntry> lane(Buckets buckets) {
    return new Lane<>("article rows", new Codec(), buckets.articles(), LANE_BYTES);
  }

  /** Rows grouped by part, in the order of their file: site, published_at, id. */
  static final class Codec implements RecordCodec<ArticleRowEntry> {
    private static final long serialVersionUID = 1;

    private transient RowCodec<ArticleRow> rows;

    private RowCodec<ArticleRow> rows() {
      if (rows == null) {
        rows =
            new RowCodec<>(
                ArticleRow.class,
                List.of(ArticleRow::site, ArticleRow::publishedAt, ArticleRow::id));
      }
      return rows;
    }

    @Override
    public void groupKey(ArticleRowEntry entry, ByteWriter out) {
      out.putInt(entry.part());
    }

    @Override
    public void orderKey(ArticleRowEntry entry, ByteWriter out) {
      rows().orderKey(entry.row(), out);
    }

    @Override
    public void encode(ArticleRowEntry entry, ByteWriter out) {
      rows().encode(entry.row(), out);
    }

    @Override
    public ArticleRowEntry decode(ByteReader in) {
      throw new IllegalStateException("the part is in the key");
    }

    @Override
    public ArticleRowEntry decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new ArticleRowEntry(groupKey.getInt(), rows().decode(in));
    }
  }
}
