package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet in the place of JSON Lines changes nothing but the name of the file. */
class ParquetBuildTest {
  private static final String ALL_BUT_FILE =
      "select * exclude (source_file, copies) from {articles} order by id";

  @TempDir static Path folder;
  private static Path lines;
  private static Path rows;

  @BeforeAll
  static void write() throws Exception {
    StringBuilder json = new StringBuilder();
    for (int n = 0; n < 120; n++) {
      json.append(
          ("{\"text\":\"Council of Lorne votes on bridge %1$d\\n\\nThe council voted on Tuesday to mend"
                  + " the bridge over the %1$d th canal, which had been closed since May %1$d.\\n\\nIt will"
                  + " cost %2$d thousand crowns, the mayor said, and take until the autumn of the year.\","
                  + "\"id\":\"<urn:uuid:%1$d>\",\"dump\":\"CC-MAIN-2025-10\",\"url\":\"https://lorne.example/%1$d\","
                  + "\"date\":\"on 4 March\",\"file_path\":\"s3://crawl/a.warc.gz\",\"language\":\"en\","
                  + "\"language_score\":0.97,\"token_count\":%2$d}\n")
              .formatted(n, n * 37 + 11));
    }
    lines = Files.createDirectories(folder.resolve("json")).resolve("rows.jsonl");
    rows = Files.createDirectories(folder.resolve("parquet/data")).resolve("train-00000.parquet");
    Files.writeString(lines, json);
    Files.writeString(folder.resolve("parquet/README.md"), "---\nlicense: odc-by\n---\n# Data\n");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute(
          "copy (select * from read_json_auto('"
              + lines
              + "')) to '"
              + rows
              + "' (format parquet)");
    }
  }

  @Test
  void theArticlesAreThoseOfTheSameJsonLines() throws Exception {
    Corpus json = Corpus.build(folder.resolve("a"), lines.toString(), "--json-date=");
    Corpus parquet =
        Corpus.build(folder.resolve("b"), folder.resolve("parquet").toString(), "--json-date=");
    assertThat(parquet.count("articles"), greaterThan(50L));
    assertThat(parquet.query(ALL_BUT_FILE).toString(), is(json.query(ALL_BUT_FILE).toString()));
    List<Object> ledger =
        parquet
            .query(
                "select format, status, records, bytes, decompressed_bytes - container_bytes -"
                    + " payload_bytes - rejected_bytes from {ledger} where format = 'parquet'")
            .get(0);
    assertThat(ledger, is(List.of("parquet", "ok", 120L, Files.size(rows), 0L)));
    assertThat(
        parquet.value("select reason from {rejects} where source_file = 'README.md'"),
        is("not_a_page_type"));
    theArticlesOfACorpusAreReadAgain(json);
  }

  /** Its own table, copied out of the output. */
  private static void theArticlesOfACorpusAreReadAgain(Corpus corpus) throws Exception {
    Path again = Files.createDirectories(folder.resolve("again"));
    try (Stream<Path> parts = Files.list(corpus.generation().resolve("articles"))) {
      for (Path part : parts.toList()) {
        Files.copy(part, again.resolve(part.getFileName()));
      }
    }
    Corpus second = Corpus.build(folder.resolve("c"), again.toString(), "--no-segment");
    String texts = "select title, text, url from {articles} order by url";
    assertThat(second.query(texts).toString(), is(corpus.query(texts).toString()));
  }

  @Test
  void commandsThatLookAtDumpsReadIt() {
    assertThat(Printed.by(0, "inspect", rows.toString()), containsString("parquet"));
    assertThat(
        Printed.by(0, "explain", rows.toString(), "--record=7"),
        containsString("votes on bridge 7"));
    assertThat(
        Printed.by(0, "extract", rows.toString(), "--record=3"),
        containsString("votes on bridge 3"));
  }
}
