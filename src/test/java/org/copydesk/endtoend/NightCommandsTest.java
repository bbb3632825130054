package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.command.Commands;
import org.copydesk.corpus.Failure;
import org.copydesk.corpus.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night is told besides its inputs. */
class NightCommandsTest {
  private static final String STORY =
      "The council of Oakhaven met on Monday and put off the vote on the bridge for a week.";

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void buildOnce() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    for (String site : List.of("elm", "oak", "ash")) {
      Files.writeString(
          input.resolve(site + ".jsonl"),
          String.format(
              "{\"url\":\"https://%1$s.test/1\",\"title\":\"Bridge %1$s\",\"text\":\"%2$s %1$s\"}%n",
              site, STORY));
    }
    assertThat(build("--incremental"), is(0));
  }

  private int build(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = input.toString();
    all[1] = "--segment=false";
    all[2] = "--accept-drift";
    System.arraycopy(more, 0, all, 3, more.length);
    return Corpus.run(output, all);
  }

  private List<Path> entries() throws IOException {
    return DamagedCache.entries(output.resolve("cache/units"));
  }

  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    for (Path entry : entries()) {
      contents.put(entry, Sha256.of(Files.readAllBytes(entry)));
    }
    return contents;
  }

  private String epoch() throws IOException {
    return Files.readString(Corpus.published(output).generation().resolve("epoch"));
  }

  @Test
  void whatIsPublishedIsProvedAndNothingIsPublished() throws IOException {
    String current = Files.readString(output.resolve("CURRENT"));
    assertThat(build("--prove"), is(0));
    assertThat(Files.readString(output.resolve("CURRENT")), is(current));
    assertThat(Files.list(output.resolve("generations")).count(), is(1L));
  }

  @Test
  void aPartThatIsAnotherEndsWith70() throws IOException {
    Path manifest = Corpus.published(output).generation().resolve("manifest.json");
    String text = Files.readString(manifest);
    int part = text.indexOf("articles/part-");
    int sha256 = text.indexOf("\"sha256\" : \"", part) + 12;
    Files.writeString(
        manifest, text.substring(0, sha256) + "0".repeat(64) + text.substring(sha256 + 64));
    assertThat(build("--prove"), is(Failure.ACCOUNTING));
  }

  @Test
  void otherInputsAreNoProof() throws IOException {
    Files.delete(input.resolve("elm.jsonl"));
    assertThat(build("--prove"), is(Failure.DATA));
  }

  @Test
  void anInputTwiceAsLargeBeginsAnEpochAndASmallerChangeDoesNot() throws IOException {
    String first = epoch();
    Files.writeString(input.resolve("yew.jsonl"), Files.readString(input.resolve("elm.jsonl")));
    assertThat(build("--incremental"), is(0));
    assertThat(epoch(), is(first));
    for (int i = 0; i < 9; i++) {
      Files.writeString(
          input.resolve("yew" + i + ".jsonl"), Files.readString(input.resolve("elm.jsonl")));
    }
    assertThat(build("--incremental"), is(0));
    assertThat(epoch(), is(not(first)));
  }

  @Test
  void aFileIsReadAgainThoughItIsInTheCacheAndTheResultIsTheSame() throws IOException {
    Map<Path, String> before = contents();
    // A cache that says otherwise is believed, but for what is to be read again.
    for (String again : List.of("file:elm.jsonl", "site:oak.test", "rejects")) {
      assertThat(again, build("--incremental", "--again=" + again), is(0));
      assertThat(Files.list(output.resolve("generations")).count(), is(1L));
    }
    Map<Path, String> after = contents();
    long others =
        before.entrySet().stream()
            .filter(entry -> after.containsKey(entry.getKey()))
            .filter(entry -> !after.get(entry.getKey()).equals(entry.getValue()))
            .count();
    assertThat("but for what the generation is known to be made from", others, is(1L));
    assertThat(build("--incremental", "--again=elm"), is(Failure.USAGE));
    assertThat(build("--again=rejects"), is(Failure.USAGE));
  }

  @Test
  void theCacheIsShownAndClearedAndNothingChanges() throws IOException {
    assertThat(
        Printed.by(0, "cache", output.toString()), containsString("unused                  0, 0"));
    Files.copy(entries().get(0), output.resolve("cache/units/left"));
    assertThat(Commands.run("cache", output.toString(), "--clean"), is(0));
    assertThat(entries().size(), greaterThan(0));
    assertThat(Files.exists(output.resolve("cache/units/left")), is(false));
    assertThat(Commands.run("cache", output.toString(), "--clean=all"), is(0));
    assertThat(entries(), is(empty()));
    assertThat(build("--incremental"), is(0));
    assertThat(Files.list(output.resolve("generations")).count(), is(1L));
    assertThat(entries().size(), greaterThan(0));
  }
}
