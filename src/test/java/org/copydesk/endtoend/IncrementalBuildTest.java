package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.copydesk.Copydesk;
import org.copydesk.faults.ChildBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that takes from the cache what was read before is a full build, byte by byte. */
class IncrementalBuildTest {
  /** More of them: {@code make same-parts NIGHTS=200}. */
  private static final int NIGHTS = Integer.getInteger("nights", 10);

  private static final int PAGES = Integer.getInteger("nights.pages", 150);
  private static final long SEED = Long.getLong("nights.seed", 1);

  /** Every so many nights a build is killed before the one that counts. */
  private static final int KILLED = 7;

  /** Every so many nights are built on Flink. */
  private static final int FLINK = 5;

  private static final String[] EASY = {
    "--accept-drift", "--max-rejected-files=100", "--max-rejected-bytes=100", "--keep-generations=2"
  };

  @TempDir Path folder;

  private static String[] arguments(List<String> inputs, String... more) {
    List<String> all = new ArrayList<>(inputs);
    all.addAll(List.of(EASY));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void kill(long millis, Path output, String[] arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString()));
    all.addAll(List.of(arguments));
    String parent = "-Dcopydesk.parent=" + ProcessHandle.current().pid();
    Process build = ChildBuild.start(List.of(parent), Copydesk.class, all);
    build.waitFor(millis, TimeUnit.MILLISECONDS);
    build.destroyForcibly().waitFor();
  }

  private static List<String> addresses(Corpus corpus) {
    return corpus
        .query("select distinct url from {articles} where url is not null order by url")
        .stream()
        .map(row -> (String) row.get(0))
        .toList();
  }

  private static JsonNode stage(Corpus corpus, String name) throws IOException {
    JsonNode stages =
        new ObjectMapper()
            .readTree(corpus.generation().resolve("manifest.json").toFile())
            .path("stages");
    for (JsonNode stage : stages) {
      if (stage.path("name").asText().equals(name)) {
        return stage;
      }
    }
    return new ObjectMapper().nullNode();
  }

  @Test
  void everyNightsPartsAreThoseOfAFullBuild() throws Exception {
    SeededNights nights = new SeededNights(folder, SEED, PAGES);
    Path output = folder.resolve("nightly");
    long reused = 0;
    long read = 0;
    List<Double> shares = new ArrayList<>();
    Corpus first = Corpus.build(folder.resolve("first"), arguments(nights.arguments()));
    Path epoch = SeededNights.smallUnits(first, folder.resolve("epoch"));
    Corpus night =
        Corpus.build(output, arguments(nights.arguments(), "--incremental", "--epoch-of=" + epoch));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 1; i <= NIGHTS; i++) {
      nights.next(addresses(night));
      if (random.nextInt(3) == 0) {
        DamagedCache.damage(output.resolve("cache/units"), random);
      }
      if (i % KILLED == 0) {
        kill(random.nextInt(3000, 12_000), output, arguments(nights.arguments(), "--incremental"));
      }
      String runner = i % FLINK == 0 ? "--runner=flink" : "--runner=direct";
      night = Corpus.build(output, arguments(nights.arguments(), "--incremental", runner));
      Path whole = folder.resolve("whole-" + i);
      Corpus full =
          Corpus.build(whole, arguments(nights.arguments(), "--epoch-of=" + night.generation()));
      assertThat("night " + i, SeededNights.parts(night), is(SeededNights.parts(full)));
      reused += stage(night, "ReuseUnits").path("records_in").asLong();
      read += stage(night, "ReadDumps").path("records_in").asLong();
      double sent = stage(night, "Shuffle bands").path("records_in").asDouble();
      double all = stage(full, "Shuffle bands").path("records_in").asDouble();
      shares.add(sent / all);
      Files.move(whole, folder.resolve("seen-" + i));
    }
    assertThat(reused, greaterThan(read / 2));
    // Nights after damage or a kill begin with all again and send all.
    long sentChanges = shares.stream().filter(share -> share < .5).count();
    assertThat(
        "only what comes and goes is sent: " + shares,
        sentChanges,
        greaterThanOrEqualTo(NIGHTS / 4L));
  }
}
