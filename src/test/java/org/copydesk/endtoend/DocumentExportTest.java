package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentExportTest {
  private static final String DUMPS = "testdata/dumps";

  @TempDir Path folder;

  @Test
  void articlesAreWrittenAgainAsDocumentsInTheirOrder() throws Exception {
    Path output = folder.resolve("corpus");
    Corpus without = Corpus.build(output, DUMPS);
    Corpus corpus = Corpus.build(output, DUMPS, "--format=parquet,jsonl");
    assertThat("asked for anew", corpus.generation(), is(not(without.generation())));
    assertThat(corpus.digests(), is(without.digests()));

    List<JsonNode> documents = documents(corpus.generation());
    assertThat((long) documents.size(), is(corpus.count("articles")));
    List<String> ids = new ArrayList<>();
    for (JsonNode document : documents) {
      ids.add(document.path("id").asText());
      Set<String> keys = new TreeSet<>();
      document.fieldNames().forEachRemaining(keys::add);
      keys.remove("created");
      assertThat(keys, is(Set.of("id", "text", "source", "added", "metadata")));
      assertThat(document.path("metadata").has("quality"), is(true));
      assertThat(document.path("metadata").has("text"), is(false));
      document.path("metadata").forEach(value -> assertThat(value.isNull(), is(false)));
    }
    List<Object> stored =
        corpus.query("select id from {articles}").stream().map(row -> row.get(0)).toList();
    assertThat(ids, is(stored));
    assertThat(
        documents.stream().filter(one -> one.has("created")).count(),
        is(corpus.value("select count(published_at) from {articles}")));
    assertThat(
        corpus.query(
            "select d.id from read_json('"
                + corpus.generation()
                + "/documents/*.jsonl.zst') d join {articles} a on a.id = d.id"
                + " where d.text is distinct from a.text or d.metadata.title is distinct from a.title"),
        is(empty()));

    assertThat(Commands.run("verify", corpus.generation().toString()), is(0));
    Path part;
    try (var parts = Files.list(corpus.generation().resolve("documents"))) {
      part = parts.sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    assertThat(Commands.run("verify", corpus.generation().toString()), is(70));
    assertThat(Corpus.run(output, DUMPS, "--format=csv"), is(2));
  }

  private static List<JsonNode> documents(Path generation) throws Exception {
    List<JsonNode> documents = new ArrayList<>();
    try (var parts = Files.list(generation.resolve("documents"))) {
      for (Path part : parts.sorted().toList()) {
        try (InputStream in = new ZstdInputStream(Files.newInputStream(part))) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
              documents.add(new ObjectMapper().readTree(line));
            }
          }
        }
      }
    }
    assertThat(documents.size(), greaterThan(0));
    return documents;
  }

  @Test
  void markdownIsAColumnOfArticlesOfHtml() throws Exception {
    Path output = folder.resolve("corpus");
    Corpus without = Corpus.build(output, "testdata/markdown", "--duplicates=mark");
    assertThat(without.value("select count(markdown) from {articles}"), is(0L));
    Corpus corpus =
        Corpus.build(
            output, "testdata/markdown", "--duplicates=mark", "--format=parquet,jsonl,markdown");
    assertThat(corpus.value("select count(markdown) from {articles}"), is(20L));
    String table =
        (String)
            corpus.value(
                "select markdown from {articles} where source_file like '%06-table-with-bars.html'");
    assertThat(
        table + "\n", is(Files.readString(Path.of("testdata/markdown/06-table-with-bars.md"))));
    assertThat(
        corpus.query("select id, text from {articles} order by 1"),
        is(without.query("select id, text from {articles} order by 1")));
    assertThat(
        documents(corpus.generation()).stream()
            .filter(one -> one.path("metadata").has("markdown"))
            .count(),
        is(20L));
  }
}
