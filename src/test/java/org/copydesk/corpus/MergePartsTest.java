package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.GenerationFinish.PartStore;
import org.copydesk.row.RejectRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.RowDigest;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergePartsTest {
  @TempDir Path folder;

  private <R extends Record> PartResult part(
      Storage work, Table<R> table, int number, long first, int rows) throws Exception {
    String file = "parts/" + table.name() + "-" + number;
    PartWriter<R> writer = new PartWriter<>(table, new BufferedOutputStream(work.create(file)));
    for (int i = 0; i < rows; i++) {
      writer.write(SomeRow.of(table, Map.of("source_file", "f" + (first + i))));
    }
    writer.close();
    return new PartResult(table.name(), number, file, rows, writer.bytes(), writer.digest().sum());
  }

  private static List<String> files(Storage storage, PartResult part) throws Exception {
    List<String> files = new ArrayList<>();
    try (var rows = new PartReader<>(Tables.REJECTS, storage, part.file())) {
      for (RejectRow row = rows.next(); row != null; row = rows.next()) {
        files.add(row.sourceFile());
      }
    }
    return files;
  }

  @Test
  void smallPartsBecomeOneInTheirOrderWithAllRowsAndTheirDigest() throws Exception {
    Storage generation = Storage.local(folder.resolve("g"));
    Storage work = generation.in(".work");
    List<PartResult> parts = new ArrayList<>();
    RowDigest all = new RowDigest();
    for (int number : new int[] {7, 3, 12}) {
      PartResult part = part(work, Tables.REJECTS, number, 10 * number, 2);
      all.add(part.digest());
      parts.add(part);
    }
    PartResult article = part(work, Tables.ARTICLES, 0, 0, 1);
    PartResult otherArticle = part(work, Tables.ARTICLES, 1, 0, 1);
    parts.add(article);
    parts.add(otherArticle);
    List<PartResult> merged = new MergeParts(work, generation, PartStore.NONE).merge(parts, 2);
    assertThat(
        merged.stream().map(PartResult::finalName).toList(),
        contains(
            "articles/part-00000.parquet",
            "articles/part-00001.parquet",
            "rejects/part-00003.parquet"));
    PartResult rejects = merged.get(2);
    assertThat(rejects.rows(), is(6L));
    assertThat(rejects.digest(), is(all.sum()));
    assertThat(files(work, rejects), contains("f30", "f31", "f70", "f71", "f120", "f121"));
    assertThat(merged.get(0).file(), is(article.file()));
  }

  @Test
  void doneAgainAfterItWasCutOffItGivesTheSameBytes() throws Exception {
    Storage generation = Storage.local(folder.resolve("g"));
    Storage work = generation.in(".work");
    List<PartResult> parts =
        List.of(part(work, Tables.REJECTS, 0, 0, 3), part(work, Tables.REJECTS, 1, 50, 3));
    PartResult once = new MergeParts(work, generation, PartStore.NONE).merge(parts, 1).get(0);
    byte[] first = Files.readAllBytes(folder.resolve("g/.work").resolve(once.file()));
    work.moveTo(once.file(), generation, once.finalName());
    PartResult again = new MergeParts(work, generation, PartStore.NONE).merge(parts, 1).get(0);
    assertThat(again, is(once));
    assertThat(Files.readAllBytes(folder.resolve("g/.work").resolve(again.file())), is(first));
    work.moveTo(again.file(), generation, again.finalName());
  }

  @Test
  void aPartAloneIsLeftAsItIs() throws Exception {
    Storage generation = Storage.local(folder.resolve("g"));
    Storage work = generation.in(".work");
    PartResult only = part(work, Tables.REJECTS, 4, 0, 3);
    assertThat(
        new MergeParts(work, generation, PartStore.NONE).merge(List.of(only), 1), contains(only));
  }
}
