package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.copydesk.Copydesk;
import org.copydesk.command.Commands;
import org.copydesk.endtoend.Corpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole builds with 512 MB of heap over files made to take memory or time: each is a reject for its
 * reason, its neighbours are as they were, and none costs ten seconds of processor. {@code
 * BombTest} has the same bombs smaller.
 */
@Tag("bombs")
class BombBuildTest {
  private static final int MB = 1 << 20;
  private static final int MOST_SECONDS = 10;
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
   */
  private record Bomb(Map<String, Long> rejects, Maker maker) {}

  @BeforeAll
  static void makeThem() throws Exception {
    bombs = new LinkedHashMap<>();
    bombs.put("zeros.gz", bomb("compression_ratio", BombBuildTest::gzipZeros));
    bombs.put("zeros.zst", bomb("compression_ratio", BombBuildTest::zstdZeros));
    bombs.put("line.jsonl", bomb("line_too_long", BombBuildTest::jsonLine));
    bombs.put("line.txt", bomb("payload_too_large", out -> repeat(out, "word ", 1024)));
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
    dumps = Files.createDirectories(folder.resolve("dumps"));
    TwoNights.copyTree(Path.of("testdata/dumps"), dumps.resolve("neighbours"));
    alone = build("alone");
  }

  private static Bomb bomb(String reason, Maker maker) {
    return new Bomb(Map.of(reason, 1L), maker);
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
    zipped(out, "\0", 10 << 10);
  }

  private static void zstdZeros(OutputStream out) throws IOException {
    try (OutputStream packed = new ZstdOutputStream(out)) {
      repeat(packed, "\0", 10 << 10);
    }
  }

  private static void jsonLine(OutputStream out) throws IOException {
    write(out, "{\"text\":\"");
    repeat(out, "word ", 1024);
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
    int exitCode = ChildBuild.end(ChildBuild.start(flags, Copydesk.class, arguments));
    assertThat(name, exitCode, is(0));
    assertThat(name, Commands.run("verify", output.toString()), is(0));
    return Corpus.published(output);
  }

  private static void holds(Corpus corpus, List<String> there) {
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    there.forEach(name -> expected.put(name, bombs.get(name).rejects()));
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
    assertThat(found, is(expected));
    for (String table : List.of("articles", "teasers", "teaser_occurrences", "removed")) {
      String rows = "select t::text from {" + table + "} t order by 1";
      assertThat(table, corpus.query(rows), is(alone.query(rows)));
    }
  }

  @Test
  void eachAloneCostsNoTenSeconds() throws Exception {
    double neighbours = readingSeconds(alone);
    for (String name : bombs.keySet()) {
      make(name);
      Corpus corpus = build("with-" + name);
      double seconds = readingSeconds(corpus) - neighbours;
      System.err.printf("%-20s %.2f s of processor%n", name, seconds);
      Files.delete(dumps.resolve(name));
      holds(corpus, List.of(name));
      assertThat(name, seconds, lessThan((double) MOST_SECONDS));
    }
  }

  @Test
  void allTogetherEndNothing() throws Exception {
    List<String> names = List.copyOf(bombs.keySet());
    for (String name : names) {
      make(name);
    }
    Corpus corpus = build("with-all");
    for (String name : names) {
      Files.delete(dumps.resolve(name));
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
