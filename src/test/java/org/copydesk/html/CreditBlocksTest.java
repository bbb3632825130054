package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.copydesk.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The credit line of an article is its provider and none of its text. */
class CreditBlocksTest {
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry carried two hundred passengers, its captain said.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks.</p>";

  private static Article article(String above, String below) {
    String html =
        "<html lang='en'><head><title>Harbour reopens</title></head><body><main><h1>Harbour reopens</h1>"
            + above
            + BODY
            + below
            + "</main><footer><p>© 2024 Tidewater Post</p></footer></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults())
        .segment(Labelled.page((String) null, html))
        .article();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Provided by Harbour Media Inc.",
        "Source: Harbour Wire",
        "(Reporting by Ana Roe; Editing by Bo Ek)",
        "Quelle: Hafenbote",
        "Источник: Береговой вестник",
        "المصدر: وكالة الخليج",
        "提供：港町通信"
      })
  void standsAfterTheText(String credit) {
    for (String tag : new String[] {"p", "p class='credit'", "div class='source'"}) {
      Article article =
          article("", "<" + tag + ">" + credit + "</" + tag.replaceAll(" .*", "") + ">");
      assertThat(tag, article.provider(), is(credit));
      assertThat(tag, article.text(), not(containsString(credit)));
    }
  }

  @Test
  void standsUnderTheHeadlineToo() {
    assertThat(
        article("<p class='meta'>Source: Harbour Wire</p>", "").provider(),
        is("Source: Harbour Wire"));
  }

  @Test
  void theHouseIsTheProviderSoonerThanWhoWorkedOnIt() {
    Article article =
        article("", "<p>(Reporting by Ana Roe)</p><p>Provided by Harbour Media Inc.</p>");
    assertThat(article.provider(), is("Provided by Harbour Media Inc."));
  }

  @Test
  void isToldByItsClassWhereItsWordsAreUnknown() {
    assertThat(
        article("", "<p class='credit'>Harbour Wire, Coast Service</p>").provider(),
        is("Harbour Wire, Coast Service"));
  }

  @Test
  void theSourceOfAPictureIsNone() {
    String figure = "<figure><img src='a.jpg'><figcaption>Source: Ana Roe</figcaption></figure>";
    String bare = "<div><img src='a.jpg'></div><p class='credit'>Source: Ana Roe</p>";
    assertThat(article("", figure).provider(), nullValue());
    assertThat(article("", bare).provider(), nullValue());
  }

  @Test
  void theSitesOwnFooterIsNone() {
    assertThat(article("", "").provider(), nullValue());
  }
}
