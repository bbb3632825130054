package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.copydesk.Copydesk;
import org.copydesk.command.Commands;
import org.copydesk.endtoend.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole builds with 512 MB of heap over files made to take memory or time: each is a reject for its
 * reason or an article within its bounds, its neighbours are as they were, and none costs more
 * seconds of processor than it may. {@code BombTest} has the same bombs smaller. With {@code
 * -Dcopydesk.bombs=short} all stand in one build, in a tenth of their number.
 */
@Tag("bombs")
class BombBuildTest {
  private static final int MB = 1 << 20;
  private static final boolean IS_SHORT = "short".equals(System.getProperty("copydesk.bombs"));

  /** What a file of any size may cost that is refused as a whole. */
  private static final int MOST_SECONDS = 10;

  /** What a file of up to a megabyte may cost, whatever is in it. */
  private static final int MOST_SECONDS_A_MEGABYTE = 24;

  /** After which a build hangs: all bombs are gigabytes, and the machine may be busy. */
  private static final int MOST_MINUTES = 40;

  private static final int RECORDS = IS_SHORT ? 2 : 24;
  private static final int PAGES = IS_SHORT ? 1 : 6;
  private static final int GIGABYTE = IS_SHORT ? 64 : 1024;
  private static final List<String> READING =
      List.of("LearnSites", "IndexDumps", "ReadDumps", "SegmentPages");

  @TempDir static Path folder;
  private static Path dumps;
  private static Corpus alone;
  private static Map<String, Bomb> bombs;

  /** Writes a file. */
  private interface Maker {
    void write(OutputStream out) throws IOException;
  }

  /**
   * @param rejects what becomes of it, by reason
   * @param articles articles it gives, those removed as copies of each other included
   */
  private record Bomb(Map<String, Long> rejects, long articles, Maker maker) {}

  @BeforeAll
  static void makeThem() throws Exception {
    bombs = new LinkedHashMap<>();
    bombs.put("zeros.gz", bomb("compression_ratio", BombBuildTest::gzipZeros));
    bombs.put("zeros.zst", bomb("compression_ratio", BombBuildTest::zstdZeros));
    bombs.put("line.jsonl", bomb("line_too_long", BombBuildTest::jsonLine));
    bombs.put("line.txt", bomb("payload_too_large", out -> repeat(out, "word ", GIGABYTE)));
    bombs.put("divs.html", bomb("too_deep", out -> write(out, "<div>".repeat(1_000_000))));
    bombs.put(
        "attributes.html",
        bomb(
            "too_many_attributes",
            out -> write(out, "<html><body><p " + "a=1 ".repeat(1_000_000) + ">text</p>")));
    bombs.put(
        "deep.jsonl",
        bomb(
            "too_deep",
            out ->
                write(
                    out,
                    "{\"text\":\"a\",\"x\":"
                        + "[".repeat(1_000_000)
                        + "]".repeat(1_000_000)
                        + "}\n")));
    addLongValues();
    addSmallFiles();
    dumps = Files.createDirectories(folder.resolve("dumps"));
    TwoNights.copyTree(Path.of("testdata/dumps"), dumps.resolve("neighbours"));
    alone = build("alone");
  }

  private static Bomb bomb(String reason, Maker maker) {
    return new Bomb(Map.of(reason, 1L), 0, maker);
  }

  private static Bomb bombs(String reason, long count, Maker maker) {
    return new Bomb(Map.of(reason, count), 0, maker);
  }

  private static Bomb articles(long count, Maker maker) {
    return new Bomb(Map.of(), count, maker);
  }

