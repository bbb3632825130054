package org.copydesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.text.SnakeJson;
import org.junit.jupiter.api.Test;

/** What {@code extract} prints as JSON; scripts read it. */
class ExtractedPageTest {
  private static final Page PAGE = Page.text("a.txt", 3, "It was.".getBytes(UTF_8));
  private static final List<Span> SPANS = List.of(new Span(0, 7, Label.BODY, "prose"));
  private static final Teaser TEASER = new Teaser("Mill burns", "It", "more", true, "/m", 1, 5);

  private static String json(Segmented found) {
    return SnakeJson.of(ExtractedPage.of(PAGE, found));
  }

  private static Article article(Instant publishedAt) {
    return new Article(
        "Bridge",
        null,
        List.of("A B"),
        "ELM",
        publishedAt,
        null,
        "It was.",
        "/a",
        "elm.test",
        new Article.Details(null, DatePrecision.DAY, null, null, null));
  }

  @Test
  void fieldsOfAnArticleAreWrittenAsTheyEverWere() {
    assertEquals(
        "{\"source_file\":\"a.txt\",\"source_record\":3,\"source_id\":null,\"reason\":null,"
            + "\"url\":\"/a\",\"site\":\"elm.test\",\"title\":\"Bridge\",\"byline\":null,"
            + "\"authors\":[\"A B\"],\"dateline\":\"ELM\","
            + "\"published_at\":\"2026-03-01T00:00:00Z\",\"published_precision\":\"day\","
            + "\"provider\":null,\"text\":\"It was.\","
            + "\"teasers\":[{\"title\":\"Mill burns\",\"snippet\":\"It\",\"url\":\"/m\"}]}",
        json(
            new Segmented(
                article(Instant.parse("2026-03-01T00:00:00Z")), null, List.of(TEASER), SPANS)));
  }

  @Test
  void aPrecisionWithoutADateIsNotTold() {
    String json = json(new Segmented(article(null), null, List.of(), SPANS));
    assertTrue(json.contains("\"published_at\":null,\"published_precision\":null"), json);
  }

  @Test
  void aPageWithoutAnArticleHasItsReasonAndItsTeasers() {
    String json = json(new Segmented(null, Reason.NO_ARTICLE, List.of(TEASER), SPANS));
    assertTrue(json.contains("\"reason\":\"no_article\",\"url\":null,\"site\":null"), json);
    assertTrue(json.contains("\"authors\":[],"), json);
    assertTrue(json.contains("\"text\":null,\"teasers\":[{\"title\":\"Mill burns\""), json);
  }
}
