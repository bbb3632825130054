package org.copydesk.html;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.copydesk.segment.SegmentSettings;
import org.copydesk.segment.Segmenter;
import org.copydesk.segment.SiteModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong answers that other extractors were reported for, rebuilt beside the project. */
@Tag("quality")
class RebuiltFaultsQualityTest {
  private static final Path CASES = Path.of("../shared/cases");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"01", "03", "04", "05", "06", "07", "08", "09", "10", "16", "17", "18"})
  void areRight(String number) throws IOException {
    Path folder;
    try (Stream<Path> folders = Files.list(CASES)) {
      folder = folders.filter(f -> f.getFileName().toString().startsWith(number)).findFirst().get();
    }
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
    List<Executable> checks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        JsonNode right = expected.has(name) ? expected.get(name) : expected.get("*");
        if (right != null && (name.endsWith(".html") || name.endsWith(".txt"))) {
          Article article = article(file);
          right
              .fields()
              .forEachRemaining(
                  field ->
                      checks.add(() -> check(name, field.getKey(), field.getValue(), article)));
        }
      }
    }
    assertAll(number + ": " + checks.size() + " values", checks);
  }

  private static Article article(Path file) throws IOException {
    byte[] payload = Files.readAllBytes(file);
    boolean isHtml = file.toString().endsWith(".html");
    Page page =
        new Page(
            file.getFileName().toString(),
            0,
            null,
            null,
            isHtml ? "https://gazette.example/news/story" : null,
            null,
            null,
            null,
            isHtml ? Page.Kind.HTML : Page.Kind.TEXT,
            payload);
    return isHtml
        ? new HtmlSegmenter(HtmlSettings.defaults()).segment(page).article()
        : new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE).article();
  }

  private static void check(String file, String field, JsonNode right, Article found) {
    assertNotNull(found, file);
    switch (field) {
      case "paragraphs" ->
          assertEquals(right.asInt(), found.text().split("\n\n").length, file + found.text());
      case "published_at" -> {
        String date = found.publishedAt() == null ? "null" : found.publishedAt().toString();
        assertTrue(date.startsWith(right.isNull() ? "null" : right.asText()), file + " " + date);
      }
      case "authors" -> {
        List<String> names = new ArrayList<>();
        right.forEach(name -> names.add(name.asText()));
        assertEquals(names, found.authors(), file);
      }
      case "text_contains" -> assertTrue(found.text().contains(right.asText()), file);
      case "text_not_contains" -> assertFalse(found.text().contains(right.asText()), file);
      default -> throw new IllegalArgumentException(field);
    }
  }
}
