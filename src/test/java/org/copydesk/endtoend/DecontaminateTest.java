package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of a benchmark in a corpus are told with their passage, and gone from the next. */
class DecontaminateTest {
  @TempDir Path folder;

  @Test
  void aTextOfABenchmarkIsToldAndThenLeftOut() throws Exception {
    Corpus first = Corpus.build(folder.resolve("a"), "testdata/dumps");
    List<Object> article =
        first.query("select id, text from {articles} where word_count > 120 order by id").get(0);
    String passage = ((String) article.get(1)).replace("\n", " ");
    Path benchmark = folder.resolve("bench.jsonl");
    ObjectMapper json = new ObjectMapper();
    Files.writeString(
        benchmark,
        json.createObjectNode().put("id", "q1").put("question", passage)
            + "\n"
            + json.createObjectNode()
                .put(
                    "question",
                    "Nobody ever wrote this sentence of many words in any paper of the islands.")
            + "\n");
    String flag = "--decontaminate=" + benchmark;
    Corpus told = Corpus.build(folder.resolve("b"), "testdata/dumps", flag);
    List<String> hits = Files.readAllLines(told.generation().resolve("contamination.jsonl"));
    assertThat(hits, hasSize(1));
    JsonNode hit = json.readTree(hits.get(0));
    assertThat(hit.path("article_id").asText(), is(article.get(0)));
    assertThat(hit.path("item_id").asText(), is("q1"));
    assertThat(hit.path("share").asDouble(), is(1.0));
    String why = Printed.by(0, "why", folder.resolve("b").toString(), (String) article.get(0));
    assertThat(why, containsString("benchmark  bench.jsonl#0, " + hit.path("runs").asLong()));
    Path ids = told.generation().resolve("contaminated-ids.txt");
    Corpus clean = Corpus.build(folder.resolve("c"), "testdata/dumps", flag, "--suppress=" + ids);
    assertThat(Files.size(clean.generation().resolve("contamination.jsonl")), is(0L));
    assertThat(clean.count("articles"), is(first.count("articles") - 1));
    assertThat(
        Printed.by(
            0, "evaluate", "contamination", "--gold=" + benchmark, folder.resolve("a").toString()),
        containsString("1 hits in 1 articles"));
  }

  @Test
  void aFileThatIsNotThereEndsTheBuildBeforeItBegins() {
    assertThat(
        Printed.by(
            2, "build", "testdata/dumps", "-o", folder.toString(), "--decontaminate=none.jsonl"),
        containsString("no file that can be read: none.jsonl"));
  }
}
