package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read in ranges, and gives the same rows as the same bytes read in one piece. */
class LargeFileTest {
  private static final int PAGES = 1300;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static List<String> lines;

  @BeforeAll
  static void generateLines() throws IOException {
    Path dump = folder.resolve("generated");
    assertThat(
        Commands.run("generate", "-o", dump.toString(), "--pages=" + PAGES, "--format=jsonl"),
        is(0));
    try (Stream<Path> files = Files.walk(dump)) {
      lines =
          files
              .filter(
                  file -> file.toString().endsWith(".jsonl") && file.toString().contains("/dumps/"))
              .sorted()
              .flatMap(LargeFileTest::linesOf)
              .toList();
    }
    assertThat(lines.size(), greaterThan(PAGES / 2));
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void jsonLinesInRangesGiveWhatOnePieceGives() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String line : lines) {
      all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes("{broken}\n".getBytes(StandardCharsets.UTF_8));
    compare("large.jsonl", "large.jsonl.gz", "--runner=direct", all.toByteArray());
  }

  @Test
  void warcInRangesGivesWhatOnePieceGives() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < lines.size(); i++) {
      byte[] text = textOf(lines.get(i));
      all.writeBytes(member(header("conversion", i, text.length), text));
      // So that it does not compress to less than a range.
      byte[] noise = new byte[1500];
      new java.util.Random(i).nextBytes(noise);
      all.writeBytes(member(header("metadata", i, noise.length), noise));
    }
    compare("large.warc.wet.gz", "large.warc.wet.zst", "--runner=flink", all.toByteArray());
  }

  private static byte[] textOf(String line) throws IOException {
    return JSON.readTree(line).path("text").asText().getBytes(StandardCharsets.UTF_8);
  }

  private static String header(String type, int n, int length) {
    return "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:x:%d>\r\nWARC-Target-URI: https://a.example/%d\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
        .formatted(type, n, n, length);
  }

  private static byte[] member(String header, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(header.getBytes(StandardCharsets.UTF_8));
      gzip.write(content);
      gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /**
   * @param misnamed promises another compression than it has, so the same bytes are read in one
   *     piece
   */
  private static void compare(String name, String misnamed, String runner, byte[] large)
      throws IOException {
    Path alone = Files.createDirectories(folder.resolve(name + "-alone"));
    Files.write(alone.resolve(name), large);
    Corpus inRanges =
        Corpus.build(folder.resolve(name + "-ranges"), alone.toString(), "--spans=true", runner);
    assertThat(ranges(inRanges), greaterThan(2));

    Path other = Files.createDirectories(folder.resolve(name + "-other"));
    Files.write(other.resolve(misnamed), large);
    Corpus whole = Corpus.build(folder.resolve(name + "-whole"), other.toString(), "--spans=true");
    for (String query :
        List.of(
            "select id, source_record, title, text, cluster_size from {articles} order by 1",
            "select id, kept_id, source_record, reason from {removed} order by 1, 3",
            "select id, occurrences, pages, sites, variants from {teasers} order by 1",
            "select teaser_id, source_record, span_start from {teaser_occurrences} order by 1, 2, 3",
            "select source_record, span_start, span_end, reason from {rejects} order by 1, 2",
            "select source_record, start, \"end\", label from {spans} order by 1, 2",
            "select * exclude (source_file) from {ledger}",
            "select * from {sites} order by site")) {
      assertThat(query, inRanges.query(query), is(whole.query(query)));
    }
    assertThat(inRanges.count("articles"), greaterThan(100L));
    assertThat(ranges(whole), is(1));
  }

  private static int ranges(Corpus corpus) throws IOException {
    Path manifest = corpus.generation().resolve("manifest.json");
    for (JsonNode stage : JSON.readTree(manifest.toFile()).path("stages")) {
      if (stage.path("name").asText().equals("IndexDumps")) {
        return stage.path("records_out").asInt();
      }
    }
    return 0;
  }
}
