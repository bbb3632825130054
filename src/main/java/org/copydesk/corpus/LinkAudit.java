package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.copydesk.bucket.BucketSorter;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;
import org.copydesk.bucket.SortedGroups;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Counts the articles that a table names (those that teasers announce) and that are not in the
 * corpus, by a hash of 64 bits of their ids. Two columns are read once, however many there are: the
 * hashes of {@link #MOST_IDS} linked teasers fit a set (32 MB), and those of more are sorted with
 * those of the articles, through files. Memory: the set, or as much of what is sorted.
 */
final class LinkAudit<R extends Record> {
  private static final int MOST_IDS = 1 << 21;

  /** Bytes of hashes sorted in memory. */
  private static final long SORTED_BYTES = 32L << 20;

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
   * @param mostIds rows that name one whose hashes are held
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
    return linked <= mostIds ? missingFromSet() : missingFromSorted();
  }

  /** Takes the hash of an id. */
  private interface HashSink {
    void hash(long hash) throws IOException;
  }

  private void announced(HashSink sink) throws IOException {
    try (var rows = new TableScan<>(generation, naming)) {
      for (R row = rows.next(); row != null; row = rows.next()) {
        String id = named.apply(row);
        if (id != null) {
          sink.hash(hash(id));
        }
      }
    }
  }

  private void kept(HashSink sink) throws IOException {
    try (var articles = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = articles.next(); row != null; row = articles.next()) {
        sink.hash(hash(row.id()));
      }
    }
  }

  private long missingFromSet() throws IOException {
    LongOpenHashSet missing = new LongOpenHashSet();
    announced(missing::add);
    kept(missing::remove);
    return missing.size();
  }

  private long missingFromSorted() throws IOException {
    Path folder = Files.createTempDirectory("links-");
    try (BucketSorter<Named> sorter = new BucketSorter<>(new NamedCodec(), SORTED_BYTES, folder)) {
      announced(hash -> sorter.add(new Named(hash, false)));
      kept(hash -> sorter.add(new Named(hash, true)));
      long missing = 0;
      SortedGroups<Named> ids = sorter.groups();
      while (ids.nextGroup()) {
        missing += ids.next().isKept() ? 0 : 1;
      }
      return missing;
    } finally {
      Files.delete(folder);
    }
  }

  /**
   * An id that a row has.
   *
   * @param isKept whether the row is that of the article
   */
  private record Named(long hash, boolean isKept) {}

  /** Those of one hash together, the article first. */
  private static final class NamedCodec implements RecordCodec<Named> {
    private static final long serialVersionUID = 1;

    @Override
    public void groupKey(Named named, ByteWriter out) {
      out.putLong(named.hash());
    }

    @Override
    public void encode(Named named, ByteWriter out) {
      out.putBoolean(!named.isKept());
    }

    @Override
    public Named decode(ByteReader in) {
      throw new UnsupportedOperationException("its hash is in the key");
    }

    @Override
    public Named decode(ByteReader groupKey, ByteReader orderKey, ByteReader in) {
      return new Named(groupKey.getLong(), !in.getBoolean());
    }
  }

  private static long hash(String id) {
    return Hashing.xxh3_64().hashCharsToLong(id);
  }
}
