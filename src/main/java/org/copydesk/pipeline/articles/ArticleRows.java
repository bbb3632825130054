package org.copydesk.pipeline.articles;

import java.io.Closeable;
import java.io.IOException;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.RowCodec;
import org.copydesk.corpus.Tables;
import org.copydesk.pipeline.grouping.GroupInBuckets;
import org.copydesk.pipeline.scratch.SpillFolder;

/**
 * Article rows in the order of their file: site, published_at, id. Memory: the bound of a bucket;
 * more goes through files.
 */
final class ArticleRows implements Closeable {
  /** Takes rows in order. */
  interface RowSink {
    void row(Object[] row) throws IOException;
  }

  private final SpillFolder spill;
  private final BucketSorter<Object[]> sorter;

  ArticleRows(String folder) throws IOException {
    RowCodec codec = new RowCodec(Tables.ARTICLES.name(), "site", "published_at", "id");
    spill = SpillFolder.open(folder);
    sorter = new BucketSorter<>(codec, GroupInBuckets.sortedInMemory(), spill.path());
  }

  void add(Object[] row) throws IOException {
    sorter.add(row);
  }

  void writeSorted(RowSink sink) throws IOException {
    SortedGroups<Object[]> rows = sorter.groups();
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
