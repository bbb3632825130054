package org.copydesk.compare;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.UrlKey;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.CopyRow;
import org.copydesk.row.LedgerRow;
import org.copydesk.row.StoryRow;
import org.copydesk.row.TeaserRow;
import org.copydesk.table.Column;
import org.copydesk.table.Table;

/**
 * How the rows of a table are compared.
 *
 * @param name of the rows, for a person
 * @param table whose rows
 * @param id names a row
 * @param title shown to a person
 * @param url an address
 * @param place where it was read
 * @param kinds what a difference in which columns is called, the weightiest first
 * @param pairKeys what rows are matched by whose ids have no partner
 */
record TableShape<R extends Record>(
    String name,
    Table<R> table,
    Function<R, String> id,
    Function<R, String> title,
    Function<R, String> url,
    Function<R, Place> place,
    Map<String, List<String>> kinds,
    List<Function<R, String>> pairKeys) {

  /**
   * A place in the input.
   *
   * @param file null for none
   * @param record null for none
   */
  record Place(String file, Long record) {}

  private record Clustered(
      String clusterId,
      Long clusterSize,
      List<CopyRow> copies,
      Boolean copiesTruncated,
      String storyId) {}

  private record Origin(String sourceFile, Long sourceRecord, String sourceId, Instant fetchedAt) {}

  private record Linked(String articleId, String linkMethod, Double linkContainment) {}

  private record Seen(
      Long occurrences,
      Long pages,
      Long sites,
      Long variants,
      Instant firstSeen,
      Instant lastSeen,
      Double frontShare) {}

  private record Begun(
      String originId,
      String originEvidence,
      String originSite,
      String originUrl,
      String originSourceFile,
      Long originSourceRecord) {}

  private record Told(
      List<String> outlets, Instant firstSeen, Instant lastSeen, Long articles, Long copies) {}

  private record Bytes(String sha256) {}

  private record Read(String status, Long records, Long pages) {}

  static final TableShape<ArticleRow> ARTICLES =
      new TableShape<>(
          Tables.ARTICLES.name(),
          Tables.ARTICLES,
          ArticleRow::id,
          ArticleRow::title,
          ArticleRow::url,
          row -> new Place(row.sourceFile(), row.sourceRecord()),
          kinds(
              Tables.ARTICLES,
              "reclustered",
              Tables.ARTICLES.view(Clustered.class),
              "moved",
              Tables.ARTICLES.view(Origin.class)),
          List.of(
              row -> UrlKey.of(row.url()), row -> row.sourceFile() + "\0" + row.sourceRecord()));

  static final TableShape<TeaserRow> TEASERS =
      new TableShape<>(
          Tables.TEASERS.name(),
          Tables.TEASERS,
          TeaserRow::id,
          TeaserRow::title,
          TeaserRow::url,
          row -> new Place(null, null),
          kinds(
              Tables.TEASERS,
              "relinked",
              Tables.TEASERS.view(Linked.class),
              "recounted",
              Tables.TEASERS.view(Seen.class)),
          List.of(row -> row.title() + "\0" + row.snippet()));

  static final TableShape<StoryRow> STORIES =
      new TableShape<>(
          Tables.STORIES.name(),
          Tables.STORIES,
          StoryRow::id,
          row -> null,
          StoryRow::originUrl,
          row -> new Place(row.originSourceFile(), row.originSourceRecord()),
          kinds(
              Tables.STORIES,
              "reattributed",
              Tables.STORIES.view(Begun.class),
              "retold",
              Tables.STORIES.view(Told.class)),
          // The id is another once a story has an article with a smaller one.
          List.of(
              row -> UrlKey.of(row.originUrl()),
              row ->
                  row.originSourceFile() == null
                      ? null
                      : row.originSourceFile() + "\0" + row.originSourceRecord()));

  static final TableShape<LedgerRow> FILES =
      new TableShape<>(
          "files",
          Tables.LEDGER,
          LedgerRow::sourceFile,
          row -> null,
          row -> null,
          row -> new Place(row.sourceFile(), null),
          ordered(
              "changed",
              names(Tables.LEDGER.view(Bytes.class)),
              "recounted",
              names(Tables.LEDGER.view(Read.class))),
          List.of(LedgerRow::sha256));

  /** The named columns by their kinds; all others are content, and a change of it comes first. */
  private static Map<String, List<String>> kinds(
      Table<?> table, String first, Table<?> firstColumns, String second, Table<?> secondColumns) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("changed", List.of());
    kinds.putAll(ordered(first, names(firstColumns), second, names(secondColumns)));
    List<String> named = kinds.values().stream().flatMap(Collection::stream).toList();
    kinds.put(
        "changed",
        names(table).stream().filter(name -> !name.equals("id") && !named.contains(name)).toList());
    return kinds;
  }

  private static List<String> names(Table<?> table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static Map<String, List<String>> ordered(
      String first, List<String> firstColumns, String second, List<String> secondColumns) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put(first, firstColumns);
    kinds.put(second, secondColumns);
    return kinds;
  }

  /** All compared columns, those of the weightiest kind first. */
  List<String> compared() {
    return kinds.values().stream().flatMap(List::stream).toList();
  }
}
