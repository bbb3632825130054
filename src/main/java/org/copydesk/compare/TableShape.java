package org.copydesk.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copydesk.corpus.Column;
import org.copydesk.corpus.Table;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.UrlKey;

/**
 * How the rows of a table are compared.
 *
 * @param table whose rows
 * @param id column that names a row
 * @param title column shown to a person; null for none
 * @param url column with an address; null for none
 * @param sourceFile column with the file it was read from; null for none
 * @param kinds what a difference in which columns is called, the weightiest first
 * @param pairKeys what rows are matched by whose ids have no partner
 */
record TableShape(
    Table table,
    String id,
    String title,
    String url,
    String sourceFile,
    Map<String, List<String>> kinds,
    List<Function<Row, String>> pairKeys) {

  /** Reads a row by the names of its columns. */
  interface Row {
    Object get(String column);
  }

  static final TableShape ARTICLES =
      new TableShape(
          Tables.ARTICLES,
          "id",
          "title",
          "url",
          "source_file",
          kinds(
              Tables.ARTICLES,
              Map.of(
                  "reclustered",
                  List.of("cluster_id", "cluster_size", "copies", "copies_truncated"),
                  "moved",
                  List.of("source_file", "source_record", "source_id", "fetched_at")),
              "reclustered",
              "moved"),
          List.of(
              row -> UrlKey.of((String) row.get("url")),
              row -> row.get("source_file") + "\0" + row.get("source_record")));

  static final TableShape TEASERS =
      new TableShape(
          Tables.TEASERS,
          "id",
          "title",
          "url",
          null,
          kinds(
              Tables.TEASERS,
              Map.of(
                  "relinked",
                  List.of("article_id", "link_method", "link_containment"),
                  "recounted",
                  List.of("occurrences", "pages", "sites", "variants")),
              "relinked",
              "recounted"),
          List.of(row -> row.get("title") + "\0" + row.get("snippet")));

  static final TableShape FILES =
      new TableShape(
          Tables.LEDGER,
          "source_file",
          null,
          null,
          "source_file",
          ordered("changed", List.of("sha256"), "recounted", List.of("status", "records", "pages")),
          List.of(row -> (String) row.get("sha256")));

  /** The named columns by their kinds; all others are content, and a change of it comes first. */
  private static Map<String, List<String>> kinds(
      Table table, Map<String, List<String>> named, String... order) {
    List<String> content =
        table.columns().stream()
            .map(Column::name)
            .filter(
                name ->
                    !name.equals("id")
                        && named.values().stream().noneMatch(columns -> columns.contains(name)))
            .toList();
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("changed", content);
    for (String kind : order) {
      kinds.put(kind, named.get(kind));
    }
    return kinds;
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