  /** Records of fifteen megabytes in one value each, and of as much as a text may have. */
  private static void addLongValues() {
    for (String key : List.of("title", "url", "id", "date", "x")) {
      bombs.put(
          "long-" + key + ".jsonl",
          articles(RECORDS, out -> lines(out, n -> line(n, "\"" + key + "\":\"", 15, "\""))));
    }
    bombs.put(
        "long-list.jsonl",
        articles(RECORDS, out -> lines(out, n -> line(n, "\"x\":[\"", 15, "\"]"))));
    for (String head :
        List.of(
            "<meta property='og:title' content='",
            "<meta name='author' content='",
            "<link rel='canonical' href='https://a.example/")) {
      bombs.put(named("long-", head), longValue(head, "'>"));
    }
    for (String name : List.of("h1", "time")) {
      String start = "</head><body><" + name + ">";
      bombs.put(
          "long-" + name + ".jsonl",
          bombs(
              "payload_too_large",
              RECORDS,
              out -> lines(out, n -> html(n, start, 1, 15, "</" + name + ">", ""))));
    }
    bombs.put("long-datetime.jsonl", longValue("</head><body><time datetime='", "'>May</time>"));
    bombs.put(
        "long-linked-author.jsonl",
        longValue(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"",
            "\"}</script>"));
    bombs.put(
        "long-text.jsonl",
        bombs(
            "payload_too_large",
            RECORDS,
            out -> lines(out, n -> "{\"text\":\"" + prose(n, 15, "\\n\\n") + "\"}")));
    bombs.put(
        "text.jsonl",
        articles(
            RECORDS, out -> lines(out, n -> "{\"text\":\"" + prose(n, 3.9, "\\n\\n") + "\"}")));
    bombs.put(
        "long-paragraph.jsonl",
        bombs(
            "payload_too_large",
            RECORDS,
            out -> lines(out, n -> html(n, "", 0, 0, "", "<p>" + prose(n, 15, " ") + "</p>"))));
    bombs.put(
        "paragraph.jsonl",
        articles(
            RECORDS,
            out -> lines(out, n -> html(n, "", 0, 0, "", "<p>" + prose(n, 3.9, " ") + "</p>"))));
  }

  private static Bomb longValue(String start, String end) {
    return articles(RECORDS, out -> lines(out, n -> html(n, start, 1, 15, end, "")));
  }

  private static String named(String start, String piece) {
    return start + Integer.toHexString(piece.hashCode()) + ".jsonl";
  }

  /** Files of less than a megabyte as they lie. */
  private static void addSmallFiles() {
    bombs.put(
        "elements.jsonl.gz",
        bombs(
            "too_many_elements",
            1,
            // Of more such pages the file would be refused for how tightly it is packed.
            out -> packed(out, 1, n -> html(n, "", 0, 0, "", "<p>a".repeat(3_500_000)))));
    for (String piece :
        List.of(
            "<p>a",
            "<b>a</b>",
            "a<br>",
            "<td>a",
            "<i a=b>a</i>",
            "<a href=b>a</a>",
            "<script>a</script>",
            "<time datetime=2024-05-06>a</time>",
            "<meta itemprop=datePublished content=2024-05-06>",
            "&amp;&amp;&amp;&amp;&amp;&amp;")) {
      bombs.put(
          "within-" + Integer.toHexString(piece.hashCode()) + ".jsonl.gz",
          new Bomb(
              null,
              -1,
              out -> packed(out, PAGES, n -> html(n, "", 0, 0, "", piece.repeat(240_000)))));
    }
    bombs.put(
        "hidden.jsonl.gz", new Bomb(null, -1, out -> packed(out, PAGES, BombBuildTest::hidden)));
    bombs.put(
        "members.jsonl.gz",
        new Bomb(
            null,
            -1,
            out -> {
              for (int i = 0; i < 30_000; i++) {
                zip(out, "{\"text\":\"a\"}\n", Deflater.BEST_COMPRESSION);
              }
            }));
    bombs.put("bodies.warc.gz", new Bomb(null, -1, BombBuildTest::bodies));
  }

  /** Attributes behind a quoted end of their tag: as many names as are kept, and then others. */
  private static String hidden(int n) {
    StringBuilder tag = new StringBuilder("<p x='>' ");
    for (int i = 0; i < 512; i++) {
      tag.append('a').append(i).append(' ');
    }
    return html(n, "", 0, 0, "", tag + "z ".repeat(7_000_000) + ">text</p>");
  }

  private interface Line {
    String of(int n);
  }

  private static void lines(OutputStream out, Line line) throws IOException {
    for (int n = 0; n < RECORDS; n++) {
      write(out, line.of(n) + "\n");
    }
  }

