package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.html.tree.TextBlock;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.PageType;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the segmenter on the labelled pages beside the project. */
@Tag("quality")
class HtmlQualityTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Not news: test stubs of the reader whose pages these are, under 40 words of text, in which no
   * extractor has an article to find.
   */
  private static final int FEWEST_WORDS = 40;

  private static final Set<String> LANGUAGES = Set.of("de", "es", "fr", "en");

  private final HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());

  /** Manuals and an RFC are among the pages of html-articles, which tells no types. */
  private static final HtmlSettings OF_ALL_TYPES =
      HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);

  @Test
  void segmentsOfTheMainTextAreFoundAndOthersAreNot() throws IOException {
    Counts develop = new Counts();
    Counts judge = new Counts();
    Map<String, Counts> languages = new TreeMap<>();
    for (String line : Files.readAllLines(DATA.resolve("html-segments/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String url = gold.get("url").asText();
      Path file = DATA.resolve("html-segments/pages/" + gold.get("source_file").asText());
      var page = Labelled.page(file, url);
      Counts one = compared(segmenter, gold, page);
      (Labelled.isToDevelopOn(url) ? develop : judge).add(one);
      String language = language(page.payload());
      if (LANGUAGES.contains(language)) {
        languages.computeIfAbsent(language, l -> new Counts()).add(one);
      }
    }
    System.out.println("html-segments develop " + develop + " judge " + judge + " " + languages);
    assertThat(judge.f1(), greaterThanOrEqualTo(QualityFloors.HTML_SEGMENTS_F1));
    assertThat(
        Math.abs(judge.f1() - develop.f1()), lessThanOrEqualTo(QualityFloors.HTML_HALVES_APART));
  }

  @Test
  void articlesReadAsReadabilityReadsThem() throws IOException {
    double precision = 0;
    double recall = 0;
    int titles = 0;
    int pages = 0;
    for (String line : Files.readAllLines(DATA.resolve("html-articles/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      JsonNode truth = gold.get("article");
      if (new TextBlock(truth.get("text").asText(), null, 0, null, null, false).words
          < FEWEST_WORDS) {
        continue;
      }
      String file = gold.get("source_file").asText();
      Article article =
          new HtmlSegmenter(OF_ALL_TYPES)
              .segment(
                  Labelled.page(
                      DATA.resolve("html-articles/pages/" + file),
                      "http://fakehost/test/page.html"))
              .article();
      double[] measure =
          Labelled.shingles(article == null ? "" : article.text(), truth.get("text").asText());
      boolean isTitle =
          isSameTitle(article == null ? null : article.title(), truth.get("title").asText());
      pages++;
      precision += measure[0];
      recall += measure[1];
      titles += isTitle ? 1 : 0;
      if (System.getenv("COPYDESK_QUALITY_PAGES") != null
          && (measure[0] < .9 || measure[1] < .9 || !isTitle)) {
        System.out.printf(
            "%s P %.2f R %.2f %s%n",
            file,
            measure[0],
            measure[1],
            isTitle ? "" : truth.get("title") + " / " + (article == null ? null : article.title()));
      }
    }
    precision /= pages;
    recall /= pages;
    double f1 = 2 * precision * recall / (precision + recall);
    System.out.printf(
        "html-articles pages %d P %.4f R %.4f F1 %.4f titles %.4f%n",
        pages, precision, recall, f1, (double) titles / pages);
    assertThat(f1, greaterThanOrEqualTo(QualityFloors.HTML_SHINGLE_F1));
    assertThat((double) titles / pages, greaterThanOrEqualTo(QualityFloors.HTML_TITLES));
  }

  /** What each group of evidence adds: the same measures with the group left out. */
  @Test
  void eachGroupOfEvidenceAddsSomething() throws IOException {
    double[] all = withEvidence(HtmlEvidence.all());
    System.out.printf("html evidence: all             %.4f %.4f%n", all[0], all[1]);
    for (HtmlEvidence group : HtmlEvidence.values()) {
      if (group == HtmlEvidence.SITE_KNOWLEDGE) {
        // Nothing to leave out: hardly two of the pages are of one site.
        continue;
      }
      double[] without = withEvidence(HtmlEvidence.allBut(group));
      System.out.printf(
          "html evidence: without %-16s %.4f %.4f%n", group.flag(), without[0], without[1]);
      assertThat(group.flag(), all[0] - without[0], greaterThanOrEqualTo(-.001));
    }
  }

  /** F1 on all of html-segments, and of shingles on html-articles. */
  private static double[] withEvidence(Set<HtmlEvidence> groups) throws IOException {
    HtmlSegmenter some = new HtmlSegmenter(OF_ALL_TYPES.withEvidence(groups));
    Counts counts = new Counts();
    for (String line : Files.readAllLines(DATA.resolve("html-segments/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      Path file = DATA.resolve("html-segments/pages/" + gold.get("source_file").asText());
      counts.add(compared(some, gold, Labelled.page(file, gold.get("url").asText())));
    }
    double precision = 0;
    double recall = 0;
    int pages = 0;
    for (String line : Files.readAllLines(DATA.resolve("html-articles/gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String truth = gold.get("article").get("text").asText();
      if (new TextBlock(truth, null, 0, null, null, false).words < FEWEST_WORDS) {
        continue;
      }
      Path file = DATA.resolve("html-articles/pages/" + gold.get("source_file").asText());
      Article article =
          some.segment(Labelled.page(file, "http://fakehost/test/page.html")).article();
      double[] measure = Labelled.shingles(article == null ? "" : article.text(), truth);
      pages++;
      precision += measure[0];
      recall += measure[1];
    }
    return new double[] {counts.f1(), 2 * precision * recall / (precision + recall) / pages};
  }

  private static Counts compared(HtmlSegmenter segmenter, JsonNode gold, Page page) {
    Article article = segmenter.segment(page).article();
    String text = article == null ? "" : Labelled.squash(article.text());
    Counts counts = new Counts();
    for (JsonNode with : gold.get("with")) {
      counts.add(text.contains(Labelled.squash(with.asText())), true);
    }
    for (JsonNode without : gold.get("without")) {
      counts.add(text.contains(Labelled.squash(without.asText())), false);
    }
    return counts;
  }

  /** The truth keeps site names in titles; a title that is the truth without one counts. */
  static boolean isSameTitle(String found, String truth) {
    String a = Normaliser.normalise(found == null ? "" : found);
    String b = Normaliser.normalise(truth);
    if (a.equals(b)) {
      return true;
    }
    int longer = b.length() - a.length();
    return a.length() >= 10
        && longer > 0
        && (b.startsWith(a) && " |-:»·—_(（".indexOf(b.charAt(a.length())) >= 0 || b.endsWith(a));
  }

  private static String language(byte[] payload) {
    String lang =
        org.jsoup.Jsoup.parse(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
            .select("html")
            .attr("lang");
    return lang.length() < 2 ? "" : lang.substring(0, 2).toLowerCase(java.util.Locale.ROOT);
  }

  private static final class Counts {
    private int hits;
    private int leaks;
    private int misses;

    void add(boolean isFound, boolean isWanted) {
      hits += isFound && isWanted ? 1 : 0;
      misses += !isFound && isWanted ? 1 : 0;
      leaks += isFound && !isWanted ? 1 : 0;
    }

    void add(Counts other) {
      hits += other.hits;
      leaks += other.leaks;
      misses += other.misses;
    }

    double f1() {
      return 2.0 * hits / (2.0 * hits + leaks + misses);
    }

    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ROOT,
          "F1 %.4f P %.4f R %.4f (%d segments)",
          f1(),
          (double) hits / (hits + leaks),
          (double) hits / (hits + misses),
          hits + misses);
    }
  }
}
