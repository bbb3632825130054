package org.copydesk.corpus;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copydesk.dedup.Suppression;
import org.copydesk.row.SiteRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stage that drops a record, doubles one or changes a byte of a span, and counts what it wrote as
 * if all were well: for each identity of the contract the check that says so.
 */
class BrokenStageTest {
  private static final String A = "a".repeat(32);
  private static final String B = "b".repeat(32);
  private static final String TEASER = "c".repeat(32);
  private static final String OTHER = "d".repeat(32);

  @TempDir Path folder;
  private final Map<String, List<Record>> tables = new TreeMap<>();
  private final List<String> suppressed = new ArrayList<>(List.of("c.test", "d".repeat(32)));
  private long filesMatched = 2;
  private long rowsTooMany;

  /** A sound generation: two files, five records, two articles and a copy of one. */
  @BeforeEach
  void makeSound() {
    add("articles", "id", A, "cluster_id", A, "cluster_size", 2L, "source_file", "x");
    set("articles", 0, "source_record", 0L);
    add("articles", "id", B, "cluster_id", B, "cluster_size", 1L, "source_file", "y");
    set("articles", 1, "source_record", 0L);
    add("removed", "id", A, "reason", "exact_duplicate", "kept_id", A, "source_file", "x");
    set("removed", 0, "source_record", 1L);
    add("rejects", "outcome", "skipped", "reason", "no_article", "source_file", "x");
    set("rejects", 0, "source_record", 2L);
    add("rejects", "outcome", "rejected", "reason", "json_malformed", "source_file", "y");
    set("rejects", 1, "source_record", 1L);
    teasers("x", 0, TEASER);
    teasers("x", 1, TEASER);
    teasers("y", 0, OTHER);
    add("teasers", "id", TEASER, "occurrences", 2L, "article_id", A);
    add("teasers", "id", OTHER, "occurrences", 1L);
    ledger("x", 3, 2, 2, 1, 0, 30);
    ledger("y", 2, 1, 1, 0, 1, 10);
    for (int record = 0; record < 3; record++) {
      span("x", record, 0, 6);
      span("x", record, 6, 10);
    }
    span("y", 0, 0, 10);
    add("sites", "site", "x", "pages", 3L);
    set("articles", 0, "story_id", A);
    add("stories", "id", A, "articles", 1L, "copies", 1L, "versions", 2L);
    state(1, OTHER, A);
    state(2, A, A);
  }

  /** A state of the story of A. */
  private void state(long n, String id, String kept) {
    add("versions", "story_id", A, "chain", A, "n", n, "article_id", id, "kept_id", kept);
  }

  private void teasers(String file, long record, String id) {
    add("teaser_occurrences", "teaser_id", id, "source_file", file, "source_record", record);
    int last = tables.get("teaser_occurrences").size() - 1;
    set("teaser_occurrences", last, "span_start", 6L);
    set("teaser_occurrences", last, "span_end", 10L);
  }

  private void ledger(
      String file,
      long records,
      long pages,
      long teasers,
      long skipped,
      long rejected,
      long payload) {
    add("ledger", "source_file", file, "status", "ok", "records", records, "pages", pages);
    int last = tables.get("ledger").size() - 1;
    Map<String, Long> counts =
        Map.of(
            "articles", pages,
            "teasers", teasers,
            "skipped", skipped,
            "rejected", rejected,
            "payload_bytes", payload,
            "covered_bytes", payload,
            "text_bytes", payload,
            "container_bytes", 5L,
            "rejected_bytes", 2L,
            "decompressed_bytes", payload + 7);
    counts.forEach((column, count) -> set("ledger", last, column, count));
    set("ledger", last, "bytes", 20L);
  }

  private void span(String file, long record, long start, long end) {
    add("spans", "source_file", file, "source_record", record, "start", start, "end", end);
  }

