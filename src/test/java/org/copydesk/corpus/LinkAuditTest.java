package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkAuditTest {
  private static final int LINKED = 500;

  @TempDir Path folder;

  private static String id(int number) {
    return "%032x".formatted(number * 0x9E3779B9L);
  }

  private static void write(Storage generation, Table table, String column, int from, int to)
      throws IOException {
    try (PartWriter writer =
        new PartWriter(table, generation.create(table.name() + "/part-" + from + ".parquet"))) {
      for (int i = from; i < to; i++) {
        Object[] row = new Object[table.columns().size()];
        row[table.indexOf("id")] = table == Tables.TEASERS ? id(-i) : id(i);
        row[table.indexOf(column)] = id(i);
        writer.write(row);
        // And one that announces nothing.
        row[table.indexOf("article_id".equals(column) ? column : "title")] = null;
        row[table.indexOf("id")] = id(100_000 + i);
        writer.write(row);
      }
    }
  }

  @Test
  void eachArticleThatIsNotThereIsCountedOnceInHoweverManyPasses() throws IOException {
    Storage generation = Storage.local(folder);
    write(generation, Tables.ARTICLES, "id", 7, LINKED);
    write(generation, Tables.TEASERS, "article_id", 0, LINKED);
    write(generation, Tables.TEASERS, "article_id", LINKED - 100, LINKED);
    for (int mostIds : new int[] {1 << 20, 100, 3}) {
      assertThat(
          new LinkAudit(generation, Tables.TEASERS, "article_id", mostIds).missing(LINKED), is(7L));
    }
  }
}
