package org.copydesk.evaluate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Reads what a finished generation says about pages and clusters, in the form it is evaluated in.
 *
 * <p>Of a removed article the tables hold neither byline nor date, so pages that lost theirs can be
 * compared by their teasers only. Holds the texts of all articles and teasers.
 */
public final class GenerationTables {
  private final Storage generation;

  /**
   * @param generation a finished generation's folder
   */
  public GenerationTables(Storage generation) {
    this.generation = generation;
  }

  /**
   * @param records pages by place, as found
   * @param removed places of pages whose article was removed
   */
  public record Pages(Map<String, PageRecord> records, Set<String> removed) {}

  private static final class Found {
    PageRecord.ArticleFields article;
    final TreeMap<Long, PageRecord.TeaserFields> teasers = new TreeMap<>();
    String sourceFile;
    long sourceRecord;
  }

  private record Kept(
      String sourceFile,
      Long sourceRecord,
      String title,
      String text,
      String byline,
      String provider,
      Instant publishedAt) {}

  private record Announced(String id, String title, String snippet) {}

  private record Clustered(
      String id, String sourceFile, Long sourceRecord, String clusterId, String copyKind) {}

  private record Lost(String sourceFile, Long sourceRecord, String keptId) {}

  /** All pages that gave an article or a teaser. */
  public Pages pages() throws IOException {
    Map<String, Found> pages = new HashMap<>();
    each(
        Tables.ARTICLES.view(Kept.class),
        row ->
            found(pages, row.sourceFile(), row.sourceRecord()).article =
                new PageRecord.ArticleFields(
                    row.title(), row.text(), row.byline(), row.provider(), row.publishedAt()));
    Set<String> removedPages = new HashSet<>();
    each(
        Tables.REMOVED.view(Lost.class),
        row -> {
          found(pages, row.sourceFile(), row.sourceRecord());
          removedPages.add(PageRecord.place(row.sourceFile(), row.sourceRecord()));
        });
    addTeasers(pages);
    Map<String, PageRecord> records = new HashMap<>();
    pages.forEach(
        (place, page) ->
            records.put(
                place,
                new PageRecord(
                    page.sourceFile,
                    page.sourceRecord,
                    page.article,
                    new ArrayList<>(page.teasers.values()))));
    return new Pages(records, removedPages);
  }

  private void addTeasers(Map<String, Found> pages) throws IOException {
    Map<String, PageRecord.TeaserFields> byId = new HashMap<>();
    each(
        Tables.TEASERS.view(Announced.class),
        row ->
            byId.put(row.id(), new PageRecord.TeaserFields(row.id(), row.title(), row.snippet())));
    each(
        Tables.TEASER_OCCURRENCES,
        row ->
            found(pages, row.sourceFile(), row.sourceRecord())
                .teasers
                .put(row.spanStart(), byId.get(row.teaserId())));
  }

  /** Hands every article, kept or removed, with its cluster to {@code evaluation}. */
  public void clusters(DuplicatesEvaluation evaluation) throws IOException {
    Map<String, String> clusterOf = new HashMap<>();
    each(
        Tables.ARTICLES.view(Clustered.class),
        row -> {
          clusterOf.put(row.id(), row.clusterId() == null ? row.id() : row.clusterId());
          evaluation.found(
              row.sourceFile(),
              row.sourceRecord(),
              clusterOf.get(row.id()),
              row.copyKind() == null);
        });
    each(
        Tables.REMOVED.view(Lost.class),
        row -> {
          String own = "removed " + PageRecord.place(row.sourceFile(), row.sourceRecord());
          evaluation.found(
              row.sourceFile(),
              row.sourceRecord(),
              row.keptId() == null ? own : clusterOf.getOrDefault(row.keptId(), row.keptId()),
              false);
        });
  }

  private static Found found(Map<String, Found> pages, String file, long record) {
    return pages.computeIfAbsent(
        PageRecord.place(file, record),
        place -> {
          Found page = new Found();
          page.sourceFile = file;
          page.sourceRecord = record;
          return page;
        });
  }

  private <R extends Record> void each(Table<R> table, Consumer<R> to) throws IOException {
    try (TableScan<R> rows = new TableScan<>(generation, table)) {
      for (R row = rows.next(); row != null; row = rows.next()) {
        to.accept(row);
      }
    }
  }
}
