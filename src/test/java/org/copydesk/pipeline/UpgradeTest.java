package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.copydesk.command.ParsedBuild;
import org.copydesk.corpus.Algorithms;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.pipeline.work.SideFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a night does anew when the version of an algorithm is another: everything that hangs on it,
 * and nothing else. An algorithm that is added is named here, once that is known.
 */
class UpgradeTest {
  /** What is done anew; each does what those before it do, too. */
  private enum Anew {
    /** Buckets are worked on with all that units came to, which is taken from the cache. */
    GROUPINGS,
    /** Every page is read. */
    PAGES,
    /** So are those from which sites are learned: a new epoch begins. */
    SITES
  }

  private static final Map<String, Anew> ANEW =
      Map.ofEntries(
          Map.entry("near_duplicates", Anew.GROUPINGS),
          Map.entry("link_keys", Anew.GROUPINGS),
          Map.entry("links", Anew.GROUPINGS),
          Map.entry("origin", Anew.GROUPINGS),
          Map.entry("article_identity", Anew.PAGES),
          Map.entry("article_fingerprint", Anew.PAGES),
          Map.entry("confidence", Anew.PAGES),
          Map.entry("content_hash", Anew.PAGES),
          Map.entry("dumps", Anew.PAGES),
          Map.entry("language", Anew.PAGES),
          Map.entry("look_alikes", Anew.PAGES),
          Map.entry("normaliser", Anew.PAGES),
          Map.entry("personal_data", Anew.PAGES),
          Map.entry("quality", Anew.PAGES),
          Map.entry("row_digest", Anew.PAGES),
          Map.entry("teaser_identity", Anew.PAGES),
          Map.entry("tokens", Anew.PAGES),
          Map.entry("topics", Anew.PAGES),
          Map.entry("html", Anew.SITES),
          Map.entry("segmenter", Anew.SITES),
          Map.entry("site_models", Anew.SITES));

  @TestFactory
  Iterable<DynamicTest> eachAlgorithmUndoesWhatHangsOnItAndNothingElse() throws Exception {
    BuildSettings settings = ParsedBuild.settings("in", "-o", "out");
    SideFiles none = new SideFiles(null, null, null, null);
    assertThat("all are named", ANEW.keySet(), is(Algorithms.versions().keySet()));
    return Algorithms.versions().keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Anew anew = ANEW.get(name);
                      assertThat(
                          "groupings",
                          isOther(name, all -> MadeFrom.by(all, "1", settings, "model", none)),
                          is(true));
                      assertThat(
                          "pages",
                          isOther(name, Algorithms::ofReading),
                          is(anew.compareTo(Anew.PAGES) >= 0));
                      assertThat(
                          "sites",
                          isOther(name, all -> Epoch.learners(all, settings)),
                          is(anew == Anew.SITES));
                    }))
        .toList();
  }

  private static boolean isOther(String name, Function<Map<String, String>, Object> key) {
    Map<String, String> raised = new TreeMap<>(Algorithms.versions());
    raised.put(name, raised.get(name) + "+");
    return !key.apply(raised).equals(key.apply(Algorithms.versions()));
  }
}
