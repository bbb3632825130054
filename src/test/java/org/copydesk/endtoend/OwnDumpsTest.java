package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with dumps of their own does first. */
class OwnDumpsTest {
  private static final String PAGE = "testdata/dumps/harbour-ledger/0003.txt";
  private static final String TITLE =
      "Rents in the old docks climb faster than anywhere in the region";
  private static final String STORY =
      "The last ferry between the islands will leave on 31 May, its owner said on Tuesday after"
          + " months of talks with the council. Some 240 people use it each day.";

  @TempDir Path folder;

  private static <T> T withInput(byte[] input, Callable<T> run) throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      return run.call();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void fortySitesWithoutAddressesInFortyFoldersAreFortyRowsWithTheirNames() throws Exception {
    Path made = folder.resolve("made");
    assertThat(
        Commands.run(
            "generate",
            "-o",
            made.toString(),
            "--pages=600",
            "--sites=40",
            "--no-truth",
            "--languages=en,de,es,fr"),
        is(0));
    for (String from : List.of("--site-from=folder", "--spans=false")) {
      fortySites(
          Corpus.build(
              folder.resolve("named" + from),
              made.resolve("dumps").toString(),
              from,
              "--no-topics",
              "--no-quality"));
    }
  }

  /** Said or found. */
  private static void fortySites(Corpus named) {
    assertThat(
        named.query("select count(*), count(distinct name), bool_and(site = name) from {sites}"),
        is(List.of(List.<Object>of(40L, 40L, true))));
    assertThat(named.value("select bool_and(name like 'site-0__') from {sites}"), is(true));
    // No page is under another key than that of its folder, whether it has an article or not.
    for (String table : List.of("articles", "removed", "rejects")) {
      assertThat(
          table,
          named.value(
              "select count(*) from {"
                  + table
                  + "} where site is distinct from split_part(source_file, '/', 1)"),
          is(0L));
    }
    assertThat(named.value("select sum(pages)::bigint from {sites}"), is(600L));
    assertThat(
        named.value(
            "select count(*) from (select site, count(*) as seen from {teaser_occurrences} group"
                + " by site) o full join {sites} s using (site) where coalesce(o.seen, 0) <>"
                + " s.teasers"),
        is(0L));
  }

  @Test
  void aSiteKnownByItsLinesAloneHasAReadableName() throws Exception {
    Corpus corpus =
        Corpus.build(folder.resolve("out"), "testdata/dumps", "--no-topics", "--no-quality");
    List<List<Object>> unreadable =
        corpus.query("select site, name from {sites} where name is null or name like 'template-%'");
    assertThat(unreadable, is(List.of()));
    assertThat(corpus.value("select count(*) from {sites} where name = 'tri-county-post'"), is(1L));
  }

  @Test
  void jsonWithKeysOfItsOwnIsReadByNamingThemInFlagsOrDefinition() throws Exception {
    Path mine = folder.resolve("mine.jsonl");
    Files.writeString(
        mine,
        "{\"headline\":\"Ferry line to close in May\",\"body\":\""
            + STORY
            + "\",\"writer\":[\"Ann Lee\"],\"outlet\":\"Harbour Post\",\"when\":\"2025-03-04\"}\n");
    Path definition = folder.resolve("mine.yaml");
    Files.writeString(
        definition,
        "json-text: body\njson-title: headline\njson-author: writer\njson-date: when\n"
            + "site-from: field:outlet\ntopics: false\nsegment: false\n");
    Corpus corpus =
        Corpus.build(folder.resolve("out"), mine.toString(), "-f", definition.toString());
    assertThat(
        corpus.query(
            "select title, byline, authors[1], site, strftime(published_at, '%Y-%m-%d') "
                + "from {articles}"),
        is(
            List.of(
                List.<Object>of(
                    "Ferry line to close in May",
                    "Ann Lee",
                    "Ann Lee",
                    "Harbour Post",
                    "2025-03-04"))));
    assertThat(
        Printed.by(65, "build", mine.toString(), "-o", folder.resolve("not").toString()),
        containsString("json_no_text"));
    assertThat(
        Printed.by(2, "build", mine + "", "-o", "x", "--json-text=a", "--json-title=a"),
        containsString("a is named for two fields"));
    assertThat(
        Printed.by(2, "build", mine + "", "-o", "x", "--site-from=host"),
        containsString("--site-from: host is none of folder"));
  }

  @Test
  void inspectShowsFormatsSitesRecordsAndReasonsAndWritesNothing() throws Exception {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Corpus.copyTree(Path.of("testdata/dumps/harbour-ledger"), dumps.resolve("harbour-ledger"));
    Files.writeString(dumps.resolve("other.jsonl"), "{\"headline\":\"x\",\"body\":\"y\"}\n");
    List<Path> before = everything();
    String said = Printed.by(0, "inspect", dumps.toString());
    assertThat(
        said,
        allOf(
            containsString(".txt  "),
            containsString("page_text"),
            containsString("json_lines"),
            containsString("rejected json_no_text 1, as other.jsonl record 0"),
            containsString("Keys: headline, body"),
            containsString("title      "),
            containsString("teaser     "),
            containsString("processor time")));
    assertThat(everything(), is(before));
    assertThat(said, is(Printed.by(0, "inspect", dumps.toString())));
    assertThat(
        Printed.by(0, "inspect", dumps.toString(), "--json-text=body"),
        not(containsString("json_no_text")));
  }

