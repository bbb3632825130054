package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.copydesk.html.authors.OwnersName;
import org.copydesk.model.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wrote a page that says so only where a reader sees it; all people are invented. */
class PageAuthorsTest {
  private static final String URL = "https://www.tidewaterpost.example/news/harbour-reopens";
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";

  private static List<String> authors(String above, String below) {
    String html =
        "<!doctype html><html lang='en'><head><title>Harbour reopens after storm | Tidewater Post</title></head>"
            + "<body><header><nav><a href='/'>Home</a></nav></header><main><article>"
            + "<h1>Harbour reopens after storm</h1>"
            + above
            + "<div class='article-body'>"
            + BODY
            + "</div>"
            + below
            + "</article></main><footer>© Tidewater Post</footer></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(Labelled.page(URL, html))
        .article()
        .authors();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p>By <a href='/x'>Ana Roe</a></p> ~ Ana Roe",
        "<p>By <a href='/x'>Ana Roe</a> <a href='/print'>View in print</a></p> ~ Ana Roe",
        "<div class='meta'><span>by <a href='/author/ana-roe'>Ana Roe</a></span> <a href='/place/quay'>Harbour Quay</a> May 2nd 2025 11 mins</div> ~ Ana Roe",
        "<p>By <a href='/x'>Ana Roe</a> and <a href='/y'>Ben Lund</a></p> ~ Ana Roe;Ben Lund",
        "<p>by <strong>Ana Roe</strong>&mdash;10 min read</p> ~ Ana Roe",
        "<p>Von <b>Ruth Brandt</b>—Lesezeit 4 Minuten</p> ~ Ruth Brandt",
        "<p><a href='/author/aroe'>Ana Roe</a> • November 4th, 2025</p> ~ Ana Roe",
        "<ul><li><a href='/profile/ana-roe/profile'>Ana Roe</a></li><li>Sep 26, 2022</li><li>2 min read</li></ul> ~ Ana Roe",
        "<div>12/19/2025 • <a href='/friday'>Friday Notes</a> • <a href='/profile/ana-roe'>Ana Roe</a></div> ~ Ana Roe",
        "<div><a href='/autoren/ruth-brandt'>Ruth Brandt</a></div><p>3. März 2024</p> ~ Ruth Brandt",
        "<div><a href='/auteur/irene-tessier'>Irène Tessier</a></div> ~ Irène Tessier",
        "<div><a href='/autor/elvira-rivas/'>Elvira Rivas</a></div> ~ Elvira Rivas",
        "<div><a href='/avtory/zoya-larich'>Зоя Ларич</a></div> ~ Зоя Ларич",
        "<div><a href='/?author=12'>Ana Roe</a></div> ~ Ana Roe",
        "<div><a href='/redakcja/autorzy/ola-bak'>Ola Bąk</a>, <a href='/redakcja/autorzy/jan-lis'>Jan Lis</a></div> ~ Ola Bąk;Jan Lis",
        "<div class='share'><p>Written by</p><p>Ana Roe</p></div> ~ Ana Roe",
        "<aside><p>Geschrieben von</p><p>Ruth Brandt</p></aside> ~ Ruth Brandt",
        "<div>Ana Roe</div><div>Staff Engineer</div> ~ Ana Roe",
        "<div>Elvira Rivas</div><div>Corresponsal</div> ~ Elvira Rivas",
        "<p class='author-line'>Dec 17, 2025 Julian K. Roe</p> ~ Julian K. Roe",
        "<p>17. Dezember 2025 Ruth Brandt</p> ~ Ruth Brandt",
        "<div class='elementor-widget elementor-widget-author-box'><div class='elementor-author-box__name'>Ana Roe</div></div> ~ Ana Roe",
        "<p>Authors: Ana Roe and Ben Lund, Harbour ferry captains</p> ~ Ana Roe;Ben Lund",
        "<p>Autoren: Ruth Brandt und Cem Bas</p> ~ Ruth Brandt;Cem Bas",
        "<p>Auteurs : Irène Tessier et Paul Roy</p> ~ Irène Tessier;Paul Roy",
        "<p>Publié par Irène Tessier le 3 mars 2024</p> ~ Irène Tessier",
        "<p>Escrito por Elvira Rivas el 3 de marzo de 2024</p> ~ Elvira Rivas",
        "<p>Geplaatst door Piet Vos op 3 maart 2024</p> ~ Piet Vos",
        "<p>Skrevet av Kari Vik 3. mars 2024</p> ~ Kari Vik",
        "<p>Автор: Зоя Ларич, 3 марта 2024</p> ~ Зоя Ларич",
        "<p>Ana Roe | Harbour desk | 3 March 2024</p> ~ Ana Roe",
        "<p>3 March 2024 | Ana Roe</p> ~ Ana Roe",
        "<p>Ana Roe, 3 March 2024</p> ~ Ana Roe",
        "<p>Text: Ruth Brandt | Fotos: Cem Bas</p> ~ Ruth Brandt",
        "<p>Words and photos by Ana Roe</p> ~ Ana Roe",
        "<p>Posted on March 3, 2024 by Ana Roe | 3 Comments</p> ~ Ana Roe",
        "<p>Posted by Ana Roe | Mar 3, 2024 | News | 0</p> ~ Ana Roe",
        "<p>Last updated on March 3, 2024 by Ana Roe</p> ~ Ana Roe",
        "<p>by Ana Roe, Ph.D. • Updated March 3, 2024</p> ~ Ana Roe",
      })
  void isReadAboveTheText(String above, String names) {
    assertThat(above, authors(above, ""), is(Arrays.asList(names.split(";"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<div class='box'><h3>About the author</h3><p>Ana Roe</p><p>Ana Roe has reported on ports and ferries for this paper since 2011.</p></div> ~ Ana Roe",
        "<div><h4>Über die Autorin</h4><p><strong>Ruth Brandt</strong></p><p>Ruth Brandt schreibt seit 2011 über Häfen und Fähren in der Region.</p></div> ~ Ruth Brandt",
        "<div><h4>À propos de l’auteur</h4><h5>Irène Tessier</h5><p>Irène Tessier couvre les ports et les ferries depuis 2011 pour ce journal.</p></div> ~ Irène Tessier",
        "<div><h4>Sobre el autor</h4><h5>Elvira Rivas</h5><p>Elvira Rivas cubre puertos y transbordadores desde 2011 en este diario.</p></div> ~ Elvira Rivas",
        "<div><h4>Об авторе</h4><h5>Зоя Ларич</h5></div> ~ Зоя Ларич",
        "<p>Written by <a href='https://elsewhere.example/'>Ana Roe</a></p> ~ Ana Roe",
        "<p>— Ana Roe</p> ~ Ana Roe",
        "<p><em>Ana Roe is a reporter at the Tidewater Post.</em></p> ~ Ana Roe",
        "<p><em>Ruth Brandt ist Redakteurin der Tidewater Post.</em></p> ~ Ruth Brandt",
      })
  void isReadBelowTheText(String below, String names) {
    assertThat(below, authors("", below), is(Arrays.asList(names.split(";"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p>Harbour Crane Software is crucial for any business that loads ships, its makers say.</p>",
        "<blockquote><p>We waited for weeks.</p><cite class='quote-author'>Ana Roe</cite></blockquote>",
        "<div class='testimonial'><p class='author'>Ana Roe</p></div>",
        "<div class='contact-author'><a class='author-link' href='/contact'>Get in touch</a></div>",
        "<div class='sidebar'><a href='/author/ana-roe'>Ana Roe</a> <a href='/author/ben-lund'>Ben Lund</a></div>",
        "<p><a href='/people'>People</a> <a href='/team/'>Our Team</a></p>",
      })
  void isNotWhomElseAPageNames(String below) {
    assertThat(below, authors("", below), is(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // A person who gave their name to the site, and a house that states itself.
        "Ana Roe ~ https://www.anaroe.example/travel/boats ~ Ana Roe",
        "Ana McRoe ~ https://mcroe.example/travel/boats ~ Ana McRoe",
        "Ana Roe ~ https://www.quay.example/travel/boats ~",
        "Harbour Gazette ~ https://www.harbourgazette.example/boats ~",
        "QuayHub Harbour ~ https://www.quayhub.example/boats ~",
      })
  void isWhomASiteIsNamedAfterWhereItSaysSo(String name, String url, String names) {
    String html =
        "<html lang='en'><head><title>Boats of the islands</title><meta property='og:site_name' content='"
            + name
            + "'><script type='application/ld+json'>{'@type':'NewsArticle','headline':'Boats of the islands','author':'"
            + name
            + "'}</script></head><body><main><h1>Boats of the islands</h1>"
            + BODY
            + "</main></body></html>";
    List<String> found =
        new HtmlSegmenter(HtmlSettings.defaults())
            .segment(Labelled.page(url, html))
            .article()
            .authors();
    assertThat(name, found, is(names == null ? List.of() : List.of(names)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Ana Roe ~ anaroe.example ~ I ~ Ana Roe",
        "Ana Roe ~ roe.example ~ ich ~ ",
        "Ana Roe's Harbour Blog ~ quay.example ~ we ~ Ana Roe",
        "Ana Roe’s Weblog ~ quay.example ~ we ~ Ana Roe",
        "Ana Roe ~ anaroe.example ~ we ~ ",
        "Harbour Gazette ~ harbourgazette.example ~ I ~ ",
        "QuayHub Harbour ~ quayhub.example ~ I ~ ",
        "Talking Harbour Walls ~ talking.example ~ I ~ ",
        "AR's Blog ~ ars.example ~ I ~ ",
      })
  void mayBeTheOwnerOfTheSite(String site, String host, String person, String owner) {
    String text =
        (person + " keep " + (person.equals("I") ? "my" : "the") + " boats here. ").repeat(9);
    assertThat(site, OwnersName.of(site, host, text), is(owner));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<script>dataLayer.push({\"pagePostAuthor\":\"Ana Roe\",\"pagePostDate\":\"March 5, 2024\"});</script>",
        "<script>window.dataLayer=[{'articleAuthor': 'Ana Roe', 'datePublished': '2024-03-05'}];</script>",
        "<script>var digitalData = {author: 'Ana Roe', publishDate: '2024-03-05'};</script>",
        "<script type='application/ld+json'>{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Ana Roe&quot;,&quot;datePublished&quot;:&quot;2024-03-05&quot;}</script>",
        "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"author\":{\"@type\":\"Person\",\"name\":\"Ana Roe\"},\"datePublished\":\"2024-03-05\"}</script>",
      })
  void isStatedInScripts(String script) {
    Article article =
        new HtmlSegmenter(HtmlSettings.defaults())
            .segment(
                Labelled.page(URL, "<h1>Harbour reopens</h1><main>" + BODY + "</main>" + script))
            .article();
    assertThat(script, article.authors(), is(List.of("Ana Roe")));
    assertThat(script, article.publishedAt(), is(Instant.parse("2024-03-05T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "aroe84,true",
    "a.roe,true",
    "ana_roe,true",
    "admin,false",
    "tidewater.com,false",
    "Ana Roe,false",
    "12345,false",
    "staff,false"
  })
  void mayBeAnAccountWhereNobodyElseIsNamed(String author, boolean isOne) {
    String head = "<meta name='author' content='" + author + "'>";
    List<String> found =
        new HtmlSegmenter(HtmlSettings.defaults())
            .segment(Labelled.page(URL, head + "<h1>Harbour reopens</h1><main>" + BODY + "</main>"))
            .article()
            .authors();
    boolean isName = author.contains(" ");
    assertThat(author, found, is(isOne || isName ? List.of(author) : List.of()));
  }
}
