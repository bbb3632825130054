package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night on a cache of which entries are damaged, cut, lost, another's or of another format is the
 * night that it would have been. A list goes to and fro between two, so that each night has
 * something to do, and two full builds say what must come of it.
 */
class DamagedNightsTest {
  /** More of them: {@code make damages}. */
  private static final int DAMAGES = Integer.getInteger("damages", 5);

  private static final int MOST_AT_ONCE = 3;

  @TempDir Path folder;

  private String[] arguments(String list, String... more) throws IOException {
    Path suppressed = Files.writeString(folder.resolve("list"), list + "\n");
    List<String> all = new ArrayList<>(List.of(folder.resolve("made/dumps").toString()));
    all.addAll(List.of("--accept-drift", "--keep-generations=1", "--suppress=" + suppressed));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aDamagedCacheIsMoreWorkAndNeverAnotherResult() throws IOException {
    int made =
        Commands.run(
            "generate",
            "-o",
            folder.resolve("made").toString(),
            "--pages=60",
            "--sites=3",
            "--copies=.25",
            "--pages-per-file=6",
            "--no-truth");
    assertThat(made, is(0));
    Corpus first = Corpus.build(folder.resolve("first"), arguments("https://none.test/1"));
    String kept = (String) first.value("select min(id) from {articles}");
    Path epoch = SeededNights.smallUnits(first, folder.resolve("epoch"));
    List<String> lists = List.of("https://none.test/1", kept);
    List<Map<String, String>> expected = new ArrayList<>();
    for (String list : lists) {
      Path whole = folder.resolve("whole-" + expected.size());
      Corpus full = Corpus.build(whole, arguments(list, "--epoch-of=" + epoch));
      expected.add(SeededNights.parts(full));
    }
    Path output = folder.resolve("nightly");
    Corpus.build(output, arguments(lists.get(0), "--incremental", "--epoch-of=" + epoch));
    SplittableRandom random = new SplittableRandom(26);
    for (int i = 1; i <= DAMAGES; i++) {
      for (int left = random.nextInt(1, MOST_AT_ONCE + 1); left > 0; left--) {
        DamagedCache.damage(output.resolve("cache/units"), random);
      }
      int state = i % lists.size();
      Corpus night = Corpus.build(output, arguments(lists.get(state), "--incremental"));
      assertThat("damage " + i, SeededNights.parts(night), is(expected.get(state)));
    }
  }
}
