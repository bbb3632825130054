package org.copydesk.train;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.copydesk.QualityFloors;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.segment.LineTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real pages rendered to text, each judged by a model that learned as the shipped one did and has
 * not seen its host.
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
    LineFigures figures =
        TrainPages.of(sources, LineTrainer.Settings.standard(), out).crossValidate();
    out.print(figures.text());
    out.flush();
    PagesResult result = figures.result();
    assertThat(result.bodyF1(), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_BODIES));
    assertThat(result.exact().get("title"), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_TITLES));
    assertThat(result.teasers().f1(), greaterThanOrEqualTo(QualityFloors.REAL_TEXT_TEASERS));
    assertThat(result.leakage(), lessThanOrEqualTo(QualityFloors.REAL_TEXT_LEAKS));
  }
}