  private void add(String table, Object... columnsAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      values.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
    }
    tables
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add(SomeRow.of(Tables.named(table), values));
  }

  private void set(String table, int row, String column, Object value) {
    tables
        .get(table)
        .set(row, with(Tables.named(table), tables.get(table).get(row), column, value));
  }

  @SuppressWarnings("unchecked") // a table's rows are of its own type
  private static <R extends Record> R with(
      Table<R> table, Record row, String column, Object value) {
    return SomeRow.with(table, (R) row, column, value);
  }

  private void drop(String table, int row) {
    tables.get(table).remove(row);
  }

  private void doubleRow(String table, int row) {
    tables.get(table).add(row, tables.get(table).get(row));
  }

  private GenerationAudit finish(String name) throws IOException, Failure {
    return finish(name, Storage.local(folder.resolve(name)));
  }

  private GenerationAudit finish(String name, Storage generation) throws IOException, Failure {
    Storage work = generation.in(".work");
    List<PartResult> parts = new ArrayList<>();
    for (Map.Entry<String, List<Record>> table : tables.entrySet()) {
      PartWriter<?> writer = write(Tables.named(table.getKey()), table.getValue(), work);
      long told = writer.rows() + (table.getKey().equals("articles") ? rowsTooMany : 0);
      parts.add(
          new PartResult(
              table.getKey(), 0, table.getKey(), told, writer.bytes(), writer.digest().sum()));
    }
    Manifest.Build build =
        new Manifest.Build(
            name,
            "test",
            Map.of(),
            "direct",
            Instant.EPOCH,
            Instant.EPOCH,
            List.of(),
            filesMatched,
            40);
    return new GenerationFinish(generation, work)
        .finish(
            build,
            new BuildResults(parts, List.of()),
            true,
            Suppression.parse(suppressed),
            AuditMemo.empty(null),
            2);
  }

  @SuppressWarnings("unchecked") // a table's rows are of its own type
  private static <R extends Record> PartWriter<R> write(
      Table<R> table, List<Record> rows, Storage work) throws IOException {
    PartWriter<R> writer =
        new PartWriter<>(table, new BufferedOutputStream(work.create(table.name())));
    try (writer) {
      for (Record row : rows) {
        writer.write((R) row);
      }
    }
    return writer;
  }

  /** What a stage does wrong, and the check that catches it. */
  private record Fault(
      String what, java.util.function.Consumer<BrokenStageTest> does, String check) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        // 1: files
        fault("a ledger row dropped", t -> t.drop("ledger", 1), "files matched"),
        fault("a ledger row doubled", t -> t.doubleRow("ledger", 1), "files matched"),
        fault(
            "a file of no known status",
            t -> t.set("ledger", 0, "status", "lost"),
            "files ok + partial + rejected"),
        fault(
            "a byte of a file lost",
            t -> t.set("ledger", 0, "container_bytes", 4L),
            "decompressed bytes"),
        fault(
            "a byte lost here and found there",
            t -> {
              t.set("ledger", 0, "container_bytes", 4L);
              t.set("ledger", 1, "container_bytes", 6L);
            },
            "files that do not balance"),
        // 2: records
        fault("a reject dropped", t -> t.drop("rejects", 0), "records skipped or rejected"),
        fault("a reject doubled", t -> t.doubleRow("rejects", 0), "records skipped or rejected"),
        fault(
            "a record too many in a file",
            t -> t.set("ledger", 0, "records", 4L),
            "records = pages + skipped + rejected"),
        fault(
            "a reject without a reason",
            t -> t.set("rejects", 0, "reason", "unknown"),
            "rejects without a reason"),
        fault(
            "one reject dropped and another doubled",
            t -> {
              t.drop("rejects", 0);
              t.doubleRow("rejects", 0);
            },
            "every record is once"),
        // 3: bytes
        fault(
            "a byte of a span changed",
            t -> t.set("spans", 0, "end", 5L),
            "pages whose spans are no partition"),
        fault(
            "the last byte of a page without a span",
            t -> t.set("spans", 1, "end", 9L),
            "text bytes of each file"),
        fault("a span dropped", t -> t.drop("spans", 6), "text bytes of each file"),
        fault("a span doubled", t -> t.doubleRow("spans", 6), "pages whose spans"),
        fault(
            "a payload byte that no span covers",
            t -> t.set("ledger", 0, "covered_bytes", 29L),
            "payload bytes = covered bytes"),
        // 4: teasers
        fault(
            "an occurrence dropped",
            t -> t.drop("teaser_occurrences", 0),
            "occurrences of teasers = rows"),
        fault(
            "an occurrence doubled",
            t -> t.doubleRow("teaser_occurrences", 0),
            "occurrences of teasers = rows"),
        fault(
            "an occurrence of another teaser",
            t -> t.set("teaser_occurrences", 0, "teaser_id", OTHER),
            "ids of teasers = ids"),
        fault(
            "an occurrence in another file",
            t -> t.set("teaser_occurrences", 0, "source_file", "y"),
            "teasers of each file"),
        fault(
            "an occurrence without bytes",
            t -> t.set("teaser_occurrences", 0, "span_end", 6L),
            "teaser occurrences without a span"),
        fault("a teaser dropped", t -> t.drop("teasers", 1), "occurrences of teasers = rows"),
        fault(
            "a teaser counted once more",
            t -> t.set("teasers", 1, "occurrences", 2L),
            "occurrences of teasers = rows"),
        fault(
            "a link to an article that is not there",
            t -> t.set("teasers", 1, "article_id", TEASER),
            "articles that teasers announce"),
        // 5: articles
        fault("an article dropped", t -> t.drop("articles", 1), "articles segmented"),
        fault("an article doubled", t -> t.doubleRow("articles", 1), "articles segmented"),
        fault("a removed article dropped", t -> t.drop("removed", 0), "articles segmented"),
        fault(
            "one article dropped and another doubled",
            t -> {
              t.drop("articles", 0);
              t.drop("removed", 0);
              t.doubleRow("articles", 0);
              t.doubleRow("articles", 0);
            },
            "every record is once"),
        fault(
            "a copy that lost to nobody",
            t -> t.set("removed", 0, "kept_id", OTHER),
            "every duplicate's kept_id"),
        fault(
            "a cluster of the wrong size",
            t -> t.set("articles", 1, "cluster_size", 2L),
            "cluster sizes"),
        fault(
            "two clusters whose sizes changed places",
            t -> {
              t.set("articles", 0, "cluster_size", 1L);
              t.set("articles", 1, "cluster_size", 2L);
            },
            "every duplicate's kept_id"),
        // 8: what must not be in the corpus
        fault("an article kept by its id", t -> t.suppressed.add(A), "articles that a suppression"),
        fault(
            "an article kept by its address",
            t -> {
              t.set("articles", 1, "url", "https://www.elm.test/news/17#top");
              t.suppressed.add("https://elm.test/news/17");
            },
            "articles that a suppression"),
        fault(
            "an article kept by its site",
            t -> t.set("articles", 1, "site", "news.c.test"),
            "articles that a suppression"),
        // 12: stories
        fault("a story dropped", t -> t.drop("stories", 0), "pages of stories"),
        fault(
            "a copy that a story does not count",
            t -> t.set("stories", 0, "copies", 0L),
            "pages of stories"),
        fault(
            "an article that stands alone and in a story",
            t -> t.set("articles", 1, "story_id", A),
            "pages of stories"),
        fault(
            "an article of another story",
            t -> t.set("articles", 0, "story_id", B),
            "stories of articles = ids of stories"),
        // 13: versions
        fault("a state dropped", t -> t.drop("versions", 0), "versions of stories"),
        fault(
            "a state of another story",
            t -> t.set("versions", 0, "story_id", B),
            "stories of versions = ids of stories"),
        fault("a place left out", t -> t.set("versions", 1, "n", 3L), "chains of versions"),
        fault(
            "a chain that comes back to a text",
            t -> {
              t.set("versions", 0, "article_id", A);
              t.set("versions", 0, "kept_id", B);
            },
            "chains of versions"),
        fault(
            "a chain whose end lost to its beginning",
            t -> {
              t.set("versions", 0, "kept_id", OTHER);
              t.set("versions", 1, "kept_id", OTHER);
            },
            "chains of versions"),
        fault(
            "a chain that ends before its end",
            t -> {
              t.drop("versions", 1);
              t.set("stories", 0, "versions", 1L);
            },
            "chains of versions"),
        fault(
            "a chain that ends in what is not kept",
            t -> t.set("versions", 1, "kept_id", TEASER),
            "articles that versions ended in"),
        // 6: files of the tables
        fault("a row counted and not written", t -> t.rowsTooMany = 1, "rows in footers"),
        fault("a file that was not looked at", t -> t.filesMatched = 3, "files matched"));
  }

  private static Fault fault(
      String what, java.util.function.Consumer<BrokenStageTest> does, String check) {
    return new Fault(what, does, check);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isCaught(Fault fault) {
    fault.does().accept(this);
    Failure failure = assertThrows(Failure.class, () -> finish("broken"));
    assertThat(failure.exitCode(), is(Failure.ACCOUNTING));
    assertThat(failure.getMessage(), containsString(fault.check()));
  }

  @Test
  void whatIsSoundPassesAndVerifies() throws Exception {
    GenerationAudit audit = finish("sound");
    assertThat(audit.articlesSegmented(), is(3L));
    List<Check> checks = Verification.of(Storage.local(folder.resolve("sound")));
    assertThat(checks.stream().allMatch(Check::holds), is(true));
  }

  /** 7: the digests say that rows are the same, in any order, and that they are not. */
  @Test
  void digestsTellAChangedRowAndNotAnotherOrder() throws Exception {
    finish("one");
    java.util.Collections.reverse(tables.get("articles"));
    finish("reversed");
    set("articles", 0, "title", "A word changed");
    finish("changed");
    Map<String, Map<String, String>> digests = new HashMap<>();
    for (String name : List.of("one", "reversed", "changed")) {
      digests.put(name, Manifest.read(Storage.local(folder.resolve(name))).digests());
    }
    assertThat(digests.get("reversed"), is(digests.get("one")));
    assertThat(digests.get("changed").equals(digests.get("one")), is(false));
  }

  /** A folder of this machine that promises no more than an object store. */
  private static Storage asOnAStore(Storage real) {
    return (Storage)
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (self, method, arguments) -> {
              if (method.getName().equals("guarantees")) {
                return new Storage.Guarantees(true, true, false);
              }
              if (method.getName().equals("in")) {
                return asOnAStore(real.in((String) arguments[0]));
              }
              if (method.getName().equals("moveTo")) {
                Storage to = Storage.local(Path.of(((Storage) arguments[1]).location()));
                real.moveTo((String) arguments[0], to, (String) arguments[2]);
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void aCopyThatAProcessDidNotLiveToEndIsMadeAgain() throws Exception {
    Storage generation = Storage.local(folder.resolve("copied"));
    generation.createText("sites/part-00000.parquet", "half a copy");
    finish("copied", asOnAStore(generation));
    List<Check> checks = Verification.of(generation);
    assertThat(checks.stream().allMatch(Check::holds), is(true));
  }

  @Test
  void aPartThatIsNowhereEndsIt() throws Exception {
    Storage generation = Storage.local(folder.resolve("lost"));
    Manifest.Build build =
        new Manifest.Build(
            "lost", "test", Map.of(), "direct", Instant.EPOCH, Instant.EPOCH, List.of(), 0, 0);
    PartResult lost = new PartResult("sites", 0, "parts/none", 1, 1, ContentHash.of("x"));
    BuildResults results = new BuildResults(List.of(lost), List.of());
    assertThrows(
        NoSuchFileException.class,
        () ->
            new GenerationFinish(generation, generation.in(".work"))
                .finish(build, results, false, Suppression.NONE, AuditMemo.empty(null), 2));
  }

  /** 6: what an encoder garbled is told by what is read back. */
  @Test
  void aDigestThatTheWritersStateAndTheFilesDoNotGiveIsCaught() throws Exception {
    Storage generation = Storage.local(folder.resolve("garbled"));
    Storage work = generation.in(".work");
    PartWriter<SiteRow> writer =
        new PartWriter<>(Tables.SITES, new BufferedOutputStream(work.create("sites")));
    writer.write(new SiteRow("a.test", 1L, 1L, 0L, null, "a.test", null));
    writer.close();
    Manifest.Build build =
        new Manifest.Build(
            "garbled", "test", Map.of(), "direct", Instant.EPOCH, Instant.EPOCH, List.of(), 0, 0);
    PartResult part =
        new PartResult("sites", 0, "sites", 1, writer.bytes(), ContentHash.of("other rows"));
    Failure failure =
        assertThrows(
            Failure.class,
            () ->
                new GenerationFinish(generation, work)
                    .finish(
                        build,
                        new BuildResults(List.of(part), List.of()),
                        false,
                        Suppression.NONE,
                        AuditMemo.empty(null),
                        2));
    assertThat(failure.exitCode(), is(Failure.ACCOUNTING));
    assertThat(failure.getMessage(), containsString("digest of the rows of sites written"));
  }
}
