package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.util.function.Function;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Counts the articles that a table names (those that teasers announce) and that are not in the
 * corpus. Ids are compared by a hash of 64 bits, a slice of them at a time: memory is {@link
 * #MOST_IDS} hashes (32 MB), and every further two million linked teasers cost one more pass over
 * two columns.
 */
final class LinkAudit<R extends Record> {
  private static final int MOST_IDS = 1 << 21;

  private record Announced(String articleId) {}

  private record Stated(String keptId) {}

  private record Kept(String id) {}

  private final Storage generation;
  private final Table<R> naming;
  private final Function<R, String> named;
  private final int mostIds;

  /** Those that teasers announce. */
  static LinkAudit<?> ofTeasers(Storage generation, int mostIds) {
    return new LinkAudit<>(
        generation, Tables.TEASERS.view(Announced.class), Announced::articleId, mostIds);
  }

  static LinkAudit<?> ofTeasers(Storage generation) {
    return ofTeasers(generation, MOST_IDS);
  }

  /** Those that are kept for a state of a story. */
  static LinkAudit<?> ofVersions(Storage generation) {
    return new LinkAudit<>(
        generation, Tables.VERSIONS.view(Stated.class), Stated::keptId, MOST_IDS);
  }

  /**
   * @param mostIds rows that name one a pass
   */
  private LinkAudit(Storage generation, Table<R> naming, Function<R, String> named, int mostIds) {
    this.generation = generation;
    this.naming = naming;
    this.named = named;
    this.mostIds = mostIds;
  }

  /**
   * Distinct ids that no row of {@code articles} has.
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
    try (var rows = new TableScan<>(generation, naming)) {
      for (R row = rows.next(); row != null; row = rows.next()) {
        String id = named.apply(row);
        long hash = id == null ? 0 : hash(id);
        if (id != null && Math.floorMod(hash, passes) == pass) {
          announced.add(hash);
        }
      }
    }
    try (var articles = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = articles.next(); row != null; row = articles.next()) {
        announced.remove(hash(row.id()));
      }
    }
    return announced.size();
  }

  private static long hash(String id) {
    return Hashing.xxh3_64().hashCharsToLong(id);
  }
}
