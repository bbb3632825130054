package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.copydesk.model.Page;
import org.copydesk.segment.SiteModel;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.junit.jupiter.api.Test;

/** Lines that no rule knows and that every article of a site has. */
class SiteKnowledgeTest {
  private static final HtmlSegmenter SEGMENTER = new HtmlSegmenter(HtmlSettings.defaults());
  private static final String HOUSE_LINE =
      "Our harbour desk answers letters on every working day between nine and noon.";
  private static final String[] TOWNS = {
    "Brackwater", "Saltmarsh", "Eastpier", "Gullhaven", "Stonequay", "Reedmouth"
  };

  private static Page page(int number) {
    String town = TOWNS[number % TOWNS.length];
    String html =
        "<html lang='en'><body><article><h1>Pier number "
            + number
            + " of "
            + town
            + " opens</h1><p>The pier of "
            + town
            + " opened on day "
            + number
            + " after three weeks of repairs, the port office said.</p><p>The first "
            + (number + 7)
            + " boats left "
            + town
            + " at dawn and came back with herring, their captains said.</p><p>"
            + HOUSE_LINE
            + "</p><p>Work in "
            + town
            + " will go on for "
            + (number + 3)
            + " weeks because divers found more cracks.</p></article></body></html>";
    return Labelled.page("https://tidewater.example/" + number, html);
  }

  private static SiteModels learned(int pages) {
    SiteSample sample = new SiteSample();
    for (int i = 0; i < pages; i++) {
      sample.add(SEGMENTER.linesToLearnFrom(page(i)));
    }
    return SiteModels.learn(sample);
  }

  @Test
  void aLineOfManyPagesAmongVariedNeighboursIsNoBody() {
    SiteModel site = learned(12).forPage(page(100));
    String text = SEGMENTER.read(page(100), site).segmented().article().text();
    assertThat(text, not(containsString(HOUSE_LINE)));
    assertThat(text, containsString("more cracks."));
    HtmlSegmenterTest.assertCovers(SEGMENTER.read(page(100), site));
  }

  @Test
  void withoutKnowledgeTheLineStays() {
    assertThat(SEGMENTER.segment(page(100)).article().text(), containsString(HOUSE_LINE));
    HtmlSegmenter unknowing =
        new HtmlSegmenter(
            HtmlSettings.defaults().withEvidence(HtmlEvidence.allBut(HtmlEvidence.SITE_KNOWLEDGE)));
    SiteModel site = learned(12).forPage(page(100));
    assertThat(
        unknowing.read(page(100), site).segmented(), is(SEGMENTER.read(page(100)).segmented()));
  }

  @Test
  void anArticlePrintedTwiceTeachesNothingAboutItself() {
    SiteSample sample = new SiteSample();
    for (int i = 0; i < 6; i++) {
      Page same = page(3);
      sample.add(
          SEGMENTER.linesToLearnFrom(
              Labelled.page(
                  "https://paper" + i + ".example/a",
                  new String(same.payload(), java.nio.charset.StandardCharsets.UTF_8))));
    }
    SiteModel site = SiteModels.learn(sample).forPage(page(3));
    assertThat(
        SEGMENTER.read(page(3), site).segmented().article().text(),
        is(SEGMENTER.segment(page(3)).article().text()));
  }
}
