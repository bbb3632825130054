package org.copydesk.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Storage;
import org.copydesk.endtoend.Corpus;
import org.copydesk.faults.Faults.Fate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One open, read, stat or listing fails, of the inputs or of what steps hand each other, in a build
 * of 150 files with a suppression list: the right corpus is published, or none.
 */
class SourceFaultTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Fate[] FATES = {Fate.EIO, Fate.ESTALE, Fate.UNAVAILABLE, Fate.SHORT};
  private static final int LISTED = 20;

  @TempDir static Path folder;
  private static Path dumps;
  private static Path list;
  private static List<String> listed;
  private static JsonNode expected;
  private static int outputs;

  @BeforeAll
  static void buildUndisturbed() throws IOException {
    dumps = folder.resolve("dumps");
    generate("pages", "--pages=100", "--format=text", "--sites=5");
    generate("lines", "--pages=200", "--format=jsonl.gz", "--sites=5", "--files-per-folder=4");
    try (Stream<Path> files = Files.walk(dumps)) {
      assertThat(files.filter(Files::isRegularFile).count(), is(150L));
    }
    Path whole = folder.resolve("whole");
    Faults.plant("none", 0, SourceFaultTest::isReading, Fate.EIO);
    assertThat(build("none", whole, "direct"), is(0));
    listed =
        Corpus.published(whole)
            .query("select id from {articles} order by id limit " + LISTED)
            .stream()
            .map(row -> (String) row.get(0))
            .toList();
    list = Files.write(folder.resolve("list.txt"), listed);
    Path without = folder.resolve("without");
    assertThat(build("none", without, "direct"), is(0));
    assertThat(listedArticles(without), is(0L));
    expected = outcome(without);
  }

  private static void generate(String name, String... settings) throws IOException {
    Path made = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("generate", "-o", made.toString()));
    arguments.addAll(List.of(settings));
    assertThat(Commands.run(arguments.toArray(String[]::new)), is(0));
    TwoNights.copyTree(made.resolve("dumps"), dumps.resolve(name));
  }

  private static boolean isReading(String words) {
    return words.matches("(open|read|stat|list|entries|exists)\\b.*\\s*");
  }

  private static int build(String plan, Path output, String runner) {
    List<String> arguments =
        new ArrayList<>(
            List.of(FaultyInputs.location(plan, dumps), "--runner=" + runner, "--parallelism=2"));
    if (list != null) {
      arguments.add("--suppress=" + list);
    }
    return ParsedBuild.run(
        FaultyStorage.under(Storage.local(output), plan), arguments.toArray(String[]::new));
  }

  /** What must be the same: the tables' digests, and those of what steps made for others. */
  private static JsonNode outcome(Path output) throws IOException {
    JsonNode manifest =
        JSON.readTree(Corpus.published(output).generation().resolve("manifest.json").toFile());
    return JSON.createArrayNode().add(manifest.path("digests")).add(manifest.path("side_files"));
  }

  private static long listedArticles(Path output) throws IOException {
    String ids = "'" + String.join("', '", listed) + "'";
    return (Long)
        Corpus.published(output).value("select count(*) from {articles} where id in (" + ids + ")");
  }

  /** Fails one of some operations; gives how the build ended. */
  private static String failOne(
      String runner, Fate fate, Predicate<String> counted, Random random, long operations)
      throws IOException {
    long at = 1 + random.nextInt((int) operations);
    String plan = "plan-" + outputs;
    Path output = folder.resolve("out-" + outputs++);
    Faults.plant(plan, at, counted, fate);
    int exitCode = build(plan, output, runner);
    String told = runner + ": " + fate + " at " + at + " of " + operations + " ends " + exitCode;
    if (exitCode == 0) {
      assertThat(told, outcome(output), is(expected));
      assertThat(told, listedArticles(output), is(0L));
      assertThat(told, Commands.run("verify", output.toString()), is(0));
    } else {
      assertThat(told, Files.exists(output.resolve("CURRENT")), is(false));
    }
    TwoNights.remove(output);
    boolean isMet = Faults.counted(plan) >= at;
    return fate + (isMet ? " exit " + exitCode : " not met");
  }

  private static long operations(String runner, Predicate<String> counted) {
    String plan = "count-" + outputs;
    Path output = folder.resolve("out-" + outputs++);
    Faults.plant(plan, 0, counted, Fate.EIO);
    assertThat(build(plan, output, runner), is(0));
    long operations = Faults.counted(plan);
    assertThat(operations, greaterThan(150L));
    return operations;
  }

  /** Operations on one of the 150 inputs. */
  private static boolean isOnAnInput(String words) {
    return isReading(words) && words.matches("(open|read|stat) .*\\.(txt|gz) *");
  }

  @Test
  void anErrorOfAnInputThatPassesChangesNothing() throws IOException {
    Random random = new Random(18);
    long operations = operations("direct", SourceFaultTest::isOnAnInput);
    for (Fate fate : FATES) {
      String end = failOne("direct", fate, SourceFaultTest::isOnAnInput, random, operations);
      assertThat(end, is(fate + " exit 0"));
    }
  }

  @Test
  void anErrorAnywhereGivesTheRightCorpusOrNone() throws IOException {
    Random random = new Random(81);
    long operations = operations("direct", SourceFaultTest::isReading);
    for (Fate fate : FATES) {
      failOne("direct", fate, SourceFaultTest::isReading, random, operations);
    }
  }

  @Test
  void theSuppressionListIsThereOrNothingIsPublished() throws IOException {
    for (Fate fate : FATES) {
      failOne("direct", fate, words -> words.contains(" suppressed"), new Random(7), 4);
    }
  }

  @Test
  @Tag("faults")
  void twoHundredSeededOperationsFailOnTheDirectRunner() throws IOException {
    failMany("direct");
  }

  @Test
  @Tag("faults")
  void twoHundredSeededOperationsFailOnFlink() throws IOException {
    failMany("flink");
  }

  /** Half of them on inputs, half anywhere. */
  private static void failMany(String runner) throws IOException {
    Random random = new Random(200);
    long onInputs = operations(runner, SourceFaultTest::isOnAnInput);
    long anywhere = operations(runner, SourceFaultTest::isReading);
    Map<String, Integer> ends = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      Fate fate = FATES[i / 2 % FATES.length];
      String end =
          i % 2 == 0
              ? failOne(runner, fate, SourceFaultTest::isOnAnInput, random, onInputs)
              : failOne(runner, fate, SourceFaultTest::isReading, random, anywhere);
      ends.merge((i % 2 == 0 ? "input " : "any ") + end, 1, Integer::sum);
    }
    System.out.println(runner + ", operations " + onInputs + ", " + anywhere + ": " + ends);
  }
}
