package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights in the life of a corpus: what is planted is what diff tells, and nothing else. */
class NightsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private String runner;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void everyNightTellsWhatWasPlanted(String onRunner) throws IOException {
    runner = "--runner=" + onRunner;
    Path dumps = folder.resolve("dumps");
    MadeSite harbour = new MadeSite("harbour.test", 60);
    MadeSite valley = new MadeSite("valley.test", 30);
    MadeSite mill = new MadeSite("mill.test", 30);
    harbour.write(dumps);
    valley.write(dumps);
    assertThat(build(), is(0));
    Path first = published();
    assertThat(build(), is(0));
    assertThat("the same again is no new generation", published(), is(first));
    assertThat(generations(), is(List.of(name(first))));

    // New input.
    mill.write(dumps);
    assertThat(build(), is(0));
    Path second = published();
    List<JsonNode> night1 = diff(first, second);
    assertThat(
        kinds(night1), is(Map.of("files added", 1, "articles added", 30, "teasers added", 2)));

    // A takedown and a changed file.
    Path suppressed = Files.writeString(folder.resolve("suppress.txt"), valley.url(7) + "\n");
    mill.edit(4).write(dumps);
    assertThat(build("--suppress=" + suppressed), is(0));
    Path third = published();
    List<JsonNode> night2 = diff(second, third);
    assertThat(
        kinds(night2),
        is(Map.of("files changed", 1, "articles removed", 1, "articles changed", 1)));
    JsonNode takenDown = only(night2, "articles", "removed");
    assertThat(takenDown.path("url").asText(), is(valley.url(7)));
    assertThat(takenDown.path("reason").asText(), is("suppressed"));
    JsonNode changed = only(night2, "articles", "changed");
    assertThat(changed.path("url").asText(), is(mill.url(4)));
    assertThat(changed.path("columns").toString(), containsString("\"text\""));
    assertThat(changed.path("was_id").isNull(), is(false));
    assertThat(
        only(night2, "files", "changed").path("source_file").asText(), is("mill.test.jsonl"));

    // A broken site: 65, nothing published, and the table says why.
    harbour.breakDown().write(dumps);
    Path metrics = folder.resolve("copydesk.prom");
    assertThat(build("--suppress=" + suppressed, "--metrics-file=" + metrics), is(65));
    assertThat(published(), is(third));
    assertThat(Files.readString(metrics), containsString("copydesk_build_exit_code 65"));
    Path refused = failed();
    assertThat(
        Files.readString(refused.resolve("_FAILED")), containsString("articles of harbour.test"));
    assertThat(Files.readString(refused.resolve("drift.json")), containsString("\"harbour.test\""));
    assertThat(Commands.run("publish", refused.toString()), is(65));
    assertThat(published(), is(third));

    // Accepted.
    assertThat(build("--suppress=" + suppressed, "--accept-drift"), is(0));
    Path fourth = published();
    assertThat(
        kinds(diff(third, fourth)),
        is(Map.of("files changed", 1, "articles removed", 60, "teasers removed", 2)));
    assertThat(Commands.run("verify", fourth.toString()), is(0));

    // Rolled back.
    assertThat(Commands.run("publish", third.toString()), is(0));
    assertThat(published(), is(third));
    assertThat(kinds(diff(published(), third)), is(Map.of()));
    assertThat(Commands.run("verify", folder.resolve("out").toString()), is(0));

    // The first generation is the fourth good one back, and gone.
    assertThat(generations(), is(List.of(name(second), name(third), name(refused), name(fourth))));

    // What drift alone held back can be published as it lies.
    assertThat(Commands.run("publish", refused.toString(), "--accept-drift"), is(0));
    assertThat(published(), is(refused));
    assertThat(kinds(diff(fourth, refused)), is(Map.of()));
  }

  private int build(String... more) {
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("dumps").toString(), runner));
    arguments.addAll(List.of(more));
    return Corpus.run(folder.resolve("out"), arguments.toArray(String[]::new));
  }

  private Path published() throws IOException {
    return Corpus.published(folder.resolve("out")).generation();
  }

  private static String name(Path generation) {
    return generation.getFileName().toString();
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("out/generations"))) {
      return all.map(NightsTest::name).sorted().toList();
    }
  }

  private Path failed() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("out/generations"))) {
      return all.filter(each -> Files.exists(each.resolve("_FAILED"))).findFirst().orElseThrow();
    }
  }

  private List<JsonNode> diff(Path before, Path after) throws IOException {
    Path changes = folder.resolve("changes.jsonl");
    int exitCode =
        Commands.run(
            "diff", before.toString(), after.toString(), "--limit=2", "--changes=" + changes);
    assertThat(exitCode, is(0));
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(changes)) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  private static Map<String, Integer> kinds(List<JsonNode> changes) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (JsonNode change : changes) {
      kinds.merge(
          change.path("table").asText() + " " + change.path("kind").asText(), 1, Integer::sum);
    }
    return kinds;
  }

  private static JsonNode only(List<JsonNode> changes, String table, String kind) {
    List<JsonNode> found =
        changes.stream()
            .filter(
                change ->
                    change.path("table").asText().equals(table)
                        && change.path("kind").asText().equals(kind))
            .toList();
    assertThat(found.size(), is(1));
    return found.get(0);
  }
}
