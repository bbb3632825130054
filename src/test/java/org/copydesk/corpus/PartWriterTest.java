package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copydesk.row.LedgerRow;
import org.copydesk.row.RemovedRow;
import org.copydesk.row.TeaserRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;
import org.copydesk.table.Means;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartWriterTest {
  private static final String FILE = "some.parquet";

  @TempDir Path folder;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = Storage.local(folder);
  }

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
      return row(struct.made(), random);
    }
    return switch ((Column.Scalar) type) {
      case TEXT -> "“text” " + random.nextInt(1000);
      // Counts among the signals are held as doubles.
      case LONG, TIMESTAMP -> random.nextLong() >> 12;
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
    };
  }

  private static <T> T row(Fields<T> fields, Random random) {
    return fields.make(fields.columns().stream().map(c -> value(c.type(), random)).toArray());
  }

  private static <R extends Record> List<R> rows(Table<R> table, int count) {
    Random random = new Random(11);
    List<R> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(table.row(), random));
    }
    return rows;
  }

  private <R extends Record> ContentHash write(Table<R> table, List<R> rows) throws IOException {
    storage.delete(FILE);
    PartWriter<R> writer = new PartWriter<>(table, storage.create(FILE));
    for (R row : rows) {
      writer.write(row);
    }
    writer.close();
    assertThat(writer.bytes(), is(Files.size(folder.resolve(FILE))));
    return writer.digest().sum();
  }

  private <R extends Record> List<R> read(Table<R> table) throws IOException {
    List<R> rows = new ArrayList<>();
    try (PartReader<R> reader = new PartReader<>(table, storage, FILE)) {
      for (R row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
      assertThat(reader.rows(), is((long) rows.size()));
    }
    return rows;
  }

  private <R extends Record> void comesBack(Table<R> table) throws IOException {
    List<R> rows = rows(table, 300);
    ContentHash written = write(table, rows);
    List<R> read = read(table);
    assertThat(read, is(rows));
    RowDigest digest = new RowDigest();
    read.forEach(row -> digest.add(table.row(), row));
    assertThat(table.name(), digest.sum(), is(written));
  }

  @Test
  void everyTableComesBackAsItWasWritten() throws IOException {
    for (Table<?> table : Tables.ALL) {
      comesBack(table);
    }
  }

  private record OlderRow(
      @Means("its file") String sourceFile, @Means("its format") String format) {}

  private record Newest(Long textBytes) {}

  @Test
  void aColumnThatAnOlderVersionDidNotWriteIsNull() throws IOException {
    write(Table.inAnyOrder("ledger", OlderRow.class), List.of(new OlderRow("a.txt", "html")));
    LedgerRow row = read(Tables.LEDGER).get(0);
    assertThat(row.sourceFile(), is("a.txt"));
    assertThat(row.textBytes(), is(nullValue()));
    try (var reader = new PartReader<>(Tables.LEDGER, storage, FILE)) {
      assertThat(reader.columnsWritten(), is(2));
    }
    assertThat(read(Tables.LEDGER.view(Newest.class)), is(List.of(new Newest(null))));
  }

  private record Lost(String keptId, String reason) {}

  @Test
  void aViewReadsItsColumnsInItsOwnOrder() throws IOException {
    List<RemovedRow> rows = rows(Tables.REMOVED, 20);
    write(Tables.REMOVED, rows);
    assertThat(
        read(Tables.REMOVED.view(Lost.class)),
        is(rows.stream().map(row -> new Lost(row.keptId(), row.reason())).toList()));
  }

  @Test
  void theDigestDependsOnTheRowsAlone() {
    List<TeaserRow> rows = rows(Tables.TEASERS, 50);
    Fields<TeaserRow> fields = Tables.TEASERS.row();
    RowDigest forward = new RowDigest();
    rows.forEach(row -> forward.add(fields, row));
    RowDigest firstPart = new RowDigest();
    RowDigest secondPart = new RowDigest();
    for (int i = rows.size() - 1; i >= 0; i--) {
      (i % 3 == 0 ? firstPart : secondPart).add(fields, rows.get(i));
    }
    firstPart.add(secondPart.sum());
    assertThat(firstPart.sum(), is(forward.sum()));
    forward.add(fields, rows.get(7));
    assertThat(forward.sum(), is(not(firstPart.sum())));
  }
}
