package org.copydesk.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.junit.jupiter.api.Test;

class TableTest {
  private record Part(@Means("its name") String name) {}

  private record PageRow(
      @Means("its address") @OwnText String pageUrl,
      @Means("when it was read") Instant readAt,
      @Means("its words") @PageWords List<String> lines,
      @Means("what it is made of") Part part) {}

  private record NoMeaning(String url) {}

  private record Bare(@Means("how many") long count) {}

  private static final Table<PageRow> PAGES = Table.inOrder("pages", PageRow.class);

  @Test
  void itsColumnsAreTheComponentsOfItsRow() {
    assertThat(
        PAGES.columns().stream().map(Column::name).toList(),
        is(List.of("page_url", "read_at", "lines", "part")));
    assertThat(
        PAGES.columns().stream().map(Column::repeats).toList(),
        is(List.of(false, true, true, true)));
    assertThat(PAGES.columns().get(1).type(), is(Column.Scalar.TIMESTAMP));
    assertThat(PAGES.columns().get(2).words(), is(Column.Words.TEXT));
    assertThat(PAGES.schema().toString(), containsString("optional binary page_url (STRING)"));
  }

  @Test
  void aTimeIsStoredInMicrosecondsAndNullStaysNull() {
    Instant time = Instant.parse("1969-12-31T23:59:59.999999Z");
    PageRow row = new PageRow("u", time, List.of(), null);
    assertThat(PAGES.value(row, 1), is(-1L));
    assertThat(PAGES.row().make(new Object[] {"u", -1L, List.of(), null}), is(row));
    assertThat(PAGES.value(new PageRow(null, null, null, null), 1) == null, is(true));
  }

  @Test
  void aComponentThatSaysNotWhatItMeansOrCannotBeNullIsRefused() {
    for (Class<? extends Record> row : List.of(NoMeaning.class, Bare.class)) {
      assertThrows(IllegalArgumentException.class, () -> Table.inOrder("pages", row));
    }
  }

  private record NoSuchColumn(String url) {}

  private record OtherType(Long pageUrl) {}

  private record Read(Instant readAt, String pageUrl) {}

  @Test
  void aViewNamesColumnsOfItsTable() {
    for (Class<? extends Record> view : List.of(NoSuchColumn.class, OtherType.class)) {
      assertThrows(IllegalArgumentException.class, () -> PAGES.view(view));
    }
    Column url = PAGES.view(Read.class).columns().get(1);
    assertThat(url.meaning(), is("its address"));
    assertThat(url.repeats(), is(false));
  }

  @Test
  void aRowThatTravelsComesBackAndStandsInItsOrder() {
    RowCodec<PageRow> codec =
        new RowCodec<>(PageRow.class, List.of(PageRow::readAt, PageRow::pageUrl));
    List<PageRow> ordered =
        List.of(
            new PageRow("b", Instant.ofEpochSecond(-5), List.of("é", ""), new Part("p")),
            new PageRow("", Instant.EPOCH, null, new Part(null)),
            new PageRow("a", Instant.EPOCH, List.of(), null),
            new PageRow("a", null, List.of(), null));
    for (int i = 0; i < ordered.size(); i++) {
      ByteWriter out = new ByteWriter();
      codec.encode(ordered.get(i), out);
      assertThat(codec.decode(new ByteReader(out.toByteArray())), is(ordered.get(i)));
      if (i > 0) {
        assertThat(
            java.util.Arrays.compareUnsigned(
                    orderOf(codec, ordered.get(i - 1)), orderOf(codec, ordered.get(i)))
                < 0,
            is(true));
      }
    }
  }

  private static byte[] orderOf(RowCodec<PageRow> codec, PageRow row) {
    ByteWriter out = new ByteWriter();
    codec.orderKey(row, out);
    return out.toByteArray();
  }
}
