package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copydesk.QualityFloors;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.evaluate.Rendering;
import org.copydesk.model.Label;
import org.copydesk.segment.LineTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real pages rendered to text, as several dumpers write them, each judged by a model that learned
 * as the shipped one did and has not seen its host.
 */
@Tag("quality")
class RealTextQualityTest {
  private static final Path DATA = Path.of("../shared/data/page-text");
  private static final Path HTML = Path.of("../shared/data/html-wcxb");

  @Test
  void realPagesAreTakenApartByModelsOfOtherHosts() throws IOException {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    TrainPages.Sources sources =
        new TrainPages.Sources(
            DATA.resolve("labels.tsv"),
            DATA.resolve("text"),
            HTML,
            Path.of("testdata/pages"),
            80,
            400,
            Integer.MAX_VALUE);
    TrainPages pages = TrainPages.of(sources, LineTrainer.Settings.standard(), out);
    LineFigures figures = new LineFigures();
    Map<Rendering, PagesEvaluation> rendered = new EnumMap<>(Rendering.class);
    pages.eachFold(
        (segmenter, fold) -> {
          pages.judge(segmenter, fold, figures);
          for (Rendering rendering : Rendering.values()) {
            rendered.computeIfAbsent(rendering, k -> new PagesEvaluation());
            pages.judge(segmenter, fold, rendering, rendered.get(rendering));
          }
        });
    out.print(figures.text());
    rendered.forEach((rendering, found) -> out.print(rendering + "\n" + found.result().text()));
    out.flush();
    PagesResult result = figures.result();
    assertThat(result.bodyF1(), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_BODIES));
    assertThat(result.exact().get("title"), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_TITLES));
    assertThat(result.teasers().f1(), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_TEASERS));
    assertThat(
        result.teasers().precision(), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_PRECISION));
    assertThat(result.leakage(), lessThanOrEqualTo(QualityFloors.REAL_TEXT_LEAKS));
    assertThat(result.missedArticles(), is(0L));
    assertThat(figures.f1(Label.BYLINE), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_BYLINES));
    assertThat(figures.f1(Label.DATE), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_DATES));
    assertThat(
        figures.f1(Label.TEASER_SNIPPET), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_SNIPPETS));
  }

  /** The labels of lines are read as the file beside them gives their pages. */
  @Test
  void labelsGiveTheTeasersOfTheirGoldFile() throws IOException {
    Map<String, PageRecord> gold = new HashMap<>();
    PageRecord.read(DATA.resolve("gold.jsonl"), page -> gold.put(page.sourceFile(), page));
    for (LabelledText page : LabelledText.read(DATA.resolve("labels.tsv"), DATA.resolve("text"))) {
      String file = page.page().sourceFile();
      assertThat(file, teasers(page.record()), is(teasers(gold.get(file))));
    }
  }

  private static List<String> teasers(PageRecord page) {
    return page.teasers().stream()
        .map(teaser -> teaser.title() + "\n" + Objects.requireNonNullElse(teaser.snippet(), ""))
        .toList();
  }
}
