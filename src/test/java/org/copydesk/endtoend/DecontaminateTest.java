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

  /** Whoever would have been a copy of it is a copy of nothing that is not there. */
  @Test
  void whatHoldsATextOfABenchmarkGoesInTheBuildThatFindsIt() throws Exception {
    Path input = folder.resolve("in");
    Corpus.copyTree(Path.of("testdata/dumps"), input);
    String question =
        "Which of the four northern islands lost its last ferry in the hard winter of the year"
            + " when the council would not pay for a new engine and sold the pier?";
    String before =
        "The harbour master of the old town has kept a diary of all ships for forty years, and it"
            + " is read at school. He says that nobody ever asked him why he began with it on a"
            + " Monday in spring. His daughter has found the first page of it in a box of nails."
            + " It speaks of fog, of a cat that would not leave the pier, and of bread. ";
    String after =
        " The answer stands on the ninth page of the diary, under a drawing of two gulls. The"
            + " museum will show it from May on, in the hall where the nets were dried.";
    ObjectMapper json = new ObjectMapper();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      // The longest of three near copies would have been kept; the last one has no question.
      String text =
          before + (i < 2 ? question : "") + after + (i == 1 ? " Tickets at the door." : "");
      lines
          .append(
              json.createObjectNode()
                  .put("url", "https://quay" + i + ".test/diary")
                  .put("title", "A diary of ships")
                  .put("text", text))
          .append('\n');
    }
    Files.writeString(input.resolve("quay.jsonl"), lines);
    Path benchmark = folder.resolve("bench.jsonl");
    Files.writeString(benchmark, json.createObjectNode().put("question", question) + "\n");
    String[] flags = {"--segment=false", "--topics=false"};
    Corpus all = Corpus.build(folder.resolve("all"), input.toString(), flags[0], flags[1]);
    Corpus clean =
        Corpus.build(
            folder.resolve("clean"),
            input.toString(),
            flags[0],
            flags[1],
            "--decontaminate=" + benchmark,
            "--decontaminate-action=remove");
    assertThat(
        all.query("select url from {articles} where title = 'A diary of ships'"),
        is(List.of(List.of("https://quay1.test/diary"))));
    assertThat(
        clean.query("select url, cluster_size from {articles} where title = 'A diary of ships'"),
        is(List.of(List.of("https://quay2.test/diary", 1L))));
    List<List<Object>> removed =
        clean.query(
            "select url, measure, similarity, signal, value from {removed}"
                + " where reason = 'contaminated' order by url");
    assertThat(removed, hasSize(2));
    for (int i = 0; i < 2; i++) {
      List<Object> row = removed.get(i);
      assertThat(
          row.subList(0, 4),
          is(List.of("https://quay" + i + ".test/diary", "containment", 1.0, "bench.jsonl#0")));
      assertThat((String) row.get(4), containsString("lost its last ferry in the hard winter"));
    }
    String why =
        Printed.by(0, "why", folder.resolve("clean").toString(), "https://quay0.test/diary");
    assertThat(why, containsString("removed    contaminated, bench.jsonl#0"));
    assertThat(why, containsString("lost its last ferry in the hard winter"));
    assertThat(
        Printed.by(0, "verify", folder.resolve("clean").toString()), containsString(" 0 failed"));
  }

  @Test
  void aFileThatIsNotThereEndsTheBuildBeforeItBegins() {
    assertThat(
        Printed.by(
            2, "build", "testdata/dumps", "-o", folder.toString(), "--decontaminate=none.jsonl"),
        containsString("no file that can be read: none.jsonl"));
  }
}
