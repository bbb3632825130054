package org.copydesk.pipeline.articles;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.scratch.SpillFolder;
import org.copydesk.row.ArticleRow;
import org.copydesk.table.RowCodec;

/**
 * Article rows in the order of their file: site, published_at, id. Memory: the bound of a bucket;
 * more goes through files.
 */
final class SortedArticles implements Closeable {
  /** Takes rows in order. */
  interface RowSink {
    void row(ArticleRow row) throws IOException;
  }

  private final SpillFolder spill;
  private final BucketSorter<ArticleRow> sorter;

  SortedArticles(String folder) throws IOException {
    RowCodec<ArticleRow> codec =
        new RowCodec<>(
            ArticleRow.class, List.of(ArticleRow::site, ArticleRow::publishedAt, ArticleRow::id));
    spill = SpillFolder.open(folder);
    sorter = new BucketSorter<>(codec, GroupInBuckets.sortedInMemory(), spill.path());
  }

  void add(ArticleRow row) throws IOException {
    sorter.add(row);
  }

  void writeSorted(RowSink sink) throws IOException {
    SortedGroups<ArticleRow> rows = sorter.groups();
    while (rows.nextGroup()) {
      while (rows.hasNext()) {
        sink.row(rows.next());
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (spill) {
      sorter.close();
    }
  }
}
