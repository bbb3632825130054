package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLives;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code why} against the tables, read by DuckDB: nights of generated crawls, and page texts. */
class WhyTest {
  private static final String[] PLAIN = {"--topics=false", "--language=false"};

  /** Where in the input, as the command takes it. */
  private static final String PLACE = "source_file || '#' || source_record";

  /** Every row that gives a page an address. */
  private static final String ADDRESSES =
      "(select url, "
          + PLACE
          + " as place from {articles} union select canonical_url, "
          + PLACE
          + " from {articles} union select url, "
          + PLACE
          + " from {removed} union select url, "
          + PLACE
          + " from {teaser_occurrences} union select url, "
          + PLACE
          + " from {rejects})";

  @TempDir static Path folder;
  private static final List<Corpus> BUILT = new ArrayList<>();

  @BeforeAll
  static void build() throws Exception {
    Path nights = folder.resolve("nights");
    String[] generate = {"generate", "-o", nights.toString(), "--pages=240", "--nights=3"};
    assertThat(Commands.run(generate), is(0));
    BUILT.add(built("crawls", nights.resolve("dumps").toString(), "--spans=true"));
    BUILT.add(built("texts", "testdata/dumps"));
    BUILT.add(
        built(
            "marked",
            nights.resolve("dumps").toString(),
            "--duplicates=mark",
            "--rules={signal: words, op: <, value: 150}"));
  }

