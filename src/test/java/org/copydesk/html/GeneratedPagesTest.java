package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.generate.GenerateSettings.Format;
import org.copydesk.generate.GenerateSettings.Half;
import org.copydesk.model.Article;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same generated pages as HTML and as page text: both have one truth, so what HTML gives as the
 * truth has it is what page text has to give.
 */
class GeneratedPagesTest {
  private static final int PAGES = 120;
  private static final List<String> FIELDS =
      List.of("title", "text", "byline", "provider", "published_at");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"11, DEVELOP", "12, DEVELOP", "13, JUDGE"})
  void asHtmlGiveTheArticlesAndTeasersThatTheirPageTextHas(long seed, Half half)
      throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(PAGES, seed)
            .withSites(36)
            .withHalf(half)
            .withLanguages(
                List.of("en", "de", "es", "fr", "ru", "ar", "ja", "he", "hi", "pt", "tr", "zh"));
    Path html = folder.resolve("html");
    Path text = folder.resolve("text");
    new DumpGenerator(settings.withFormat(Format.HTML)).write(html);
    new DumpGenerator(settings.withFormat(Format.TEXT)).write(text);
    List<String> truths = Files.readAllLines(html.resolve("truth/pages.jsonl"));
    List<String> textTruths = Files.readAllLines(text.resolve("truth/pages.jsonl"));
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    Map<String, Integer> same = new TreeMap<>();
    int teasersRight = 0;
    int teasersFound = 0;
    int teasersWanted = 0;
    for (int i = 0; i < truths.size(); i++) {
      JsonNode truth = new ObjectMapper().readTree(truths.get(i));
      JsonNode ofText = new ObjectMapper().readTree(textTruths.get(i));
      assertThat(truths.get(i), truth.get("article").equals(ofText.get("article")));
      assertThat(truths.get(i), truth.get("teasers").equals(ofText.get("teasers")));
      Path file = html.resolve("dumps").resolve(truth.get("source_file").asText());
      // A file of HTML has no address, a crawled page has one.
      String url = i % 2 == 0 ? null : "https://site.example/" + i;
      Segmented read = segmenter.segment(Labelled.page(url, Files.readString(file)));
      for (String field : FIELDS) {
        String wanted = field(truth.get("article"), field);
        String found = field(read.article(), field);
        same.merge(field, wanted.equals(found) ? 1 : 0, Integer::sum);
        if (!wanted.equals(found)) {
          System.out.println(file.getFileName() + " " + field + ": " + wanted + " / " + found);
        }
      }
      List<String> wanted = new ArrayList<>();
      for (JsonNode teaser : truth.get("teasers")) {
        wanted.add(form(teaser.get("title").asText(), teaser.path("snippet").asText(null)));
      }
      teasersWanted += wanted.size();
      teasersFound += read.teasers().size();
      for (Teaser teaser : read.teasers()) {
        boolean isRight = wanted.remove(form(teaser.title(), teaser.snippet()));
        teasersRight += isRight ? 1 : 0;
      }
    }
    System.out.printf(
        "generated as html, seed %d: %d pages, right %s; %d teasers wanted, %d found, %d right%n",
        seed, truths.size(), same, teasersWanted, teasersFound, teasersRight);
    for (String field : FIELDS) {
      double share = (double) same.get(field) / truths.size();
      assertThat(field, share, greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
    }
    assertThat(
        (double) teasersRight / teasersWanted, greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
    assertThat(
        (double) teasersRight / teasersFound, greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
  }

  private static String form(String title, String snippet) {
    return normalised(title) + " # " + normalised(snippet);
  }

  private static String normalised(String text) {
    return Normaliser.normalise(text == null ? "" : text);
  }

  private static String field(JsonNode article, String name) {
    return article == null || article.isNull()
        ? "no article"
        : normalised(article.path(name).asText(null));
  }

  private static String field(Article article, String name) {
    if (article == null) {
      return "no article";
    }
    return normalised(
        switch (name) {
          case "title" -> article.title();
          case "text" -> article.text();
          case "byline" -> article.byline();
          case "provider" -> article.provider();
          default -> article.publishedAt() == null ? null : article.publishedAt().toString();
        });
  }
}
