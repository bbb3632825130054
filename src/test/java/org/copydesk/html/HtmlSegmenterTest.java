package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.html.tree.TextTooLong;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.text.WorkLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the segmenter keeps, leaves out and announces, on pages written for it. */
class HtmlSegmenterTest {
  private static final String URL = "https://www.tidewaterpost.example/news/harbour-reopens";
  private static final HtmlSegmenter SEGMENTER = new HtmlSegmenter(HtmlSettings.defaults());

  static final String PAGE =
      "<!doctype html><html lang='en'><head><title>Harbour reopens after storm | Tidewater Post</title></head><body>"
          + "<header><a href='/'>Tidewater Post</a><nav><ul><li><a href='/news'>News</a></li><li><a href='/sport'>Sport and more of it today</a></li></ul></nav></header>"
          + "<main><article><h1>Harbour reopens after storm</h1><p class='byline'>By Ana Roe</p><time datetime='2024-03-05T10:00:00Z'>5 March 2024</time>"
          + "<div class='share-bar'>Share this story with everybody you know on every network</div>"
          + "<p class='lead'>Brackwater is open for ships again, three weeks after the worst storm in living memory.</p>"
          + "<div class='article-body'><p>BRACKWATER (Harbour Wire) — The port of Brackwater reopened on Monday after three weeks of repairs, the port office said.</p>"
          + "<figure><img src='x.jpg'><figcaption>The northern pier in the morning light, seen from the old lighthouse.</figcaption></figure>"
          + "<h2>Ferries are back</h2><p>The first ferry to the islands carried two hundred passengers, its captain told this newspaper.</p>"
          + "<ul><li>Two cranes were replaced during the repairs.</li><li>Divers found cracks in the northern pier.</li></ul>"
          + "<p>Read also: <a href='/news/storm-damage'>Storm damage put at forty million</a></p>"
          + "<blockquote>We never doubted that the boats would sail again.</blockquote>"
          + "<table><tr><th>Pier</th><th>State</th></tr><tr><td>Northern pier</td><td>under repair until autumn</td></tr></table>"
          + "<div class='newsletter'><p>Sign up for our newsletter and get the news of the coast every morning.</p></div>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>"
          + "<p>Provided by Harbour Wire Service.</p></div></article></main>"
          + "<section class='related'><h2>Most read</h2><ul>"
          + "<li><a href='/news/ferry-line'><h3>Ferry line orders two new ships</h3></a><p>The island ferry line said on Friday that it would buy two ships with electric engines from a yard ... <a href='/news/ferry-line'>Read more »</a></p></li>"
          + "<li><a href='https://www.tidewaterpost.example/news/lighthouse'>Old lighthouse to become a museum</a></li></ul></section>"
          + "<section id='comments'><h2>Comments</h2><p>I was there on Monday and it was a great day for all of us in the town.</p></section>"
          + "<footer><p>© Tidewater Post. All rights reserved by the publisher and its partners.</p></footer></body></html>";

  private static HtmlPage read(String html) {
    return SEGMENTER.read(Labelled.page(URL, html));
  }

  private static String textOf(HtmlPage page, Label label) {
    StringBuilder out = new StringBuilder();
    for (Span span : page.segmented().spans()) {
      if (span.label() == label) {
        out.append(
                new String(
                    page.text(), span.start(), span.end() - span.start(), StandardCharsets.UTF_8))
            .append('\n');
      }
    }
    return out.toString();
  }

  static void assertCovers(HtmlPage page) {
    int at = 0;
    for (Span span : page.segmented().spans()) {
      assertThat(span.start(), is(at));
      at = span.end();
    }
    assertThat(at, is(page.text().length));
  }

  @Test
  void theBodyIsParagraphsHeadingsListsQuotesAndTablesInReadingOrder() {
    assertThat(
        read(PAGE).segmented().article().text(),
        is(
            "Brackwater is open for ships again, three weeks after the worst storm in living memory.\n\n"
                + "BRACKWATER (Harbour Wire) — The port of Brackwater reopened on Monday after three weeks of repairs, the port office said.\n\n"
                + "Ferries are back\n\n"
                + "The first ferry to the islands carried two hundred passengers, its captain told this newspaper.\n\n"
                + "Two cranes were replaced during the repairs.\n\n"
                + "Divers found cracks in the northern pier.\n\n"
                + "We never doubted that the boats would sail again.\n\n"
                + "Pier State\n\nNorthern pier under repair until autumn\n\n"
                + "Work on the northern pier will go on until the autumn because divers found more cracks than expected."));
  }

