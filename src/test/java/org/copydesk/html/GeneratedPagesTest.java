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
import java.util.Objects;
import org.copydesk.QualityFloors;
import org.copydesk.generate.DumpGenerator;
import org.copydesk.generate.GenerateSettings;
import org.copydesk.generate.GenerateSettings.Format;
import org.copydesk.model.Article;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same generated pages as HTML and as page text: both have one truth, so an article that HTML
 * gives as the truth has it is the one that page text has to give.
 */
class GeneratedPagesTest {
  private static final int PAGES = 240;

  @TempDir Path folder;

  @Test
  void asHtmlGiveTheArticlesAndTeasersThatTheirPageTextHas() throws IOException {
    GenerateSettings settings =
        GenerateSettings.of(PAGES, 11)
            .withSites(24)
            .withLanguages(
                List.of("en", "de", "es", "fr", "ru", "ar", "ja", "he", "hi", "pt", "tr", "zh"));
    Path html = folder.resolve("html");
    Path text = folder.resolve("text");
    new DumpGenerator(settings.withFormat(Format.HTML)).write(html);
    new DumpGenerator(settings.withFormat(Format.TEXT)).write(text);
    List<String> truths = Files.readAllLines(html.resolve("truth/pages.jsonl"));
    List<String> textTruths = Files.readAllLines(text.resolve("truth/pages.jsonl"));
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    int same = 0;
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
      boolean isSame = isSame(truth.get("article"), read.article());
      same += isSame ? 1 : 0;
      if (!isSame) {
        System.out.println(file.getFileName() + " " + read.article() + "\n  " + truth);
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
        "generated as html: %d pages, %d articles the same; %d teasers wanted, %d found, %d right%n",
        truths.size(), same, teasersWanted, teasersFound, teasersRight);
    assertThat((double) same / truths.size(), greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
    assertThat(
        (double) teasersRight / teasersWanted, greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
    assertThat(
        (double) teasersRight / teasersFound, greaterThanOrEqualTo(QualityFloors.HTML_GENERATED));
  }

  private static String form(String title, String snippet) {
    return Normaliser.normalise(title)
        + " # "
        + Normaliser.normalise(snippet == null ? "" : snippet);
  }

  private static boolean isSame(JsonNode truth, Article found) {
    if (truth == null || truth.isNull() || found == null) {
      return (truth == null || truth.isNull()) && found == null;
    }
    return Normaliser.normalise(truth.get("title").asText())
            .equals(Normaliser.normalise(found.title()))
        && Objects.equals(
            Normaliser.normalise(truth.get("text").asText()), Normaliser.normalise(found.text()));
  }
}
