package org.copydesk.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.corpus.RowCodec;
import org.copydesk.corpus.Tables;

/**
 * Article rows in the order of their file: site, published_at, id. Memory: the bound of a bucket;
 * more goes through files.
 */
final class ArticleRows implements Closeable {
  /** Takes rows in order. */
  interface RowSink {
    void row(Object[] row) throws IOException;
  }

  private final BucketSorter<Object[]> sorter;

  ArticleRows(String folder) {
    RowCodec codec = new RowCodec(Tables.ARTICLES.name(), "site", "published_at", "id");
    Path place = Path.of(folder != null ? folder : System.getProperty("java.io.tmpdir"));
    sorter = new BucketSorter<>(codec, GroupInBuckets.sortedInMemory(), place);
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
    sorter.close();
  }
}
