package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

/** Credit lines in words that no lexicon has, learned from where they stand. */
class CreditLinesTest {
  private static final String[] PLACES = {
    "Aldmoor", "Brakwater", "Corrin", "Dunholt", "Eastley", "Farrow", "Gannet", "Hexley"
  };

  private static List<Page> pages(String name, String under, String credit) {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < PLACES.length; i++) {
      List<String> blocks = new ArrayList<>();
      blocks.add(name);
      blocks.add("Kolva sonta merida bran " + PLACES[i] + " tolka vesti");
      for (int k = 0; k < 4; k++) {
        blocks.add(
            "Sorve kanta "
                + PLACES[i]
                + " mori delta, vesna "
                + (i * 7 + k)
                + " torra lin "
                + PLACES[(i + k) % PLACES.length]
                + " belma sorto kavi.");
      }
      if (under != null) {
        blocks.add(under + " " + PLACES[i] + ", " + PLACES[(i + 3) % PLACES.length]);
      }
      blocks.add(credit);
      blocks.add("Vesti torra kolva");
      for (int k = 1; k < 4; k++) {
        blocks.add("Tolka sorve " + PLACES[(i + k) % PLACES.length] + " delta mori vesna");
        blocks.add("Kanta belma lin " + PLACES[(i + k) % PLACES.length] + " sorto torra vesna ...");
      }
      byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
      pages.add(Page.text(i + ".txt", 0, payload));
    }
    return pages;
  }

  private static String provider(List<Page> pages) {
    SiteSample sample = new SiteSample(100);
    pages.forEach(sample::add);
    SiteModels sites = SiteModels.learn(sample);
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    return segmenter.segment(pages.get(2), sites).article().provider();
  }

  @Test
  void theLineUnderTheTextThatNamesThePaper() {
    assertThat(
        provider(pages("Merida Vesna", null, "Brantika sol Merida Vesna")),
        is("Brantika sol Merida Vesna"));
  }

  @Test
  void theLineInBracketsOrOfOneNameAfterAColon() {
    assertThat(provider(pages("Vesna", null, "(Sol Merida Kanta)")), is("(Sol Merida Kanta)"));
    assertThat(
        provider(pages("Vesna", null, "Brantika: Merida Kanta")), is("Brantika: Merida Kanta"));
  }

  @Test
  void aLineOfThePageMayStandBetween() {
    assertThat(
        provider(pages("Merida Vesna", "Tolka:", "© 2025 Merida Vesna. Brantika sol.")),
        is("© 2025 Merida Vesna. Brantika sol."));
  }

  @Test
  void otherFurnitureThereIsNoCredit() {
    assertThat(provider(pages("Merida Vesna", null, "Kolva sorve tolka")), nullValue());
    assertThat(provider(pages("Vesna", null, "Kolva: tolka, sorve, belma")), nullValue());
  }
}
