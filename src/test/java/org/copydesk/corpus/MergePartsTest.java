package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    String name = "parts/" + table.name() + "-" + number;
    PartWriter<R> writer = new PartWriter<>(table, new BufferedOutputStream(work.create(name)));
    for (int i = 0; i < rows; i++) {
      String file = "f" + (first + i);
      String url = Sha256.of(file.getBytes(StandardCharsets.UTF_8));
      writer.write(SomeRow.of(table, Map.of("source_file", file, "url", url)));
    }
    writer.close();
    return new PartResult(table.name(), number, name, rows, writer.bytes(), writer.digest().sum());
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
  void whereAUnitChangesMostFilesStayTheSame() throws Exception {
    Storage work = Storage.local(folder.resolve("g/.work"));
    List<PartResult> parts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = PartResult.FIRST_OF_UNITS + i * (PartResult.NUMBERS / 21);
      parts.add(part(work, Tables.REJECTS, number, 100_000L * i, 1000));
    }
    Map<String, String> before = merged(parts, "before");
    work.delete(parts.get(7).file());
    parts.set(7, part(work, Tables.REJECTS, parts.get(7).number(), 0, 900));
    Map<String, String> after = merged(parts, "after");
    assertThat(after.keySet(), is(before.keySet()));
    assertThat(before.size(), greaterThan(2));
    long changed =
        before.keySet().stream().filter(name -> !after.get(name).equals(before.get(name))).count();
    assertThat(changed, is(1L));
  }

  /** SHA-256 of the files that parts become, by their names. */
  private Map<String, String> merged(List<PartResult> parts, String name) throws Exception {
    Storage work = Storage.local(folder.resolve("g/.work"));
    Storage generation = Storage.local(folder.resolve(name));
    Map<String, String> files = new TreeMap<>();
    for (PartResult part : new MergeParts(work, generation, PartStore.NONE).merge(parts, 2)) {
      files.put(part.finalName(), Sha256.of(work, part.file(), work.bytes(part.file())));
    }
    return files;
  }

  @Test
  void aPartAloneIsLeftAsItIs() throws Exception {
    Storage generation = Storage.local(folder.resolve("g"));
    Storage work = generation.in(".work");
    PartResult only = part(work, Tables.REJECTS, 4, 0, 3);
    assertThat(
        new MergeParts(work, generation, PartStore.NONE).merge(List.of(only), 1), contains(only));
  }

  /** Gives some bytes of each part, and then an error; takes none. */
  private static final class Failing implements PartStore {
    private int asked;

    @Override
    public InputStream find(String key) {
      asked++;
      return new SequenceInputStream(
          new ByteArrayInputStream(new byte[1000]),
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the connection is gone");
            }
          });
    }

    @Override
    public void keep(String key, InputStream part) throws IOException {
      asked++;
      throw new IOException("the store is full");
    }
  }

  @Test
  void whereTheStoreFailsThePartIsPutTogetherFromItsOwn() throws Exception {
    Storage work = Storage.local(folder.resolve("g/.work"));
    List<PartResult> parts =
        List.of(part(work, Tables.REJECTS, 0, 0, 3), part(work, Tables.REJECTS, 1, 50, 3));
    Map<String, String> alone = merged(parts, "alone");
    Failing store = new Failing();
    Storage generation = Storage.local(folder.resolve("g"));
    PartResult made = new MergeParts(work, generation, store).merge(parts, 1).get(0);
    assertThat(
        Map.of(made.finalName(), Sha256.of(work, made.file(), work.bytes(made.file()))), is(alone));
    assertThat(store.asked, is(2));
  }
}
