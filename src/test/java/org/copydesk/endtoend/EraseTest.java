package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.copydesk.bucket.KeptBucket;
import org.copydesk.cache.CacheStore;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Failure;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased stands nowhere below the output, packed or not, and does not come back. */
class EraseTest {
  private static final int ERASED = 100;

  /** Of a text its beginning is looked for. */
  private static final int TEXT_CHARS = 60;

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void buildTwoNights() throws IOException {
    Path made = folder.resolve("made");
    Commands.run(
        "generate",
        "-o",
        made.toString(),
        "--pages=700",
        "--sites=6",
        "--copies=.2",
        "--seed=26",
        "--pages-per-file=40",
        "--no-truth");
    input = made.resolve("dumps");
    output = folder.resolve("out");
    assertThat(build(), is(0));
    Files.writeString(
        input.resolve("more.jsonl"),
        "{\"url\":\"https://more.test/1\",\"title\":\"The weir at Oakhaven is mended\","
            + "\"text\":\"The weir at Oakhaven was mended on Monday, said the miller. "
            + "It had leaked since the flood of March, and two cellars were wet.\\n\\n"
            + "The council paid for the stones, and the miller for the work of nine days.\"}\n");
    assertThat(build(), is(0));
  }

  private int build(String... more) {
    List<String> all = new ArrayList<>(List.of(input.toString(), "--incremental"));
    all.addAll(List.of("--accept-drift", "--keep-removed-text", "--keep-version-text"));
    all.addAll(List.of(more));
    return Corpus.run(output, all.toArray(String[]::new));
  }

  private long generations() throws IOException {
    try (Stream<Path> all = Files.list(output.resolve("generations"))) {
      return all.count();
    }
  }

