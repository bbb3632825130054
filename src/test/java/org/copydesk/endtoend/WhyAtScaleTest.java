package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.command.Commands;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLives;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code why} for a sample of kept, removed and left-out pages and of addresses that nothing has,
 * against the tables of a generated corpus. {@code make why N=300000} does it at scale, with the
 * processor time of each; a corpus that is there already is looked at with {@code
 * -Dcopydesk.why.corpus=OUTPUT}.
 */
class WhyAtScaleTest {
  private static final int PAGES = Integer.getInteger("copydesk.why", 400);
  private static final boolean IS_LARGE = PAGES >= 100_000;
  private static final int KEPT = IS_LARGE ? 1_000 : 40;
  private static final int OTHERS = IS_LARGE ? 100 : 10;
  private static final String PLACE = "source_file || '#' || source_record";

  @TempDir static Path folder;
  private static Corpus corpus;

  @BeforeAll
  static void build() throws Exception {
    String given = System.getProperty("copydesk.why.corpus");
    if (given != null) {
      corpus = Corpus.published(Path.of(given));
      return;
    }
    Path dumps = folder.resolve("dumps");
    String[] generate = {
      "generate", "-o", dumps.toString(), "--pages=" + PAGES, "--pages-per-file=500", "--no-truth"
    };
    assertThat(Commands.run(generate), is(0));
    // Damaged records: lines of JSON that end behind their address.
    Path damaged = dumps.resolve("dumps/damaged.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * OTHERS; i++) {
      lines.append("{\"url\": \"https://damaged.example/").append(i).append("\", \"text\": \n");
    }
    Files.writeString(damaged, lines);
    corpus =
        Corpus.build(
            folder.resolve("corpus"),
            dumps.resolve("dumps").toString(),
            "--topics=false",
            "--language=false",
            "--max-rejected-files=100",
            "--max-rejected-bytes=100");
  }

  private static List<List<Object>> sample(String columns, String from, int count) {
    return corpus.query(
        "select " + columns + " from " + from + " order by md5(" + PLACE + ") limit " + count);
  }

  private static PageLife why(String asked, List<Double> seconds) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    PageLife life = PageLives.of(Storage.local(corpus.generation()), null, asked);
    seconds.add((threads.getCurrentThreadCpuTime() - before) / 1e9);
    return life;
  }

  private static PageLife.Page one(String asked, List<Double> seconds) throws Exception {
    PageLife life = why(asked, seconds);
    assertThat(asked, life == null ? 0 : life.pages().all(), is(1L));
    return life.pages().shown().get(0);
  }

  @Test
  void whatIsToldIsWhatTheTablesHave() throws Exception {
    List<Double> seconds = new ArrayList<>();
    List<List<Object>> kept = sample(PLACE + ", id, title, cluster_size", "{articles}", KEPT);
    for (List<Object> row : kept) {
      PageLife.Page page = one((String) row.get(0), seconds);
      assertThat(page.fate(), is("kept"));
      assertThat(page.id(), is(row.get(1)));
      assertThat(page.title(), is(row.get(2)));
      assertThat(page.kept().clusterSize(), is(row.get(3)));
    }
    List<List<Object>> removed = sample(PLACE + ", reason, kept_id", "{removed}", OTHERS);
    for (List<Object> row : removed) {
      PageLife.Page page = one((String) row.get(0), seconds);
      assertThat(page.fate(), is("removed"));
      assertThat(page.removed().reason(), is(row.get(1)));
      assertThat(page.removed().keptId(), is(row.get(2)));
      assertThat(page.removed().to().id(), is(row.get(2)));
    }
    List<List<Object>> rejected =
        sample(PLACE + ", reason, url", "{rejects} where outcome = 'rejected'", OTHERS);
    for (List<Object> row : rejected) {
      for (String asked : List.of((String) row.get(0), (String) row.get(2))) {
        PageLife.Page page = one(asked, seconds);
        assertThat(page.fate(), is("rejected"));
        assertThat(page.sourceFile() + "#" + page.sourceRecord(), is(row.get(0)));
        assertThat(page.rejects().shown().get(0).reason(), is(row.get(1)));
      }
    }
    for (int i = 0; i < OTHERS; i++) {
      assertThat(why("https://nowhere.example/" + i, seconds), is(nullValue()));
    }
    assertThat(rejected.size(), is(OTHERS));
    seconds.sort(null);
    System.out.printf(
        "why: %d articles, %d kept, %d removed, %d rejected, %d unknown; processor seconds each,"
            + " median %.3f, most %.3f%n",
        corpus.count("articles"),
        kept.size(),
        removed.size(),
        rejected.size(),
        OTHERS,
        seconds.get(seconds.size() / 2),
        seconds.get(seconds.size() - 1));
  }
}
