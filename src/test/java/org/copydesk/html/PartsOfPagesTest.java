package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** Parts that are longer than the article beside them, and parts that only sound like others. */
class PartsOfPagesTest {
  private static final String BODY =
      ("<p>The port of Brackwater reopened on Monday after NUM weeks of repairs, the port office said in a statement to the press.</p>"
              + "<p>The first ferry to the islands carried NUM hundred passengers, its captain told this newspaper when he came ashore.</p>")
          .replace("NUM", "three");

  private static Segmented read(String body) {
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(
            Labelled.page(
                "https://www.tidewaterpost.example/news/harbour",
                "<html lang='en'><head><title>Harbour reopens after storm</title></head><body>"
                    + body
                    + "</body></html>"));
  }

  private static String longArticle() {
    StringBuilder out = new StringBuilder("<h1>Harbour reopens after storm</h1>");
    for (int i = 0; i < 9; i++) {
      out.append(BODY.replace("three", "some " + i));
    }
    return out.toString();
  }

  private static String times(int count, String part) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(part.replace("NUM", Integer.toString(i)));
    }
    return out.toString();
  }

  @Test
  void aTickerInTheSideColumnIsNotTheArticleHoweverLongItIs() {
    String ticker =
        times(
            60,
            "<li class='item'><p>NUM minutes ago a herring boat came into the old basin with a catch that its crew called the best of the year.</p></li>");
    String text =
        read("<div class='row'><div class='article-body'>"
                + longArticle()
                + "</div><aside><ul>"
                + ticker
                + "</ul></aside></div>")
            .article()
            .text();
    assertThat(text, containsString("the port office said"));
    assertThat(text, not(containsString("herring boat")));
  }

  @Test
  void anArticleInASideColumnIsFoundWhereNothingElseIsOne() {
    String text =
        read("<div class='row'><aside class='content'>" + longArticle() + "</aside></div>")
            .article()
            .text();
    assertThat(text, containsString("the port office said"));
  }

  @Test
  void aRelatedLineInTheMiddleOfAnArticleDoesNotEndIt() {
    String link =
        "<p>Related articles</p><p><a href='/n/1'>The island gets a pier of its own</a></p>";
    String text =
        read("<main>" + longArticle() + link + BODY + BODY + "<p>The last word.</p></main>")
            .article()
            .text();
    assertThat(text, containsString("The last word."));
    assertThat(text, not(containsString("Related articles")));
    assertThat(text, not(containsString("pier of its own")));
  }

  @Test
  void aListOfOthersAfterAnArticleEndsIt() {
    String others =
        times(
            4,
            "<p><a href='/n/NUM'>Island number NUM gets a pier of its own</a></p><p>The islanders had asked for a pier since the spring storms took the last one away from them.</p>");
    String text =
        read("<main>" + longArticle() + "<p>Related articles</p>" + others + "</main>")
            .article()
            .text();
    assertThat(text, not(containsString("islanders")));
  }

  @Test
  void aBoxThatLeadsToASubscriptionIsNoText() {
    String box =
        "<div class='x1'><h4>The bay, whole</h4><p>All stories, on every device, for a crown a week.</p><p><a href='/subscribe?from=a'>Onwards</a></p></div>";
    String text = read("<main>" + longArticle() + box + BODY + "</main>").article().text();
    assertThat(text, not(containsString("on every device")));
  }

  @Test
  void aLeadSetAsAHeadingIsText() {
    String lead =
        "For three weeks no ship came in, and then on one morning there were forty of them";
    String text =
        read("<header><h1>Harbour reopens after storm</h1><h2>"
                + lead
                + "</h2></header><div class='article-body'>"
                + longArticle().replaceAll("<h1>.*</h1>", "")
                + "</div>")
            .article()
            .text();
    assertThat(text, containsString(lead));
  }

  @Test
  void aShortLinkThatEndsASnippetLeadsOnInWhateverWords() {
    String cards =
        times(
            4,
            "<div class='card'><h3><a href='/n/NUM'>Island number NUM gets a pier of its own</a></h3><p>The islanders had asked for a pier since the spring storms took [...] <a href='/n/NUM'>Onwards to the entire report</a></p></div>");
    for (Teaser teaser : read("<main>" + longArticle() + "</main>" + cards).teasers()) {
      assertThat(teaser.marker(), is("Onwards to the entire report"));
      assertThat(
          teaser.snippet(), is("The islanders had asked for a pier since the spring storms took"));
    }
  }

  @Test
  void aHeadingOverCardsInsideAnArticleIsTheirsWhateverItSays() {
    String cards =
        times(
            4,
            "<div class='card'><h3><a href='/n/NUM'>Island number NUM gets a pier of its own</a></h3></div>");
    String text =
        read("<main>" + longArticle() + "<h2>Tide pools</h2>" + cards + BODY + "</main>")
            .article()
            .text();
    assertThat(text, not(containsString("Tide pools")));
  }

  @Test
  void aListOfCardsInsideTheArticlesBoxIsTeasersWhateverItIsCalled() {
    String cards =
        times(
            12,
            "<li class='st-NUM x'><div><h3><a href='/news/NUM'>Island number NUM gets a pier of its own</a></h3><p>The islanders had asked for a pier since the summer of the great tide, NUM years ago, and the council has now agreed to it.</p></div></li>"
                .replace("st-NUM x", "stream-item"));
    Segmented read = read("<div class='content'>" + longArticle() + "<ul>" + cards + "</ul></div>");
    assertThat(read.article().text(), not(containsString("great tide")));
    assertThat(
        read.teasers().stream().map(Teaser::url).toList(),
        hasItem("https://www.tidewaterpost.example/news/7"));
    assertThat(read.teasers().get(0).snippet(), containsString("great tide, 0 years ago"));
  }

  @Test
  void sectionsWithLinkedHeadingsAndPagesOfTextAreNoCards() {
    String sections =
        times(
            4,
            "<div class='part'><h2><a href='https://shop.example/NUM'>Boat number NUM of our test</a></h2>"
                + BODY.replace("three", "NUM and a half")
                + BODY.replace("three", "NUM and a quarter")
                + BODY.replace("three", "NUM and a bit")
                + "</div>");
    String text = read("<article><h1>Four boats</h1>" + sections + "</article>").article().text();
    assertThat(text, containsString("2 and a half weeks"));
    assertThat(text, containsString("3 and a bit hundred passengers"));
  }

  @Test
  void galleriesAreLeftOutOfAnArticleAndKeptWhereThereIsNothingElse() {
    String gallery =
        "<div class='photo-gallery'><ul>"
            + times(
                40,
                "<li><h4>NUM/40</h4><p>Picture number NUM shows the harbour at low tide, with the lighthouse behind it and a gull on each of its rails.</p></li>")
            + "</ul></div>";
    String beside = read("<article>" + longArticle() + gallery + "</article>").article().text();
    assertThat(beside, not(containsString("low tide")));
    String alone = read("<article><h1>In pictures</h1>" + gallery + "</article>").article().text();
    assertThat(alone, containsString("low tide"));
  }

  @Test
  void commentsAreLeftOutAndAThreadOfNothingElseIsKept() {
    String comments =
        times(
            30,
            "<div class='comment-box'><div class='post-text'><p>Reader NUM thinks that the repairs took too long and that the ferry should have been replaced years ago.</p></div></div>");
    String beside = read("<article>" + longArticle() + "</article>" + comments).article().text();
    assertThat(beside, not(containsString("Reader 3")));
    Segmented alone = read("<main><h1>When is the ferry back?</h1>" + comments + "</main>");
    assertThat(alone.article(), notNullValue());
    assertThat(alone.article().text(), containsString("Reader 3"));
  }

  @Test
  void firstLevelHeadingsInsideTheArticleAreHeadings() {
    String text =
        read("<article><h1>Harbour reopens after storm</h1>"
                + BODY
                + "<h1>Ferries are back</h1>"
                + BODY.replace("the ", "this ")
                + "</article>")
            .article()
            .text();
    assertThat(text.contains("Ferries are back"), is(true));
    assertThat(text, not(containsString("Harbour reopens after storm")));
  }

  /** "Top stories" of three and "Most read" of two: two lists, each counted from 0. */
  @Test
  void aTeaserSaysInWhichListItStandsAndWhere() {
    String card =
        "<div class='card'><h3><a href='/n/%1$d'>Island number %1$d gets a pier of its own</a></h3></div>";
    StringBuilder page = new StringBuilder("<main><section><h2>Top stories</h2>");
    for (int i = 0; i < 3; i++) {
      page.append(card.formatted(i));
    }
    page.append("</section><section><h2>Most read</h2>");
    for (int i = 3; i < 5; i++) {
      page.append(card.formatted(i));
    }
    Segmented read = read(page.append("</section></main>").toString());
    assertThat(
        read.teasers().stream().map(each -> each.list() + "." + each.position()).toList(),
        is(List.of("0.0", "0.1", "0.2", "1.0", "1.1")));
  }

  @Test
  void whatASiteSaysOfItselfBehindTheTextIsNoText() {
    String[] notices = {
      "<p>© 2011 Tidewater Post. Whoever repeats our texts names us and links to the page they stand on, and asks beforehand where more than a third of a text is repeated.</p><p>The office is open from nine to five on every working day of the week.</p>",
      "<div>Все права на материалы сайта принадлежат редакции и охраняются по закону, а ссылка на них обязательна.</div><div>Редакция не отвечает за мнения читателей.</div>",
      "<p>Wszelkie prawa zastrzeżone.</p><p>Redakcja nie odpowiada za treść ogłoszeń i listów czytelników.</p>",
      "<p>版权所有 潮水邮报，未经许可不得转载。</p><p>本站地址在港口街一号。</p>",
    };
    for (String notice : notices) {
      String text =
          read("<div class='content'>" + longArticle() + notice + "</div>").article().text();
      assertThat(text, containsString("the port office said"));
      String behind = notice.replaceAll("<[^>]+>", "\n").strip().replaceAll("(?s).*\n", "");
      assertThat(text, not(containsString(behind)));
    }
  }

  @Test
  void aTextOnCopyrightGoesOn() {
    String text =
        read("<div class='content'>"
                + longArticle()
                + "<p>Copyright law was never meant for nets, the captain of the ferry said to the council.</p><p>The council goes on with it on Friday, in the old customs house by the quay.</p></div>")
            .article()
            .text();
    assertThat(text, containsString("the old customs house by the quay"));
  }

  @Test
  void aHeadingOverOtherNewsEndsATextInAnyLanguage() {
    String[] headings = {
      "Больше по теме", "Czytaj także", "Διαβάστε επίσης", "Te puede interesar", "Leia também",
      "相关阅读", "Läs också", "İlgili haberler", "À lire aussi", "Další články"
    };
    for (String heading : headings) {
      String text =
          read("<div class='content'>"
                  + longArticle()
                  + "<h4>"
                  + heading
                  + "</h4><div>The lighthouse of the spit becomes a museum in the spring</div><div>Rowers of the town win the cup of the bay once more</div></div>")
              .article()
              .text();
      assertThat(heading, text, not(containsString("lighthouse")));
      assertThat(heading, text, containsString("the port office said"));
    }
  }

  @Test
  void linesOfATextGivenForTwoWidthsStandOnceAsItsParagraphsDo() {
    String whole =
        longArticle().replaceFirst("<h1>.*?</h1>", "")
            + "<h2>What the port office plans</h2><p>Two new cranes.</p>"
            + BODY.replace("three", "ninety");
    String text =
        read("<h1>Harbour reopens after storm</h1><main><div class='wide'>"
                + whole
                + "</div><div class='narrow'>"
                + whole
                + "</div></main>")
            .article()
            .text();
    assertThat(text.split("What the port office plans", -1).length, is(2));
    assertThat(text.split("Two new cranes", -1).length, is(2));
  }

  @Test
  void aRefrainInAnArticleThatIsGivenOnceStays() {
    String refrain = "<p>And the sea was calm.</p>";
    String text = read(longArticle() + refrain + BODY + refrain + BODY).article().text();
    assertThat(text.split("And the sea was calm", -1).length, is(3));
  }

  @Test
  void itemsBeforeTheFirstSentenceAreOfTheTextUnlessTheyAreLinks() {
    for (String list :
        new String[] {
          "<ul><li>Two fresh herrings</li><li>Salt</li></ul>",
          "<table><tr><td>Two fresh herrings</td></tr><tr><td>Salt</td></tr></table>",
          "<dl><dd>Two fresh herrings</dd><dd>Salt</dd></dl>"
        }) {
      String text =
          read("<div class='article-body'>" + list + longArticle() + "</div>").article().text();
      assertThat(list, text, containsString("Two fresh herrings"));
      String linked = list.replace("Two fresh herrings", "<a href='/h'>Two fresh herrings</a>");
      text =
          read("<div class='article-body'>" + linked + longArticle() + "</div>").article().text();
      assertThat(linked, text, not(containsString("Two fresh herrings")));
    }
  }

  @Test
  void aPartOfTheTextIsNoAskThoughItLeadsToOne() {
    String paragraph =
        times(5, "The harbour master keeps NUM logs of boats and tides in his office. ");
    String part =
        "<div class='x1'><p>" + paragraph + "</p><p><a href='/subscribe'>Onwards</a></p></div>";
    String text = read("<main>" + longArticle() + part + BODY + "</main>").article().text();
    assertThat(text, containsString("keeps 3 logs"));
    String few = part.replace(paragraph, "All logs of all boats for a crown a week.");
    assertThat(
        read("<main>" + longArticle() + few + BODY + "</main>").article().text(),
        not(containsString("All logs of all boats")));
  }
}
