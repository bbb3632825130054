package org.copydesk.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** "Read also: …" between two paragraphs names another article: a teaser, and no text. */
class CrossLinksTest {
  private static final Path DATA = Path.of("testdata/teasers/crosslinks.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesOfOtherArticlesInsideATextAreTeasers() throws IOException {
    int languages = 0;
    for (String line : Files.readAllLines(DATA)) {
      JsonNode page = JSON.readTree(line);
      String text = page.get("text").asText();
      for (String link : List.of(page.get("link").asText(), page.get("other").asText())) {
        List<String> blocks = new ArrayList<>(List.of(text.split("\n\n")));
        blocks.add(3, link);
        byte[] payload = String.join("\n\n", blocks).getBytes(StandardCharsets.UTF_8);
        Segmented found =
            new Segmenter(SegmentSettings.defaults())
                .segment(Page.text("page.txt", 0, payload), SiteModel.NONE);
        SpanChecks.cover(payload, found);
        assertThat(
            link,
            found.teasers().stream().map(Teaser::title).toList(),
            is(List.of(page.get("title").asText())));
        List<String> paragraphs = blocks.subList(1, blocks.size());
        List<String> expected = new ArrayList<>(paragraphs);
        expected.remove(link);
        assertThat(link, found.article().text(), is(String.join("\n\n", expected)));
      }
      languages++;
    }
    assertThat(languages, is(12));
  }
}
