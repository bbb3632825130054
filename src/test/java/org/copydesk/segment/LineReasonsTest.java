package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.junit.jupiter.api.Test;

/** What is said of a line is what was asked when the page was taken apart. */
class LineReasonsTest {
  private static final String TEXT =
      "The bakers of Kirnach will open before dawn from Monday on, their guild said.\n\n"
          + "Nobody had asked for it, but the night watch is said to be pleased about rolls.\n";

  private static final Segmenter SEGMENTER = new Segmenter(SegmentSettings.defaults());

  private static Page page(String text) {
    return Page.text("page.txt", 0, text.getBytes(StandardCharsets.UTF_8));
  }

  private static int place(String text, String line) {
    return text.substring(0, text.indexOf(line)).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void whatFieldsHoldHasNoReasonAndTheTextsIsThatOfItsReading() {
    String text =
        "---\ntitle: \"Bakers of Kirnach open before dawn\"\nauthor: Mara Tidewell\n"
            + "date: 2024-03-05\n---\n\n"
            + TEXT;
    TreeMap<Integer, LineReasons.Reason> reasons = SEGMENTER.reasons(page(text), SiteModel.NONE);
    assertThat(reasons.get(place(text, "Bakers of")), is(nullValue()));
    assertThat(reasons.get(place(text, "title:")), is(nullValue()));
    assertThat(reasons.get(place(text, "The bakers")).chance(), greaterThan(0.5));
  }

  @Test
  void linesOfAnotherFormAreFoundWhereTheyStandInThePage() {
    String text =
        "## [Bakers of Kirnach open before dawn](https://mercury.example/dawn)\n\n"
            + TEXT
            + "\n[Ferry](https://mercury.example/ferry)\n\n[Mill](https://mercury.example/mill)\n";
    Page page = page(text);
    TreeMap<Integer, LineReasons.Reason> reasons = SEGMENTER.reasons(page, SiteModel.NONE);
    Segmented found = SEGMENTER.segment(page, SiteModel.NONE);
    int explained = 0;
    for (Span span : found.spans()) {
      boolean isLine = span.label() != Label.SEPARATOR;
      explained += isLine && reasons.containsKey(span.start()) ? 1 : 0;
    }
    assertThat(explained, is(reasons.size()));
    assertThat(reasons.size(), is(5));
  }
}
