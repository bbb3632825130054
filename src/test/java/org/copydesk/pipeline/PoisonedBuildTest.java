package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copydesk.command.Commands;
import org.copydesk.command.ParsedBuild;
import org.copydesk.endtoend.Corpus;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.pipeline.pages.PageReader;
import org.copydesk.pipeline.pages.PageReaders;
import org.copydesk.pipeline.pages.TakePagesApart;
import org.copydesk.pipeline.work.Room;
import org.copydesk.segment.SiteModels;
import org.copydesk.storage.Storage;
import org.copydesk.text.WorkLimit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole build of which one record in a hundred throws, overflows the stack, never ends or is over
 * its bound: each is a reject for its reason, and every other row of every table is as it was.
 */
class PoisonedBuildTest {
  private static final int RECORDS = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a record may do to a build; the last does it in the input itself. */
  private enum Poison {
    THROWS(Reason.SEGMENTER_FAILED),
    OVERFLOWS(Reason.SEGMENTER_OVERFLOWED),
    NEVER_ENDS(Reason.WORK_LIMIT),
    TOO_LARGE(Reason.LINE_TOO_LONG);

    private final Reason reason;

    Poison(Reason reason) {
      this.reason = reason;
    }

    /** Null for a sound record. */
    static Poison of(long record) {
      return record % 100 == 41 ? values()[(int) (record / 100 % values().length)] : null;
    }
  }

  @TempDir static Path folder;
  private static Corpus clean;
  private static Corpus poisoned;

  @BeforeAll
  static void buildTwice() throws Exception {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    write(dumps.resolve("pages.jsonl"));
    clean = build(folder.resolve("clean"), dumps, new PageReaders.ByKind(HtmlSettings.defaults()));
    poisoned = build(folder.resolve("poisoned"), dumps, PoisonedBuildTest::readers);
  }

  private static Corpus build(Path output, Path dumps, PageReaders readers) throws Exception {
    RunBuild.Request request =
        ParsedBuild.request(
            dumps.toString(), "-o", output.toString(), "--spans=true", "--keep-removed-text=true");
    new RunBuild(request, told -> {}, Storage.local(output), readers, Room.DEFAULT).run();
    assertThat(Commands.run("verify", output.toString()), is(0));
    return Corpus.published(output);
  }

  /** Pages of two sites again and again, and between them the poisoned, which are like no other. */
  private static void write(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String site : List.of("tri-county-post", "harbour-ledger")) {
      try (Stream<Path> pages = Files.list(Path.of("testdata/dumps", site))) {
        for (Path page : pages.sorted().toList()) {
          texts.add(Files.readString(page));
        }
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int record = 0; record < RECORDS; record++) {
        Poison poison = Poison.of(record);
        String text = poison == null ? texts.get(record % texts.size()) : alone(record);
        if (poison == Poison.TOO_LARGE) {
          text = (text + "\n").repeat((17 << 20) / text.length());
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put("text", text);
        fields.put("url", "https://site" + record % 7 + ".test/" + record);
        out.write(JSON.writeValueAsString(fields));
        out.write('\n');
      }
    }
  }

  private static String alone(int record) {
    StringBuilder text = new StringBuilder("Heading " + word(record, 0) + "\n\n");
    for (int i = 1; i < 90; i++) {
      text.append(word(record, i)).append(i % 15 == 0 ? ".\n\n" : " ");
    }
    return text.toString();
  }

  private static String word(int record, int i) {
    return "w" + Integer.toString((record * 100 + i) * 7919, 36);
  }

  private static TakePagesApart.Reader readers(SiteModels sites) {
    PageReader reader = new PageReader(sites, HtmlSettings.defaults());
    return page -> poison(Poison.of(page.sourceRecord()), page, reader);
  }

  private static TakePagesApart.Reading poison(Poison poison, Page page, PageReader reader) {
    if (poison == null) {
      return reader.read(page);
    }
    return switch (poison) {
      case THROWS -> throw new IllegalStateException("words of the page");
      case OVERFLOWS -> overflow(page, reader, 0);
      case NEVER_ENDS -> {
        try (WorkLimit limit = WorkLimit.begin(50_000)) {
          while (true) {
            WorkLimit.check();
          }
        }
      }
      case TOO_LARGE -> throw new AssertionError("a record over the bound became a page");
    };
  }

  @SuppressWarnings("InfiniteRecursion")
  private static TakePagesApart.Reading overflow(Page page, PageReader reader, int depth) {
    TakePagesApart.Reading deeper = overflow(page, reader, depth + 1);
    return depth < 0 ? reader.read(page) : deeper;
  }

  @Test
  void everyPoisonedRecordIsARejectForItsReason() {
    Map<Long, String> expected = new TreeMap<>();
    for (long record = 0; record < RECORDS; record++) {
      if (Poison.of(record) != null) {
        expected.put(record, Poison.of(record).reason.stored());
      }
    }
    Map<Long, String> rejected = new TreeMap<>();
    poisoned
        .query("select source_record, reason from {rejects} where outcome = 'rejected'")
        .forEach(row -> rejected.put((Long) row.get(0), (String) row.get(1)));
    assertThat(rejected, is(expected));
    assertThat(
        "words of a page in a message",
        poisoned.query("select 1 from {rejects} where message like '%words of the page%'"),
        is(empty()));
  }

  @Test
  void everyOtherRowIsAsItWas() {
    String sound = " where source_record % 100 <> 41 ";
    for (String table : List.of("articles", "removed", "rejects", "spans", "teaser_occurrences")) {
      assertThat(table, rows(poisoned, table, sound), is(rows(clean, table, sound)));
      assertThat(table, rows(clean, table, sound).size(), greaterThan(0));
    }
    assertThat(rows(poisoned, "teasers", ""), is(rows(clean, "teasers", "")));
    assertThat(rows(clean, "teasers", "").size(), greaterThan(0));
  }

  private static List<List<Object>> rows(Corpus corpus, String table, String where) {
    List<List<Object>> rows =
        corpus.query("select t::text from {" + table + "} t " + where + " order by 1");
    return rows;
  }
}
