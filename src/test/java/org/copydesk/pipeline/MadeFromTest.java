package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.cache.CacheStore;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Algorithms;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.pipeline.work.SideFiles;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFromTest {
  private static final SideFiles NONE = new SideFiles(null, null, null, null);

  @TempDir Path folder;

  private static String by(Map<String, String> algorithms, String... flags) throws Exception {
    String[] all = new String[flags.length + 3];
    all[0] = "in";
    all[1] = "-o";
    all[2] = "out";
    System.arraycopy(flags, 0, all, 3, flags.length);
    return MadeFrom.by(algorithms, "1", ParsedBuild.settings(all), "topics", NONE);
  }

  @Test
  void eachAlgorithmWhateverItDecidesMakesAllToBeWorkedOn() throws Exception {
    Map<String, String> versions = Algorithms.versions();
    String by = by(versions);
    assertThat(by(versions), is(by));
    for (String name : versions.keySet()) {
      Map<String, String> raised = new TreeMap<>(versions);
      raised.put(name, raised.get(name) + "+");
      assertThat(name, by(raised), is(not(by)));
    }
  }

  @Test
  void eachSettingDoesButForLists() throws Exception {
    Map<String, String> versions = Algorithms.versions();
    String by = by(versions);
    for (String flag :
        List.of(
            "--spans",
            "--keep-removed-text",
            "--duplicates=mark",
            "--min-jaccard=.8",
            "--near-duplicates=false",
            "--survivor=latest",
            "--topics=false",
            "--mask-pii",
            "--site-from=regex:a(b)",
            "--json-text=body",
            "--rules={signal: words, op: '<', value: 5}")) {
      assertThat(flag, by(versions, flag), is(not(by)));
      assertThat(
          "values, not places in memory: " + flag, by(versions, flag), is(by(versions, flag)));
    }
    Path list = Files.writeString(folder.resolve("list"), "https://elm.test/1");
    assertThat(by(versions, "--suppress=" + list), is(by));
    BuildSettings settings = ParsedBuild.settings("in", "-o", "out");
    assertThat(
        "what is erased",
        MadeFrom.by("1", settings, "topics", NONE.withErased(new SideFile("erased", "ab"))),
        is(not(MadeFrom.by("1", settings, "topics", NONE))));
    SideFiles benchmark = new SideFiles(null, null, null, new SideFile("benchmark", "ab"));
    assertThat(
        "texts of a benchmark",
        MadeFrom.by("1", settings, "topics", benchmark),
        is(not(MadeFrom.by("1", settings, "topics", NONE))));
  }

  @Test
  void whatIsKeptIsReadBackAndTakesThePlaceOfWhatWasThere() throws Exception {
    CacheStore store = CacheStore.of(Storage.local(folder));
    assertThat(MadeFrom.find(store, "g"), is(nullValue()));
    TreeMap<Integer, String> units = new TreeMap<>(Map.of(100_001, "a", 100_002, "b"));
    MadeFrom first = new MadeFrom("by", new byte[] {1, 2}, units, "build", "e", new byte[] {3});
    first.keep(store, "g");
    MadeFrom found = MadeFrom.find(store, "g");
    assertThat(found.units(), is(units));
    assertThat(found.listed(), is(new byte[] {1, 2}));
    assertThat(List.of(found.by(), found.build(), found.epoch()), is(List.of("by", "build", "e")));
    new MadeFrom("by", null, null, "later", "e", new byte[0]).keep(store, "g");
    assertThat(MadeFrom.find(store, "g").build(), is("later"));
    assertThat(MadeFrom.find(store, "g").units(), is(nullValue()));
    assertThat(MadeFrom.find(store, "g").listedSha256(), is(nullValue()));
  }
}
