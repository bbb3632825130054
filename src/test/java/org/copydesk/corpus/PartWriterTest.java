package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.copydesk.storage.Storage;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartWriterTest {
  @TempDir Path folder;

  private static Object value(Column.Type type, Random random) {
    return random.nextInt(5) == 0 ? null : known(type, random);
  }

  private static Object known(Column.Type type, Random random) {
    if (type instanceof Column.ListOf list) {
      List<Object> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(known(list.element(), random));
      }
      return values;
    }
    if (type instanceof Column.Struct struct) {
      return struct.fields().stream().map(field -> value(field.type(), random)).toArray();
    }
    return switch ((Column.Scalar) type) {
      case TEXT -> "“text” " + random.nextInt(1000);
      case LONG, TIMESTAMP -> random.nextLong();
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
    };
  }

  private static List<Object[]> rows(Table table, int count) {
    Random random = new Random(11);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(table.columns().stream().map(c -> value(c.type(), random)).toArray());
    }
    return rows;
  }

  private static ContentHash digest(Object[] row) {
    RowDigest digest = new RowDigest();
    digest.add(row);
    return digest.sum();
  }

  private ContentHash write(Table table, Path file, List<Object[]> rows) throws IOException {
    PartWriter writer = new PartWriter(table, Files.newOutputStream(file));
    for (Object[] row : rows) {
      writer.write(row);
    }
    writer.close();
    assertThat(writer.bytes(), is(Files.size(file)));
    return writer.digest().sum();
  }

  @Test
  void aColumnThatAnOlderVersionDidNotWriteIsNull() throws IOException {
    List<Column> all = Tables.LEDGER.columns();
    Table older = new Table("ledger", all.subList(0, all.size() - 1));
    Storage storage = Storage.local(folder);
    PartWriter writer = new PartWriter(older, storage.create("older.parquet"));
    Object[] row = new Object[all.size() - 1];
    row[0] = "a.txt";
    writer.write(row);
    writer.close();
    try (PartReader reader = new PartReader(Tables.LEDGER, storage, "older.parquet", null)) {
      assertThat(reader.columnsWritten(), is(row.length));
      Object[] read = reader.next();
      assertThat(read[0], is((Object) "a.txt"));
      assertThat(read[read.length - 1], is((Object) null));
    }
    PartReader newest =
        new PartReader(Tables.LEDGER, storage, "older.parquet", java.util.Set.of("text_bytes"));
    assertThat(newest.next(), is(new Object[all.size()]));
    newest.close();
  }

  @Test
  void everyTableComesBackAsItWasWritten() throws IOException {
    for (Table table : Tables.ALL) {
      List<Object[]> rows = rows(table, 300);
      Path file = folder.resolve(table.name() + ".parquet");
      ContentHash written = write(table, file, rows);
      RowDigest read = new RowDigest();
      try (PartReader reader =
          new PartReader(
              table, Storage.local(file.getParent()), file.getFileName().toString(), null)) {
        assertThat(reader.rows(), is(300L));
        int i = 0;
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          assertThat(digest(row), is(digest(rows.get(i++))));
          read.add(row);
        }
      }
      assertThat(table.name(), read.sum(), is(written));
    }
  }

  @Test
  void columnsNotAskedForAreNull() throws IOException {
    Path file = folder.resolve("a.parquet");
    List<Object[]> rows = rows(Tables.REMOVED, 20);
    write(Tables.REMOVED, file, rows);
    try (PartReader reader =
        new PartReader(
            Tables.REMOVED,
            Storage.local(file.getParent()),
            file.getFileName().toString(),
            Set.of("reason", "kept_id"))) {
      Object[] row = reader.next();
      assertThat(row[Tables.REMOVED.indexOf("reason")], is(rows.get(0)[6]));
      assertThat(row[Tables.REMOVED.indexOf("id")] == null, is(true));
    }
  }

  @Test
  void theDigestDependsOnTheRowsAlone() throws IOException {
    List<Object[]> rows = rows(Tables.TEASERS, 50);
    RowDigest forward = new RowDigest();
    rows.forEach(forward::add);
    RowDigest firstPart = new RowDigest();
    RowDigest secondPart = new RowDigest();
    for (int i = rows.size() - 1; i >= 0; i--) {
      (i % 3 == 0 ? firstPart : secondPart).add(rows.get(i));
    }
    firstPart.add(secondPart.sum());
    assertThat(firstPart.sum(), is(forward.sum()));
    forward.add(rows.get(7));
    assertThat(forward.sum(), is(not(firstPart.sum())));
  }
}