  private static void packed(OutputStream out, int records, Line line) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < records; n++) {
      text.append(line.of(n)).append('\n');
    }
    zip(out, text.toString(), Deflater.BEST_COMPRESSION);
  }

  private static void zip(OutputStream out, String text, int level) throws IOException {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (OutputStream packed =
        new GZIPOutputStream(member) {
          {
            def.setLevel(level);
          }
        }) {
      write(packed, text);
    }
    out.write(member.toByteArray());
  }

  /** Words that no two numbers share, so that no article is another's copy. */
  private static String prose(int n, double megabytes, String between) {
    StringBuilder text = new StringBuilder((int) (megabytes * MB) + 200);
    SplittableRandom random = new SplittableRandom(n);
    while (text.length() < megabytes * 1_000_000) {
      text.append("The council of place ").append(Integer.toString(random.nextInt(1 << 30), 36));
      for (int i = 0; i < 12; i++) {
        text.append(' ').append(Integer.toString(random.nextInt(1 << 24), 36));
      }
      text.append('.').append(random.nextInt(5) == 0 ? between : " ");
    }
    return text.toString();
  }

  private static String line(int n, String key, int megabytes, String end) {
    String text = prose(1000 + n, .002, "\\n\\n");
    return "{\"text\":\"" + text + "\"," + key + prose(n, megabytes, " ") + end + "}";
  }

  private static String html(
      int n, String head, int heads, int megabytes, String end, String body) {
    String text = "<p>" + prose(1000 + n, .002, "</p><p>") + "</p>";
    // Without spaces: words between quotes count as attributes, and so many are refused.
    String value = heads == 0 ? "" : prose(n, megabytes, " ").replace(' ', '_');
    String stated = heads == 0 ? "" : head + value + end;
    String page =
        "<html><head>"
            + stated
            + "</head><body><article>"
            + text
            + body
            + "</article></body></html>";
    return "{\"html\":\"" + page.replace("\"", "\\\"") + "\"}";
  }

  private static void bodies(OutputStream out) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    zip(body, "<html><p>" + "a ".repeat(7_000_000), Deflater.BEST_COMPRESSION);
    for (int n = 0; n < 40; n++) {
      ByteArrayOutputStream http = new ByteArrayOutputStream();
      write(http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
      http.write(body.toByteArray());
      ByteArrayOutputStream record = new ByteArrayOutputStream();
      write(
          record,
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/"
              + n
              + "\r\nContent-Type: application/http\r\nContent-Length: "
              + http.size()
              + "\r\n\r\n");
      record.write(http.toByteArray());
      write(record, "\r\n\r\n");
      try (GZIPOutputStream packed = new GZIPOutputStream(new Kept(out))) {
        packed.write(record.toByteArray());
      }
    }
  }

  /** Stays open when a member that goes through it is closed. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int off, int len) throws IOException {
      out.write(bytes, off, len);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void repeat(OutputStream out, String piece, int megabytes) throws IOException {
    byte[] chunk = piece.repeat(MB / piece.length()).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < megabytes; i++) {
      out.write(chunk);
    }
  }

  private static void zipped(OutputStream out, String piece, int megabytes) throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(out, MB) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      repeat(packed, piece, megabytes);
    }
  }

  private static void gzipZeros(OutputStream out) throws IOException {
    zipped(out, "\0", 10 * GIGABYTE);
  }

  private static void zstdZeros(OutputStream out) throws IOException {
    try (OutputStream packed = new ZstdOutputStream(out)) {
      repeat(packed, "\0", 10 * GIGABYTE);
    }
  }

  private static void jsonLine(OutputStream out) throws IOException {
    write(out, "{\"text\":\"");
    repeat(out, "word ", GIGABYTE);
    write(out, "\"}\n");
  }

  private static void make(String name) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dumps.resolve(name)))) {
      bombs.get(name).maker().write(out);
    }
  }

  private static Corpus build(String name) throws Exception {
    Path output = folder.resolve(name);
    List<String> flags =
        List.of(
            "-Xmx512m",
            // As the program runs: digests are slow without the second compiler.
            "-XX:TieredStopAtLevel=4",
            "-Djava.util.logging.config.file=src/test/resources/logging.properties",
            "-Dcopydesk.parent=" + ProcessHandle.current().pid());
    List<String> arguments = List.of("build", dumps.toString(), "-o", output.toString());
    int exitCode = ChildBuild.end(ChildBuild.start(flags, Copydesk.class, arguments), MOST_MINUTES);
    assertThat(name, exitCode, is(0));
    assertThat(name, Commands.run("verify", output.toString()), is(0));
    return Corpus.published(output);
  }

  private static void holds(Corpus corpus, List<String> there) {
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    Map<String, Long> articles = new TreeMap<>();
    for (String name : there) {
      Bomb bomb = bombs.get(name);
      if (bomb.rejects() != null && !bomb.rejects().isEmpty()) {
        expected.put(name, bomb.rejects());
      }
      if (bomb.articles() > 0) {
        articles.put(name, bomb.articles());
      }
    }
    Map<String, Map<String, Long>> found = new TreeMap<>();
    corpus
        .query(
            "select source_file, reason, count(*) from {rejects} where outcome = 'rejected' and"
                + " source_file not like 'neighbours/%' group by all")
        .forEach(
            row ->
                found
                    .computeIfAbsent((String) row.get(0), name -> new TreeMap<>())
                    .put((String) row.get(1), (Long) row.get(2)));
    Map<String, Long> given = new TreeMap<>();
    corpus
        .query(
            "select source_file, sum(articles)::bigint from {ledger} where source_file not like"
                + " 'neighbours/%' group by all")
        .forEach(row -> given.put((String) row.get(0), (Long) row.get(1)));
    // Where only the cost is told, anything may become of it.
    for (String name : there) {
      if (bombs.get(name).rejects() == null) {
        found.remove(name);
        given.remove(name);
      }
    }
    given.values().removeIf(count -> count == 0);
    assertThat(found, is(expected));
    assertThat(given, is(articles));
    for (String table : List.of("articles", "teasers", "teaser_occurrences", "removed")) {
      String which = table.equals("teasers") ? "" : " where source_file like 'neighbours/%'";
      // How sure a field is hangs a little on what else was in the sample of sites.
      String all = table.equals("articles") ? "* exclude (confidence)" : "*";
      String from = "(select " + all + " from {" + table + "}" + which + ")";
      String rows = "select t::text from " + from + " t order by 1";
      assertThat(table, corpus.query(rows), is(alone.query(rows)));
    }
    String sure =
        "select confidence.body, confidence.title, confidence.published_at, confidence.authors"
            + " from {articles} where source_file like 'neighbours/%' order by id";
    List<List<Object>> before = alone.query(sure);
    List<List<Object>> after = corpus.query(sure);
    for (int row = 0; row < before.size(); row++) {
      for (int field = 0; field < before.get(row).size(); field++) {
        Double one = (Double) before.get(row).get(field);
        Double two = (Double) after.get(row).get(field);
        assertThat(one == null, is(two == null));
        assertThat(one == null ? 0 : one, closeTo(two == null ? 0 : two, .005));
      }
    }
  }

  @Test
  void noneAloneCostsMoreThanItMay() throws Exception {
    Assumptions.assumeFalse(IS_SHORT, "in short form all are built together");
    double neighbours = readingSeconds(alone);
    List<Executable> each = new ArrayList<>();
    for (String name : bombs.keySet()) {
      each.add(() -> costsNoMoreThanItMay(name, neighbours));
    }
    assertAll(each);
  }

  private static void costsNoMoreThanItMay(String name, double neighbours) throws Exception {
    make(name);
    boolean isSmall = Files.size(dumps.resolve(name)) <= MB;
    boolean isRefused = bombs.get(name).articles() == 0 && !isSmall;
    int most = isRefused ? MOST_SECONDS : MOST_SECONDS_A_MEGABYTE;
    Corpus corpus;
    try {
      corpus = build("with-" + name);
    } finally {
      Files.delete(dumps.resolve(name));
    }
    double seconds = readingSeconds(corpus) - neighbours;
    System.err.printf("%-20s %.2f s of processor%n", name, seconds);
    holds(corpus, List.of(name));
    assertThat(name, seconds, lessThan((double) most));
  }

  @Test
  void allTogetherEndNothing() throws Exception {
    List<String> names = List.copyOf(bombs.keySet());
    Corpus corpus;
    try {
      for (String name : names) {
        make(name);
      }
      corpus = build("with-all");
    } finally {
      for (String name : names) {
        Files.deleteIfExists(dumps.resolve(name));
      }
    }
    holds(corpus, names);
  }

  /** Of the stages that see what a file holds. */
  private static double readingSeconds(Corpus corpus) throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(corpus.generation().resolve("manifest.json").toFile());
    double seconds = 0;
    for (JsonNode stage : manifest.get("stages")) {
      if (READING.contains(stage.get("name").asText())) {
        seconds += stage.get("cpu_seconds").asDouble();
      }
    }
    return seconds;
  }
}
