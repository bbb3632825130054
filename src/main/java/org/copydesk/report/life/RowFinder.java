package org.copydesk.report.life;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.corpus.PartSearch;
import org.copydesk.corpus.PartSearch.Wanted;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/** Rows of a generation's tables, found by what stands in a column. */
final class RowFinder {
  private final Storage generation;
  private final PartSearch search;
  private List<String> files;

  RowFinder(Storage generation) {
    this.generation = generation;
    search = new PartSearch(generation);
  }

  /** Takes a row. */
  interface Sink<R> {
    void take(R row) throws IOException;
  }

  /** Hands on the rows that one of {@code wanted} describes. */
  <R extends Record> void find(Table<R> view, List<Wanted> wanted, Sink<R> sink)
      throws IOException {
    for (String part : parts(view.name())) {
      long[] found = search.rows(part, wanted).toArray();
      if (found.length > 0) {
        search.fetch(view, part, found, (row, number) -> sink.take(row));
      }
    }
  }

  /** The folder is listed once: a store is asked over the network. */
  private List<String> parts(String table) throws IOException {
    if (files == null) {
      files = generation.files();
    }
    return files.stream()
        .filter(file -> file.startsWith(table + "/") && file.endsWith(".parquet"))
        .toList();
  }

  /** A row that has one of these files and one of these records: more than are meant. */
  static Wanted places(Collection<PageDraft.At> places) {
    Set<String> files = new HashSet<>();
    Set<Long> records = new HashSet<>();
    for (PageDraft.At at : places) {
      files.add(at.sourceFile());
      if (at.sourceRecord() != null) {
        records.add(at.sourceRecord());
      }
    }
    return new Wanted(Map.of("source_file", files), Map.of("source_record", records));
  }

  /** A row that has this value. */
  static Wanted is(String column, String value) {
    return Wanted.in(column, List.of(value));
  }
}
