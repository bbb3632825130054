package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements and characters that few pages have: the story around them is read. */
class OddElementsTest {
  private static final String URL = "https://www.fellbeck.example/news/mill-race";
  private static final String TITLE = "Mill race of Fellbeck runs again";
  private static final String BEFORE =
      "<p>The mill race of Fellbeck runs again after eleven dry years, the river board said on Monday morning.</p>"
          + "<p>Volunteers cleared forty tonnes of gravel by hand, because no digger fits below the old bridge.</p>";
  private static final String BEHIND =
      "<p>The wheel itself will turn in June, when the carpenter has put in the last nine of its buckets.</p>"
          + "<p>Visitors may see it on the first Sunday of each month, as long as the water stands high enough.</p>";

  private static Article article(String head, String odd) {
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(
            Labelled.page(
                URL,
                "<!doctype html><html lang='en'><head><title>"
                    + TITLE
                    + "</title>"
                    + head
                    + "</head><body><article><h1>"
                    + TITLE
                    + "</h1>"
                    + BEFORE
                    + odd
                    + BEHIND
                    + "</article></body></html>"))
        .article();
  }

  /** What stays of the story: all, or what stands before an element that never ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<noscript><p>Unseen words</p></noscript> ~ all",
        "<noscript><p>Unseen words ~ before",
        "<template><p>Unseen words</p></template> ~ all",
        "<div><template shadowrootmode='open'><p>Unseen words</p><slot></slot></template></div> ~ all",
        "<svg viewBox='0 0 1 1'><title>Unseen words</title><path d='M0 0'/></svg> ~ all",
        "<svg><title>Unseen words</title><desc>Unseen words ~ before",
        "<svg><text x='1'>Unseen words</text><path d='M0 0'> ~ all",
        "<math><mi>Unseen words</mi><mo>=</mo></math> ~ all",
        "<math><annotation-xml encoding='text/html'><i>Unseen words</i></annotation-xml></math> ~ all",
        "<![CDATA[Unseen words]]> ~ all",
        "<svg><![CDATA[Unseen words]]></svg> ~ all",
        "<textarea>Unseen words</textarea> ~ all",
        "<textarea>Unseen words ~ before",
        "<script>Unseen words</script> ~ all",
        "<script>Unseen words ~ before",
        "<script><!-- <script> Unseen words </script> --></script> ~ all",
        "<style>Unseen words ~ before",
        "<!-- Unseen words ~ before",
        "<!-- Unseen words --!> ~ all",
        "<?xml Unseen words ?> ~ all",
        "<frameset><frame src='Unseen words'></frameset> ~ all",
        "<iframe srcdoc='Unseen words'>Unseen words</iframe> ~ all",
        "<noframes>Unseen words</noframes> ~ all",
        "<select><option>Unseen words</select> ~ all",
        "<select><option>Unseen words ~ before",
        "<xmp>x</xmp> ~ all",
        "<listing>x</listing> ~ all",
        "<plaintext> ~ all",
        "</body></html> ~ all",
        "</p></div></table></br> ~ all",
        "<table><p>x</table> ~ all",
        "<image src='Unseen words'><isindex prompt='Unseen words'> ~ all",
      })
  void theStoryAroundAnOddElementIsRead(String odd, String stays) {
    Article article = article("", odd);
    assertThat(odd, article, notNullValue());
    assertThat(article.title(), is(TITLE));
    for (String words : List.of("eleven dry years", "forty tonnes")) {
      assertThat(article.text(), containsString(words));
    }
    for (String words : List.of("nine of its buckets", "first Sunday")) {
      assertThat(
          article.text(), stays.equals("all") ? containsString(words) : not(containsString(words)));
    }
    assertThat(article.text(), not(containsString("Unseen")));
  }

  private static List<String> statements() {
    StringBuilder ring = new StringBuilder("{\"@graph\":[");
    for (int i = 0; i < 3_000; i++) {
      ring.append(i == 0 ? "" : ",")
          .append("{\"@id\":\"#")
          .append(i)
          .append("\",\"@type\":\"Thing\"");
      ring.append(",\"isPartOf\":{\"@id\":\"#").append((i + 1) % 3_000).append("\"}}");
    }
    String deep = "{\"@type\":\"NewsArticle\",\"isPartOf\":".repeat(20_000);
    List<String> all = new ArrayList<>();
    all.add(deep + "1" + "}".repeat(20_000));
    all.add(deep);
    all.add("[".repeat(20_000) + "]".repeat(20_000));
    all.add(ring + "]}");
    all.add("{\"@type\":\"NewsArticle\",\"wordCount\":" + "9".repeat(100_000) + "}");
    all.add("{\"@type\":\"NewsArticle\",\"wordCount\":1e999999999}");
    all.add(
        "{\"@type\":\"NewsArticle\",\"headline\":[[[{}]]],\"author\":" + "7".repeat(2_000) + "}");
    all.add("{\"@type\":" + "\"NewsArticle\",\"@type\":".repeat(5_000) + "1}");
    return all;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void whatAPageStatesInAnOddFormChangesNothing(String statement) {
    Article plain = article("", "");
    Article stated = article("<script type='application/ld+json'>" + statement + "</script>", "");
    assertThat(stated.text(), is(plain.text()));
    assertThat(stated.title(), is(TITLE));
    assertThat(stated.authors(), is(plain.authors()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301",
        "\u202e",
        "\u2066",
        "\u200d",
        "\u200b",
        "\ue000",
        "\uffff",
        "\ufdd0",
        "\udb40\udc41",
        "\ufe0f",
        "\udb40\udd00",
        "\u1100\u1161\u11a8",
        "\ufdfa",
        "\u2028",
        "\ufeff",
        "&#0;",
        "&#x110000;",
        "&#xd800;"
      })
  void theStoryAroundManyOfAnyCharacterIsRead(String character) {
    String many = character.repeat(20_000);
    for (String odd : List.of("<p>The owner said " + many + " twice.</p>", many)) {
      Article article = article("<meta name='author' content='" + character.repeat(50) + "'>", odd);
      assertThat(article, notNullValue());
      for (String words : List.of("eleven dry years", "forty tonnes", "buckets", "first Sunday")) {
        assertThat(article.text(), containsString(words));
      }
    }
  }

  @Test
  void theTitleAndTheStatedBodyAreReadBeyondWhatIsNoCharacter() {
    String head =
        "<meta property='og:title' content='Mill &lt;i&gt;race&#xffff;&lt;/i&gt; runs again'>";
    String page =
        "<html><head>" + head + "</head><body><article>" + BEFORE + BEHIND + "</article></body>";
    Article article =
        new HtmlSegmenter(HtmlSettings.defaults()).segment(Labelled.page(URL, page)).article();
    assertThat(article.title(), containsString("runs again"));
  }
}
