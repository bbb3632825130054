package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ways sites give titles, dates, authors and addresses, on pages of an invented harbour town.
 */
class HtmlMetadataTest {
  private static final String URL = "https://www.tidewaterpost.example/news/harbour-reopens";
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";
  private static final String H1 = "<h1>Harbour reopens after storm</h1>";

  private static Article article(String head, String above) {
    String html =
        "<!doctype html><html lang='en'><head>"
            + head
            + "</head><body><header><nav><a href='/'>Home</a></nav></header>"
            + "<main><article>"
            + above
            + "<div class='article-body'>"
            + BODY
            + "</div></article></main>"
            + "<footer>© Tidewater Post</footer></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults()).segment(Labelled.page(URL, html)).article();
  }

  private static String json(String fields) {
    return "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        + fields
        + "}</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<title>Harbour reopens after storm | Tidewater Post</title>",
        "<title>Tidewater Post | Harbour reopens after storm</title>",
        "<title>Harbour reopens after storm - Tidewater Post</title>",
        "<title>Harbour reopens after storm – tidewaterpost.example</title>",
        "<title>Harbour reopens after storm - News - Tidewater Post</title>",
        "<title>Harbour reopens after storm</title><meta property='og:title' content='Harbour reopens after storm | Tidewater Post'>",
        "<meta property='og:title' content='Harbour reopens after storm'><title>Tidewater Post</title>",
        "<meta name='twitter:title' content='Harbour reopens after storm'><title>x</title>",
        "<title>Harbour reopens after storm &#124; Tidewater Post</title>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour reopens after storm\"}</script>",
      })
  void theTitleIsTheHeadlineWithoutTheSite(String head) {
    for (String h1 : new String[] {H1, ""}) {
      if (h1.isEmpty() && head.contains("- News -")) {
        continue;
      }
      assertThat(head, article(head, h1).title(), is("Harbour reopens after storm"));
    }
  }

  @Test
  void aTitleWithADashOfItsOwnStaysWhole() {
    Article article =
        article(
            "<title>Harbour - and town - reopen after the storm | Tidewater Post</title>",
            "<h1>Harbour - and town - reopen after the storm</h1>");
    assertThat(article.title(), is("Harbour - and town - reopen after the storm"));
  }

  @Test
  void theVisibleHeadlineWinsOverASocialOne() {
    Article article =
        article(
            "<title>Harbour reopens after storm | Tidewater Post</title>"
                + "<meta property='og:title' content='You will not believe what reopened in Brackwater'>",
            H1);
    assertThat(article.title(), is("Harbour reopens after storm"));
  }

  @Test
  void theSitesOwnHeadingIsNoTitle() {
    Article article =
        article(
            "<title>Harbour reopens after storm | Tidewater Post</title>",
            "<h1>Tidewater Post</h1><h2>Harbour reopens after storm</h2>");
    assertThat(article.title(), is("Harbour reopens after storm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"datePublished\":\"2024-03-05T10:00:00+02:00\" ~ 2024-03-05T08:00:00Z",
        "\"datePublished\":\"2024-03-05T10:00:00Z\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"2024-03-05T10:00:00.123Z\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"2024-03-05T10:00:00+0200\" ~ 2024-03-05T08:00:00Z",
        "\"datePublished\":\"2024-03-05T10:00\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"2024-03-05 10:00:00\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"2024-03-05\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"20240305\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":1709632800 ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"1709632800000\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"Tue, 05 Mar 2024 10:00:00 GMT\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"Tue, 05 Mar 2024 10:00:00 -0500\" ~ 2024-03-05T15:00:00Z",
        "\"datePublished\":\"March 5, 2024 10:00 am EST\" ~ 2024-03-05T15:00:00Z",
        "\"datePublished\":\"5 March 2024 at 10:00 pm\" ~ 2024-03-05T22:00:00Z",
        "\"datePublished\":\"Mar 5th, 2024\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"5. März 2024, 10:00 Uhr\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"05.03.2024 - 10:00\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"5 mars 2024 à 10h00\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"5 de marzo de 2024\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"5 марта 2024\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"2024年3月5日 10:00\" ~ 2024-03-05T10:00:00Z",
        "\"datePublished\":\"٥ مارس ٢٠٢٤\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"03/05/2024\" ~ 2024-03-05T00:00:00Z",
        "\"datePublished\":\"25/03/2024\" ~ 2024-03-25T00:00:00Z",
        "\"datePublished\":\"soon\" ~ ",
        "\"datePublished\":\"2024-13-45\" ~ ",
        "\"dateModified\":\"2024-03-09T10:00:00Z\",\"datePublished\":\"2024-03-05T10:00:00Z\" ~ 2024-03-05T10:00:00Z",
      })
  void aDateIsReadInEveryUsualForm(String field, String expected) {
    assertThat(
        article(json(field), H1).publishedAt(),
        is(expected == null ? null : Instant.parse(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<meta property='article:published_time' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta name='pubdate' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta name='date' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta name='DC.date.issued' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta name='parsely-pub-date' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta itemprop='datePublished' content='2024-03-05T10:00:00Z'> ~ ''",
        "'' ~ <time datetime='2024-03-05T10:00:00Z'>last week</time>",
        "'' ~ <span itemprop='datePublished' content='2024-03-05T10:00:00Z'>5 March</span>",
        "'' ~ <div class='meta'>Published: March 5, 2024 10:00 AM GMT</div>",
        "'' ~ <p class='date'>5 March 2024, 10:00</p>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}</script> ~ <time datetime='2024-03-05T10:00:00Z'>5 March</time>",
        "<meta property='article:published_time' content='not a date'><meta name='date' content='2024-03-05T10:00:00Z'> ~ ''",
        "<meta property='article:modified_time' content='2024-03-09T10:00:00Z'><meta name='date' content='2024-03-05T10:00:00Z'> ~ ''",
      })
  void aDateIsFoundInEveryUsualPlace(String head, String above) {
    assertThat(
        head + above,
        article(head, H1 + above).publishedAt(),
        is(Instant.parse("2024-03-05T10:00:00Z")));
  }

  @Test
  void aDateAfterTheFetchIsAMistake() {
    String html =
        "<html><head><meta property='article:published_time' content='2034-03-05T10:00:00Z'>"
            + "<meta name='date' content='2024-03-05T10:00:00Z'></head><body><article>"
            + H1
            + BODY
            + "</article></body></html>";
    Page page =
        new Page(
            "f",
            0,
            null,
            Instant.parse("2024-03-06T00:00:00Z"),
            URL,
            null,
            null,
            null,
            Page.Kind.HTML,
            html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Article article = new HtmlSegmenter(HtmlSettings.defaults()).segment(page).article();
    assertThat(article.publishedAt(), is(Instant.parse("2024-03-05T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Ana Roe\"}}</script> ~ '' ~ Ana Roe",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Ana Roe\"}</script> ~ '' ~ Ana Roe",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ana Roe\"},{\"name\":\"Piet Vos\"}]}</script> ~ '' ~ Ana Roe;Piet Vos",
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"Article\",\"NewsArticle\"],\"author\":{\"name\":\"Ana Roe\"}}]}</script> ~ '' ~ Ana Roe",
        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ana Roe\"}}]</script> ~ '' ~ Ana Roe",
        "<script type='application/ld+json'>/* cms */ {\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ana Roe\",},}</script> ~ '' ~ Ana Roe",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"a\tb\",\"author\":{\"name\":\"Ana Roe\"}};</script> ~ '' ~ Ana Roe",
        "<meta name='author' content='Ana Roe'> ~ '' ~ Ana Roe",
        "<meta name='author' content='By Ana Roe'> ~ '' ~ Ana Roe",
        "<meta property='article:author' content='https://www.facebook.example/anaroe'><meta name='author' content='Ana Roe'> ~ '' ~ Ana Roe",
        "<meta name='author' content='admin'> ~ <p class='byline'>By Ana Roe</p> ~ Ana Roe",
        "<meta name='parsely-author' content='Ana Roe'> ~ '' ~ Ana Roe",
        "'' ~ <p class='byline'>By Ana Roe and Piet Vos</p> ~ Ana Roe;Piet Vos",
        "'' ~ <p class='byline'>By Ana Roe, Piet Vos and Ida Lund</p> ~ Ana Roe;Piet Vos;Ida Lund",
        "'' ~ <div class='author-name'>Ana Roe</div> ~ Ana Roe",
        "'' ~ <p>By Ana Roe, Harbour Correspondent</p> ~ Ana Roe",
        "'' ~ <p>Von Ana Roe</p> ~ Ana Roe",
        "'' ~ <span class='vcard'>Par <a href='/a'>Ana Roe</a></span> ~ Ana Roe",
        "'' ~ <p class='byline'>By Ana Roe | Tidewater Post</p> ~ Ana Roe",
        "'' ~ <span itemprop='author' itemscope><span itemprop='name'>Ana Roe</span></span> ~ Ana Roe",
        "'' ~ <p class='byline'>BY ANA ROE</p> ~ ANA ROE",
        "<meta name='author' content='Tidewater Post'><meta property='og:site_name' content='Tidewater Post'> ~ '' ~ ",
        "'' ~ '' ~ ",
      })
  void authorsAreNamesWithoutWhatStandsAround(String head, String above, String expected) {
    List<String> names = expected == null ? List.of() : List.of(expected.split(";"));
    assertThat(head + above, article(head, H1 + above).authors(), equalTo(names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<link rel='canonical' href='https://www.tidewaterpost.example/a/1'> ~ https://www.tidewaterpost.example/a/1",
        "<link rel='canonical' href='/a/1'> ~ https://www.tidewaterpost.example/a/1",
        "<link rel='canonical' href='https://www.tidewaterpost.example/'> ~ " + URL,
        "<link rel='canonical' href='https://elsewhere.example/a/1'> ~ " + URL,
        "<meta property='og:url' content='https://tidewaterpost.example/a/1'> ~ https://tidewaterpost.example/a/1",
        "<link rel='canonical' href='javascript:void(0)'> ~ " + URL,
        "'' ~ " + URL,
      })
  void theAddressIsTheCanonicalOneWhereThatCanBeTrue(String head, String expected) {
    assertThat(article(head, H1).url(), is(expected));
    assertThat(article(head, H1).site(), is("tidewaterpost.example"));
  }
}
