package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.command.Commands;
import org.copydesk.report.life.PageLife;
import org.copydesk.report.life.PageLives;
import org.copydesk.storage.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code why} for a sample of kept, removed and left-out pages and of addresses that nothing has,
 * against the tables of a generated corpus. {@code make why N=300000} does it at scale and prints
 * processor seconds by kind: of the look-up in this process for each, and of the whole command for
 * some; a corpus that is there already is looked at with {@code -Dcopydesk.why.corpus=OUTPUT}.
 */
class WhyAtScaleTest {
  private static final int PAGES = Integer.getInteger("copydesk.why", 400);
  private static final boolean IS_LARGE = PAGES >= 100_000;
  private static final int KEPT = IS_LARGE ? 1_000 : 40;
  private static final int OTHERS = IS_LARGE ? 100 : 10;

  /** The program as users start it; null where it is not measured. */
  private static final String PROGRAM = System.getProperty("copydesk.why.program");

  private static final int COMMANDS_A_KIND = 5;
  private static final String ADDRESSED = " where url is not null";
  private static final String PLACE = "source_file || '#' || source_record";

  /** What is asked for, and how long that took. */
  private record Asked(String what, double seconds) {}

  private final Map<String, List<Asked>> asked = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static Corpus corpus;

  @BeforeAll
  static void build() throws Exception {
    String given = System.getProperty("copydesk.why.corpus");
    if (given != null) {
      corpus = Corpus.published(Path.of(given));
      return;
    }
    // Records with addresses, and pages of text, which have teasers and no address.
    Path records = generate("records", PAGES, "--format=jsonl");
    Path texts = generate("texts", PAGES / 10, "--format=text", "--pages-per-file=500", "--seed=2");
    // Damaged records: lines of JSON that end behind their address.
    Path damaged = records.resolve("damaged.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * OTHERS; i++) {
      lines.append("{\"url\": \"https://damaged.example/").append(i).append("\", \"text\": \n");
    }
    Files.writeString(damaged, lines);
    corpus =
        Corpus.build(
            folder.resolve("corpus"),
            records.toString(),
            texts.toString(),
            "--topics=false",
            "--language=false",
            "--max-rejected-files=100",
            "--max-rejected-bytes=100");
  }

  private static Path generate(String name, int pages, String... more) {
    Path to = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(List.of("generate", "-o", to.toString(), "--pages=" + pages, "--no-truth"));
    arguments.addAll(List.of(more));
    assertThat(Commands.run(arguments.toArray(String[]::new)), is(0));
    return to.resolve("dumps");
  }

  private static List<List<Object>> sample(String columns, String from, int count) {
    return corpus.query(
        "select " + columns + " from " + from + " order by md5(" + PLACE + ") limit " + count);
  }

