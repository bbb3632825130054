package org.copydesk.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.RejectRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked up of a generation's rejects: why files were, and which to read again. */
class RejectedFilesTest {
  @TempDir Path folder;
  private Storage generation;

  private static RejectRow reject(String file, String outcome, Long start, String reason) {
    return SomeRow.of(
        Tables.REJECTS,
        start == null
            ? Map.of("source_file", file, "outcome", outcome, "reason", reason, "site", "elm.test")
            : Map.of(
                "source_file", file, "outcome", outcome, "reason", reason, "span_start", start));
  }

  @BeforeEach
  void write() throws IOException {
    generation = Storage.local(folder);
    write(
        Tables.REJECTS,
        reject("a", "rejected", 90L, "late"),
        reject("a", "rejected", 10L, "early"),
        reject("a", "skipped", 0L, "no loss"),
        reject("b", "rejected", null, "whole"));
    write(
        Tables.ARTICLES,
        SomeRow.<ArticleRow>of(Tables.ARTICLES, Map.of("source_file", "c", "site", "oak.test")));
    write(Tables.REMOVED);
  }

  @SafeVarargs
  private <R extends Record> void write(Table<R> table, R... rows) throws IOException {
    try (PartWriter<R> writer =
        new PartWriter<>(table, generation.create(table.name() + "/part-00000.parquet"))) {
      for (R row : rows) {
        writer.write(row);
      }
    }
  }

  @Test
  void theReasonFurthestToTheFrontOfAFileIsTold() throws IOException {
    RejectedFiles files = RejectedFiles.of(generation, new TreeSet<>(List.of("z", "b", "a")), 3);
    assertEquals(
        List.of(
            new RejectedFiles.One("a", "early", null),
            new RejectedFiles.One("b", "whole", null),
            new RejectedFiles.One("z", "unknown", null)),
        files.files());
    assertEquals(3, files.count());
  }

  @Test
  void rejectsSitesAndFilesAreReadAgainAsAsked() throws IOException {
    assertEquals(
        new TreeSet<>(List.of("a", "b")), FilesToReadAgain.of(generation, List.of("rejects")));
    assertEquals(
        new TreeSet<>(List.of("b", "c", "x/y")),
        FilesToReadAgain.of(
            generation, List.of("site:elm.test", "site:oak.test", "site:ash.test", "file:x/y")));
    assertEquals(
        new TreeSet<>(List.of("x")), FilesToReadAgain.of(null, List.of("rejects", "file:x")));
  }
}
