package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.copydesk.storage.Storage;
import org.copydesk.table.Means;
import org.copydesk.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are asked for by their numbers, in a part of several row groups. */
class PartReaderTest {
  private static final String PART = "some.parquet";
  private static final int ROWS = 20_000;

  private record Row(
      @Means("its number") Long number,
      @Means("words that are not there, none or some") List<String> words,
      @Means("of few values") String site,
      @Means("long and of many") String text) {}

  private static final Table<Row> TABLE = Table.inAnyOrder("some", Row.class);

  @TempDir static Path folder;
  private static Storage storage;
  private static final List<Row> WRITTEN = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    storage = Storage.local(folder);
    Random random = new Random(7);
    try (PartWriter<Row> writer = new PartWriter<>(TABLE, storage.create(PART))) {
      for (int i = 0; i < ROWS; i++) {
        List<String> words = random.nextInt(3) == 0 ? null : new ArrayList<>();
        for (int n = words == null ? 0 : random.nextInt(4); n > 0; n--) {
          words.add("word" + random.nextInt(900));
        }
        byte[] noise = new byte[1 + random.nextInt(3_000)];
        random.nextBytes(noise);
        String text = HexFormat.of().formatHex(noise);
        Row row = new Row((long) i, words, random.nextInt(9) == 0 ? null : "s" + i / 4_000, text);
        WRITTEN.add(row);
        writer.write(row);
      }
    }
  }

  private static Map<Long, Row> fetched(long... numbers) throws IOException {
    Map<Long, Row> rows = new LinkedHashMap<>();
    try (PartReader<Row> reader = new PartReader<>(TABLE, storage, PART)) {
      reader.fetch(numbers, (row, number) -> rows.put(number, row));
    }
    return rows;
  }

  @Test
  void whicheverRowsAreAskedForTheyComeInTheirOrder() throws IOException {
    Random random = new Random(3);
    for (int count : new int[] {0, 1, 2, 10, 500}) {
      TreeMap<Long, Row> expected = new TreeMap<>();
      while (expected.size() < count) {
        int number = random.nextInt(ROWS);
        expected.put((long) number, WRITTEN.get(number));
      }
      long[] numbers = expected.keySet().stream().mapToLong(Long::longValue).toArray();
      Map<Long, Row> rows = fetched(numbers);
      assertThat(List.copyOf(rows.keySet()), is(List.copyOf(expected.keySet())));
      expected.forEach((number, row) -> assertThat(rows.get(number), is(row)));
    }
  }

  @Test
  void theFirstTheLastAndNeighboursAreFound() throws IOException {
    long[] numbers = {0, 1, 2, ROWS / 2, ROWS / 2 + 1, ROWS - 2, ROWS - 1};
    Map<Long, Row> rows = fetched(numbers);
    for (long number : numbers) {
      assertThat(rows.get(number), is(WRITTEN.get((int) number)));
    }
    assertThat(rows.size(), is(numbers.length));
  }

  /** Each column has pages of its own: the second of two rows may be on the next of one alone. */
  @Test
  void theLastOfTwoRowsIsFoundWhereverTheyAreApart() throws IOException {
    for (int last : new int[] {9_000, ROWS - 1}) {
      for (int apart = 1; apart < 3_000; apart += 97) {
        assertThat(fetched(last - apart, last).get((long) last), is(WRITTEN.get(last)));
      }
    }
  }

  @Test
  void aRowThatIsNotThereIsToldAfterThoseThatAre() throws IOException {
    Set<Long> taken = new HashSet<>();
    try (PartReader<Row> reader = new PartReader<>(TABLE, storage, PART)) {
      EOFException e =
          assertThrows(
              EOFException.class,
              () -> reader.fetch(new long[] {5, ROWS}, (row, number) -> taken.add(number)));
      assertThat(e.getMessage().contains("no row " + ROWS), is(true));
    }
    assertThat(taken, is(Set.of(5L)));
  }

  @Test
  void whatTheTakerThrowsIsNotCalledDamage() throws IOException {
    try (PartReader<Row> reader = new PartReader<>(TABLE, storage, PART)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              reader.fetch(
                  new long[] {5},
                  (row, number) -> {
                    throw new IllegalStateException();
                  }));
    }
  }

  /** One row of 20,000: its pages and the footer, not the file nor its row group. */
  @Test
  void onlyThePagesOfTheRowsAreRead() throws IOException {
    long all = Files.size(folder.resolve(PART));
    AtomicLong read = new AtomicLong();
    try (PartReader<Row> reader = new PartReader<>(TABLE, counting(read), PART)) {
      reader.fetch(new long[] {ROWS / 2}, (row, number) -> assertThat(row.number(), is(number)));
    }
    assertThat(all, greaterThan(24L << 20));
    assertThat(read.get(), lessThan(4L << 20));
  }

  /** The storage, which counts what is read of files that are opened to be read in any order. */
  private static Storage counting(AtomicLong read) {
    return through(
        Storage.class,
        storage,
        result ->
            result instanceof SeekableByteChannel channel
                ? through(
                    SeekableByteChannel.class,
                    channel,
                    count -> {
                      if (count instanceof Integer bytes) {
                        read.addAndGet(Math.max(0, bytes));
                      }
                      return count;
                    })
                : result);
  }

  private static <T> T through(Class<T> type, T to, UnaryOperator<Object> use) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> use.apply(method.invoke(to, arguments))));
  }
}
