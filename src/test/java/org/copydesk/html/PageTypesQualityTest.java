package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.QualityFloors;
import org.copydesk.html.LabelledPages.Labelled;
import org.copydesk.model.PageType;
import org.copydesk.segment.SiteModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Page types of WCXB: weights are learned on the half to develop on and measured on the other. With
 * COPYDESK_PAGE_KINDS set to a path, the learned weights are written there.
 */
@Tag("quality")
class PageTypesQualityTest {
  private static final double PENALTY = .006;
  private static final int BINS = 10;

  private final HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());

  @Test
  void confidencesOfTypesAreWhatTheySay() throws IOException {
    List<KindTrainer.Example> learned = new ArrayList<>();
    double[] stated = new double[BINS];
    int[] right = new int[BINS];
    int[] pages = new int[BINS];
    for (Labelled gold : LabelledPages.wcxb()) {
      HtmlSegmenter.Judged judged = segmenter.judged(gold.page(), SiteModel.NONE);
      PageType type = PageType.valueOf(gold.group().toUpperCase(Locale.ROOT));
      if (gold.isToDevelopOn()) {
        learned.add(new KindTrainer.Example(judged.evidence().values(), type));
        continue;
      }
      PageKind kind = judged.kind();
      PageType found = kind.type() == PageType.LIVE ? PageType.ARTICLE : kind.type();
      int bin = Math.min(BINS - 1, (int) (kind.confidence() * BINS));
      stated[bin] += kind.confidence();
      right[bin] += found == type ? 1 : 0;
      pages[bin]++;
    }
    double error = 0;
    int all = 0;
    int allRight = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(stated[bin] - right[bin]);
      all += pages[bin];
      allRight += right[bin];
    }
    System.out.printf(
        Locale.ROOT,
        "page types, judge half: accuracy %.4f ECE %.4f of %d%n",
        (double) allRight / all,
        error / all,
        all);
    String path = System.getenv("COPYDESK_PAGE_KINDS");
    if (path != null) {
      KindTrainer.write(new KindTrainer(PENALTY).train(learned), Path.of(path));
    }
    assertThat(error / all, lessThanOrEqualTo(QualityFloors.PAGE_TYPE_CALIBRATION));
  }
}
