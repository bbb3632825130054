package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.junit.jupiter.api.Test;

class LineTrainerTest {
  private static final LineTrainer.Settings FEW =
      new LineTrainer.Settings(
          0.5, List.of(new LineTrainer.Network(8, 60, 0.2, 0.2, 0, 0)), List.of());

  private static Page page(int number) {
    String text =
        """
        Menu

        Ferry %d is back at its pier

        By Ana Roe

        The ferry %d was lifted out of the bay on Monday, said the master of the port.

        Nobody was hurt when it sank last spring, and most of its load was saved.

        Related

        Mill number %d turns again
        """
            .formatted(number, number, number);
    return Page.text(number + ".txt", 0, text.getBytes(StandardCharsets.UTF_8));
  }

  private static final List<Label> LABELS =
      List.of(
          Label.BOILERPLATE,
          Label.TITLE,
          Label.BYLINE,
          Label.BODY,
          Label.BODY,
          Label.HEADING,
          Label.TEASER_TITLE);

  private static LineModel model() {
    List<LabelledLines> pages = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pages.add(LabelledLines.of(page(i), SiteModel.NONE, LABELS, 1));
    }
    return LineTrainer.train(
        new LineTrainer.Pages(pages, List.of(), List.of()), FEW, List.of("a few made pages"));
  }

  @Test
  void aPageLikeThoseLearnedFromIsTakenApart() {
    Segmented found =
        new Segmenter(SegmentSettings.defaults(), model()).segment(page(77), SiteModel.NONE);
    assertThat(found.article().title(), is("Ferry 77 is back at its pier"));
    assertThat(found.article().byline(), is("By Ana Roe"));
    assertThat(found.article().text().split("\n\n").length, is(2));
    assertThat(found.teasers().size(), is(1));
  }

  @Test
  void theSamePagesGiveTheSameBytes() {
    byte[] once = model().toBytes();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertThat(model().toBytes(), is(once));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void chancesOfALineAddUpToOne() {
    Page page = page(5);
    UnitScanner scanner = new UnitScanner(page.payload(), Markers.LISTED);
    List<Unit> units = new UnitReader(page.payload(), scanner).read();
    new LineEvidence(units, SiteModel.NONE, scanner).mark(page);
    LinePosteriors likely = LinePosteriors.of(LineModel.shipped(), units, SiteModel.NONE, scanner);
    LinePosteriors byRows =
        LinePosteriors.of(
            LineModel.shipped(), LabelledLines.rows(units, SiteModel.NONE, scanner, null));
    for (int i = 0; i < units.size(); i++) {
      double sum = 0;
      for (int s = 0; s < LineModel.STATES; s++) {
        State state = State.values()[s];
        sum += likely.of(i, state);
        assertThat(byRows.of(i, state), is(likely.of(i, state)));
      }
      assertThat(sum, closeTo(1, 1e-9));
      assertThat(byRows.titlePoints(i), is(likely.titlePoints(i)));
    }
  }

  @Test
  void moreOrFewerLabelsThanLinesAreRefused() {
    IllegalArgumentException few =
        assertThrows(
            IllegalArgumentException.class,
            () -> LabelledLines.of(page(1), SiteModel.NONE, LABELS.subList(0, 6), 1));
    assertThat(few.getMessage(), containsString("6 given for 7 lines"));
    List<Label> more = new ArrayList<>(LABELS);
    more.add(Label.BOILERPLATE);
    assertThrows(
        IllegalArgumentException.class, () -> LabelledLines.of(page(1), SiteModel.NONE, more, 1));
  }

  @Test
  void threadsAndLocalesGiveTheSameSpans() throws Exception {
    List<Page> pages = new ArrayList<>();
    for (Path folder : PagesTest.pages()) {
      byte[] text = Files.readAllBytes(folder.resolve("page.txt"));
      pages.add(Page.text(folder.getFileName().toString(), 0, text));
    }
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    List<Object> alone = spans(segmenter, pages);
    assertThat(alone.size(), greaterThan(50));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Object>>> tasks = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tasks.add(() -> spans(segmenter, pages));
      }
      for (Future<List<Object>> found : threads.invokeAll(tasks)) {
        assertThat(found.get(), is(alone));
      }
    } finally {
      threads.shutdown();
      Locale.setDefault(before);
    }
  }

  private static List<Object> spans(Segmenter segmenter, List<Page> pages) {
    List<Object> spans = new ArrayList<>();
    for (Page page : pages) {
      spans.add(segmenter.segment(page, SiteModel.NONE).spans());
    }
    return spans;
  }

  @Test
  void reasonsSayTheNextLabelAndTheTraits() throws IOException {
    byte[] text = Files.readAllBytes(Path.of("testdata/pages/brief/page.txt"));
    Page page = Page.text("page.txt", 0, text);
    String shown =
        Explanation.renderAnsi(
            page,
            new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE),
            SiteModel.NONE);
    assertThat(shown, containsString("ahead of boilerplate: "));
    assertThat(shown, containsString("ahead of the next line: "));
  }
}
