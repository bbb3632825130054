package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import org.copydesk.storage.Storage;

/**
 * Counts the articles that a table names (those that teasers announce) and that are not in the
 * corpus. Ids are compared by a hash of 64 bits, a slice of them at a time: memory is {@link
 * #MOST_IDS} hashes (32 MB), and every further two million linked teasers cost one more pass over
 * two columns.
 */
final class LinkAudit {
  private static final int MOST_IDS = 1 << 21;

  private final Storage generation;
  private final Table table;
  private final String column;
  private final int mostIds;

  /**
   * @param column of the table, that names articles
   */
  static LinkAudit of(Storage generation, Table table, String column) {
    return new LinkAudit(generation, table, column, MOST_IDS);
  }

  /**
   * @param mostIds rows that name one a pass
   */
  LinkAudit(Storage generation, Table table, String column, int mostIds) {
    this.generation = generation;
    this.table = table;
    this.column = column;
    this.mostIds = mostIds;
  }

  /**
   * Distinct ids in the column that no row of {@code articles} has.
   *
   * @param linked rows that name one
   */
  long missing(long linked) throws IOException {
    long missing = 0;
    long passes = (linked + mostIds - 1) / mostIds;
    for (long pass = 0; pass < passes; pass++) {
      missing += missing(passes, pass);
    }
    return missing;
  }

  private long missing(long passes, long pass) throws IOException {
    LongOpenHashSet announced = new LongOpenHashSet();
    try (TableScan rows = new TableScan(generation, table, column)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        long hash = row[0] == null ? 0 : hash(row[0]);
        if (row[0] != null && Math.floorMod(hash, passes) == pass) {
          announced.add(hash);
        }
      }
    }
    try (TableScan articles = new TableScan(generation, Tables.ARTICLES, "id")) {
      for (Object[] row = articles.next(); row != null; row = articles.next()) {
        announced.remove(hash(row[0]));
      }
    }
    return announced.size();
  }

  private static long hash(Object id) {
    return Hashing.xxh3_64().hashCharsToLong((String) id);
  }
}
