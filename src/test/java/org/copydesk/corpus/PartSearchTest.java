package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.copydesk.corpus.PartSearch.Wanted;
import org.copydesk.row.VersionRow;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a loop over rows, in a part of several row groups. */
class PartSearchTest {
  private static final String PART = "versions/part-00000.parquet";
  private static final int ROWS = 30_000;

  @TempDir static Path folder;
  private static Storage generation;
  private static final List<VersionRow> ROWS_WRITTEN = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    generation = Storage.local(folder);
    Random random = new Random(1);
    String filler = "x".repeat(1_500);
    try (PartWriter<VersionRow> writer =
        new PartWriter<>(Tables.VERSIONS, generation.create(PART))) {
      for (int i = 0; i < ROWS; i++) {
        VersionRow row =
            new VersionRow(
                // In order, so that row groups can be passed over by their bounds.
                String.format("%08d", i),
                random.nextInt(10) == 0 ? null : "https://a.example/" + random.nextInt(2_000),
                (long) random.nextInt(50),
                Long.toHexString(random.nextLong()),
                null,
                null,
                null,
                null,
                random.nextLong() + filler + i,
                null,
                null,
                "site-" + i / 5_000,
                null,
                null);
        ROWS_WRITTEN.add(withoutText(row));
        writer.write(row);
      }
    }
  }

  private static VersionRow withoutText(VersionRow row) {
    return new VersionRow(
        row.storyId(),
        row.url(),
        row.n(),
        row.articleId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        row.relation(),
        null,
        null);
  }

  private static List<Long> found(Wanted... wanted) throws IOException {
    return new PartSearch(generation).rows(PART, List.of(wanted)).boxed().toList();
  }

  private static List<Long> looped(Predicate<VersionRow> test) {
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      if (test.test(ROWS_WRITTEN.get(i))) {
        rows.add((long) i);
      }
    }
    return rows;
  }

  @Test
  void aValueIsFoundInWhicheverRowGroupItIs() throws Exception {
    for (int i = 0; i < ROWS; i += 997) {
      VersionRow row = ROWS_WRITTEN.get(i);
      long number = i;
      assertThat(found(Wanted.in("story_id", List.of(row.storyId()))), is(List.of(number)));
      assertThat(found(Wanted.in("article_id", List.of(row.articleId()))), is(List.of(number)));
    }
  }

  @Test
  void allOfAWantedRowMustHoldAndOneOfSeveral() throws Exception {
    Set<String> urls = Set.of("https://a.example/1", "https://a.example/77");
    Wanted both = new Wanted(Map.of("url", urls), Map.of("n", Set.of(3L, 4L, 5L)));
    List<Long> wanted =
        looped(
            row -> row.url() != null && urls.contains(row.url()) && row.n() >= 3 && row.n() <= 5);
    assertThat(found(both), is(wanted));
    Wanted other = Wanted.in("url", List.of("https://a.example/5"));
    assertThat(
        found(both, other),
        is(
            looped(
                row ->
                    "https://a.example/5".equals(row.url())
                        || row.url() != null
                            && urls.contains(row.url())
                            && row.n() >= 3
                            && row.n() <= 5)));
    assertThat(found(both, other).size(), greaterThan(wanted.size()));
    assertThat(
        found(Wanted.in("relation", List.of("site-4"))),
        is(looped(row -> row.relation().equals("site-4"))));
  }

  @Test
  void whatHasNoValueAndWhatIsNotWrittenIsNotFound() throws Exception {
    assertThat(found(Wanted.in("url", List.of("https://b.example/"))), is(List.of()));
    assertThat(found(Wanted.in("chain", List.of("x"))), is(List.of()));
    assertThat(found(Wanted.in("added_later", List.of("x"))), is(List.of()));
    assertThat(found(Wanted.in("url", List.of())), is(List.of()));
    assertThat(found(), is(List.of()));
  }
}