  private PageLife why(String kind, String what) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    PageLife life = PageLives.of(Storage.local(corpus.generation()), null, what);
    double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
    asked.computeIfAbsent(kind, one -> new ArrayList<>()).add(new Asked(what, seconds));
    return life;
  }

  /** The page at a place, among as many as the tables have of what is asked for. */
  private PageLife.Page page(String kind, String what, Object place, long pages) throws Exception {
    PageLife life = why(kind, what);
    assertThat(what, life == null ? 0 : life.pages().all(), is(pages));
    return life.pages().shown().stream()
        .filter(page -> (page.sourceFile() + "#" + page.sourceRecord()).equals(place))
        .findFirst()
        .orElseThrow(() -> new AssertionError(what + " does not lead to " + place));
  }

  /** How many pages the tables have of each address. */
  private static Map<Object, Long> pagesByAddress() {
    Map<Object, Long> pages = new HashMap<>();
    for (List<Object> row :
        corpus.query(
            "select url, count(distinct place) from (select url, "
                + PLACE
                + " as place from {articles} union all select url, "
                + PLACE
                + " from {removed} union all select url, "
                + PLACE
                + " from {rejects}) where url is not null group by url")) {
      pages.put(row.get(0), (Long) row.get(1));
    }
    return pages;
  }

  @Test
  void whatIsToldIsWhatTheTablesHave() throws Exception {
    Map<Object, Long> pages = pagesByAddress();
    for (List<Object> row :
        sample(PLACE + ", url, id, title, cluster_size", "{articles}" + ADDRESSED, KEPT)) {
      String url = (String) row.get(1);
      PageLife.Page page = page("kept", url, row.get(0), pages.get(url));
      assertThat(page.fate(), is("kept"));
      assertThat(page.id(), is(row.get(2)));
      assertThat(page.title(), is(row.get(3)));
      assertThat(page.kept().clusterSize(), is(row.get(4)));
    }
    for (List<Object> row :
        sample(PLACE + ", url, reason, kept_id", "{removed}" + ADDRESSED, OTHERS)) {
      String url = (String) row.get(1);
      PageLife.Page page = page("removed", url, row.get(0), pages.get(url));
      assertThat(page.fate(), is("removed"));
      assertThat(page.removed().reason(), is(row.get(2)));
      assertThat(page.removed().keptId(), is(row.get(3)));
      assertThat(page.removed().to().id(), is(row.get(3)));
    }
    for (List<Object> row :
        sample(PLACE + ", url, reason", "{rejects} where outcome = 'rejected'", OTHERS)) {
      String url = (String) row.get(1);
      PageLife.Page page = page("rejected", url, row.get(0), pages.get(url));
      assertThat(page.fate(), is("rejected"));
      assertThat(page.rejects().shown().get(0).reason(), is(row.get(2)));
    }
    for (int i = 0; i < OTHERS; i++) {
      assertThat(why("unknown", "https://nowhere.example/" + i), is(nullValue()));
    }
    assertThat(counts(), is(List.of(KEPT, OTHERS, OTHERS, OTHERS)));
    tell();
  }

  @Test
  void placesAndIdsLeadToTheSamePagesAsAddresses() throws Exception {
    for (String table : List.of("articles", "removed")) {
      for (List<Object> row : sample(PLACE + ", id", "{" + table + "}", OTHERS)) {
        String id = (String) row.get(1);
        PageLife.Page page = page("place", (String) row.get(0), row.get(0), 1);
        assertThat(page.id(), is(id));
        long ofId =
            (Long) corpus.value("select count(*) from {articles} where id = '" + id + "'")
                + (Long) corpus.value("select count(*) from {removed} where id = '" + id + "'");
        assertThat(page("id", id, row.get(0), ofId).id(), is(id));
      }
    }
    for (List<Object> row : sample(PLACE, "{rejects} where outcome = 'rejected'", OTHERS)) {
      PageLife.Page page = page("place", (String) row.get(0), row.get(0), 1);
      assertThat(page.fate(), is("rejected"));
    }
    tell();
  }

  private List<Integer> counts() {
    return asked.values().stream().map(List::size).toList();
  }

  private void tell() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "why: %d articles; processor seconds of a look-up, and of %d whole commands each%n",
        corpus.count("articles"),
        PROGRAM == null ? 0 : COMMANDS_A_KIND);
    for (Map.Entry<String, List<Asked>> kind : asked.entrySet()) {
      List<Double> commands = new ArrayList<>();
      for (int i = 0; PROGRAM != null && i < COMMANDS_A_KIND; i++) {
        commands.add(
            command(kind.getValue().get(i * kind.getValue().size() / COMMANDS_A_KIND).what()));
      }
      System.out.printf(
          Locale.ROOT,
          "  %-9s %5d   %s   %s%n",
          kind.getKey(),
          kind.getValue().size(),
          figures(kind.getValue().stream().map(Asked::seconds).toList()),
          figures(commands));
    }
  }

  private static String figures(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.isEmpty()
        ? "-"
        : String.format(
            Locale.ROOT,
            "median %.3f, most %.3f",
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() - 1));
  }

  /** User and system seconds of the program and its children. */
  private static double command(String what) throws Exception {
    String output = corpus.generation().getParent().getParent().toString();
    Process process =
        new ProcessBuilder(
                "sh", "-c", "\"$@\" > /dev/null 2>&1; times", "sh", PROGRAM, "why", output, what)
            .redirectErrorStream(true)
            .start();
    List<String> printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .lines()
            .toList();
    assertThat(process.waitFor(), is(0));
    // The shell's own times, then those of its children: "0m1.20s 0m0.30s".
    double seconds = 0;
    for (String time : printed.get(1).split(" ")) {
      String[] parts = time.split("[ms]");
      seconds += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }
    return seconds;
  }
}
