package org.copydesk.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** What {@code explain} shows; scripts read the JSON. */
class ExplanationTest {
  private static final Page PAGE =
      Page.text("a.txt", 3, "Bridge opens\nIt\u001b was é.".getBytes(UTF_8))
          .withPayload(Page.Kind.HTML, "Bridge opens\nIt\u001b was é.".getBytes(UTF_8));

  private static final List<Span> SPANS =
      List.of(
          new Span(0, 12, Label.TITLE, "headline"),
          new Span(12, 13, Label.SEPARATOR, "line-end"),
          new Span(13, 24, Label.BODY, "prose"));

  private static Segmented article() {
    Article article =
        new Article(
            "Bridge opens",
            "By A B",
            List.of("A B"),
            null,
            Instant.parse("2026-03-01T00:00:00Z"),
            null,
            "It was é.",
            null,
            null);
    Teaser teaser = new Teaser("Mill burns", null, null, true, "/m", 1, 5, 0, 2);
    return new Segmented(article, null, List.of(teaser), SPANS);
  }

  private static Segmented none() {
    return new Segmented(null, Reason.NO_ARTICLE, List.of(), SPANS);
  }

  @Test
  void jsonIsWrittenAsItEverWas() {
    assertEquals(
        """
        {
          "source_file" : "a.txt",
          "source_record" : 3,
          "reason" : null,
          "site" : {
            "name" : null,
            "pages" : 0
          },
          "article" : {
            "title" : "Bridge opens",
            "byline" : "By A B",
            "authors" : [ "A B" ],
            "dateline" : null,
            "published_at" : "2026-03-01T00:00:00Z",
            "provider" : null,
            "text" : "It was é."
          },
          "teasers" : [ {
            "title" : "Mill burns",
            "snippet" : null,
            "marker" : null,
            "truncated" : true,
            "list" : 0,
            "position" : 2,
            "start" : 1,
            "end" : 5
          } ],
          "spans" : [ {
            "start" : 0,
            "end" : 12,
            "label" : "title",
            "rule" : "headline",
            "text" : "Bridge opens"
          }, {
            "start" : 12,
            "end" : 13,
            "label" : "separator",
            "rule" : "line-end",
            "text" : "\\n"
          }, {
            "start" : 13,
            "end" : 24,
            "label" : "body",
            "rule" : "prose",
            "text" : "It\\u001B was é."
          } ]
        }""",
        Explanation.renderJson(PAGE, article(), SiteModel.NONE));
  }

  @Test
  void aPageWithoutAnArticleSaysWhy() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(Explanation.renderJson(PAGE, none(), SiteModel.NONE));
    assertTrue(json.path("article").isNull());
    assertEquals("no_article", json.path("reason").asText());
    String plain = Explanation.renderPlain(PAGE, none(), SiteModel.NONE);
    assertTrue(plain.contains("no article: no_article\n0 teasers\n"), plain);
  }

  @Test
  void blocksAreShownInOrderWithoutSeparatorsAndNothingSteersATerminal() {
    String plain = Explanation.renderPlain(PAGE, article(), SiteModel.NONE);
    assertTrue(plain.startsWith("title          headline              Bridge opens\n"), plain);
    assertTrue(
        plain.contains("body           prose                 It? was é.\n1 teaser\n"), plain);
    assertFalse(plain.contains("line-end"), plain);
    assertFalse(plain.contains("\u001b"), plain);
    String ansi = Explanation.renderAnsi(PAGE, article(), SiteModel.NONE);
    assertEquals(plain, ansi.replaceAll("\u001b\\[[0-9;]*m", ""));
    assertTrue(ansi.contains("\u001b["), ansi);
  }

  @Test
  void linesOfAPageOfTextAlsoSayWhatWasWeighed() throws Exception {
    byte[] text =
        ("Bridge opens after long repairs\nBy Anna Berg\n"
                + "The old bridge over the river was opened again on Monday, the town said.\n"
                + "People walked over it until late in the evening, and the shops stayed open.\n")
            .getBytes(UTF_8);
    Page page = Page.text("a.txt", 0, text);
    Segmented found = new Segmenter(SegmentSettings.defaults()).segment(page, SiteModel.NONE);
    JsonNode json =
        new ObjectMapper().readTree(Explanation.renderJson(page, found, SiteModel.NONE));
    int weighed = 0;
    for (JsonNode span : json.path("spans")) {
      if (span.has("chance")) {
        weighed++;
        assertTrue(span.path("chance").asDouble() >= 0 && span.path("chance").asDouble() <= 1);
        assertTrue(span.has("margin") && span.has("ahead_of") && span.path("traits").isArray());
      }
    }
    assertTrue(weighed > 0, json.toString());
  }
}
