package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.corpus.OutputLock;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.Column;
import org.copydesk.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir static Path folder;
  private static Corpus corpus;

  @BeforeAll
  static void buildOnce() throws IOException {
    corpus = Corpus.build(folder.resolve("once"), DUMPS, "--spans=true");
  }

  @Test
  void duckDbReadsEveryColumnOfEveryTable() {
    for (Table<?> table : Tables.ALL) {
      List<String> columns =
          corpus.query("describe select * from {" + table.name() + "}").stream()
              .map(row -> (String) row.get(0))
              .toList();
      assertThat(columns, is(table.columns().stream().map(Column::name).toList()));
      // No page of these dumps was captured twice.
      if (table != Tables.VERSIONS) {
        assertThat(table.name(), corpus.count(table.name()), greaterThan(0L));
      }
    }
  }

  @Test
  void everyRecordEndsAsExactlyOneThing() {
    assertThat(
        corpus.query(
            "select source_file from {ledger} where records <> pages + skipped + rejected"),
        is(empty()));
    assertThat(
        corpus.value("select sum(articles) from {ledger}").toString(),
        is(Long.toString(corpus.count("articles") + corpus.count("removed"))));
  }

  @Test
  void spansCoverEveryByteOfEveryPage() {
    List<List<Object>> gaps =
        corpus.query(
            """
            select * from (
              select source_file, "start", lag("end", 1, 0) over
                (partition by source_file, source_record order by "start") as before
              from {spans})
            where "start" <> before
            """);
    assertThat(gaps, is(empty()));
    assertThat(
        corpus.value("select sum(\"end\" - \"start\") from {spans}").toString(),
        is(corpus.value("select sum(payload_bytes) from {ledger}").toString()));
  }

  @Test
  void copiesAreRemovedInFavourOfAKeptArticle() {
    assertThat(corpus.count("removed"), is(2L));
    assertThat(
        corpus.query(
            "select r.id from {removed} r left join {articles} a on r.kept_id = a.id"
                + " where a.id is null"),
        is(empty()));
    assertThat(
        corpus.value("select count(*) from {articles} where cluster_size = len(copies) + 1"),
        is(corpus.count("articles")));
  }

  @Test
  void aGenerationAndItsDumpsEvaluateAlike() throws IOException {
    Path tables = folder.resolve("tables.json");
    Path dumps = folder.resolve("dumps.json");
    String gold = "--gold=testdata/dumps.truth.jsonl";
    String output = folder.resolve("once").toString();
    assertThat(Commands.run("evaluate", "pages", gold, output, "--json=" + tables), is(0));
    assertThat(Commands.run("evaluate", "pages", gold, DUMPS, "--json=" + dumps), is(0));
    JsonNode fromTables = new ObjectMapper().readTree(tables.toFile());
    JsonNode fromDumps = new ObjectMapper().readTree(dumps.toFile());
    assertThat(fromTables.get("pages"), is(fromDumps.get("pages")));
    assertThat(fromTables.at("/body/f1").asDouble(), greaterThan(.99));
    assertThat(fromDumps.at("/body/f1").asDouble(), greaterThan(.99));
    // Each teaser is in the tables in one spelling, and none was missed for that.
    for (String figure : List.of("/teasers/f1", "/distinct_teasers/recall")) {
      assertThat(figure, fromDumps.at(figure).asDouble(), is(1.0));
      assertThat(figure, fromTables.at(figure).asDouble(), is(1.0));
    }
  }

  @Test
  void clustersAreHeldAgainstLabelledPairs() throws IOException {
    List<Object> pair =
        corpus
            .query(
                "select r.source_file, a.source_file from {removed} r join {articles} a"
                    + " on r.kept_id = a.id order by 1")
            .get(0);
    Path gold = folder.resolve("pairs.jsonl");
    Files.writeString(
        gold,
        String.format(
            "{\"a\":{\"source_file\":\"%s\"},\"b\":{\"source_file\":\"%s\"},\"same\":true}%n",
            pair.get(0), pair.get(1)));
    Path json = folder.resolve("pairs.json");
    String output = folder.resolve("once").toString();
    assertThat(
        Commands.run("evaluate", "duplicates", "--gold=" + gold, output, "--json=" + json), is(0));
    assertThat(new ObjectMapper().readTree(json.toFile()).at("/pairs/recall").asDouble(), is(1.0));
    assertThat(Commands.run("evaluate", "duplicates", "--gold=" + gold, DUMPS), is(2));
  }

  @Test
  void teasersAreCountedOnce() {
    assertThat(
        corpus.query(
            """
            select id from {teasers} t
            where occurrences <> (select count(*) from {teaser_occurrences} where teaser_id = t.id)
            """),
        is(empty()));
    assertThat(corpus.value("select max(pages) from {teasers}"), is(not(1L)));
  }

  @Test
  void aFileThatIsNotTextIsARejectAndTheBuildGoesOn() {
    assertThat(
        corpus.query("select reason from {rejects} where outcome = 'rejected'"),
        is(List.of(List.of("not_text"))));
  }

  @Test
  void unknownValuesAreNullAndNeverEmpty() {
    for (String column : List.of("title", "byline", "dateline", "provider", "url", "topic")) {
      assertThat(corpus.value("select count(*) from {articles} where " + column + " = ''"), is(0L));
    }
  }

  @Test
  void bothRunnersAndAnyParallelismGiveTheSameDigests() throws IOException {
    String expected = corpus.digests();
    Corpus flink = Corpus.build(folder.resolve("flink"), DUMPS, "--spans=true", "--runner=flink");
    assertThat(flink.digests(), is(expected));
    Corpus alone =
        Corpus.build(
            folder.resolve("alone"),
            DUMPS,
            "--spans=true",
            "--parallelism=1",
            "--enforceImmutability=true",
            "--enforceEncodability=true");
    assertThat(alone.digests(), is(expected));
  }

  @Test
  void verifyPassesOnWhatWasBuiltAndFailsOnOneByteOrFileLess() throws IOException {
    assertThat(verify(corpus.generation()), is(0));
    Path copy = folder.resolve("copy-byte");
    Corpus.copyTree(corpus.generation(), copy);
    Path part = copy.resolve("teasers/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    assertThat(verify(copy), is(70));

    Path fewer = folder.resolve("copy-file");
    Corpus.copyTree(corpus.generation(), fewer);
    String articles = partOfArticles();
    Files.delete(fewer.resolve(articles));
    assertThat(verify(fewer), is(70));

    Path more = folder.resolve("copy-more");
    Corpus.copyTree(corpus.generation(), more);
    Files.copy(more.resolve(articles), more.resolve("articles/part-00099.parquet"));
    assertThat(verify(more), is(70));
  }

  /** Below the generation. */
  private static String partOfArticles() throws IOException {
    try (Stream<Path> parts = Files.list(corpus.generation().resolve("articles"))) {
      return "articles/" + parts.sorted().findFirst().orElseThrow().getFileName();
    }
  }

  private static int verify(Path generation) {
    return Commands.run("verify", generation.toString());
  }

  @Test
  void badArgumentsEndWithTwo() {
    Path output = folder.resolve("bad");
    assertThat(Corpus.run(output, folder.resolve("nothing-*.txt").toString()), is(2));
    assertThat(Corpus.run(output, DUMPS, "--spanz=true"), is(2));
    assertThat(Corpus.run(output, DUMPS, "--flinkMastre=x"), is(2));
    assertThat(Corpus.run(output, DUMPS, "--parallelism=0"), is(2));
    assertThat(Commands.run("build", DUMPS), is(2));
    assertThat(Commands.run("biuld"), is(2));
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
  }

  @Test
  void anOutputThatAnotherBuildHoldsIsLeftAlone() throws Exception {
    Path output = folder.resolve("held");
    try (OutputLock lock = OutputLock.take(Storage.local(output), "another")) {
      assertThat(Corpus.run(output, DUMPS), is(75));
    }
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldAndNothingIsPublished() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
    assertThat(Corpus.run(file.resolve("out"), DUMPS), is(1));
    assertThat(Files.readString(file), is("not a folder"));
  }

  @Test
  void aDefinitionIsFilledAndFlagsBeatIt() throws IOException {
    Path definition =
        Files.writeString(
            folder.resolve("some.yaml"),
            """
            input: ["${NOT_SET_ANYWHERE:-testdata/dumps/harbour-ledger}"]
            output: /nowhere/at/all
            spans: true
            # ${IGNORED_IN_COMMENTS}
            """);
    Path output = folder.resolve("defined");
    assertThat(Corpus.run(output, "-f", definition.toString(), "--spans=false"), is(0));
    Corpus built = Corpus.published(output);
    assertThat(Files.exists(built.generation().resolve("spans")), is(false));
    try (var files = Files.list(Path.of(DUMPS, "harbour-ledger"))) {
      assertThat("the input is the default's folder", built.count("ledger"), is(files.count()));
    }
    Files.writeString(definition, "spanz: true\n");
    assertThat(Corpus.run(output, "-f", definition.toString(), DUMPS), is(2));
    Files.writeString(definition, "output: ${NOT_SET_ANYWHERE}\n");
    assertThat(Corpus.run(output, "-f", definition.toString(), DUMPS), is(2));
  }

  @Test
  void publishRollsBack() throws IOException {
    Path output = folder.resolve("twice");
    Corpus first = Corpus.build(output, DUMPS + "/gulf-meridian");
    Corpus second = Corpus.build(output, DUMPS);
    assertThat(second.generation(), is(not(first.generation())));
    assertThat(Commands.run("publish", first.generation().toString()), is(0));
    assertThat(Corpus.published(output).generation(), is(first.generation()));
    assertThat(Commands.run("publish", output.toString()), is(2));
  }
}
