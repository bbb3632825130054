package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Cap;
import org.copydesk.corpus.CapTally;
import org.copydesk.corpus.FailedMark;
import org.copydesk.corpus.Failure;
import org.copydesk.endtoend.Corpus;
import org.copydesk.html.HtmlSettings;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.work.Room;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds over copies of a story and teasers that begin alike, which pass the caps: what is left out
 * is counted, the same on both runners, and too much of it ends the build.
 */
class ForgottenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Room SMALL = new Room(16 << 10, 4 << 10);
  private static final int STORIES = 60;
  private static final int COPIES = 40;

  @TempDir static Path folder;
  private static Path dumps;

  @BeforeAll
  static void writeDumps() throws IOException {
    dumps = Files.createDirectories(folder.resolve("dumps"));
    Random random = new Random(17);
    String opening = words(random, 150);
    String beginning = opening.substring(0, opening.indexOf(' ', 90) + 1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      StringBuilder text = new StringBuilder("The harbour this week\n\n");
      text.append(opening).append(".\n\n").append(words(random, 200)).append(".\n\n");
      text.append("OTHER NEWS\n\n");
      text.append(words(random, 6)).append("\n");
      text.append(beginning).append(words(random, 20)).append("... Read more »\n\n");
      ObjectNode node = JSON.createObjectNode();
      node.put("url", "https://elm.test/" + i).put("text", text.toString());
      lines.add(node.toString());
    }
    String copied = words(random, 300);
    for (int i = 0; i < COPIES; i++) {
      StringBuilder text = new StringBuilder("The bridge this week\n\n");
      text.append(copied).append(".\n\n").append(words(random, 10)).append(".\n\n");
      ObjectNode node = JSON.createObjectNode();
      node.put("url", "https://oak.test/" + i).put("text", text.toString());
      lines.add(node.toString());
    }
    Files.write(dumps.resolve("elm.jsonl"), lines);
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder("The");
    for (int i = 1; i < count; i++) {
      words.append(' ').append(Integer.toString(50_000 + random.nextInt(1_000_000), 36));
    }
    return words.toString().replaceAll("[0-9]", "a");
  }

  private static RunBuild.Built build(String name, Room room, String... arguments)
      throws Exception {
    Path output = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(dumps.toString(), "-o", output.toString()));
    RunBuild.Request request = ParsedBuild.request(all.toArray(String[]::new));
    return new RunBuild(
            request,
            told -> {},
            Storage.local(output),
            new PageReaders.ByKind(HtmlSettings.defaults()),
            room)
        .run();
  }

  private static Map<Cap, CapTally> byCap(RunBuild.Built built) {
    Map<Cap, CapTally> tallies = new EnumMap<>(Cap.class);
    built.forgotten().forEach(tally -> tallies.put(tally.cap(), tally));
    return tallies;
  }

  @Test
  void whatCapsLeaveOutIsTheSameOnBothRunnersAndStandsInTheManifest() throws Exception {
    RunBuild.Built direct = build("direct", SMALL, "--max-forgotten=100");
    Map<Cap, CapTally> tallies = byCap(direct);
    assertThat(tallies.get(Cap.CLUSTERS).compared(), is((long) COPIES));
    assertThat(tallies.get(Cap.CLUSTERS).forgotten(), is(greaterThan(30L)));
    assertThat(tallies.get(Cap.TEASER_VARIANTS).compared(), is(greaterThan((long) STORIES - 1)));
    assertThat(tallies.get(Cap.TEASER_VARIANTS).forgotten(), is(greaterThan(30L)));
    assertThat(tallies.get(Cap.LINK_KEYS).forgotten(), is(greaterThan(0L)));
    assertThat(tallies.get(Cap.LINKED_TEASERS).forgotten(), is(greaterThan(0L)));

    assertThat(
        build("flink", SMALL, "--max-forgotten=100", "--runner=flink").forgotten(),
        is(direct.forgotten()));
    assertThat(
        build("alone", SMALL, "--max-forgotten=100", "--parallelism=1").forgotten(),
        is(direct.forgotten()));

    Path generation = Corpus.published(folder.resolve("direct")).generation();
    JsonNode manifest = JSON.readTree(generation.resolve("manifest.json").toFile());
    JsonNode clusters = manifest.path("forgotten").path("clusters");
    assertThat(clusters.path("compared").asLong(), is((long) COPIES));
    assertThat(clusters.path("forgotten").asLong(), is(tallies.get(Cap.CLUSTERS).forgotten()));
    assertThat(
        JSON.readTree(generation.resolve("summary.json").toFile()).path("forgotten"),
        is(manifest.path("forgotten")));
    assertThat(
        Files.readString(generation.resolve("metrics.prom")),
        containsString("copydesk_forgotten{cap=\"clusters\"} " + clusters.path("forgotten")));
    assertThat(
        Files.readString(generation.resolve("report.html")), containsString("What caps left out"));
    assertThat(Commands.run("verify", generation.toString()), is(0));
  }

  @Test
  void moreThanTheLimitEndsTheBuildAndPublishesNothing() throws Exception {
    Failure failure = assertThrows(Failure.class, () -> build("over", SMALL));
    assertThat(failure.exitCode(), is(Failure.DATA));
    assertThat(
        failure.getMessage(),
        allOf(
            containsString("more than 0.1 %"),
            containsString("--max-forgotten"),
            containsString("clusters "),
            containsString("teaser variants ")));
    Path output = folder.resolve("over");
    assertThat(Files.exists(output.resolve("CURRENT")), is(false));
    try (var generations = Files.list(output.resolve("generations"))) {
      Path failed = generations.findFirst().orElseThrow();
      assertThat(FailedMark.read(Storage.local(failed)).cause(), is("forgotten"));
    }
  }

  @Test
  void theRoomThereIsByDefaultForgetsNothingOfThis() throws Exception {
    Map<Cap, CapTally> tallies = byCap(build("default", Room.DEFAULT));
    for (CapTally tally : tallies.values()) {
      if (tally.cap().isLimited()) {
        assertThat(tally.toString(), tally.forgotten(), is(0L));
      }
    }
    assertThat(BuildLines.forgotten(List.copyOf(tallies.values())), containsString("link keys "));
  }
}
