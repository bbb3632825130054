package org.copydesk.evaluate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.Table;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

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

  /** All pages that gave an article or a teaser. */
  public Pages pages() throws IOException {
    Map<String, Found> pages = new HashMap<>();
    Table articles = Tables.ARTICLES;
    each(
        articles,
        Set.of(
            "source_file", "source_record", "title", "text", "byline", "provider", "published_at"),
        row ->
            found(pages, articles, row).article =
                new PageRecord.ArticleFields(
                    text(articles, row, "title"),
                    text(articles, row, "text"),
                    text(articles, row, "byline"),
                    text(articles, row, "provider"),
                    time(articles, row, "published_at")));
    Set<String> removedPages = new HashSet<>();
    Table removed = Tables.REMOVED;
    each(
        removed,
        Set.of("source_file", "source_record"),
        row -> {
          found(pages, removed, row);
          removedPages.add(place(removed, row));
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
    Table teasers = Tables.TEASERS;
    each(
        teasers,
        Set.of("id", "title", "snippet"),
        row -> {
          String id = text(teasers, row, "id");
          byId.put(
              id,
              new PageRecord.TeaserFields(
                  id, text(teasers, row, "title"), text(teasers, row, "snippet")));
        });
    Table occurrences = Tables.TEASER_OCCURRENCES;
    each(
        occurrences,
        null,
        row ->
            found(pages, occurrences, row)
                .teasers
                .put(
                    (Long) row[occurrences.indexOf("span_start")],
                    byId.get(text(occurrences, row, "teaser_id"))));
  }

  /** Hands every article, kept or removed, with its cluster to {@code evaluation}. */
  public void clusters(DuplicatesEvaluation evaluation) throws IOException {
    Map<String, String> clusterOf = new HashMap<>();
    Table articles = Tables.ARTICLES;
    each(
        articles,
        Set.of("id", "source_file", "source_record", "cluster_id", "copy_kind"),
        row -> {
          String id = text(articles, row, "id");
          String cluster = text(articles, row, "cluster_id");
          clusterOf.put(id, cluster == null ? id : cluster);
          evaluation.found(
              text(articles, row, "source_file"),
              (Long) row[articles.indexOf("source_record")],
              clusterOf.get(id),
              row[articles.indexOf("copy_kind")] == null);
        });
    Table removed = Tables.REMOVED;
    each(
        removed,
        Set.of("source_file", "source_record", "kept_id"),
        row -> {
          String kept = text(removed, row, "kept_id");
          String own = "removed " + place(removed, row);
          evaluation.found(
              text(removed, row, "source_file"),
              (Long) row[removed.indexOf("source_record")],
              kept == null ? own : clusterOf.getOrDefault(kept, kept),
              false);
        });
  }

  private static Found found(Map<String, Found> pages, Table table, Object[] row) {
    return pages.computeIfAbsent(
        place(table, row),
        place -> {
          Found page = new Found();
          page.sourceFile = text(table, row, "source_file");
          page.sourceRecord = (Long) row[table.indexOf("source_record")];
          return page;
        });
  }

  private static String place(Table table, Object[] row) {
    return PageRecord.place(
        text(table, row, "source_file"), (Long) row[table.indexOf("source_record")]);
  }

  private static String text(Table table, Object[] row, String column) {
    Object value = row[table.indexOf(column)];
    return value == null ? null : value.toString();
  }

  private static Instant time(Table table, Object[] row, String column) {
    Long micros = (Long) row[table.indexOf(column)];
    return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private void each(Table table, Set<String> only, Consumer<Object[]> to) throws IOException {
    List<String> parts =
        generation.files().stream()
            .filter(file -> file.startsWith(table.name() + "/") && file.endsWith(".parquet"))
            .sorted()
            .toList();
    for (String part : parts) {
      try (PartReader reader = new PartReader(table, generation, part, only)) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          to.accept(row);
        }
      }
    }
  }
}
