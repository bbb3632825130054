package org.copydesk.corpus.lines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.corpus.Manifest;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.Sha256;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.RowCodec;
import org.copydesk.table.Table;

/**
 * Reads all {@link ArticleLine}s of a generation. Where there is a store those of a part are kept
 * there under its SHA-256: of the parts of a night most are those of the night before, and reading
 * their columns took a report seven passes. What is kept and cannot be read is read from the part.
 * Memory: a row group, or twice the lines of a part of at most {@link #MOST_KEPT} rows, some 500
 * bytes each.
 */
public final class ArticleLines {
  /** Lines of a part with more rows are not kept: they are read whole. */
  private static final long MOST_KEPT = 1 << 16;

  /** Raised when the same part gives other lines. */
  private static final int VERSION = 1;

  private static final Table<ArticleLine.Read> READ = Tables.ARTICLES.view(ArticleLine.Read.class);

  /** Takes lines one by one. */
  public interface Sink {
    /**
     * @param part in which it stands
     * @param row its number there
     */
    void take(ArticleLine line, String part, long row) throws IOException;
  }

  private final Storage generation;
  private final PartStore store;
  private final boolean keeps;
  private final RowCodec<ArticleLine> codec = new RowCodec<>(ArticleLine.class, List.of());

  private ArticleLines(Storage generation, PartStore store, boolean keeps) {
    this.generation = generation;
    this.store = store;
    this.keeps = keeps;
  }

  /**
   * Hands over the lines of the generation that is made, in the order of its parts.
   *
   * @param store where those of parts are kept; none where it keeps nothing
   */
  public static void scan(Storage generation, PartStore store, Sink sink)
      throws IOException, Failure {
    scan(new ArticleLines(generation, store, true), sink);
  }

  /**
   * The same for a generation of before. Nothing is kept of it, and what was is not held on to: it
   * may have what the new one must not have.
   */
  public static void scanBefore(Storage generation, PartStore store, Sink sink)
      throws IOException, Failure {
    scan(new ArticleLines(generation, store, false), sink);
  }

  private static void scan(ArticleLines lines, Sink sink) throws IOException, Failure {
    Storage generation = lines.generation;
    Map<String, String> digests =
        lines.store == PartStore.NONE ? Map.of() : Manifest.read(generation).partDigests();
    for (String part : TableScan.parts(generation, Tables.ARTICLES)) {
      lines.scan(part, digests.get(part), sink);
    }
  }

  /** Keys under which lines of a generation's parts are kept, if they are. */
  public static Set<String> keys(Storage generation) throws IOException, Failure {
    Map<String, String> digests = Manifest.read(generation).partDigests();
    Set<String> keys = new TreeSet<>();
    for (String part : TableScan.parts(generation, Tables.ARTICLES)) {
      String sha256 = digests.get(part);
      if (sha256 != null) {
        keys.add(key(sha256));
      }
    }
    return keys;
  }

  private static String key(String sha256) {
    String columns = Arrays.toString(ArticleLine.class.getRecordComponents());
    String text = "lines " + VERSION + " " + Tables.SCHEMA_VERSION + " " + columns + " " + sha256;
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private void scan(String part, String sha256, Sink sink) throws IOException {
    String key = sha256 == null ? null : key(sha256);
    List<ArticleLine> known = key == null ? null : find(key);
    if (known != null) {
      for (int row = 0; row < known.size(); row++) {
        sink.take(known.get(row), part, row);
      }
      return;
    }
    try (PartReader<ArticleLine.Read> rows = new PartReader<>(READ, generation, part)) {
      boolean isKept = keeps && key != null && rows.rows() <= MOST_KEPT;
      ByteWriter out = new ByteWriter();
      long number = 0;
      for (ArticleLine.Read row = rows.next(); row != null; row = rows.next()) {
        ArticleLine line = ArticleLine.of(row);
        if (isKept) {
          codec.encode(line, out);
        }
        sink.take(line, part, number++);
      }
      if (isKept) {
        keep(key, out);
      }
    }
  }

  /** Null where there are none that can be read: then the part is. */
  private List<ArticleLine> find(String key) {
    try (InputStream kept = keeps ? store.find(key) : store.look(key)) {
      if (kept == null) {
        return null;
      }
      ByteReader in = new ByteReader(kept.readAllBytes());
      List<ArticleLine> lines = new ArrayList<>();
      while (in.hasMore()) {
        lines.add(codec.decode(in));
      }
      return lines;
    } catch (IOException | RuntimeException unreadable) {
      // More work, and the same result.
      return null;
    }
  }

  private void keep(String key, ByteWriter lines) {
    try {
      store.keep(key, new ByteArrayInputStream(lines.array(), 0, lines.length()));
    } catch (IOException | RuntimeException e) {
      // They are read from the part once more.
    }
  }
}