  /** The first files are no picture of all: one of many long pages may be the last by name. */
  @Test
  void inspectLooksIntoEachOfAFewFilesOfMany() throws Exception {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    for (int file = 0; file < 12; file++) {
      StringBuilder lines = new StringBuilder();
      for (int record = 0; record < 300; record++) {
        String told = "Ferry " + record + " of day " + file + " sailed to the island. ";
        lines.append("{\"text\":\"").append(told.repeat(file == 11 ? 60 : 6)).append("\"}\n");
      }
      Files.writeString(dumps.resolve(String.format("day-%02d.jsonl", file)), lines);
    }
    String said = Printed.by(0, "inspect", dumps.toString());
    Matcher told = Pattern.compile("12 read: about ([0-9,]+) pages in all").matcher(said);
    assertThat(said, told.find(), is(true));
    assertThat(Double.parseDouble(told.group(1).replace(",", "")), closeTo(3600, 180));
  }

  private List<Path> everything() throws Exception {
    try (var files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void onePageIsExtractedAsTextMarkdownAndJson() throws Exception {
    assertThat(Printed.by(0, "extract", PAGE), startsWith(TITLE + "\n\n"));
    assertThat(
        Printed.by(0, "extract", PAGE, "--format=markdown"), startsWith("# " + TITLE + "\n\n*"));
    JsonNode json = new ObjectMapper().readTree(Printed.by(0, "extract", PAGE, "--format=json"));
    assertThat(json.path("title").asText(), is(TITLE));
    assertThat(json.path("authors").path(0).asText(), is("Nora Whitlock"));
    assertThat(json.path("teasers").size() > 0, is(true));
    String teasersOnly = "testdata/dumps/tri-county-post/0009.txt";
    assertThat(Printed.by(1, "extract", teasersOnly), containsString("no article: teasers_only"));
    JsonNode none =
        new ObjectMapper().readTree(Printed.by(0, "extract", teasersOnly, "--format=json"));
    assertThat(none.path("reason").asText(), is("teasers_only"));
  }

  @Test
  void aPageIsFetchedByItsAddressAndReadWithIt() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String html =
        "<html><body><h1>Keeper paints the light</h1><article><h2>Two coats</h2><p>"
            + STORY
            + "</p><p>"
            + STORY
            + "</p></article></body></html>";
    server.createContext("/old", exchange -> answer(exchange, 302, "", "/story"));
    server.createContext("/story", exchange -> answer(exchange, 200, html, null));
    server.createContext("/gone", exchange -> answer(exchange, 404, "no", null));
    server.start();
    try {
      String at = "http://127.0.0.1:" + server.getAddress().getPort();
      String json = Printed.by(0, "extract", at + "/old", "--format=json");
      assertThat(new ObjectMapper().readTree(json).path("url").asText(), is(at + "/story"));
      String markdown = Printed.by(0, "extract", at + "/story", "--format=markdown");
      assertThat(markdown, containsString("# Keeper paints the light"));
      assertThat(markdown, containsString("## Two coats"));
      assertThat(Printed.by(1, "extract", at + "/gone"), containsString("answers 404"));
    } finally {
      server.stop(0);
    }
    assertThat(Printed.by(2, "extract", "http://a b"), containsString("no address"));
  }

  private static void answer(HttpExchange exchange, int status, String body, String location)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (location != null) {
      exchange.getResponseHeaders().add("Location", location);
    }
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void wordsThatMarkdownTakesForItsOwnAreEscaped() throws Exception {
    Path page = folder.resolve("day.jsonl");
    Files.writeString(
        page,
        "{\"title\":\"A *star* [1]\",\"text\":\"# no heading "
            + STORY
            + "\\n\\n1. "
            + STORY
            + "\"}\n");
    String said = Printed.by(0, "extract", page.toString(), "--format=markdown");
    assertThat(said, containsString("# A \\*star\\* \\[1\\]"));
    assertThat(said, not(containsString("\n# no heading")));
  }

  @Test
  void standardInputIsReadByExtractExplainInspectAndBuild() throws Exception {
    byte[] page = Files.readAllBytes(Path.of(PAGE));
    assertThat(withInput(page, () -> Printed.by(0, "extract")), startsWith(TITLE));
    assertThat(withInput(page, () -> Printed.by(0, "explain", "-")), containsString("title"));
    assertThat(
        withInput(page, () -> Printed.by(0, "inspect", "-")), containsString("stdin record 0"));
    Path out = folder.resolve("out");
    assertThat(
        withInput(page, () -> Commands.run("build", "-", "-o", out.toString(), "--no-topics")),
        is(0));
    assertThat(Corpus.published(out).value("select source_file from {articles}"), is("stdin"));
    assertThat(
        withInput(page, () -> Printed.by(2, "build", "-", PAGE, "-o", out.toString())),
        containsString("- (standard input) stands alone"));
  }

  @Test
  void explainHasColoursOnlyWhereTheyAreWanted() {
    assertThat(Printed.by(0, "explain", PAGE), not(containsString("\u001b")));
    assertThat(Printed.by(0, "explain", PAGE, "--color=never"), not(containsString("\u001b")));
    assertThat(Printed.by(0, "explain", PAGE, "--color=always"), containsString("\u001b["));
    assertThat(
        Printed.by(2, "explain", PAGE, "--color=often"),
        containsString("--color: often is none of auto, always, never"));
  }

  @Test
  void aBuildEndsWithWhereItsReportLiesAndWhatToDoNext() {
    Path out = folder.resolve("out");
    String said = Printed.by(0, "build", "testdata/dumps", "-o", out.toString(), "--no-topics");
    assertThat(said, containsString("106.3 kB"));
    String report = said.replaceAll("(?s).*\\nreport +(\\S+)\\n.*", "$1");
    assertThat(Files.exists(Path.of(report)), is(true));
    assertThat(said, containsString("copydesk explain FILE --learn-from=testdata/dumps"));
    assertThat(said, matchesPattern("(?s).*query +duckdb -c .*"));
  }
}
