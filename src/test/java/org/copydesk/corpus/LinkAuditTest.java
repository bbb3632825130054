package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkAuditTest {
  private static final int LINKED = 500;

  @TempDir Path folder;

  private static String id(int number) {
    return "%032x".formatted(number * 0x9E3779B9L);
  }

  private static <R extends Record> void write(
      Storage generation, Table<R> table, String column, int from, int to) throws IOException {
    try (PartWriter<R> writer =
        new PartWriter<>(table, generation.create(table.name() + "/part-" + from + ".parquet"))) {
      for (int i = from; i < to; i++) {
        writer.write(SomeRow.of(table, Map.of("title", id(-i), column, id(i))));
        // And one that announces nothing.
        writer.write(SomeRow.of(table, Map.of("id", id(100_000 + i))));
      }
    }
  }

  @Test
  void eachArticleThatIsNotThereIsCountedOnceHoweverManyHashesAreHeld() throws IOException {
    Storage generation = Storage.local(folder);
    write(generation, Tables.ARTICLES, "id", 7, LINKED);
    write(generation, Tables.TEASERS, "article_id", 0, LINKED);
    write(generation, Tables.TEASERS, "article_id", LINKED - 100, LINKED);
    for (int mostIds : new int[] {1 << 20, 100, 3}) {
      assertThat(LinkAudit.ofTeasers(generation, mostIds).missing(LINKED), is(7L));
    }
  }

  @Test
  void everyPartIsReadOnceHoweverManyTeasersAreLinked() throws IOException {
    Storage generation = Storage.local(folder);
    write(generation, Tables.ARTICLES, "id", 0, LINKED);
    write(generation, Tables.TEASERS, "article_id", 0, LINKED);
    for (int mostIds : new int[] {1 << 20, LINKED / 2, LINKED / 20, LINKED / 200}) {
      List<String> opened = new ArrayList<>();
      assertThat(LinkAudit.ofTeasers(opened(generation, opened), mostIds).missing(LINKED), is(0L));
      assertThat(opened, containsInAnyOrder(generation.files().toArray()));
    }
  }

  /** The same, which writes down what is opened. */
  private static Storage opened(Storage storage, List<String> opened) {
    return (Storage)
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("openSeekable")) {
                opened.add((String) arguments[0]);
              }
              return method.invoke(storage, arguments);
            });
  }
}
