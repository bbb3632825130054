package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.command.Commands;
import org.copydesk.evaluate.DuplicatesEvaluation;
import org.copydesk.evaluate.DuplicatesResult;
import org.copydesk.evaluate.GenerationTables;
import org.copydesk.storage.Storage;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds from generated dumps against what was planted in them. {@code -Dcopydesk.planted=30000}
 * takes as many documents, {@code -Dcopydesk.seed=2} other ones.
 */
class PlantedTruthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DOCUMENTS = Integer.getInteger("copydesk.planted", 2_000);
  private static final String SEED = System.getProperty("copydesk.seed", "1");

  @TempDir Path folder;

  private Path generated(int pages, String... more) {
    Path output = folder.resolve("generated");
    List<String> arguments =
        new ArrayList<>(
            List.of("generate", "-o", output.toString(), "--pages=" + pages, "--seed=" + SEED));
    arguments.addAll(List.of(more));
    assertThat(Commands.run(arguments.toArray(String[]::new)), is(0));
    return output;
  }

  @Test
  void plantedCopiesAreFoundAndNothingElseIsRemoved() throws IOException {
    Path dumps = generated(DOCUMENTS, "--format=jsonl.gz", "--copies=.3");
    Corpus corpus =
        Corpus.build(
            folder.resolve("out"),
            dumps.resolve("dumps").toString(),
            "--segment=false",
            "--topics=false",
            "--language=false",
            "--quality=false",
            "--keep-removed-text");
    DuplicatesEvaluation evaluation = new DuplicatesEvaluation(.7);
    evaluation.readGold(dumps.resolve("truth/duplicates.jsonl"));
    new GenerationTables(Storage.local(corpus.generation())).clusters(evaluation);
    DuplicatesResult result = evaluation.result();
    System.out.print(result.text());
    assertThat(result.different(), greaterThan(DOCUMENTS / 50L));
    assertThat("number pairs merged", result.merged(), is(0L));
    assertThat(result.pairs().precision(), greaterThanOrEqualTo(.995));
    for (DuplicatesResult.Band band : result.bands()) {
      if (band.from() >= .8) {
        assertThat(band.recall(), greaterThanOrEqualTo(.97));
      } else if (band.from() >= .7) {
        assertThat(band.caughtShare(), greaterThanOrEqualTo(.95));
      }
    }
    correctedStoriesAreVersions(dumps, corpus);
    everyRemovedRowMatchesItsSurvivor(corpus);
  }

  /** Long stories corrected further down: one cluster, kind version. */
  private void correctedStoriesAreVersions(Path dumps, Corpus corpus) throws IOException {
    Map<String, String> cluster = new HashMap<>();
    Map<String, String> reason = new HashMap<>();
    for (List<Object> row :
        corpus.query(
            "select source_file, source_record, id, '' from {articles} union all"
                + " select source_file, source_record, kept_id, reason from {removed}")) {
      cluster.put(row.get(0) + "#" + row.get(1), (String) row.get(2));
      reason.put(row.get(0) + "#" + row.get(1), (String) row.get(3));
    }
    int planted = 0;
    int found = 0;
    for (String line : Files.readAllLines(dumps.resolve("truth/planted.jsonl"))) {
      JsonNode pair = JSON.readTree(line);
      if (pair.get("kind").asText().equals("version")) {
        String a = place(pair.get("a"));
        String b = place(pair.get("b"));
        planted++;
        // Where both lost to a third, one of them is its version.
        boolean isVersion =
            List.of(reason.get(a), reason.get(b)).contains("version")
                || (!reason.get(a).isEmpty() && !reason.get(b).isEmpty());
        found += cluster.get(a).equals(cluster.get(b)) && isVersion ? 1 : 0;
      }
    }
    System.out.printf("versions %d of %d%n", found, planted);
    assertThat((double) found / planted, greaterThanOrEqualTo(.95));
  }

  private static String place(JsonNode node) {
    return node.get("source_file").asText() + "#" + node.get("source_record").asLong();
  }

  /** Similarities are computed again from the texts, by sets of 5-word shingles. */
  private void everyRemovedRowMatchesItsSurvivor(Corpus corpus) {
    List<List<Object>> rows =
        corpus.query(
            "select r.text, a.text, r.measure, r.similarity, r.threshold from {removed} r"
                + " left join {articles} a on a.id = r.kept_id");
    for (List<Object> row : rows) {
      Set<String> removed = shingles((String) row.get(0));
      Set<String> kept = shingles((String) row.get(1));
      Set<String> shared = new HashSet<>(removed);
      shared.retainAll(kept);
      double all =
          row.get(2).equals("jaccard")
              ? removed.size() + kept.size() - shared.size()
              : Math.min(removed.size(), kept.size());
      double similarity = shared.size() / all;
      assertThat(similarity, closeTo((Double) row.get(3), 1e-4));
      assertThat(similarity, greaterThanOrEqualTo((Double) row.get(4)));
    }
    System.out.printf("removed rows computed again: %d%n", rows.size());
  }

  private static Set<String> shingles(String text) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + 5 <= tokens.count(); i++) {
      StringBuilder shingle = new StringBuilder();
      for (int j = i; j < i + 5; j++) {
        shingle.append(tokens.text(), tokens.start(j), tokens.end(j)).append(' ');
      }
      shingles.add(shingle.toString());
    }
    return shingles;
  }

  /** An occurrence of a planted teaser and the row it became part of. */
  private record Occurrence(String key, String text, String row) {}

  @Test
  void variantsOfATeaserAreOneRowAndLeadToTheirArticle() throws IOException {
    Path dumps = generated(Math.min(DOCUMENTS, 3_000) / 3, "--sites=6", "--copies=.1");
    Corpus corpus =
        Corpus.build(
            folder.resolve("out"),
            dumps.resolve("dumps").toString(),
            "--topics=false",
            "--language=false",
            "--quality=false");
    List<Occurrence> seen = aligned(dumps, corpus);
    foldingIsRight(seen);
    linksAreRight(dumps, corpus, seen);
  }

  /** Pages on which as many teasers were found as stand there: the n-th is the n-th. */
  private List<Occurrence> aligned(Path dumps, Corpus corpus) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    for (List<Object> row :
        corpus.query(
            "select source_file, source_record, teaser_id from {teaser_occurrences}"
                + " order by source_file, source_record, span_start")) {
      rows.computeIfAbsent(row.get(0) + "#" + row.get(1), p -> new ArrayList<>())
          .add((String) row.get(2));
    }
    List<Occurrence> seen = new ArrayList<>();
    int all = 0;
    for (String line : Files.readAllLines(dumps.resolve("truth/pages.jsonl"))) {
      JsonNode page = JSON.readTree(line);
      List<String> found = rows.getOrDefault(place(page), List.of());
      all += page.get("teasers").size();
      if (found.size() == page.get("teasers").size()) {
        for (int i = 0; i < found.size(); i++) {
          JsonNode teaser = page.get("teasers").get(i);
          String text = teaser.path("title").asText() + "|" + teaser.path("snippet").asText();
          seen.add(new Occurrence(teaser.get("key").asText(), text, found.get(i)));
        }
      }
    }
    System.out.printf("teasers on pages that agree: %d of %d%n", seen.size(), all);
    assertThat((double) seen.size() / all, greaterThanOrEqualTo(.9));
    return seen;
  }

  /** Over pairs of distinct texts: of one teaser and in one row. */
  private static void foldingIsRight(List<Occurrence> seen) {
    List<Occurrence> texts = new ArrayList<>(new HashSet<>(seen));
    Map<String, List<Occurrence>> byKey = new HashMap<>();
    Map<String, List<Occurrence>> byRow = new HashMap<>();
    for (Occurrence text : texts) {
      byKey.computeIfAbsent(text.key(), k -> new ArrayList<>()).add(text);
      byRow.computeIfAbsent(text.row(), k -> new ArrayList<>()).add(text);
    }
    double recall = share(byKey, true);
    double precision = share(byRow, false);
    System.out.printf("variants: pair precision %.4f, recall %.4f%n", precision, recall);
    assertThat(precision, greaterThanOrEqualTo(.995));
    assertThat(recall, greaterThanOrEqualTo(.97));
  }

  private static double share(Map<String, List<Occurrence>> groups, boolean byRow) {
    long pairs = 0;
    long agree = 0;
    for (List<Occurrence> group : groups.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          Occurrence a = group.get(i);
          Occurrence b = group.get(j);
          pairs++;
          agree += (byRow ? a.row().equals(b.row()) : a.key().equals(b.key())) ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? 1 : (double) agree / pairs;
  }

  private static void linksAreRight(Path dumps, Corpus corpus, List<Occurrence> seen)
      throws IOException {
    Map<String, String> articleAt = new HashMap<>();
    for (List<Object> row :
        corpus.query(
            "select source_file, source_record, id from {articles} union all"
                + " select source_file, source_record, kept_id from {removed}")) {
      articleAt.put(row.get(0) + "#" + row.get(1), (String) row.get(2));
    }
    Map<String, String> linked = new HashMap<>();
    for (List<Object> row :
        corpus.query(
            "select id, article_id from {teasers}"
                + " where article_id is not null"
                // Of a teaser that is a headline alone, nothing else can agree.
                + " and (link_method <> 'title_only' or snippet is null)")) {
      linked.put((String) row.get(0), (String) row.get(1));
    }
    Map<String, String> announced = new HashMap<>();
    for (String line : Files.readAllLines(dumps.resolve("truth/teasers.jsonl"))) {
      JsonNode teaser = JSON.readTree(line);
      if (!teaser.get("article").isNull()) {
        announced.put(teaser.get("key").asText(), articleAt.get(place(teaser.get("article"))));
      }
    }
    Map<String, String> keyOf = new HashMap<>();
    seen.forEach(each -> keyOf.put(each.row(), each.key()));
    int right = 0;
    int wrong = 0;
    int inCorpus = 0;
    for (Map.Entry<String, String> row : keyOf.entrySet()) {
      String expected = announced.get(row.getValue());
      String found = linked.get(row.getKey());
      inCorpus += expected != null ? 1 : 0;
      right += found != null && found.equals(expected) ? 1 : 0;
      wrong += found != null && !found.equals(expected) ? 1 : 0;
    }
    System.out.printf(
        "links: right %d, wrong %d, of %d teasers whose article is there%n",
        right, wrong, inCorpus);
    assertThat((double) right / (right + wrong), greaterThanOrEqualTo(.99));
    assertThat((double) right / inCorpus, greaterThanOrEqualTo(.95));
  }
}
