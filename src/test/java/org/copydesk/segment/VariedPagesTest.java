package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copydesk.evaluate.DumpPages;
import org.copydesk.evaluate.PageRecord;
import org.copydesk.evaluate.PagesEvaluation;
import org.copydesk.evaluate.PagesResult;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

/** Pages as sites of many kinds and languages print them, each by itself, with menus and all. */
class VariedPagesTest {
  @Test
  void pagesOfManyKindsAreTakenApart() throws IOException {
    PagesEvaluation evaluation = new PagesEvaluation();
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    for (Path folder : PagesTest.pages()) {
      Path truth = folder.resolve("truth.jsonl");
      if (Files.exists(truth)) {
        byte[] payload = Files.readAllBytes(folder.resolve("page.txt"));
        Page page = Page.text(folder.getFileName() + "/page.txt", 0, payload);
        PageRecord found = DumpPages.record(page, segmenter.segment(page, SiteModel.NONE));
        PageRecord.read(truth, gold -> evaluation.add(gold, found));
      }
    }
    PagesResult result = evaluation.result();
    assertThat(result.text(), result.bodyF1(), greaterThanOrEqualTo(.995));
    assertThat(result.text(), result.exact().get("title"), greaterThanOrEqualTo(.99));
    assertThat(result.text(), result.exact().get("byline"), greaterThanOrEqualTo(.95));
    assertThat(result.text(), result.exact().get("published_at"), greaterThanOrEqualTo(.99));
    assertThat(result.text(), result.exact().get("provider"), greaterThanOrEqualTo(.95));
    assertThat(result.text(), result.teasers().f1(), greaterThanOrEqualTo(.99));
    assertThat(result.text(), result.leakage(), is(0.0));
  }
}
