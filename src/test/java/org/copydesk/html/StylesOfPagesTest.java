package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.copydesk.QualityFloors;
import org.copydesk.model.Article;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;

/**
 * Pages of many styles of web design and of newspaper: AMP, layout tables, boxes without names,
 * live blogs, interviews, recipes, text in JSON-LD alone.
 */
class StylesOfPagesTest {
  private static final Path PAGES = Path.of("testdata/html");

  @Test
  void everyFieldIsReadInEveryStyle() throws IOException {
    HtmlSegmenter segmenter = new HtmlSegmenter(HtmlSettings.defaults());
    Map<String, Integer> right = new TreeMap<>();
    int pages = 0;
    for (String line : Files.readAllLines(PAGES.resolve("styles.jsonl"))) {
      JsonNode truth = new ObjectMapper().readTree(line);
      JsonNode wanted = truth.get("article");
      String html = Files.readString(PAGES.resolve(truth.get("source_file").asText()));
      Article found =
          segmenter.segment(Labelled.page(truth.get("address").asText(), html)).article();
      assertThat(truth.get("source_file").asText(), found, notNullValue());
      List<String> names = new ArrayList<>();
      wanted.get("authors").forEach(name -> names.add(name.asText()));
      Map<String, Boolean> fields =
          Map.of(
              "title", wanted.get("title").asText().equals(found.title()),
              "authors", names.equals(found.authors()),
              "published_at",
                  wanted.get("published_at").asText().equals(String.valueOf(found.publishedAt())),
              "provider", Objects.equals(wanted.get("provider").asText(null), found.provider()),
              "text", normalised(wanted.get("text").asText()).equals(normalised(found.text())));
      for (Map.Entry<String, Boolean> field : fields.entrySet()) {
        right.merge(field.getKey(), field.getValue() ? 1 : 0, Integer::sum);
        if (!field.getValue()) {
          System.out.println(truth.get("source_file").asText() + ": " + field.getKey());
        }
      }
      pages++;
    }
    System.out.println("html styles: " + pages + " pages, right " + right);
    for (Map.Entry<String, Integer> field : right.entrySet()) {
      double share = (double) field.getValue() / pages;
      assertThat(field.getKey(), share, greaterThanOrEqualTo(QualityFloors.HTML_STYLES));
    }
  }

  private static String normalised(String text) {
    return Normaliser.normalise(text);
  }
}
