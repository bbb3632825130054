package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.QualityFloors;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.copydesk.text.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of teasers whose parts are glued, split or set apart: each teaser whole. */
class GluedTeasersTest {
  private static final Path DATA = Path.of("testdata/teasers");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"judged", "developed"})
  void teasersAreWhole(String half) throws IOException {
    Map<String, String> articles = new HashMap<>();
    for (String line : Files.readAllLines(DATA.resolve("articles.jsonl"))) {
      JsonNode article = JSON.readTree(line);
      articles.put(article.get("language").asText(), article.get("text").asText());
    }
    boolean isShown = half.equals("developed") && Boolean.getBoolean("copydesk.shown");
    int wanted = 0;
    int found = 0;
    int right = 0;
    for (String line : Files.readAllLines(DATA.resolve("glued.jsonl"))) {
      JsonNode list = JSON.readTree(line);
      if (!list.get("half").asText().equals(half)) {
        continue;
      }
      String text =
          articles.get(list.get("language").asText()) + "\n\n" + list.get("list").asText();
      byte[] payload = text.getBytes(StandardCharsets.UTF_8);
      Segmented page =
          new Segmenter(SegmentSettings.defaults())
              .segment(Page.text("page.txt", 0, payload), SiteModel.NONE);
      SpanChecks.cover(payload, page);
      List<String> open = new ArrayList<>();
      for (JsonNode teaser : list.get("teasers")) {
        open.add(key(teaser.get("title").asText(), teaser.get("snippet").asText(null)));
      }
      wanted += open.size();
      found += page.teasers().size();
      for (Teaser teaser : page.teasers()) {
        boolean isRight = open.remove(key(teaser.title(), teaser.snippet()));
        right += isRight ? 1 : 0;
        if (!isRight && isShown) {
          System.out.println(list.get("kind").asText() + ": " + teaser);
        }
      }
      if (isShown) {
        open.forEach(each -> System.out.println("  wanted " + each));
      }
    }
    double f1 = 2.0 * right / (wanted + found);
    System.out.printf(
        "glued teasers, %s: %d wanted, %d found, %d right, F1 %.4f%n",
        half, wanted, found, right, f1);
    assertThat(f1, greaterThanOrEqualTo(QualityFloors.GLUED_TEASERS));
  }

  private static String key(String title, String snippet) {
    return (title == null ? "" : Normaliser.normalise(title))
        + " / "
        + (snippet == null ? "" : Normaliser.normalise(snippet));
  }

  @Test
  void teasersKnowTheirPlacesInTheirLists() {
    String page =
        "More stories\n\nOld mill opens its doors as a library\nIt has nine thousand books and a ..."
            + "\n\nFerry stays in port until Monday morning\nThe crew rests after a storm of three ..."
            + "\n\nLatest news\n\nThree sisters bake the best loaf of the valley\n5 March 2024\n"
            + "They took over the shop in the spring and ...\n\nBees move into the roof of the hall\n"
            + "6 March 2024\nThe clerk heard them first over the archive and ...";
    byte[] payload = page.getBytes(StandardCharsets.UTF_8);
    Segmented found =
        new Segmenter(SegmentSettings.defaults())
            .segment(Page.text("page.txt", 0, payload), SiteModel.NONE);
    assertThat(
        found.teasers().stream().map(t -> t.list() + "." + t.position()).toList(),
        is(List.of("0.0", "0.1", "1.0", "1.1")));
  }
}
