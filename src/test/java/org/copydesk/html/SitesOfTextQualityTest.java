package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.html.LabelledPages.Labelled;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModels;
import org.copydesk.segment.SiteSample;
import org.copydesk.train.RenderedHtml;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What knowing a site brings on real news pages rendered to text, of 371 hosts. */
@Tag("quality")
class SitesOfTextQualityTest {
  /** Its pages leak script into the text. */
  private static final String LEAKING = "express.gr";

  /** Pages of a site from which on it is learned. */
  private static final int LEARNED = 3;

  private record TextPage(Labelled gold, Page page, int ofSite) {}

  private static final class Mean {
    private double without;
    private double with;
    private int pages;

    void add(double alone, double known) {
      without += alone;
      with += known;
      pages++;
    }

    double gain() {
      return (with - without) / pages;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "(%d) alone %.4f, site known %.4f", pages, without / pages, with / pages);
    }
  }

  @Test
  void whatIsKnownOfASiteHelpsAndHarmsNone() throws IOException {
    List<TextPage> pages = read();
    SiteSample sample = new SiteSample();
    pages.forEach(each -> sample.add(each.page()));
    SiteModels sites = SiteModels.learn(sample);
    Segmenter segmenter = new Segmenter(SegmentSettings.defaults());
    TreeMap<String, Mean> byLanguage = new TreeMap<>();
    TreeMap<String, Mean> bySize = new TreeMap<>();
    Mean learned = new Mean();
    for (TextPage each : pages) {
      double alone = f1(each, segmenter.segment(each.page(), SiteModels.NONE).article());
      double known = f1(each, segmenter.segment(each.page(), sites).article());
      byLanguage.computeIfAbsent(each.gold().group(), k -> new Mean()).add(alone, known);
      bySize.computeIfAbsent(size(each.ofSite()), k -> new Mean()).add(alone, known);
      if (each.ofSite() >= LEARNED) {
        learned.add(alone, known);
      }
    }
    byLanguage.forEach((language, mean) -> System.out.printf("%-9s %s%n", language, mean));
    bySize.forEach((size, mean) -> System.out.printf("%-22s %s%n", size, mean));
    assertThat("gain", learned.gain(), greaterThanOrEqualTo(-QualityFloors.LOST_TO_SITES));
    QualityFloors.DANIEL_TEXT_F1.forEach(
        (language, floor) -> {
          Mean mean = byLanguage.get(language);
          assertThat(language, mean.with / mean.pages, greaterThanOrEqualTo(floor));
        });
  }

  private static String size(int pages) {
    return pages < LEARNED
        ? "1 to 2 pages a site"
        : pages <= 5 ? "3 to 5 pages a site" : pages <= 10 ? "6 to 10" : "over 10";
  }

  private static double f1(TextPage each, Article article) {
    String title = article == null || article.title() == null ? "" : article.title();
    String found = article == null ? "" : title + "\n\n" + article.text();
    return each.gold().group().equals("Chinese")
        ? WordF1.ofCharacters(found, each.gold().text())
        : WordF1.ofWords(found, each.gold().text());
  }

  private static List<TextPage> read() throws IOException {
    Map<String, Integer> ofSite = new HashMap<>();
    List<Labelled> golds = LabelledPages.daniel();
    golds.removeIf(gold -> gold.url().startsWith("http://" + LEAKING + "/"));
    golds.forEach(gold -> ofSite.merge(gold.url(), 1, Integer::sum));
    List<TextPage> pages = new ArrayList<>();
    for (Labelled gold : golds) {
      String html = new String(gold.page().payload(), StandardCharsets.UTF_8);
      byte[] text = RenderedHtml.of(html).text();
      // Each page has an address of its own: none is a capture of another.
      String url = gold.url().replace("/x.html", "/" + gold.file());
      Page page = new Page(gold.file(), 0, null, null, url, null, null, null, Page.Kind.TEXT, text);
      pages.add(new TextPage(gold, page, ofSite.get(gold.url())));
    }
    return pages;
  }
}
