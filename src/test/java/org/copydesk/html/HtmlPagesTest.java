package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copydesk.QualityFloors;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

/** Reads the pages of HTML written for the project and counts what is right against their truth. */
class HtmlPagesTest {
  private static final Path PAGES = Path.of("testdata/html");
  private static final HtmlSegmenter SEGMENTER = new HtmlSegmenter(HtmlSettings.defaults());
  private static final int FEWEST_PAGES = 60;
  private static final int PARAGRAPHS = 3;

  private static List<JsonNode> truths(String file) throws IOException {
    List<JsonNode> truths = new ArrayList<>();
    for (String line : Files.readAllLines(PAGES.resolve(file))) {
      truths.add(new ObjectMapper().readTree(line));
    }
    return truths;
  }

  private static Article article(JsonNode truth) throws IOException {
    String html = Files.readString(PAGES.resolve(truth.get("source_file").asText()));
    Page page = Labelled.page(truth.get("address").asText(), html);
    Page fetched =
        new Page(
            page.sourceFile(),
            page.sourceRecord(),
            page.sourceId(),
            Instant.parse(truth.get("fetched_at").asText()),
            page.url(),
            page.title(),
            page.publishedAt(),
            page.metadata(),
            page.kind(),
            page.payload());
    return SEGMENTER.segment(fetched).article();
  }

  private static int tell(boolean isRight, JsonNode truth, String field, Object found) {
    if (!isRight) {
      System.out.println(
          truth.get("source_file").asText()
              + ": "
              + field
              + " is "
              + found
              + ", not "
              + truth.get("article").get(field));
    }
    return isRight ? 1 : 0;
  }

  @Test
  void metadataIsReadAsSitesGiveIt() throws IOException {
    List<JsonNode> truths = truths("metadata.jsonl");
    int titles = 0;
    int authors = 0;
    int dates = 0;
    int addresses = 0;
    double bodies = 0;
    for (JsonNode truth : truths) {
      JsonNode wanted = truth.get("article");
      Article found = article(truth);
      String title = wanted.get("title").asText();
      titles += tell(title.equals(found.title()), truth, "title", found.title());
      List<String> names = new ArrayList<>();
      wanted.get("authors").forEach(name -> names.add(name.asText()));
      authors += tell(names.equals(found.authors()), truth, "authors", found.authors());
      Instant date =
          wanted.get("published_at").isNull()
              ? null
              : Instant.parse(wanted.get("published_at").asText());
      dates +=
          tell(
              Objects.equals(date, found.publishedAt()),
              truth,
              "published_at",
              found.publishedAt());
      addresses += tell(wanted.get("url").asText().equals(found.url()), truth, "url", found.url());
      boolean isBody =
          Normaliser.normalise(found.text())
              .equals(Normaliser.normalise(wanted.get("text").asText()));
      bodies += tell(isBody, truth, "text", found.text());
    }
    int n = truths.size();
    assertThat(n, greaterThanOrEqualTo(FEWEST_PAGES));
    System.out.printf(
        "html pages %d: titles %d, authors %d, dates %d, addresses %d, bodies %.0f%n",
        n, titles, authors, dates, addresses, bodies);
    assertThat((double) titles / n, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_TITLES));
    assertThat((double) authors / n, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_AUTHORS));
    assertThat((double) dates / n, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_DATES));
    assertThat((double) addresses / n, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_TITLES));
    assertThat(bodies / n, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_TITLES));
  }

  /** A teaser is right when title, snippet and target all are. */
  @Test
  void teasersAreReadFromEveryMakeOfList() throws IOException {
    int hits = 0;
    int found = 0;
    int wanted = 0;
    for (JsonNode truth : truths("teasers.jsonl")) {
      String html = Files.readString(PAGES.resolve(truth.get("source_file").asText()));
      Segmented read = SEGMENTER.segment(Labelled.page(truth.get("address").asText(), html));
      Set<List<String>> wants = new HashSet<>();
      for (JsonNode teaser : truth.get("teasers")) {
        wants.add(
            Arrays.asList(
                teaser.get("title").asText(),
                teaser.get("snippet").isNull() ? null : teaser.get("snippet").asText(),
                teaser.get("url").asText()));
      }
      Set<List<String>> gets = new HashSet<>();
      for (Teaser teaser : read.teasers()) {
        gets.add(Arrays.asList(teaser.title(), teaser.snippet(), teaser.url()));
      }
      wanted += wants.size();
      found += gets.size();
      gets.stream().filter(get -> !wants.contains(get)).forEach(System.out::println);
      hits += (int) gets.stream().filter(wants::contains).count();
      assertThat(html, read.article() != null, is(truth.get("has_article").asBoolean()));
      if (read.article() != null) {
        assertThat(html, read.article().text().split("\n\n").length, is(PARAGRAPHS));
      }
    }
    System.out.printf("html teasers: %d wanted, %d found, %d right%n", wanted, found, hits);
    assertThat((double) hits / found, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_TEASERS));
    assertThat((double) hits / wanted, greaterThanOrEqualTo(QualityFloors.HTML_WRITTEN_TEASERS));
  }
}