  /** Headlines and beginnings of texts that stand somewhere below the output. */
  private TreeSet<String> found(List<String> words) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String content : contents(file)) {
          words.stream().filter(content::contains).forEach(found::add);
        }
      }
    }
    try (Stream<Path> generations = Files.list(output.resolve("generations"))) {
      for (Path generation : generations.toList()) {
        try (Stream<Path> tables = Files.list(generation)) {
          for (Path table : tables.filter(Files::isDirectory).toList()) {
            found.addAll(inTable(table, words));
          }
        }
      }
    }
    return found;
  }

  private List<String> inTable(Path table, List<String> words) throws IOException {
    List<String> found = new ArrayList<>();
    String rows = "select t::varchar from '" + table + "/*.parquet' t";
    for (List<Object> row : Corpus.published(output).query(rows)) {
      words.stream().filter(String.valueOf(row.get(0))::contains).forEach(found::add);
    }
    return found;
  }

  /** A file's bytes, and those that are packed in them where it is an entry of the cache. */
  private List<String> contents(Path file) throws IOException {
    List<String> contents = new ArrayList<>();
    contents.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    Path units = output.resolve("cache/units");
    if (file.startsWith(units)) {
      String key = units.relativize(file).toString().replaceAll("\\W", "");
      CacheStore.Found entry = CacheStore.of(Storage.local(output)).find(key);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (InputStream in = entry.open()) {
        in.transferTo(out);
      } catch (IOException packedByItsWriter) {
        byte[] run = entry.openPacked().readAllBytes();
        KeptBucket.copyRun(new ByteArrayInputStream(run), out);
      }
      contents.add(out.toString(StandardCharsets.UTF_8));
    }
    return contents;
  }

  private static List<String> words(String title, String text) {
    String first = text.lines().findFirst().orElseThrow();
    return List.of(title, first.substring(0, Math.min(TEXT_CHARS, first.length())));
  }

  @Test
  void noWordOfAHundredArticlesIsLeftAndTheyDoNotComeBack() throws IOException {
    Corpus before = Corpus.published(output);
    List<String> lines = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<List<Object>> all =
        before.query("select id, url, title, text from {articles} where title is not null");
    for (List<Object> row : all) {
      List<String> its = words((String) row.get(2), (String) row.get(3));
      // What another article says, too, stays there.
      boolean isItsOwn =
          all.stream()
              .filter(other -> other != row)
              .map(other -> other.get(2) + "\n" + other.get(3))
              .noneMatch(other -> its.stream().anyMatch(other::contains));
      if (isItsOwn && lines.size() < ERASED) {
        lines.add((String) row.get(row.get(1) != null && lines.size() % 2 == 0 ? 1 : 0));
        words.addAll(its);
      }
    }
    assertThat(lines.size(), is(ERASED));
    assertThat("they are there", found(words).size(), is(new TreeSet<>(words).size()));
    assertThat(generations(), is(2L));
    Path list = Files.write(folder.resolve("list"), lines);
    String told =
        Printed.by(
            0,
            "build",
            "-o",
            output.toString(),
            input.toString(),
            "--incremental",
            "--accept-drift",
            "--keep-removed-text",
            "--keep-version-text",
            "--erase=" + list);
    assertThat(told, containsString("nothing in " + output));
    assertThat(generations(), is(1L));
    assertThat(found(words), is(empty()));
    Corpus after = Corpus.published(output);
    long suppressed =
        (Long) after.value("select count(*) from {removed} where reason = 'suppressed'");
    assertThat(suppressed, is(greaterThan((long) ERASED - 1)));
    assertThat(
        after.value("select count(title) from {removed} where reason = 'suppressed'"), is(0L));
    assertThat(Commands.run("verify", output.toString()), is(0));
    // Nobody names them any more, and their dumps are read again.
    assertThat(build("--new-epoch"), is(0));
    assertThat(found(words), is(empty()));
    assertThat(build("--no-incremental", "--prove"), is(0));
  }

  @Test
  void whatElseHoldsAHeadlineIsToldAndNothingIsPublished() throws IOException {
    Files.writeString(
        input.resolve("quoting.jsonl"),
        "{\"url\":\"https://quoting.test/1\",\"title\":\"What others write\",\"text\":\"Others"
            + " wrote this week: The weir at Oakhaven is mended. We would not have thought it, for"
            + " it had been promised in five years out of six.\\n\\nThe paper of the valley had a"
            + " picture of the miller, who held a stone in his hand and laughed.\"}\n");
    assertThat(build(), is(0));
    String current = Files.readString(output.resolve("CURRENT"));
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString()));
    all.addAll(List.of(input.toString(), "--incremental", "--accept-drift"));
    all.add("--erase=https://more.test/1");
    String told = Printed.by(Failure.ACCOUNTING, all.toArray(String[]::new));
    assertThat(told, containsString("articles "));
    assertThat(told, not(containsString("mended")));
    assertThat(Files.readString(output.resolve("CURRENT")), is(current));
    all.add("--erase=https://quoting.test/1");
    Printed.by(0, all.toArray(String[]::new));
    assertThat(found(List.of("The weir at Oakhaven is mended")), is(empty()));
  }

  private String erased(int code, String... more) {
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString()));
    all.addAll(List.of(input.toString(), "--erase=https://more.test/1"));
    all.addAll(List.of(more));
    return Printed.by(code, all.toArray(String[]::new));
  }

  @Test
  void aBuildThatStandsAloneClearsWhatNightsHaveKept() throws IOException {
    List<String> words = List.of("The weir at Oakhaven is mended");
    assertThat(found(words), is(not(empty())));
    assertThat(erased(0, "--accept-drift"), containsString("erased 1 articles"));
    assertThat(found(words), is(empty()));
    assertThat(erased(0, "--accept-drift"), containsString("nothing to search for"));
  }

  @Test
  void whatIsNamedBeforeItIsThereStaysAway() throws IOException {
    Path more = input.resolve("more.jsonl");
    String page = Files.readString(more);
    Files.delete(more);
    assertThat(build(), is(0));
    erased(0, "--incremental", "--accept-drift");
    Files.writeString(more, page);
    assertThat(build(), is(0));
    assertThat(found(List.of("The weir at Oakhaven is mended")), is(empty()));
  }

  @Test
  void whatIsToEraseIsNotPublishedByAnotherCommand() throws IOException {
    String current = Files.readString(output.resolve("CURRENT")).strip();
    erased(Failure.DATA, "--incremental", "--max-articles-down=0");
    try (Stream<Path> all = Files.list(output.resolve("generations"))) {
      Path failed =
          all.filter(each -> Files.exists(each.resolve("_FAILED"))).findFirst().orElseThrow();
      String told = Printed.by(Failure.USAGE, "publish", failed.toString(), "--accept-drift");
      assertThat(told, containsString("build --erase"));
    }
    assertThat(Files.readString(output.resolve("CURRENT")).strip(), is(current));
  }
}
