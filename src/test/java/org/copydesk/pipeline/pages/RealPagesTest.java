package org.copydesk.pipeline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.QualityFloors;
import org.copydesk.command.ParsedBuild;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.html.HtmlSettings;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.pipeline.work.BuildSettings;
import org.copydesk.segment.SiteModels;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No bound may cost a real page: every page of three public sets goes the way of a build, from its
 * file to what is measured on its article.
 */
@Tag("quality")
class RealPagesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final List<String> SETS = List.of("html-wcxb", "html-segments", "html-daniel");
  private static final int PAGES = 2_666;

  private final List<String> rejected = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  @Test
  void noPageOfARealSetIsRejected() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "no data beside the checkout");
    DumpSettings bounds = DumpSettings.defaults();
    DumpReader reader = new DumpReader(bounds);
    BuildSettings settings = ParsedBuild.settings("unused.txt", "-o", "unused");
    TakePagesApart desk =
        new TakePagesApart(
            new PageReader(SiteModels.NONE, HtmlSettings.defaults()),
            new Annotator(settings),
            false,
            bounds.maxFieldChars());
    for (String set : SETS) {
      try (Stream<Path> files = Files.list(DATA.resolve(set).resolve("pages"))) {
        for (Path file : files.sorted().toList()) {
          String name = set + "/" + file.getFileName();
          DumpFile dump = new DumpFile(name, Files.size(file), () -> Files.newInputStream(file));
          reader.read(dump, sink(desk));
          seen.add(name);
        }
      }
    }
    System.out.println(rejected.size() + " of " + seen.size() + " real pages rejected " + rejected);
    assertThat(seen, hasSize(PAGES));
    assertThat(rejected.size(), is(lessThanOrEqualTo(QualityFloors.REAL_PAGES_REJECTED)));
    assertThat("values cut", desk.fieldsCut(), is(0L));
  }

  private void note(Rejected reject) {
    if (reject.reason().outcome() == Reason.Outcome.REJECTED) {
      rejected.add(reject.sourceFile() + " " + reject.reason().stored());
    }
  }

  private DumpSink sink(TakePagesApart desk) {
    return new DumpSink() {
      @Override
      public void page(Page page) {
        try {
          desk.take(page, new Noting());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void rejected(Rejected reject) {
        note(reject);
      }
    };
  }

  private final class Noting implements TakePagesApart.Out {
    @Override
    public void article(Annotator.Annotated article) {}

    @Override
    public void teasers(Page page, List<Teaser> teasers, String site, boolean isFront) {}

    @Override
    public void span(Page page, Span span) {}

    @Override
    public void rejected(Page page, Rejected reject, String site) {
      note(reject);
    }

    @Override
    public void part(Page page, Rejected part, String site) {}

    @Override
    public void page(String site, boolean hasArticle, int teasers) {}
  }
}
