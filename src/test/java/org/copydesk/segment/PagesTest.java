package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small pages of many shapes and languages against what a reader would make of them. */
class PagesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Path> pages() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("testdata/pages"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> exactPages() throws IOException {
    return pages().stream().filter(page -> Files.exists(page.resolve("expected.json"))).toList();
  }

  @ParameterizedTest
  @MethodSource("exactPages")
  void aPageIsTakenApartAsAReaderWould(Path folder) throws IOException {
    byte[] payload = Files.readAllBytes(folder.resolve("page.txt"));
    Page page = Page.text("page.txt", 0, payload);
    Segmented found = new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE);
    JsonNode expected = MAPPER.readTree(folder.resolve("expected.json").toFile());
    assertThat(pretty(asJson(found)), is(pretty(expected)));
    SpanChecks.cover(payload, found);
  }

  private static String pretty(JsonNode node) throws IOException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  private static ObjectNode asJson(Segmented found) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("reason", found.skipReason() == null ? null : found.skipReason().stored());
    Article article = found.article();
    if (article == null) {
      root.putNull("article");
    } else {
      ObjectNode node = root.putObject("article");
      node.put("title", article.title());
      node.put("byline", article.byline());
      ArrayNode authors = node.putArray("authors");
      article.authors().forEach(authors::add);
      node.put("dateline", article.dateline());
      node.put(
          "published_at", article.publishedAt() == null ? null : article.publishedAt().toString());
      node.put("provider", article.provider());
      ArrayNode paragraphs = node.putArray("paragraphs");
      for (String paragraph : article.text().split("\n\n")) {
        paragraphs.add(paragraph);
      }
    }
    ArrayNode teasers = root.putArray("teasers");
    for (Teaser teaser : found.teasers()) {
      ObjectNode node = teasers.addObject();
      node.put("title", teaser.title());
      node.put("snippet", teaser.snippet());
      node.put("marker", teaser.marker());
    }
    return root;
  }
}
