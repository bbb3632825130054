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
import org.copydesk.endtoend.Corpus;
import org.copydesk.faults.Faults.Fate;
import org.copydesk.storage.Storage;
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

  /** Places of the long form; fewer with {@code -Dfaults.places=N}. */
  private static final int PLACES = Integer.getInteger("faults.places", 200);

  @TempDir static Path folder;
  private static Path dumps;
  private static Path list;
  private static List<String> listed;
  private static JsonNode expected;
  private static long onInputs;
  private static long onFiles;
  private static int builds;

  @BeforeAll
  static void buildUndisturbed() throws IOException {
    dumps = folder.resolve("dumps");
    generate("pages", "--pages=100", "--format=text", "--sites=5");
    generate("lines", "--pages=150", "--format=jsonl.gz", "--sites=5", "--files-per-folder=3");
    try (Stream<Path> files = Files.walk(dumps)) {
      assertThat(files.filter(Files::isRegularFile).count(), is(150L));
    }
    Path whole = folder.resolve("whole");
    assertThat(build(whole, "direct", "none", 0, Fate.EIO), is(0));
    listed =
        Corpus.published(whole)
            .query("select id from {articles} order by id limit " + LISTED)
            .stream()
            .map(row -> (String) row.get(0))
            .toList();
    list = Files.write(folder.resolve("list.txt"), listed);
    Path without = folder.resolve("without");
    assertThat(build(without, "direct", "none", 0, Fate.EIO), is(0));
    assertThat(Commands.run("verify", without.toString()), is(0));
    assertThat(listedArticles(without), is(0L));
    expected = outcome(without);
    onInputs = Faults.counted("inputs-none");
    onFiles = Faults.counted("files-none");
    assertThat(onInputs, greaterThan(450L));
    assertThat(onFiles, greaterThan(200L));
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

  /**
   * Builds with a fault.
   *
   * @param where {@code inputs}, {@code files} for what the build wrote itself, or {@code none}
   * @param at number of the operation there
   */
  private static int build(Path output, String runner, String where, long at, Fate fate) {
    String inputs = "inputs-" + where;
    String files = "files-" + where;
    Faults.plant(inputs, where.equals("inputs") ? at : 0, SourceFaultTest::isReading, fate);
    Faults.plant(files, where.equals("files") ? at : 0, SourceFaultTest::isReading, fate);
    return build(output, runner, inputs, files);
  }

  private static int build(Path output, String runner, String inputs, String files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                FaultyInputs.location(inputs, dumps),
                "--runner=" + runner,
                "--parallelism=2",
                "--topics=false",
                "--language=false",
                "--quality=false"));
    if (list != null) {
      arguments.add("--suppress=" + list);
    }
    return ParsedBuild.run(
        FaultyStorage.under(Storage.local(output), files), arguments.toArray(String[]::new));
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

  /** Fails one operation; gives how the build ended. */
  private static String failOne(String runner, String where, long at, Fate fate)
      throws IOException {
    Path output = folder.resolve("out-" + builds++);
    int exitCode = build(output, runner, where, at, fate);
    boolean isMet = Faults.counted(where + "-" + where) >= at;
    check(output, runner + ": " + fate + " at " + at + " of " + where, exitCode);
    return where + " " + fate + (isMet ? " exit " + exitCode : " not met");
  }

  private static void check(Path output, String fault, int exitCode) throws IOException {
    String told = fault + " ends " + exitCode;
    if (exitCode == 0) {
      assertThat(told, outcome(output), is(expected));
      assertThat(told, listedArticles(output), is(0L));
    } else {
      assertThat(told, Files.exists(output.resolve("CURRENT")), is(false));
    }
    TwoNights.remove(output);
  }

  @Test
  void anErrorOfAnInputThatPassesChangesNothing() throws IOException {
    Random random = new Random(18);
    for (Fate fate : FATES) {
      String end = failOne("direct", "inputs", 1 + random.nextInt((int) onInputs), fate);
      assertThat(end, is("inputs " + fate + " exit 0"));
    }
  }

  @Test
  void anErrorOfWhatStepsHandEachOtherGivesTheRightCorpusOrNone() throws IOException {
    Random random = new Random(81);
    for (Fate fate : FATES) {
      failOne("direct", "files", 1 + random.nextInt((int) onFiles), fate);
    }
  }

  @Test
  void aSuppressionListThatIsNotWholeWithAWorkerPublishesNothing() throws IOException {
    for (String operation : List.of("open", "read")) {
      Path output = folder.resolve("out-" + builds++);
      Faults.plant("inputs-list", 0, SourceFaultTest::isReading, Fate.SHORT);
      Predicate<String> ofTheList = words -> words.startsWith(operation + " suppressed");
      Faults.plant("files-list", Faults.EACH, ofTheList, Fate.SHORT);
      int exitCode = build(output, "direct", "inputs-list", "files-list");
      assertThat(exitCode, is(1));
      check(output, operation + " of the list", exitCode);
    }
  }

  @Test
  @Tag("faults")
  void manySeededOperationsFailOnTheDirectRunner() throws IOException {
    failMany("direct");
  }

  @Test
  @Tag("faults")
  void manySeededOperationsFailOnFlink() throws IOException {
    failMany("flink");
  }

  /** Half of them on inputs, half on what the build wrote itself. */
  private static void failMany(String runner) throws IOException {
    Random random = new Random(200);
    Map<String, Integer> ends = new TreeMap<>();
    for (int i = 0; i < PLACES; i++) {
      Fate fate = FATES[i / 2 % FATES.length];
      boolean isInput = i % 2 == 0;
      long at = 1 + random.nextInt((int) (isInput ? onInputs : onFiles));
      ends.merge(failOne(runner, isInput ? "inputs" : "files", at, fate), 1, Integer::sum);
    }
    System.out.println(runner + ", operations " + onInputs + ", " + onFiles + ": " + ends);
  }
}
