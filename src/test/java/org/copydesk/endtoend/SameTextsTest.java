package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same page texts in any format and packing give the same articles and teasers. */
class SameTextsTest {
  private static final int PAGES = 500;
  private static final List<String> QUERIES =
      List.of(
          "select id, title, byline, text, published_at, provider, topic from {articles} order by 1",
          "select reason, count(*) from {removed} group by 1 order by 1",
          "select id, title, snippet, marker, truncated, occurrences, pages, variants from {teasers}"
              + " order by 1");

  @TempDir static Path folder;
  private static List<String> texts;

  /** Packs bytes. */
  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  @BeforeAll
  static void generatePages() throws IOException {
    Path made = folder.resolve("made");
    assertThat(
        Commands.run("generate", "-o", made.toString(), "--pages=" + PAGES, "--sites=5"), is(0));
    try (Stream<Path> files = Files.walk(made.resolve("dumps"))) {
      texts = files.filter(Files::isRegularFile).sorted().map(SameTextsTest::read).toList();
    }
    assertThat(texts.size(), is(PAGES));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(String name, String ending, Packing packing) throws IOException {
    Path dump = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < texts.size(); i++) {
      Path file = dump.resolve("%05d.txt%s".formatted(i, ending));
      try (OutputStream out = packing.over(Files.newOutputStream(file))) {
        out.write(texts.get(i).getBytes(StandardCharsets.UTF_8));
      }
    }
    return dump;
  }

  private static byte[] jsonLines() throws IOException {
    StringBuilder lines = new StringBuilder();
    ObjectMapper json = new ObjectMapper();
    for (String text : texts) {
      lines.append(json.writeValueAsString(Map.of("text", text))).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] wet() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
      out.writeBytes(
          ("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: "
                  + text.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.writeBytes(text);
      out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static List<List<List<Object>>> rows(String name, Path dump) throws IOException {
    Corpus corpus = Corpus.build(folder.resolve("out-" + name), dump.toString());
    assertThat(corpus.count("articles"), greaterThan(PAGES / 2L));
    List<List<List<Object>>> rows = new ArrayList<>();
    QUERIES.forEach(query -> rows.add(corpus.query(query)));
    return rows;
  }

  @Test
  void plainGzipZstdBzip2WetAndJsonLinesAgree() throws IOException {
    List<List<List<Object>>> expected = rows("plain", written("plain", "", out -> out));
    assertThat("gzip", rows("gzip", written("gzip", ".gz", GZIPOutputStream::new)), is(expected));
    assertThat("zstd", rows("zstd", written("zstd", ".zst", ZstdOutputStream::new)), is(expected));
    assertThat(
        "bzip2",
        rows("bzip2", written("bzip2", ".bz2", BZip2CompressorOutputStream::new)),
        is(expected));
    Path lines = Files.createDirectories(folder.resolve("lines"));
    Files.write(lines.resolve("pages.jsonl"), jsonLines());
    assertThat("json lines", rows("lines", lines), is(expected));
    Path wet = Files.createDirectories(folder.resolve("wet"));
    Files.write(wet.resolve("pages.warc.wet"), wet());
    assertThat("wet", rows("wet", wet), is(expected));
  }

  @Test
  void aCrawlOfWhichTwoThirdsAreRequestsMetadataAndImagesIsDone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      String html =
          "<html><body><h1>Bridge %d opens</h1><p>%s</p></body></html>"
              .formatted(i, texts.get(i).strip().replace("\n\n", "</p>\n<p>"));
      out.writeBytes(http(i, "text/html; charset=utf-8", html));
      out.writeBytes(
          record("request", "application/http;msgtype=request", i, "GET / HTTP/1.1\r\n\r\n"));
      out.writeBytes(
          i % 2 == 0
              ? record("metadata", "application/warc-fields", i, "fetchTimeMs: 5\r\n")
              : http(i, "image/png", "\u0089PNG and so on"));
    }
    Path crawl = Files.createDirectories(folder.resolve("crawl"));
    Files.write(crawl.resolve("crawl.warc"), out.toByteArray());
    Corpus corpus = Corpus.build(folder.resolve("out-crawl"), crawl.toString());
    assertThat(
        corpus.query("select records, skipped, rejected, status from {ledger}"),
        is(List.of(List.of(180L, 120L, 0L, "ok"))));
    assertThat(
        corpus.query("select reason, count(*) from {rejects} group by 1 order by 1"),
        is(
            List.of(
                List.of("not_a_page_type", 30L),
                List.of("warc_metadata", 30L),
                List.of("warc_request", 60L))));
  }

  private static byte[] http(int n, String type, String body) {
    return record(
        "response",
        "application/http;msgtype=response",
        n,
        "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n" + body);
  }

  private static byte[] record(String type, String contentType, int n, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String header =
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://a.example/%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, n, contentType, bytes.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes);
    out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