  @Test
  void whatBelongsToTheArticleHasItsLabel() {
    HtmlPage page = read(PAGE);
    assertThat(textOf(page, Label.TITLE), containsString("Harbour reopens after storm"));
    assertThat(textOf(page, Label.BYLINE), is("By Ana Roe\n"));
    assertThat(textOf(page, Label.PROVIDER), is("Provided by Harbour Wire Service.\n"));
    assertThat(page.segmented().article().provider(), is("Provided by Harbour Wire Service."));
  }

  @Test
  void spansCoverTheTextWithoutGapOrOverlap() {
    assertCovers(read(PAGE));
    assertCovers(read(PAGE.replace("storm", "Stürm 漢字 😀")));
  }

  @Test
  void everySpanNamesTheRuleThatDecided() {
    for (Span span : read(PAGE).segmented().spans()) {
      assertThat(span.rule(), notNullValue());
      assertThat(span.rule(), not(is("")));
    }
  }

  @Test
  void teasersComeWithSnippetMarkerAndTarget() {
    List<Teaser> teasers = read(PAGE).segmented().teasers();
    assertThat(teasers, hasSize(3));
    assertThat(teasers.get(0).title(), is("Storm damage put at forty million"));
    assertThat(teasers.get(0).url(), is("https://www.tidewaterpost.example/news/storm-damage"));
    Teaser ferry = teasers.get(1);
    assertThat(ferry.title(), is("Ferry line orders two new ships"));
    assertThat(
        ferry.snippet(),
        is(
            "The island ferry line said on Friday that it would buy two ships with electric engines from a yard"));
    assertThat(ferry.marker(), is("Read more »"));
    assertThat(ferry.isTruncated(), is(true));
    assertThat(ferry.url(), is("https://www.tidewaterpost.example/news/ferry-line"));
    assertThat(teasers.get(2).snippet(), nullValue());
    assertThat(teasers.get(2).isTruncated(), is(false));
  }

  @Test
  void aTeaserSpansWhatItWasReadFrom() {
    HtmlPage page = read(PAGE);
    for (Teaser teaser : page.segmented().teasers()) {
      String printed =
          new String(
              page.text(), teaser.start(), teaser.end() - teaser.start(), StandardCharsets.UTF_8);
      assertThat(printed, containsString(teaser.title()));
    }
  }

  @Test
  void aPageReadTwiceGivesTheSame() {
    assertThat(read(PAGE).segmented(), is(read(PAGE).segmented()));
  }

  @Test
  void pagesDoNotKnowOfEachOther() {
    var alone = read(PAGE).segmented();
    HtmlSegmenter used = new HtmlSegmenter(HtmlSettings.defaults());
    used.read(Labelled.page(URL, PAGE.replace("harbour", "market")));
    assertThat(used.read(Labelled.page(URL, PAGE)).segmented(), is(alone));
  }

  @Test
  void aFullBodyInTheDataCutsWhatFollowsTheArticle() {
    String tail =
        "<p>Ana Roe has covered the coast for twenty years and lives in Brackwater with two dogs.</p>";
    String first =
        "The port of Brackwater reopened on Monday after three weeks of repairs, the port office said.";
    String second =
        "Work on the northern pier will go on until the autumn because divers found more cracks than expected.";
    String third =
        "The first ferry to the islands carried two hundred passengers, its captain told this newspaper, and all of them were glad to be at sea."
            + " The harbour master said that he had never seen so many people on the quay at that hour of a working day."
            + " Next week the council will talk about the costs, which nobody in the town hall wanted to put a figure on.";
    String ld =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + first
            + " "
            + second
            + " "
            + third
            + "\"}</script>";
    String body =
        "<article><h1>Harbour reopens</h1><p>"
            + first
            + "</p><p>"
            + second
            + "</p><p>"
            + third
            + "</p>"
            + tail
            + "</article>";
    assertThat(read("<body>" + body).segmented().article().text(), containsString("two dogs"));
    assertThat(
        read(ld + "<body>" + body).segmented().article().text(), not(containsString("two dogs")));
  }

