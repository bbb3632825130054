package org.copydesk.pipeline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copydesk.dump.DumpFile;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.quality.QualityRules;
import org.copydesk.segment.SiteModels;
import org.copydesk.text.WorkLimit;
import org.junit.jupiter.api.Test;

/**
 * One page in a hundred fails in some way: it is a reject for that reason, and no other page is.
 */
class PoisonedPagesTest {
  private static final int PAGES = 600;

  private static final BuildSettings SETTINGS =
      new BuildSettings(
          true, true, false, false, false, false, null, QualityRules.NONE, List.of(), null, false);

  /** What a page may do to its reader. */
  private enum Poison {
    THROWS(Reason.SEGMENTER_FAILED),
    OVERFLOWS(Reason.SEGMENTER_OVERFLOWED),
    NEVER_ENDS(Reason.TIME_LIMIT);

    private final Reason reason;

    Poison(Reason reason) {
      this.reason = reason;
    }

    static Poison of(long record) {
      return record % 100 == 41 ? values()[(int) (record / 100) % 3] : null;
    }
  }

  /** What came out, a line each. */
  private static final class Seen implements PageDesk.Out {
    private final List<String> lines = new ArrayList<>();
    private final Map<Long, Rejected> rejected = new TreeMap<>();
    private long pages;

    @Override
    public void article(Annotator.Annotated article) {
      lines.add("article " + article.article().sourceRecord() + " " + article.article().id().hex());
    }

    @Override
    public void teasers(Page page, List<Teaser> teasers, String site) {
      teasers.forEach(teaser -> lines.add("teaser " + page.sourceRecord() + " " + teaser));
    }

    @Override
    public void span(Page page, Span span) {
      lines.add("span " + page.sourceRecord() + " " + span);
    }

    @Override
    public void rejected(Rejected reject) {
      if (reject.reason().outcome() == Reason.Outcome.REJECTED) {
        rejected.put(reject.sourceRecord(), reject);
      }
      lines.add("reject " + reject.sourceRecord() + " " + reject.reason());
    }

    @Override
    public void page(String site, boolean hasArticle, int teasers) {
      pages++;
    }

    private Stream<String> linesOfSound() {
      return lines.stream().filter(line -> Poison.of(Long.parseLong(line.split(" ")[1])) == null);
    }
  }

  @Test
  void everyPoisonedPageIsARejectForItsReasonAndTheRestIsUntouched() throws IOException {
    PageReader reader = new PageReader(SiteModels.NONE);
    Seen clean = read(reader::read);
    Seen poisoned = read(page -> poison(Poison.of(page.sourceRecord()), page, reader));

    assertThat(poisoned.linesOfSound().toList(), is(clean.linesOfSound().toList()));
    assertThat(poisoned.pages, is((long) PAGES));
    assertThat(poisoned.rejected.size(), is(PAGES / 100));
    poisoned.rejected.forEach(
        (record, reject) -> {
          assertThat(reject.reason(), is(Poison.of(record).reason));
          assertThat(
              "no words of the page", reject.message().contains("words of the page"), is(false));
        });
  }

  private static PageDesk.Reading poison(Poison poison, Page page, PageReader reader) {
    if (poison == null) {
      return reader.read(page);
    }
    return switch (poison) {
      case THROWS -> throw new IllegalStateException("words of the page");
      case OVERFLOWS -> overflow(page, reader, 0);
      case NEVER_ENDS -> {
        while (true) {
          WorkLimit.check();
        }
      }
    };
  }

  @SuppressWarnings("InfiniteRecursion")
  private static PageDesk.Reading overflow(Page page, PageReader reader, int depth) {
    PageDesk.Reading deeper = overflow(page, reader, depth + 1);
    return depth < 0 ? reader.read(page) : deeper;
  }

  private static Seen read(PageDesk.Reader reader) throws IOException {
    PageDesk desk = new PageDesk(reader, new Annotator(SETTINGS), true, 0.05);
    List<byte[]> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("testdata/dumps/tri-county-post"))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readAllBytes(file));
      }
    }
    Seen seen = new Seen();
    for (int record = 0; record < PAGES; record++) {
      desk.take(Page.text("pages.txt", record, texts.get(record % texts.size())), seen);
    }
    return seen;
  }

  @Test
  void aRecordOverItsBoundIsARejectAndItsNeighboursAreRead() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int record = 0; record < PAGES; record++) {
      int words = record % 100 == 41 ? 4000 : 20;
      lines.append("{\"text\":\"").append("word ".repeat(words)).append("\"}\n");
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    List<Long> read = new ArrayList<>();
    Map<Long, Reason> rejected = new TreeMap<>();
    new DumpReader(DumpSettings.defaults().withBounds(10_000, 10_000, 1L << 30))
        .read(
            new DumpFile("many.jsonl", bytes.length, () -> new java.io.ByteArrayInputStream(bytes)),
            new DumpSink() {
              @Override
              public void page(Page page) {
                read.add(page.sourceRecord());
              }

              @Override
              public void rejected(Rejected reject) {
                rejected.put(reject.sourceRecord(), reject.reason());
              }
            });
    assertThat(read.size(), is(PAGES - PAGES / 100));
    assertThat(rejected.size(), is(PAGES / 100));
    rejected.forEach(
        (record, reason) -> {
          assertThat(record % 100, is(41L));
          assertThat(reason, is(not(Reason.JSON_MALFORMED)));
        });
  }
}
