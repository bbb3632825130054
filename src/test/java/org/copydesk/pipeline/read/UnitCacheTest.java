package org.copydesk.pipeline.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.cache.CacheStore;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Algorithms;
import org.copydesk.corpus.Sha256;
import org.copydesk.dump.SplitIndex;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFile;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.Test;

class UnitCacheTest {
  private static final List<UnitCache.Content> FILES =
      List.of(new UnitCache.Content("a.txt", "01"), new UnitCache.Content("b.txt", "02"));
  private static final SideFile MODELS = new SideFile("models", "03");

  private static final int PART = 100_001;

  private static UnitCache cache(Map<String, String> versions) {
    return new UnitCache(
        CacheStore.of(Storage.local(Path.of("nowhere"))), versions, true, Set.of(), "seed", 0);
  }

  @Test
  void aShareOfTheEntriesIsCheckedOthersEachNight() {
    CacheStore store = CacheStore.of(Storage.local(Path.of("nowhere")));
    Set<Integer> first = new TreeSet<>();
    Set<Integer> second = new TreeSet<>();
    for (int i = 0; i < 20_000; i++) {
      String key = Sha256.of(new byte[] {(byte) i, (byte) (i >> 8)});
      if (new UnitCache(store, Map.of(), true, Set.of(), "one", .01).isChecked(key)) {
        first.add(i);
      }
      if (new UnitCache(store, Map.of(), true, Set.of(), "two", .01).isChecked(key)) {
        second.add(i);
      }
      assertThat(new UnitCache(store, Map.of(), true, Set.of(), "x", 0).isChecked(key), is(false));
      assertThat(new UnitCache(store, Map.of(), true, Set.of(), "x", 1).isChecked(key), is(true));
    }
    assertThat((double) first.size(), is(closeTo(200, 45)));
    assertThat((double) second.size(), is(closeTo(200, 45)));
    first.retainAll(second);
    assertThat(first.size(), is(lessThan(20)));
  }

  private static BuildSettings settings(String... flags) throws Exception {
    String[] all = new String[flags.length + 3];
    all[0] = "in";
    all[1] = "-o";
    all[2] = "out";
    System.arraycopy(flags, 0, all, 3, flags.length);
    return ParsedBuild.settings(all);
  }

  private static String key(Map<String, String> versions, String... flags) throws Exception {
    return cache(versions).key(PART, FILES, SplitIndex.NONE, 0, MODELS, settings(flags));
  }

  @Test
  void eachVersionOnWhichAPageHangsMakesAnotherKey() throws Exception {
    Map<String, String> versions = Algorithms.ofReading();
    String key = key(versions);
    assertThat(key(Algorithms.ofReading()), is(key));
    for (String name : versions.keySet()) {
      Map<String, String> raised = new TreeMap<>(versions);
      raised.put(name, raised.get(name) + "+");
      assertThat(name, key(raised), is(not(key)));
    }
  }

  @Test
  void whatDecidesOverAllPagesIsNoPartOfIt() {
    Set<String> names = Algorithms.ofReading().keySet();
    assertThat(
        names,
        hasItems(
            "article_identity",
            "article_fingerprint",
            "confidence",
            "segmenter",
            "site_models",
            "html",
            "language",
            "personal_data",
            "quality",
            "teaser_identity",
            "content_hash",
            "normaliser",
            "look_alikes",
            "row_digest",
            "tokens"));
    for (String later : List.of("near_duplicates", "links", "link_keys", "origin")) {
      assertThat(names.contains(later), is(false));
    }
  }

  @Test
  void eachSettingByWhichPagesAreReadMakesAnotherKey() throws Exception {
    Map<String, String> versions = Algorithms.ofReading();
    String key = key(versions);
    for (String flag :
        List.of(
            "--segment=false",
            "--spans",
            "--language=false",
            "--quality=false",
            "--mask-pii",
            "--min-confidence=.5",
            "--near-duplicates=false",
            "--survivor=latest",
            "--page-types=all",
            "--keep-doubtful=false",
            "--format=markdown",
            "--json-text=body",
            "--site-from=folder",
            "--rules={signal: words, op: '<', value: 5}")) {
      assertThat(flag, key(versions, flag), is(not(key)));
    }
    for (String flag :
        List.of("--keep-removed-text", "--duplicates=mark", "--min-jaccard=.8", "--topics=false")) {
      assertThat(flag, key(versions, flag), is(key));
    }
  }

  /**
   * A setting that is added is named here, once it is known whether a page hangs on it: topics and
   * their model are among the versions, what is suppressed is left out after an entry is read, and
   * the texts of removed articles and of states are chosen where rows are written.
   */
  @Test
  void ofEachSettingIsKnownWhetherPagesHangOnIt() {
    Set<String> inKey =
        Set.of(
            "segment",
            "spans",
            "language",
            "quality",
            "rules",
            "duplicates",
            "masksPersonalData",
            "html",
            "keys",
            "siteSource",
            "minConfidence");
    Set<String> elsewhere =
        Set.of("topics", "topicModel", "suppress", "keepRemovedText", "keepVersionText");
    for (RecordComponent setting : BuildSettings.class.getRecordComponents()) {
      String name = setting.getName();
      assertThat(name, inKey.contains(name) != elsewhere.contains(name), is(true));
    }
  }

  @Test
  void settingsAreTheirValuesAndNotPlacesInMemory() throws Exception {
    String told =
        UnitCache.ofReading(
            settings(
                "--rules={signal: words, op: '<', value: 5}",
                "--site-from=regex:a(b)",
                "--json-text=body"));
    assertThat(told, not(containsString("@")));
  }

  @Test
  void filesTheirOrderRangesAndModelsMakeOtherKeys() throws Exception {
    UnitCache cache = cache(Map.of());
    String key = cache.key(PART, FILES, SplitIndex.NONE, 0, MODELS, settings());
    assertThat(
        cache.key(
            PART, List.of(FILES.get(1), FILES.get(0)), SplitIndex.NONE, 0, MODELS, settings()),
        is(not(key)));
    assertThat(
        cache.key(
            PART,
            List.of(FILES.get(0), new UnitCache.Content("b.txt", "03")),
            SplitIndex.NONE,
            0,
            MODELS,
            settings()),
        is(not(key)));
    assertThat(cache.key(PART, FILES, SplitIndex.NONE, 0, null, settings()), is(not(key)));
    assertThat(cache.key(PART + 1, FILES, SplitIndex.NONE, 0, MODELS, settings()), is(not(key)));
    String joined = "a.txt 01\n5 b.txt";
    assertThat(
        cache.key(
            PART,
            List.of(new UnitCache.Content(joined, "02")),
            SplitIndex.NONE,
            0,
            MODELS,
            settings()),
        is(not(key)));
  }
}
