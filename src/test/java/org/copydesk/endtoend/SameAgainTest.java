package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.copydesk.cache.CacheStore;
import org.copydesk.corpus.lines.ArticleLines;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night whose input is that of the night before reads its files and nothing else. */
class SameAgainTest {
  private static final String NOTHING_READ = "nothing is read";

  @TempDir Path folder;
  private Path input;
  private Path output;
  private Path list;

  @BeforeEach
  void buildOnce() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    list = Files.writeString(folder.resolve("list"), "https://none.test/1\n");
    for (String site : List.of("elm", "oak", "ash")) {
      write(site, "put off the vote on the bridge for a week, and nobody asked why");
    }
    assertThat(night(), not(containsString(NOTHING_READ)));
  }

  private void write(String site, String story) throws IOException {
    Files.writeString(
        input.resolve(site + ".jsonl"),
        String.format(
            "{\"url\":\"https://%1$s.test/1\",\"title\":\"Bridge %1$s\",\"text\":\"%2$s %1$s\"}%n",
            site, "The council of Oakhaven met on Monday and " + story));
  }

  private String night(String... more) {
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString(), input.toString()));
    all.addAll(List.of("--segment=false", "--accept-drift", "--incremental"));
    all.add("--suppress=" + list);
    all.addAll(List.of(more));
    return Printed.by(0, all.toArray(String[]::new));
  }

  private long generations() throws IOException {
    try (var all = Files.list(output.resolve("generations"))) {
      return all.count();
    }
  }

  @Test
  void nothingIsReadAndWhatIsToldIsTheSame() throws IOException {
    Path metrics = folder.resolve("metrics");
    String told = night("--metrics-file=" + metrics);
    assertThat(told, containsString(NOTHING_READ));
    assertThat(told, containsString("unchanged  the published generation holds the same rows"));
    assertThat(told, containsString("articles   3 segmented, 3 kept"));
    assertThat(told, containsString("reused     3 of these files"));
    assertThat(Files.readString(metrics), containsString("outcome=\"unchanged\""));
    assertThat(Files.readString(metrics), containsString("copydesk_rows{table=\"articles\"} 3"));
    assertThat(generations(), is(1L));
    assertThat("and so the night after", night(), containsString(NOTHING_READ));
  }

  @Test
  void filesThatWereWrittenAgainAreTheSame() throws IOException {
    Path file = input.resolve("elm.jsonl");
    Files.write(file, Files.readAllBytes(file));
    assertThat(night(), containsString(NOTHING_READ));
  }

  @Test
  void anyOtherInputSettingOrListIsAnotherBuild() throws IOException {
    // As many bytes as before.
    write("oak", "put off the vote on the bridge for a year, and nobody asked why");
    assertThat("bytes", night(), not(containsString(NOTHING_READ)));
    assertThat(generations(), is(2L));
    assertThat("setting", night("--keep-removed-text"), not(containsString(NOTHING_READ)));
    Files.writeString(list, "https://none.test/2\n");
    assertThat("list", night(), not(containsString(NOTHING_READ)));
    assertThat("read again", night("--again=rejects"), not(containsString(NOTHING_READ)));
    assertThat("epoch", night("--new-epoch"), not(containsString(NOTHING_READ)));
    assertThat("export", night("--format=jsonl"), not(containsString(NOTHING_READ)));
    Files.move(input.resolve("ash.jsonl"), input.resolve("fir.jsonl"));
    assertThat("name", night(), not(containsString(NOTHING_READ)));
    Files.delete(input.resolve("fir.jsonl"));
    assertThat("file", night(), not(containsString(NOTHING_READ)));
    assertThat(night(), containsString(NOTHING_READ));
  }

  @Test
  void aPublishedGenerationThatIsDamagedIsBuiltAgain() throws IOException {
    Path articles = Corpus.published(output).generation().resolve("articles");
    try (var parts = Files.list(articles)) {
      Path part = parts.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(part);
      bytes[bytes.length / 2]++;
      Files.write(part, bytes);
    }
    assertThat(night(), not(containsString(NOTHING_READ)));
    assertThat(generations(), is(2L));
  }

  @Test
  void aCacheThatIsDamagedIsMoreWorkAndTheSameResult() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 12; i++) {
      DamagedCache.damage(output.resolve("cache/units"), random);
      night();
      assertThat(generations(), is(1L));
    }
    assertThat(night(), containsString(NOTHING_READ));
  }

  @Test
  void linesOfAGenerationThatStaysPublishedAreKept() throws Exception {
    Path generation = Corpus.published(output).generation();
    Set<String> keys = ArticleLines.keys(Storage.local(generation));
    assertThat(keys, is(not(empty())));
    CacheStore cache = CacheStore.of(Storage.local(output));
    for (String key : keys) {
      assertThat(cache.find(key), is(notNullValue()));
    }
    // A list that names nothing that is there: built, and the same.
    Files.writeString(list, "https://none.test/2\n");
    String told = night();
    assertThat(told, not(containsString(NOTHING_READ)));
    assertThat(told, containsString("unchanged  the published generation holds the same rows"));
    assertThat(Corpus.published(output).generation(), is(generation));
    for (String key : keys) {
      assertThat("after a night that was built", cache.find(key), is(notNullValue()));
    }
  }
}