  @Test
  void aStumpInTheDataDoesNotShortenTheArticle() {
    String ld =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"The port of Brackwater reopened on Monday ...\"}</script>";
    assertThat(
        read(PAGE.replace("</head>", ld + "</head>")).segmented().article().text(),
        is(read(PAGE).segmented().article().text()));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000, 100_000})
  void depthIsNoMatter(int depth) {
    String html =
        "<body>"
            + "<div>".repeat(depth)
            + "<p>The port of Brackwater reopened on Monday after three weeks of repairs, and the first ferry to the islands left at dawn with two hundred passengers.</p>";
    HtmlPage page = read(html);
    assertCovers(page);
    assertThat(page.segmented().article(), notNullValue());
  }

  @Test
  void stormsOfAttributesAndTagsCrashNothing() {
    StringBuilder attributes = new StringBuilder("<p ");
    for (int i = 0; i < 100_000; i++) {
      attributes.append('a').append(i).append("=1 ");
    }
    assertCovers(read(attributes + ">text here</p>" + PAGE));
    assertCovers(read("<div class='" + "a ".repeat(500_000) + "'>" + PAGE));
    assertCovers(read("<table><tr><td>".repeat(5_000) + PAGE));
    assertCovers(read("<b><i><a href=x>".repeat(3_000) + PAGE));
    assertCovers(read("<p>word ".repeat(50_000)));
    assertCovers(read("<li><a href=/x>a linked line of words</a>".repeat(20_000)));
    assertCovers(
        read("<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>" + PAGE));
    assertCovers(read("<!--" + PAGE));
    assertCovers(read("&#xD800;&#0;&#x10FFFF;\u0000\uFFFE" + PAGE));
  }

  @Test
  void aPageCutAnywhereIsReadAsFarAsItGoes() {
    for (int end = 0; end < PAGE.length(); end += 37) {
      assertCovers(read(PAGE.substring(0, end)));
    }
  }

  @Test
  void anEmptyPageSaysSo() {
    assertThat(
        read("<html><head><title>x</title></head><body></body></html>").segmented().skipReason(),
        is(Reason.EMPTY_PAGE));
  }

  @Test
  void whatIsAskedOfEachOfManySiblingsIsCountedAsWork() {
    String row = "<span class=kicker></span>".repeat(3_000);
    Page page =
        Labelled.page(
            "https://a.example/1",
            "<html><body><article><p>Some words.</p>" + row + "</article></body></html>");
    try (WorkLimit limit = WorkLimit.begin(100_000)) {
      assertThrows(
          WorkLimit.Exceeded.class, () -> new HtmlSegmenter(HtmlSettings.defaults()).read(page));
    }
  }

  @Test
  void manyStoriesOnAPageTakeWorkInStepWithTheirNumber() {
    long few = workOfStories(500);
    long many = workOfStories(2_000);
    assertThat(many + " for 4 times as many as " + few, many < 5 * few, is(true));
  }

  private static long workOfStories(int count) {
    String text = "<p>We go to a b c d e f g.".repeat(2);
    StringBuilder stories = new StringBuilder("<html><body><div>");
    for (int i = 0; i < count; i++) {
      stories.append("<article><h2>Story ").append(i).append("</h2><time>5 March 2024</time>");
      stories.append(text).append("</article>");
    }
    Page page = Labelled.page("https://a.example/1", stories + "</div></body></html>");
    try (WorkLimit limit = WorkLimit.begin(WorkLimit.PAGE_UNITS)) {
      new HtmlSegmenter(HtmlSettings.defaults()).read(page);
      return limit.spent();
    }
  }

  @Test
  void moreTextThanAPageMayHoldIsRefusedWhereverItStands() {
    String text = "word ".repeat(1_000_000);
    for (String body : new String[] {"<p>" + text, "<b>" + text, "<table><tr><td>" + text}) {
      Page page = Labelled.page("https://a.example/1", "<html><body>" + body + "</body></html>");
      assertThrows(TextTooLong.class, () -> new HtmlSegmenter(HtmlSettings.defaults()).read(page));
    }
  }
}