  private static Corpus built(String name, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(PLAIN));
    return Corpus.build(folder.resolve(name), all.toArray(String[]::new));
  }

  private static PageLife why(Corpus corpus, String asked) throws IOException {
    return PageLives.of(Storage.local(corpus.generation()), null, asked);
  }

  private static PageLife.Page pageAt(Corpus corpus, Object place) throws IOException {
    PageLife life = why(corpus, (String) place);
    assertThat(place.toString(), life.pages().all(), is(1L));
    PageLife.Page page = life.pages().shown().get(0);
    assertThat(page.sourceFile() + "#" + page.sourceRecord(), is(place));
    return page;
  }

  @Test
  void everyKeptArticleIsToldAsTheTablesHaveIt() throws Exception {
    for (Corpus corpus : BUILT) {
      List<List<Object>> rows =
          corpus.query(
              "select "
                  + PLACE
                  + ", a.id, a.url, a.title, epoch_us(a.fetched_at), a.story_id, len(a.copies),"
                  + " a.copy_kind, a.copy_similarity,"
                  + " (select count(*) from {teasers} t where t.article_id = a.id),"
                  + " (select count(*) from {relations} r where r.a = a.id or r.b = a.id),"
                  + " (select count(*) from {versions} v where v.story_id = a.story_id),"
                  + " (select count(*) from {teaser_occurrences} o"
                  + " where o.source_file = a.source_file and o.source_record = a.source_record),"
                  + " (select count(*) from {rejects} r"
                  + " where r.source_file = a.source_file and r.source_record = a.source_record)"
                  + " from {articles} a");
      assertThat(rows.size(), greaterThan(30));
      for (List<Object> row : rows) {
        PageLife.Page page = pageAt(corpus, row.get(0));
        List<Object> told = new ArrayList<>(List.of(row.get(0), page.id()));
        told.add(page.url());
        told.add(page.title());
        told.add(micros(page.fetchedAt()));
        told.add(page.kept().storyId());
        told.add(page.kept().copies() == null ? null : (long) page.kept().copies().size());
        told.add(page.kept().copyKind());
        told.add(page.kept().copySimilarity());
        told.add(page.announcedBy().all());
        told.add(page.relations().all());
        told.add(page.versions().all());
        told.add(page.teasers().all());
        told.add(page.rejects().all());
        assertThat(told, is(row));
        assertThat(page.fate(), is(row.get(7) == null ? "kept" : "marked"));
        assertThat(page.story() == null ? null : page.story().id(), is(row.get(5)));
        assertThat(page.file().sourceFile(), is(page.sourceFile()));
        assertThat(page.removed(), is(nullValue()));
      }
    }
  }

  private static Long micros(Instant time) {
    return time == null ? null : time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  @Test
  void everyRemovedArticleIsToldWithItsEvidence() throws Exception {
    for (Corpus corpus : BUILT) {
      for (List<Object> row :
          corpus.query(
              "select "
                  + PLACE
                  + ", id, url, title, reason, kept_id, measure, similarity, threshold, value,"
                  + " signal from {removed}")) {
        PageLife.Page page = pageAt(corpus, row.get(0));
        PageLife.Removed why = page.removed();
        List<Object> told = new ArrayList<>(List.of(row.get(0), page.id()));
        told.add(page.url());
        told.add(page.title());
        told.add(why.reason());
        told.add(why.keptId());
        told.add(why.measure());
        told.add(why.similarity());
        told.add(why.threshold());
        told.add(why.value());
        told.add(why.signal());
        assertThat(told, is(row));
        assertThat(page.fate(), is("removed"));
        assertThat(why.to() == null ? null : why.to().id(), is(why.keptId()));
      }
    }
  }

  @Test
  void everyRejectIsToldWithItsReasonAndPlace() throws Exception {
    long told = 0;
    for (Corpus corpus : BUILT) {
      Set<Object> others =
          Stream.of("articles", "removed")
              .flatMap(table -> corpus.query("select " + PLACE + " from {" + table + "}").stream())
              .map(row -> row.get(0))
              .collect(Collectors.toSet());
      for (List<Object> row :
          corpus.query(
              "select "
                  + PLACE
                  + ", outcome, reason, stage, span_start, span_end from {rejects}"
                  + " where source_record is not null")) {
        PageLife.Page page = pageAt(corpus, row.get(0));
        List<List<Object>> rejects = new ArrayList<>();
        page.rejects()
            .shown()
            .forEach(
                each ->
                    rejects.add(
                        List.of(
                            row.get(0),
                            each.outcome(),
                            each.reason(),
                            each.stage(),
                            each.spanStart(),
                            each.spanEnd())));
        assertThat(rejects.toString(), rejects.contains(row), is(true));
        if (!others.contains(row.get(0))) {
          assertThat(page.fate(), is(row.get(1)));
        }
        told++;
      }
    }
    assertThat(told, greaterThan(30L));
  }

  @Test
  void anAddressGivesEveryPageThatHasIt() throws Exception {
    for (Corpus corpus : BUILT) {
      Map<String, Set<String>> wanted = new HashMap<>();
      for (List<Object> row :
          corpus.query("select url, place from " + ADDRESSES + " where url is not null")) {
        wanted
            .computeIfAbsent((String) row.get(0), url -> new HashSet<>())
            .add((String) row.get(1));
      }
      for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
        PageLife life = why(corpus, each.getKey());
        assertThat(each.getKey(), life.pages().all(), is((long) each.getValue().size()));
        if (life.pages().all() <= PageLives.MOST_PAGES) {
          assertThat(each.getKey(), places(life), is(each.getValue()));
        }
      }
    }
  }

  @Test
  void anIdGivesItsArticleAndTheExactCopiesThatLostToIt() throws Exception {
    for (Corpus corpus : BUILT) {
      Map<String, Set<String>> wanted = new HashMap<>();
      for (String table : List.of("articles", "removed")) {
        for (List<Object> row : corpus.query("select id, " + PLACE + " from {" + table + "}")) {
          wanted
              .computeIfAbsent((String) row.get(0), id -> new HashSet<>())
              .add((String) row.get(1));
        }
      }
      for (Map.Entry<String, Set<String>> each : wanted.entrySet()) {
        assertThat(each.getKey(), places(why(corpus, each.getKey())), is(each.getValue()));
      }
    }
  }

  private static Set<String> places(PageLife life) {
    return life.pages().shown().stream()
        .map(page -> page.sourceFile() + "#" + page.sourceRecord())
        .collect(Collectors.toSet());
  }

  @Test
  void whatOnlyTeasersNameIsToldAsAnnounced() throws Exception {
    Corpus corpus = BUILT.get(0);
    String known = "(select url from " + ADDRESSES + " where url is not null)";
    for (List<Object> row :
        corpus.query(
            "select url, count(*) from {teasers} where url is not null and article_id is null"
                + " and url not in "
                + known
                + " group by url limit 50")) {
      PageLife life = why(corpus, (String) row.get(0));
      assertThat(life.pages().all(), is(0L));
      assertThat(life.announced().all(), is(row.get(1)));
    }
  }

  @Test
  void spansOfAPageAreThoseOfTheTable() throws Exception {
    Corpus corpus = BUILT.get(0);
    for (List<Object> row :
        corpus.query(
            "select "
                + PLACE
                + ", count(*), sum(\"end\" - start)::bigint from {spans}"
                + " group by all order by all limit 100")) {
      PageLife.Page page = pageAt(corpus, row.get(0));
      long bytes = page.spans().shown().stream().mapToLong(cut -> cut.end() - cut.start()).sum();
      assertThat(page.spans().all(), is(row.get(1)));
      if (page.spans().all() <= PageLives.MOST_ROWS) {
        assertThat(bytes, is(row.get(2)));
      }
    }
  }

  @Test
  void whatNothingNamesIsSaidSoWithAnExitCodeOfItsOwn() throws Exception {
    String place = (String) BUILT.get(1).value("select min(" + PLACE + ") from {articles}");
    String file = place.substring(0, place.lastIndexOf('#'));
    for (String asked :
        List.of(
            "https://nowhere.example/1",
            "00000000000000000000000000000000",
            file + "#99",
            file + "#",
            "#0",
            "99999999999999999999",
            "a#99999999999999999999",
            "",
            "\u001b[31m' or 1=1")) {
      assertThat(asked, why(BUILT.get(1), asked), is(nullValue()));
      String said = Printed.by(1, "why", folder.resolve("texts").toString(), asked);
      assertThat(said, containsString("has the address, the id or the place"));
      assertThat(said, said.indexOf('\u001b'), is(-1));
    }
  }

  @Test
  void textAndJsonSayTheSame() throws Exception {
    Corpus corpus = BUILT.get(0);
    String output = folder.resolve("crawls").toString();
    List<Object> row =
        corpus
            .query(
                "select "
                    + PLACE
                    + ", reason, kept_id from {removed} where reason = 'near_duplicate' limit 1")
            .get(0);
    String text = Printed.by(0, "why", output, (String) row.get(0));
    assertThat(
        text,
        allOf(
            containsString("fate       removed"),
            containsString("removed    near_duplicate, "),
            containsString("lost to    " + row.get(2)),
            containsString("removed (near_duplicate)  so since then")));
    JsonNode json =
        new ObjectMapper().readTree(Printed.by(0, "why", output, (String) row.get(0), "--json"));
    JsonNode page = json.path("pages").path("shown").path(0);
    assertThat(page.path("fate").asText(), is("removed"));
    assertThat(page.path("removed").path("kept_id").asText(), is(row.get(2)));
    assertThat(page.path("removed").path("to").path("source_file").isTextual(), is(true));
    assertThat(json.path("generations").path(0).path("is_since").asBoolean(), is(true));
  }

  @Test
  void itIsSaidInWhichGenerationsAPageIsAndSinceWhen() throws Exception {
    Path input = folder.resolve("growing");
    Path output = folder.resolve("grown");
    Corpus.copyTree(Path.of("testdata/dumps"), input);
    String build = input.toString();
    String late = "el-faro-del-sur/0001.txt";
    Files.move(input.resolve(late), folder.resolve("late.txt"));
    assertThat(Corpus.run(output, build, "--topics=false", "--accept-drift"), is(0));
    Files.move(folder.resolve("late.txt"), input.resolve(late));
    assertThat(Corpus.run(output, build, "--topics=false", "--accept-drift"), is(0));
    assertThat(fates(output, late + "#0"), is(List.of("absent", "kept*")));
    assertThat(fates(output, "el-faro-del-sur/0002.txt#0"), is(List.of("kept*", "kept")));
    Files.delete(input.resolve("el-faro-del-sur/0002.txt"));
    assertThat(Corpus.run(output, build, "--topics=false", "--accept-drift"), is(0));
    assertThat(fates(output, "el-faro-del-sur/0002.txt#0"), is(List.of("kept", "kept", "absent")));
    String said = Printed.by(0, "why", output.toString(), "el-faro-del-sur/0002.txt#0");
    assertThat(said, containsString("is no page of this generation"));
  }

  @Test
  void aFileThatWasLostWholeIsToldByItsNameAndByAnyRecord() throws Exception {
    Path input = folder.resolve("with-lost");
    Corpus.copyTree(Path.of("testdata/dumps"), input);
    Files.write(input.resolve("lost.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    Corpus corpus = built("with-lost-out", input.toString());
    List<Object> row =
        corpus
            .query(
                "select outcome, reason from {rejects}"
                    + " where source_file = 'lost.jsonl.gz' and source_record is null")
            .get(0);
    for (String asked : List.of("lost.jsonl.gz", "lost.jsonl.gz#12")) {
      PageLife.Page page = why(corpus, asked).pages().shown().get(0);
      assertThat(page.fate(), is(row.get(0)));
      assertThat(page.sourceRecord(), is(nullValue()));
      assertThat(page.rejects().shown().get(0).reason(), is(row.get(1)));
    }
  }

  @Test
  void aDayThatIsKnownAloneIsToldAsADay() throws Exception {
    List<Object> row =
        BUILT
            .get(1)
            .query(
                "select "
                    + PLACE
                    + ", strftime(published_at, '%Y-%m-%d') from {articles}"
                    + " where published_precision = 'day' order by 1 limit 1")
            .get(0);
    String said = Printed.by(0, "why", folder.resolve("texts").toString(), (String) row.get(0));
    assertThat(said, containsString("published " + row.get(1) + ", site"));
  }

  @Test
  void aPageThatWasLostIsToldByItsAddress() throws Exception {
    Path input = folder.resolve("with-refused");
    Corpus.copyTree(Path.of("testdata/dumps"), input);
    Files.writeString(
        input.resolve("refused.jsonl"),
        "{\"url\": \"https://lorne.example/wordless\", \"views\": 7}\n"
            + "{\"url\": \"https://lorne.example/cut\", \"text\": \"The bri\n"
            + "{\"url\": \"https://lorne.example/blank\", \"text\": \"  \"}\n"
            + "{\"text\": \"no addr\n");
    Corpus corpus = built("without-refused", input.toString(), "--max-rejected-bytes=100");
    Map<String, String> fates =
        Map.of("wordless", "rejected", "cut", "rejected", "blank", "skipped");
    for (Map.Entry<String, String> each : fates.entrySet()) {
      String url = "https://lorne.example/" + each.getKey();
      PageLife life = why(corpus, url);
      assertThat(url, life.pages().all(), is(1L));
      PageLife.Page page = life.pages().shown().get(0);
      assertThat(page.fate(), is(each.getValue()));
      assertThat(page.url(), is(url));
      assertThat(page.sourceFile(), is("refused.jsonl"));
    }
    assertThat(
        corpus.value(
            "select count(*) from {rejects} where reason = 'json_malformed' and url is null"),
        is(1L));
  }

  private static List<String> fates(Path output, String asked) throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(Printed.by(0, "why", output.toString(), asked, "--json"));
    List<String> fates = new ArrayList<>();
    json.path("generations")
        .forEach(
            each ->
                fates.add(
                    each.path("fate").asText() + (each.path("is_since").asBoolean() ? "*" : "")));
    return fates;
  }

  @Test
  void aDamagedPartOrNoCorpusGivesAMessage() throws Exception {
    Path damaged = folder.resolve("damaged");
    Corpus.copyTree(BUILT.get(1).generation(), damaged);
    Path part;
    try (Stream<Path> parts = Files.list(damaged.resolve("articles"))) {
      part = parts.sorted().findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(part);
    for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
      Files.write(part, Arrays.copyOf(whole, length));
      String said = Printed.by(1, "why", damaged.toString(), "a#0");
      assertThat(said, containsString("copydesk: "));
      assertThat(said, containsString(part.getFileName().toString()));
    }
    assertThat(
        Printed.by(1, "why", folder.toString(), "a#0"),
        containsString("no generation and no output"));
  }
}
