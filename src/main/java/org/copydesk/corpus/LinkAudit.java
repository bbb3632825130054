package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import org.copydesk.storage.Storage;

/**
 * Counts the articles that teasers announce and that are not in the corpus. Ids are compared by a
 * hash of 64 bits, a slice of them at a time: memory is {@link #MOST_IDS} hashes (32 MB), and every
 * further two million linked teasers cost one more pass over two columns.
 */
final class LinkAudit {
  private static final int MOST_IDS = 1 << 21;

  private record Announced(String articleId) {}

  private record Kept(String id) {}

  private final Storage generation;
  private final int mostIds;

  LinkAudit(Storage generation) {
    this(generation, MOST_IDS);
  }

  /**
   * @param mostIds linked teasers a pass
   */
  LinkAudit(Storage generation, int mostIds) {
    this.generation = generation;
    this.mostIds = mostIds;
  }

  /**
   * Distinct ids in {@code teasers.article_id} that no row of {@code articles} has.
   *
   * @param linked teasers that have one
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
    try (var teasers = new TableScan<>(generation, Tables.TEASERS.view(Announced.class))) {
      for (Announced row = teasers.next(); row != null; row = teasers.next()) {
        long hash = row.articleId() == null ? 0 : hash(row.articleId());
        if (row.articleId() != null && Math.floorMod(hash, passes) == pass) {
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
