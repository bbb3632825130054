package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are told by their make where no name tells them, and names that tell nothing. */
class PartsByMakeTest {
  private static Article article(String head, String body) {
    String html = "<html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>";
    byte[] payload = html.getBytes(StandardCharsets.UTF_8);
    String url = "https://harbour.example/news/2024/when-the-ferry-is-back";
    Page page = new Page("p.html", 0, null, null, url, null, null, null, Page.Kind.HTML, payload);
    Article article = new HtmlSegmenter(HtmlSettings.defaults()).segment(page).article();
    assertThat(article, notNullValue());
    return article;
  }

  private static String paragraphs(int count, String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append("<p>The office counted ").append(i * 7).append(" boats at the ").append(word);
      text.append("quay before the wind turned, and said that none of them would leave it ");
      text.append("until the water had fallen by ").append(i).append(" feet.</p>");
    }
    return text.toString();
  }

  @Test
  void aTextGivenOnceForEachWidthOfAScreenIsTakenOnce() {
    String once = paragraphs(6, "");
    Article article =
        article(
            "", "<main><h1>Ferry back</h1><div>" + once + "</div><div>" + once + "</div></main>");
    assertThat(article.text().split("\n\n").length, is(6));
    String refrain = paragraphs(1, "refrain ");
    String song = refrain + paragraphs(6, "") + refrain + paragraphs(6, "other ");
    assertThat(
        article("", "<main><h1>Ferry song</h1>" + song + "</main>").text().split("\n\n").length,
        is(14));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='accordion-panel' style='display: none'>",
        "<div hidden data-theme-key='collapsible-section-text'>",
        "<section hidden role='tabpanel'>",
        "<div style='display:none' role='region' aria-labelledby='q1'>",
        "<div class='ReadMoreText_wrapper'>"
      })
  void whatAHeadingUnfoldsIsText(String panel) {
    String close = panel.startsWith("<div") ? "</div>" : "</section>";
    String text =
        article(
                "",
                "<article><h1>When the ferry is back</h1>"
                    + paragraphs(3, "")
                    + "<h3>How long do the repairs take?</h3>"
                    + panel
                    + paragraphs(3, "folded ")
                    + close
                    + "</article>")
            .text();
    assertThat(text, containsString("folded"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='mt-2 line-clamp-3'>",
        "<div class='text-sm md:line-clamp-4'>",
        "<section class='cta-box'>",
        "<section class='InlineCta'>"
      })
  void snippetsCutAfterSomeLinesAndCallsToActAreNoText(String part) {
    String close = part.startsWith("<div") ? "</div>" : "</section>";
    String text =
        article(
                "",
                "<div class='content'><h1>When the ferry is back</h1>"
                    + paragraphs(6, "")
                    + part
                    + paragraphs(1, "beside ")
                    + close
                    + "</div>")
            .text();
    assertThat(text, not(containsString("beside")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<section class='elementor-element elementor-element-2638ad0'>",
        "<section id='block-20a388fd-ad6d-4641-95b9-64ab9c672ad0'>",
        "<section class='elementor-widget elementor-widget-text-editor'>",
        "<section class='content sidebar-enabled--false'>",
        "<section class='line-clamp-3 md:line-clamp-none'>",
        "<section class='line-clamp-4 lg:line-clamp-unset'>",
        "<section id='menu-ideas-for-the-coldest-winter-months'>"
      })
  void numbersSettingsAndAddressesOfHeadingsAreNoNames(String part) {
    String text =
        article(
                "",
                "<div class='content'><h1>When the ferry is back</h1>"
                    + paragraphs(6, "")
                    + part
                    + paragraphs(3, "named ")
                    + "</section></div>")
            .text();
    assertThat(text, containsString("named"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h3>Kommentare (3)</h3>|<div><b>Mika</b> 03.01.2012, 19:43</div>",
        "<h1>Комментарии к новости (3)</h1>|<div>гость 6 января 2012 14:05:28</div>",
        "<p>Komentarze (25)</p>|<p>xxx (gość) 01.01.12, 16:50:22</p>",
        "<p>评论</p>|<p>网友 2012-01-17 10:22</p>",
        "|<div class='koment'>xxx 01.01.12, 16:50:22</div>"
      })
  void commentsThatNothingCallsSoAreNoBody(String heading, String stamp) {
    String entry =
        stamp + "<p>I never saw a ferry that ran on time, and this one will not either.</p>";
    String page =
        "<div><h1>When the ferry is back</h1>"
            + paragraphs(4, "")
            + (heading == null ? "" : heading)
            + entry.repeat(4).replaceFirst("never", "hardly")
            + "</div>";
    assertThat(article("", page).text(), not(containsString("ran on time")));
    assertThat(article("", page).text(), containsString("3 "));
  }

  @Test
  void hoursOfAnArticleThatHasNoCommentsStay() {
    String entry =
        "<p>10:43</p><p>The ferry left the quay with all its lights on and came back at once.</p>";
    String page =
        "<div><h1>How the ferry came back</h1>" + paragraphs(4, "") + entry.repeat(4) + "</div>";
    assertThat(article("", page).text(), containsString("all its lights"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li>10:13: LINK</li>",
        "<li>LINK (01/17 10:22)</li>",
        "<p>10:13</p><p>LINK now</p>"
      })
  void listsOfDatedLinksAreNoBody(String item) {
    StringBuilder list = new StringBuilder();
    for (String title :
        List.of(
            "Lock gate stays shut",
            "Old crane finds an owner",
            "Boats keep times",
            "Net is mended")) {
      list.append(item.replace("LINK", "<a href='/n'>" + title + " again</a>"));
    }
    String page = "<div><h1>When the ferry is back</h1>" + paragraphs(4, "") + list + "</div>";
    assertThat(article("", page).text(), not(containsString("Old crane")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Harbour Team|The Harbour Team",
        "Great Quay Editorial Team|Great Quay Editorial Team",
        "The Currency editors|The Currency editors",
        "Editorial Team|",
        "Staff|",
        "Ana Roe|Ana Roe"
      })
  void groupsThatSignAreNamedWhole(String stated, String name) {
    String head =
        "<script type=\"application/ld+json\">{\"@type\":\"BlogPosting\",\"headline\":\"When the ferry is back\","
            + "\"author\":{\"@type\":\"Organization\",\"name\":\""
            + stated
            + "\"}}</script>";
    String body = "<article><h1>When the ferry is back</h1>" + paragraphs(5, "") + "</article>";
    assertThat(article(head, body).authors(), is(name == null ? List.of() : List.of(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quiet Light|Quiet Light",
        "Tidewater Post|",
        "Dziennik Portowy|",
        "Cory Roe|Cory Roe"
      })
  void aFirmMayWriteItsOwnPageAndAPaperDoesNot(String site, String author) {
    String head =
        "<meta name='author' content='SITE'><meta property='og:site_name' content='SITE'>"
            .replace("SITE", site);
    String body = "<article><h1>When the ferry is back</h1>" + paragraphs(5, "") + "</article>";
    assertThat(article(head, body).authors(), is(author == null ? List.of() : List.of(author)));
  }

  @Test
  void whoIsShownIsBelievedSoonerThanTheAccount() {
    String head = "<meta name='author' content='Luke Daig'>";
    String body = "<article><h1>When the ferry is back</h1>LINE" + paragraphs(5, "") + "</article>";
    assertThat(
        article(head, body.replace("LINE", "<p>By: Ana Roe</p>")).authors(),
        is(List.of("Ana Roe")));
    assertThat(article(head, body.replace("LINE", "")).authors(), is(List.of("Luke Daig")));
    assertThat(
        "shown too",
        article(head, body.replace("LINE", "<p>By: Ana Roe</p><p>Luke Daig sent this.</p>"))
            .authors(),
        is(List.of("Luke Daig")));
  }

  @Test
  void aLineOfAListIsNoByline() {
    String body =
        "<article><h1>When the ferry is back</h1>"
            + paragraphs(5, "")
            + "<ul><li>Reporting losses</li><li>Author names</li></ul></article>";
    assertThat(article("", body).authors(), is(List.of()));
  }

  @Test
  void sectionsPrintedInTheHeadlineAreCutOff() {
    String body = "<article><h1>When the ferry is back again | Opinion</h1>" + paragraphs(5, "");
    String head = "<meta property='og:title' content='When the ferry is back again | Opinion'>";
    assertThat(article(head, body).title(), is("When the ferry is back again"));
  }

  @Test
  void theNameOfASiteInTheFirstHeadingIsNoHeadline() {
    String head =
        "<title>Roe's Notes: Advent by the quay</title>"
            + "<meta property='og:title' content='Advent by the quay'>";
    String body =
        "<h1>Roe's Notes</h1><article><h2>Advent by the quay</h2>"
            + paragraphs(5, "")
            + "</article>";
    assertThat(article(head, body).title(), is("Advent by the quay"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-date ad", "hero-overlay", "share-row", "sidebar-meta"})
  void aDateBesideTheHeadlineCountsWhateverItsPartIsCalled(String name) {
    String body =
        "<main><h1>When the ferry is back</h1><div class='"
            + name
            + "'>June 9, 2025</div>"
            + paragraphs(5, "")
            + "</main>";
    assertThat(article("", body).publishedAt().toString(), containsString("2025-06-09"));
  }

  @Test
  void aHeadlineAfterManyShortLinesOfTheBodyIsTheTitle() {
    String head = "<meta property='og:title' content='Ferry back: a guide for beginners'>";
    String body =
        "<main><p>Home</p><p>Guides</p><p>Five minutes</p><p>Share</p><p>Save it</p>"
            + "<h1>When the Ferry is Back (a guide)</h1>"
            + paragraphs(6, "")
            + "</main>";
    assertThat(article(head, body).title(), is("When the Ferry is Back (a guide)"));
  }

  @Test
  void aPageThatWaitsForItsScriptsIsReadAsReadersWithoutThemSeeIt() {
    String story = "<article><h1>When the ferry is back</h1>" + paragraphs(5, "") + "</article>";
    String waiting = "<div id='app'>Loading</div><noscript>" + story + "</noscript>";
    assertThat(article("", waiting).text().split("\n\n").length, is(5));
    String told = story + "<noscript><p>Turn on scripts to see the ferry.</p></noscript>";
    assertThat(article("", told).text(), not(containsString("Turn on")));
  }

  @Test
  void oneLinkedAuthorIsTheAuthorWhereverTheLinkStands() {
    String page =
        "<main><article><h1>When the ferry is back</h1>"
            + paragraphs(5, "")
            + "</article></main>LINKS";
    String one = "<div class='sticky'><a rel='author' href='/a'>Halina Roe</a></div>";
    assertThat(article("", page.replace("LINKS", one)).authors(), is(List.of("Halina Roe")));
    String two = one + one.replace("Halina Roe", "Ben Lund");
    assertThat(article("", page.replace("LINKS", two)).authors(), is(List.of()));
  }

  @Test
  void theFooterOfAnArticleTellsOfItAndThatOfThePageDoesNot() {
    String foot = "<footer><time datetime='2024-03-05'>5 March 2024</time></footer>";
    String body = "<article><h1>When the ferry is back</h1>" + paragraphs(5, "") + "IN</article>";
    assertThat(article("", body.replace("IN", foot)).publishedAt(), notNullValue());
    assertThat(article("", body.replace("IN", "") + foot).publishedAt(), nullValue());
  }

  @Test
  void columnsBesideTheTextAreNoTextAndLeadsAndListsAre() {
    String page =
        "<main><h2>A lead in a heading that says in twelve words what the ferry did</h2>"
            + "<div class='x1'>"
            + paragraphs(6, "")
            + "</div><div class='x2'><h4>Chart</h4><p>Hot</p><p>Now <a href='/q'>the quay</a></p>"
            + "<h4>What it costs</h4><ul><li>A ticket for one grown person costs four.</li></ul></div></main>";
    String text = article("", page).text();
    assertThat(text, containsString("A lead in a heading"));
    assertThat(text, containsString("What it costs"));
    assertThat(text, containsString("A ticket for one"));
    assertThat(text, not(containsString("Chart")));
    assertThat(text, not(containsString("Hot")));
    assertThat(text, not(containsString("the quay\n")));
  }
}
