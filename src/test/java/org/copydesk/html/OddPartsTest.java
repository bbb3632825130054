package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.DatePrecision;
import org.copydesk.model.PageType;
import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of pages that look like something else: other stories, paid text, quoted posts, cards. */
class OddPartsTest {
  private static final String URL = "https://www.tidewaterpost.example/news/quay-opens-again";
  private static final String[] TEXTS = {
    "The quay of Brackwater opened again on Monday after a winter of repairs, the port office said in a statement.",
    "Fishing boats left at dawn, and the first ferry carried two hundred passengers, according to its captain.",
    "Work on the northern pier goes on until the autumn because divers found more cracks than they had expected.",
    "The council put aside four million crowns for the lamps, which stand in the old depot behind the market hall."
  };

  private static Article article(String head, String body) {
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(
            Labelled.page(
                URL, "<html lang='en'><head>" + head + "</head><body>" + body + "</body></html>"))
        .article();
  }

  private static String paragraphs(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append("<p>").append(TEXTS[i]).append("</p>");
    }
    return out.toString();
  }

  private static String story(
      String box, String heading, String title, String author, String word) {
    return "<"
        + box
        + " class='entry'><"
        + heading
        + ">"
        + title
        + "</"
        + heading
        + "><p class='by'>By "
        + author
        + ", 7 July 2023</p>"
        + paragraphs(0, 4).replace("Brackwater", word)
        + "</"
        + box
        + ">";
  }

  @ParameterizedTest
  @CsvSource({"article,h1", "section,h1", "div,h2", "article,h2", "section,h2"})
  void ofSeveralStoriesTheOneThatThePageIsNamedAfterIsTheArticle(String box, String heading) {
    String body =
        "<main>"
            + story(box, heading, "Ferry line buys two ships", "Ana Roe", "Westmouth")
            + story(box, heading, "Quay opens again after repairs", "Ben Lund", "Eastmouth")
            + story(box, heading, "Choir comes home from its tour", "Cleo Marsh", "Northmouth")
            + "</main>";
    Article second = article("<title>Quay opens again after repairs</title>", body);
    assertThat(second.text(), containsString("Eastmouth"));
    assertThat(second.text(), not(containsString("Westmouth")));
    assertThat(second.text(), not(containsString("Northmouth")));
    assertThat(second.authors(), is(List.of("Ben Lund")));
    Article first = article("<title>News of the coast</title>", body);
    assertThat(first.text(), containsString("Westmouth"));
    assertThat(first.text(), not(containsString("Eastmouth")));
  }

  @Test
  void partsOfOneArticleStayTogether() {
    String body =
        "<main><h1>Three days on the quay of Brackwater</h1><p>By Ana Roe</p>"
            + story("section", "h2", "Friday", "Ana Roe", "Westmouth")
            + story("section", "h2", "Saturday", "Ana Roe", "Eastmouth")
            + "</main>";
    String text = article("<title>Three days on the quay of Brackwater</title>", body).text();
    assertThat(text, containsString("Westmouth"));
    assertThat(text, containsString("Eastmouth"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "div", "section"})
  void paidTextIsTextAndWhatAsksToPayIsNot(String tag) {
    String paid =
        tag.equals("p")
            ? paragraphs(3, 4).replace("<p>", "<p class='paywall'>")
            : "<" + tag + " class='article-paywall'>" + paragraphs(3, 4) + "</" + tag + ">";
    String gate =
        "<div class='paywall'><p>You have read all your free articles for this month of the year.</p>"
            + "<p><a href='/subscribe'>Subscribe now</a></p><button>Log in</button></div>";
    Article article =
        article(
            "",
            "<article><h1>Quay opens again</h1>" + paragraphs(0, 3) + paid + gate + "</article>");
    assertThat(article.text().split("\n\n").length, is(4));
    assertThat(article.text(), not(containsString("free articles")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote class='twitter-tweet'><p>Open again.</p>&mdash; Port (@port) <a href='https://t.example/1'>July 7, 2023</a></blockquote>",
        "<blockquote><p>Open again.</p><p>Port office, 7 July 2023</p></blockquote>",
        "<div class='instagram-media'><p>Open again.</p><p>Posted on July 7, 2023</p></div>"
      })
  void theDateOfAQuotedPostIsNotTheArticles(String post) {
    String body = "<article><h1>Quay opens again</h1>" + paragraphs(0, 1) + post + paragraphs(1, 4);
    assertThat(article("", body + "</article>").publishedAt(), nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p>Updated 8 July 2023</p><p>Published 7 July 2023</p>",
        "<ul><li>Zuletzt aktualisiert: 8. Juli 2023</li><li>Veröffentlicht: 7. Juli 2023</li></ul>",
        "<p>Mis à jour le 8 juillet 2023. Publié le 7 juillet 2023</p>",
        "<p><span>Ultimo aggiornamento</span> <time datetime='2023-07-08'>8 luglio</time></p><p>Pubblicato <time datetime='2023-07-07'>7 luglio</time></p>",
        "<div><b>JULY 7, 2023</b><i>Updated: JULY 8, 2023</i></div>",
        "<dl><dt>Last updated</dt><dd>8 July 2023</dd><dt>First published</dt><dd>7 July 2023</dd></dl>",
      })
  void publicationAndUpdateAreKeptApart(String dates) {
    Article article =
        article("", "<article><h1>Quay opens again</h1>" + dates + paragraphs(0, 4) + "</article>");
    assertThat(article.publishedAt(), is(Instant.parse("2023-07-07T00:00:00Z")));
    assertThat(article.details().modifiedAt(), is(Instant.parse("2023-07-08T00:00:00Z")));
    assertThat(article.details().publishedPrecision(), is(DatePrecision.DAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aside", "nav", "div class='sidebar'", "div class='related-stories'"})
  void authorsOfOtherArticlesAreNotTheArticles(String around) {
    String cards =
        "<"
            + around
            + "><h3><a href='/a'>Ferry line buys two ships</a></h3><a rel='author' href='/b'>Cleo Marsh</a></"
            + around.split(" ")[0]
            + ">";
    Article article =
        article(
            "",
            "<main><article><h1>Quay opens again</h1><span><a rel='author' href='/c'>Ana Roe</a></span>"
                + paragraphs(0, 4)
                + "</article>"
                + cards
                + "</main>");
    assertThat(article.authors(), is(List.of("Ana Roe")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<meta name='citation_author' content='Roe, Ana'><meta name='citation_author' content='Lund, Ben'> ~ Roe, Ana|Lund, Ben",
        "<meta name='authors' content='Ana Roe, Ben Lund'> ~ Ana Roe|Ben Lund",
        "<meta name='creator' content='Ana Roe'> ~ Ana Roe",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"givenName\":\"Ana\",\"familyName\":\"Roe\"}}</script> ~ Ana Roe",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":[\"Ana Roe\",\"Ben Lund\"]}]}</script> ~ Ana Roe|Ben Lund",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"authors\":[{\"alternateName\":\"Ana Roe\"}]}</script> ~ Ana Roe",
      })
  void namesAreReadFromEveryField(String head, String names) {
    Article article =
        article(head, "<article><h1>Quay opens again</h1>" + paragraphs(0, 4) + "</article>");
    assertThat(article.authors(), is(List.of(names.split("\\|"))));
  }

  @Test
  void readingsOfEastAsianWordsAreNoText() {
    String ruby =
        "<p><ruby>白水<rp>(</rp><rt>しらみず</rt><rp>)</rp></ruby>の<ruby>港<rt>みなと</rt></ruby>は三週間の工事を終えて月曜日に再開した。</p>";
    String text = article("", "<article><h1>港が再開</h1>" + ruby.repeat(3) + "</article>").text();
    assertThat(text, containsString("白水の港は三週間"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><strong>What comes next</strong><br>TEXT</p>",
        "<div><b>What comes next:</b><br/>TEXT</div>",
        "<p><span style='display: block'>What comes next</span>TEXT</p>"
      })
  void aBoldSubheadIsAParagraphOfItsOwn(String part) {
    String html = "<article><h1>Quay opens again</h1>" + paragraphs(0, 3) + part + "</article>";
    String[] found = article("", html.replace("TEXT", TEXTS[3])).text().split("\n\n");
    assertThat(found[found.length - 1], is(TEXTS[3]));
    assertThat(found[found.length - 2], containsString("What comes next"));
  }

  @Test
  void theHeadlineOverTheTextIsTheTitleWhereTheHeadSpeaksToSearchEngines() {
    Article article =
        article(
            "<title>Brackwater quay 2023: repairs, boats and opening hours</title>"
                + "<meta property='og:title' content='Brackwater quay 2023: repairs, boats, hours'>",
            "<article><h1>Boats are back at the quay of Brackwater</h1>"
                + paragraphs(0, 4)
                + "</article>");
    assertThat(article.title(), is("Boats are back at the quay of Brackwater"));
  }

  @Test
  void namesThatEveryPartOfAPageBearsSayNothing() {
    StringBuilder parts = new StringBuilder("<h1>Quay opens again</h1>");
    for (String text : TEXTS) {
      parts.append("<div class='builder-widget'><p>").append(text).append("</p></div>");
    }
    assertThat(article("", "<div>" + parts + "</div>").text().split("\n\n").length, is(4));
  }

  @Test
  void runningTextAmongManyTeasersIsAnArticle() {
    String list =
        "<ul><li><a href='/news/x'>Ferry line orders two new electric ships</a></li></ul><p>More soon.</p>";
    Article article =
        article(
            "",
            "<div>"
                + list.repeat(9)
                + "<h2>Quay opens again after the storm</h2>"
                + paragraphs(0, 4)
                + list.repeat(9)
                + "</div>");
    assertThat(article.text(), containsString(TEXTS[2]));
    assertThat(article.details().pageType(), is(PageType.ARTICLE));
  }

  @Test
  void typesThatNobodyAskedForAreSkippedWithTheirName() {
    for (PageType type : PageType.values()) {
      Reason reason = Reason.of(type);
      assertThat(reason.outcome(), is(Reason.Outcome.SKIPPED));
      assertThat(reason.stored(), is(type.stored()));
    }
  }
}
