package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copydesk.corpus.Tables;
import org.copydesk.quality.PersonalData;
import org.copydesk.quality.Planted;
import org.copydesk.table.Column;
import org.copydesk.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build is told to leave out or to hide. */
class RemovalsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORY =
      "The council of Oakhaven met on Monday and put off the vote on the bridge for a week.";

  @TempDir Path folder;

  private Path articles(String... lines) throws IOException {
    return Files.write(folder.resolve("articles.jsonl"), List.of(lines));
  }

  private static String line(String url, String title, String text) {
    return JSON.createObjectNode().put("url", url).put("title", title).put("text", text).toString();
  }

  @Test
  void aRuleRemovesWithItsNameValueAndThreshold() throws IOException {
    Path input =
        articles(
            line("https://elm.test/1", "Bridge", STORY),
            line("https://elm.test/2", "Short", "Only four words here."),
            line("https://elm.test/3", "Braces", STORY + " Then { came { three } braces }"));
    Path definition =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            segment: false
            keep-removed-text: true
            rules:
              - {name: brief, signal: words, op: "<", value: 5}
              - {signal: curly_braces, op: ">=", value: 2}
              - {name: foreign, signal: words, op: ">", value: 1, language: de}
            """);
    Corpus corpus =
        Corpus.build(folder.resolve("out"), "-f", definition.toString(), input.toString());
    assertThat(corpus.count("articles"), is(1L));
    assertThat(
        corpus.query(
            "select reason, value, threshold, signal, measure, similarity, kept_id, text is null"
                + " from {removed} order by url"),
        is(
            List.of(
                rowOf("brief", "4", 5.0, "words", null, null, null, false),
                rowOf("curly_braces", "2", 2.0, "curly_braces", null, null, null, false))));
    String manifest = Files.readString(corpus.generation().resolve("manifest.json"));
    assertThat(manifest, containsString("\"name\" : \"brief\""));
  }

  private static List<Object> rowOf(Object... values) {
    return java.util.Arrays.asList(values);
  }

  @Test
  void aRuleOnTheCommandLineBeatsTheDefinitionsAndNeedsNoSignalsStored() throws IOException {
    Path input =
        articles(
            line("https://elm.test/1", "Bridge", STORY),
            line(null, "x", "Here are six words, no more."));
    Path definition =
        Files.writeString(folder.resolve("r.yaml"), "segment: false\nrules: no/such/file.yaml\n");
    Corpus corpus =
        Corpus.build(
            folder.resolve("out"),
            "-f",
            definition.toString(),
            "--rules=pipelines/rules/news.yaml",
            "--rules={signal: words, op: '<=', value: 6}",
            "--quality=false",
            input.toString());
    assertThat(
        corpus.query("select reason, value, text from {removed}"),
        is(List.of(rowOf("words", "6", null))));
    assertThat(corpus.value("select count(quality) from {articles}"), is(0L));
  }

  @Test
  void aSuppressedSurvivorsCopyTakesItsPlace() throws IOException {
    Path input =
        articles(
            line("https://elm.test/1", "Bridge", STORY),
            line("https://oak.test/1", "Bridge", STORY),
            line("https://ash.test/9", "Bridge", STORY + " More later."));
    Path list = Files.writeString(folder.resolve("list"), "# on request\nelm.test\n");
    Corpus before =
        Corpus.build(
            folder.resolve("before"),
            "--segment=false",
            "--format=parquet,jsonl",
            "--near-duplicates=false",
            input.toString());
    assertThat(before.query("select url from {articles}"), hasItem(List.of("https://elm.test/1")));
    Corpus after =
        Corpus.build(
            folder.resolve("after"),
            "--segment=false",
            "--near-duplicates=false",
            "--suppress=" + list,
            input.toString());
    assertThat(after.query("select url from {articles}"), hasItem(List.of("https://oak.test/1")));
    assertThat(
        after.query("select url, value, threshold from {removed} where reason = 'suppressed'"),
        is(List.of(rowOf("https://elm.test/1", null, null))));
    assertThat(after.value("select sum(cluster_size)::bigint from {articles}"), is(2L));
  }

  @Test
  void whatCannotBeReadEndsWithTwo() throws IOException {
    Path input = articles(line(null, "Bridge", STORY));
    Path list = Files.writeString(folder.resolve("list"), "two words\n");
    for (String setting :
        List.of(
            "--suppress=" + list,
            "--suppress=" + folder.resolve("none"),
            "--rules=" + folder.resolve("none"),
            "--rules=" + list,
            "--rules={signal: wrds, op: '<', value: 4}",
            "--rules={signal: words")) {
      assertThat(setting, Corpus.run(folder.resolve("no"), setting, input.toString()), is(2));
    }
    String rule = "--rules={signal: words, op: '<', value: 4, language: en}";
    assertThat(Corpus.run(folder.resolve("no"), rule, "--language=false", input.toString()), is(2));
  }

  /** Personal data in titles, texts, copies, briefs that a rule removes, teasers and metadata. */
  @Test
  void aMaskedBuildHoldsNothingThatWasFoundAnywhere() throws IOException {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    Set<String> planted = plant(dumps);
    String[] settings = {
      dumps.toString(),
      "--keep-removed-text",
      "--spans",
      "--segment=false",
      "--rules={signal: words, op: '<', value: 15}"
    };
    Corpus open = Corpus.build(folder.resolve("open"), settings);
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--mask-pii");
    Corpus masked = Corpus.build(folder.resolve("masked"), all.toArray(String[]::new));

    Set<String> found = new TreeSet<>();
    for (String text : texts(open, Set.of("title", "text", "snippet", "metadata", "provider"))) {
      PersonalData.find(text).forEach(f -> found.add(text.substring(f.start(), f.end())));
    }
    String stored = String.join("\n", texts(open, null));
    planted.removeIf(secret -> !stored.contains(secret));
    assertThat(planted.size(), is(greaterThan(200)));
    Set<String> seen = new TreeSet<>(planted);
    seen.retainAll(found);
    assertThat((double) seen.size() / planted.size(), is(greaterThan(.95)));

    String everything = String.join("\n", texts(masked, null)) + plainFiles(masked.generation());
    for (String secret : found) {
      assertThat(everything, not(containsString(secret)));
    }
    assertThat(everything, containsString("[email]"));
    // What does not come from the text stays: ids, counts, bylines.
    for (String same :
        List.of(
            "select id, byline, pii from {articles} order by id",
            "select id, reason, kept_id, value from {removed} order by id, source_file, reason",
            "select id, occurrences from {teasers} order by id")) {
      assertThat(masked.query(same).toString(), is(open.query(same).toString()));
    }
    assertThat(
        open.query("select distinct reason from {removed} order by 1"),
        is(List.of(List.of("exact_duplicate"), List.of("near_duplicate"), List.of("words"))));
  }

  /** Writes dumps with planted strings; gives the strings. */
  private static Set<String> plant(Path dumps) throws IOException {
    Random random = new Random(5);
    Set<String> planted = new TreeSet<>();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String[] secrets = new String[4];
      for (int s = 0; s < secrets.length; s++) {
        secrets[s] = Planted.of(PersonalData.Kind.values()[(i + s) % 5], i % 5, random);
        planted.add(secrets[s]);
      }
      boolean isBrief = i % 10 == 0;
      ObjectNode line = JSON.createObjectNode();
      line.put("title", "Story " + (char) ('a' + i % 26) + i + ": write to " + secrets[0]);
      line.put("text", (isBrief ? "" : STORY + "\n\n") + "Hints go to " + secrets[1] + " at once.");
      line.put("author", "Jane Doe");
      line.put("desk", "night desk, " + secrets[2]);
      line.putObject("more").putArray("notes").add("Ask " + secrets[3]);
      lines.append(line).append('\n');
      if (i % 7 == 0) {
        lines.append(line).append('\n');
      }
    }
    Files.writeString(dumps.resolve("articles.jsonl"), lines);
    for (int i = 0; i < 3; i++) {
      String mail = Planted.of(PersonalData.Kind.EMAIL, i, random);
      String phone = Planted.of(PersonalData.Kind.PHONE, 0, random);
      planted.addAll(List.of(mail, phone));
      String page =
          "Council puts off bridge vote "
              + i
              + "\n\nBy Jane Doe\n\n"
              + STORY
              + "\n\n"
              + STORY
              + " Write to "
              + mail
              + ".\n\nOTHER NEWS\n\nFerry fares to rise in May\nReaders who"
              + " travel may call "
              + phone
              + " before the new fares are set by the ... Read more »\n";
      Files.writeString(dumps.resolve("page-" + i + ".txt"), page);
    }
    return planted;
  }

  /** Every value of every table, or of the columns named, as text; structs and lists unnested. */
  private static List<String> texts(Corpus corpus, Set<String> columns) {
    List<String> texts = new ArrayList<>();
    for (Table<?> table : Tables.ALL) {
      for (Column column : table.columns()) {
        if (columns == null || columns.contains(column.name())) {
          corpus
              .query("select \"" + column.name() + "\"::varchar from {" + table.name() + "}")
              .forEach(row -> texts.add(String.valueOf(row.get(0))));
        }
      }
    }
    return texts;
  }

  private static String plainFiles(Path generation) throws IOException {
    try (var files = Files.walk(generation)) {
      return files
          .filter(file -> Files.isRegularFile(file))
          .map(RemovalsTest::bytesAsText)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String bytesAsText(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".zst")) {
        bytes = new ZstdInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everySiteOfACorpusCanBeSuppressedByTheNameItHasThere() throws IOException {
    String dumps = "testdata/dumps";
    Corpus before = Corpus.build(folder.resolve("before"), dumps, "--topics=false");
    // What was removed is named by its file alone, and here each folder is a site.
    List<List<Object>> sites =
        before.query(
            "select a.site, a.folder, a.n + coalesce(r.n, 0) from (select site,"
                + " split_part(source_file, '/', 1) folder, count(*) n from {articles} group by"
                + " all) a left join (select split_part(source_file, '/', 1) folder, count(*) n"
                + " from {removed} group by 1) r on r.folder = a.folder order by 1");
    assertThat(sites.stream().map(each -> each.get(1)).distinct().count(), is((long) sites.size()));
    assertThat(sites.size(), greaterThan(2));
    for (List<Object> each : sites) {
      String site = each.get(0).toString();
      assertThat("a page text has no host", site.contains("."), is(false));
      Path list = Files.writeString(folder.resolve("sites"), site + "\n");
      Corpus after =
          Corpus.build(
              folder.resolve("without-" + site), dumps, "--topics=false", "--suppress=" + list);
      assertThat(
          site,
          after.query("select 1 from {articles} where site = '" + site + "'").isEmpty(),
          is(true));
      assertThat(
          "every article of it, copies of others included",
          after.query(
              "select split_part(source_file, '/', 1), count(*) from {removed} where reason ="
                  + " 'suppressed' group by 1"),
          is(List.of(each.subList(1, 3))));
    }
  }
}
