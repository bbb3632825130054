package org.copydesk.compare;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.command.Commands;
import org.copydesk.corpus.PartWriter;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;
import org.copydesk.table.SomeRow;
import org.copydesk.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two generations between which the rules that make ids changed: rows meet by address, by place in
 * the input or by their words, and the comparison says that it had to.
 */
class MovedIdsTest {
  @TempDir Path folder;

  /** An article as far as a comparison needs it. */
  private record Story(String url, String file, long record, String title, String text) {}

  private static final List<Story> STORIES =
      List.of(
          new Story("https://mill.test/1", "a.jsonl", 0, "One", "The mill turned."),
          new Story("https://mill.test/2", "a.jsonl", 1, "Two", "The mill stopped."),
          new Story(null, "b.txt", 0, "Three", "The ferry sailed."),
          new Story(null, "b.txt", 1, "Four", "The ferry sank."));

  private static <R extends Record> void write(
      Path generation, Table<R> table, List<Map<String, Object>> rows) throws IOException {
    try (PartWriter<R> writer =
        new PartWriter<>(
            table, Storage.local(generation).create(table.name() + "/part-00000.parquet"))) {
      for (Map<String, Object> values : rows) {
        writer.write(SomeRow.of(table, values));
      }
    }
  }

  /** Writes a generation whose ids begin with the digit of its rules. */
  private Path generation(int version, List<Story> stories) throws IOException {
    Path generation = folder.resolve("out/generations/v" + version);
    List<Map<String, Object>> articles = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      Map<String, Object> row = new TreeMap<>();
      String id = version + "%031d".formatted(version == 1 ? i : 90 - i);
      row.put("id", id);
      row.put("cluster_id", id);
      row.put("cluster_size", 1L);
      row.put("url", story.url());
      row.put("source_file", story.file());
      row.put("source_record", story.record());
      row.put("title", story.title());
      row.put("text", story.text());
      articles.add(row);
    }
    write(generation, Tables.ARTICLES, articles);
    String link = (String) articles.get(0).get("id");
    write(
        generation,
        Tables.TEASERS,
        List.of(
            Map.of(
                "id",
                version + "c".repeat(31),
                "title",
                "One",
                "snippet",
                "The mill",
                "article_id",
                link,
                "occurrences",
                2L)));
    write(generation, Tables.REMOVED, List.of());
    write(generation, Tables.LEDGER, List.of());
    Files.writeString(
        generation.resolve("manifest.json"),
        """
        {"build_id": "v%d", "schema_version": 3, "version": "1", "runner": "direct",
         "algorithms": {"article_identity": "%d", "teaser_identity": "%d", "segmenter": "7"}}
        """
            .formatted(version, version, version));
    return generation;
  }

  @Test
  void rowsMeetByAddressAndPlaceAndItIsSaid() throws Exception {
    Path before = generation(1, STORIES);
    List<Story> edited = new ArrayList<>(STORIES);
    edited.set(1, new Story("https://mill.test/2", "z.jsonl", 9, "Two", "The mill stopped again."));
    edited.set(3, new Story(null, "b.txt", 2, "Five", "The ferry was raised."));
    Path after = generation(2, edited);

    List<RowChange> changes = new ArrayList<>();
    GenerationDiff diff =
        GenerationDiff.of(
            Storage.local(before), Storage.local(after), folder, change -> changes.add(change));

    assertThat(diff.hasMovedIds(), is(true));
    assertThat(diff.algorithms(), is(List.of("article_identity 1 -> 2", "teaser_identity 1 -> 2")));
    assertThat(
        diff.tables().get("articles"),
        is(Map.of("same", 0L, "reidentified", 2L, "changed", 1L, "removed", 1L, "added", 1L)));
    assertThat(diff.tables().get("teasers"), is(Map.of("same", 0L, "reidentified", 1L)));
    for (RowChange change : changes) {
      if (change.kind().equals("changed")) {
        assertThat(change.columns(), is(List.of("text")));
        assertThat(change.wasId(), is("1" + "%031d".formatted(1)));
        assertThat(change.url(), is("https://mill.test/2"));
      }
    }

    assertThat(Commands.run("diff", before.toString(), after.toString()), is(0));
  }
}
