package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that a page shows and states nowhere else. */
class ShownDatesTest {
  private static final String URL = "https://www.tidewaterpost.example/news/harbour-reopens";
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";

  private static Instant published(String lang, String html) {
    Article article =
        new HtmlSegmenter(HtmlSettings.defaults())
            .segment(
                Labelled.page(URL, "<html lang='" + lang + "'><body>" + html + "</body></html>"))
            .article();
    return article.publishedAt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "en ~ <div class='elementor-widget'><time>March 5, 2024</time></div>",
        "en ~ <div class='byline'>By Ana Roe</div><p>March 5, 2024</p>",
        "en ~ <div class='share-tools'><p>Published on March 5, 2024</p></div>",
        "en ~ <span class='post-date'>Mar 5th, 2024</span>",
        "en ~ <p>Posted on 03/05/2024 by Ana Roe</p>",
        "en-GB ~ <p>Posted on 05/03/2024 by Ana Roe</p>",
        "en ~ <p>Ana Roe / 5 Mar 2024 / News</p>",
        "en ~ <p>News · 5 March 2024 · 4 min read</p>",
        "en ~ <p>Tuesday, March 5, 2024 - 10:30</p>",
        "en ~ <p>Updated: June 1, 2024 · Published: March 5, 2024</p>",
        "en ~ <p>March 5, 2024 (updated June 1, 2024)</p>",
        "en ~ <p>March 5, 2024. <i>Updated: June 1, 2024</i></p>",
        "de ~ <p>Veröffentlicht am 5. März 2024, aktualisiert am 1. Juni 2024</p>",
        "de ~ <p>Stand: 1. Juni 2024 | Erstveröffentlichung: 5. März 2024</p>",
        "de ~ <p>Di., 05.03.2024, 10:30 Uhr</p>",
        "fr ~ <p>Publié le 5 mars 2024 à 10h30, mis à jour le 1er juin 2024</p>",
        "es ~ <p>Actualizado: 1 de junio de 2024 | Publicado: 5 de marzo de 2024</p>",
        "es ~ <p>5 MAR 2024 - 10:30 CET</p>",
        "it ~ <p>Pubblicato il 5 marzo 2024 - Ultimo aggiornamento 1 giugno 2024</p>",
        "pt ~ <p>05/03/2024 10h30 Atualizado 01/06/2024 11h00</p>",
        "nl ~ <p>Gepubliceerd: 5 maart 2024. Bijgewerkt: 1 juni 2024</p>",
        "pl ~ <p>Data publikacji: 5 marca 2024, aktualizacja: 1 czerwca 2024</p>",
        "pl ~ <p>05.03.2024, godz. 10:30</p>",
        "ru ~ <p>Опубликовано 5 марта 2024 г., обновлено 1 июня 2024 г.</p>",
        "ru ~ <p>10:30, 05.03.2024</p>",
        "cs ~ <p>5. března 2024 10:30, aktualizováno 1. června 2024</p>",
        "el ~ <p>Δημοσίευση: 5 Μαρτίου 2024 - Τελευταία ενημέρωση: 1 Ιουνίου 2024</p>",
        "tr ~ <p>Yayınlanma: 05.03.2024 Güncelleme: 01.06.2024</p>",
        "sv ~ <p>Publicerad 5 mars 2024. Uppdaterad 1 juni 2024</p>",
        "hu ~ <p>2024. március 5. 10:30</p>",
        "zh ~ <p>发布时间：2024年3月5日 10:30 来源：港口新闻</p>",
        "zh ~ <p>2024-03-05 10:30:00 来源: 港口新闻</p>",
        "ja ~ <p>公開日：2024年3月5日　更新日：2024年6月1日</p>",
        "ko ~ <p>입력 2024.03.05. 오전 10:30 수정 2024.06.01. 오전 11:00</p>",
        "ar ~ <p>نشر في 5 مارس 2024</p>",
        "vi ~ <p>Thứ ba, 5/3/2024, 10:30 (GMT+7)</p>",
        "vi ~ <p>Thứ ba, ngày 5 tháng 3 năm 2024</p>",
        "vi ~ <p>5 tháng 3, 2024</p>",
        "lv ~ <p>2024. gada 5. marts</p>",
        "id ~ <p>Selasa, 5 Maret 2024 10:30 WIB</p>",
        "uk ~ <p>5 березня 2024, 10:30</p>",
        "fi ~ <p>Julkaistu 5.3.2024, päivitetty 1.6.2024</p>",
        "da ~ <p>Offentliggjort 5. marts 2024 kl. 10.30</p>",
        "ro ~ <p>Publicat: 5 martie 2024, actualizat: 1 iunie 2024</p>",
      })
  void areReadAboveTheText(String lang, String above) {
    Instant found =
        published(
            lang, "<main><h1>Harbour reopens</h1>" + above + "<div>" + BODY + "</div></main>");
    String day = found == null ? null : found.toString().substring(0, 10);
    assertThat(above, day, is("2024-03-05"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<div class='comment'><time pubdate datetime='2024-06-01T10:00:00Z'>June 1, 2024</time></div>",
        "<ul class='comments'><li><time itemprop='datePublished' datetime='2024-06-01T10:00:00Z'>June 1, 2024</time></li></ul>",
        "<div class='related'><span itemprop='datePublished' content='2024-06-01'>June 1</span></div>",
        "<div class='sidebar-widget'><time datetime='2024-06-01'>June 1, 2024</time></div>",
      })
  void areNotThoseOfOthers(String below) {
    String html = "<main><h1>Harbour reopens</h1><div>" + BODY + "</div></main>" + below;
    assertThat(below, published("en", html), is((Instant) null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Published again with the whole site: the day under the headline is the first.
        "2024-06-01T10:00:00Z ~ <p>March 5, 2024</p> ~ 2024-03-05",
        "2024-06-01T10:00:00Z ~ <div class='blog-date'>Mar 5, 2024</div> ~ 2024-03-05",
        "2024-06-01T10:00:00Z ~ <p>Published on March 5, 2024</p> ~ 2024-03-05",
        // The text has changed since: what is stated is the first day.
        "2024-07-01T10:00:00Z ~ <p>March 5, 2024</p> ~ 2024-06-01",
        "2024-06-01T10:00:00Z ~ <p>Updated March 5, 2024</p> ~ 2024-06-01",
        "2024-06-01T10:00:00Z ~ <p>May 31, 2024</p> ~ 2024-06-01",
        "2024-06-01T10:00:00Z ~ <p>March 5, 2024</p><p>March 9, 2024</p> ~ 2024-06-01",
        "2024-06-01T10:00:00Z ~ <p>August 5, 2024</p> ~ 2024-06-01",
        "2024-06-01T10:00:00Z ~ <p>By Ana Roe</p> ~ 2024-06-01",
      })
  void areTheFirstWhereTheStatedOneIsThatOfTheLastChange(
      String modified, String above, String day) {
    String head =
        "<script type='application/ld+json'>{'@type':'Article','datePublished':'2024-06-01T10:00:00Z','dateModified':'"
            + modified
            + "'}</script>";
    String html =
        head + "<main><h1>Harbour reopens</h1>" + above + "<div>" + BODY + "</div></main>";
    assertThat(above, published("en", html).toString().substring(0, 10), is(day));
  }

  @Test
  void areReadFromStatementsInAnAttribute() {
    String json =
        "{&quot;@context&quot;:&quot;https://schema.org&quot;,&quot;@type&quot;:&quot;Article&quot;,"
            + "&quot;datePublished&quot;:&quot;2024-03-05T10:00:00Z&quot;}";
    String html =
        "<meta name='statement' content=\""
            + json
            + "\"><main><h1>Harbour reopens</h1>"
            + BODY
            + "</main>";
    assertThat(published("en", html), is(Instant.parse("2024-03-05T10:00:00Z")));
    assertThat(published("en", html.replace("schema.org", "x.example")), is((Instant) null));
  }

  @Test
  void isReadInAPartThatIsNamedLikeOneOfOthersButHoldsTheText() {
    String time = "<time datetime='2024-03-05T10:00:00Z'>Published 6 hours ago</time>";
    for (String names : new String[] {"post widget", "sidebar-layout", "with-related"}) {
      String html = "<div class='" + names + "'><h1>Harbour reopens</h1>" + time + BODY + "</div>";
      assertThat(names, published("en", html), is(Instant.parse("2024-03-05T10:00:00Z")));
    }
  }
}
