package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.EnumSet;
import org.copydesk.model.Article;
import org.copydesk.model.PageType;
import org.junit.jupiter.api.Test;

/** The page of an invented lamp, where pages of goods are asked for. */
class StatedBodyTest {
  private static final HtmlSettings ALL =
      HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);

  private static final String DESCRIPTION =
      "The quay lamp burns nine hours on one filling, hangs from any mast and keeps its glass clear in the hardest spray that the harbour wall throws up.";

  private static Article read(String head, String aside) {
    StringBuilder html =
        new StringBuilder("<html lang='en'><head><title>Quay lamp | Lamp shop</title>");
    html.append("<meta property='og:type' content='product'>").append(head);
    html.append("</head><body class='single-product'><aside class='sidebar'>").append(aside);
    html.append("</aside><main><h1>Quay lamp</h1><p>$ 24.00</p>")
        .append("<form action='/cart'><button>Add to cart</button></form><div class='tabs'>");
    for (int i = 1; i <= 4; i++) {
      html.append("<p>Parcels of up to ").append(i * 5).append(" kilos leave our shop within ");
      html.append(i).append(" days, and whoever sends one back pays for the way himself.</p>");
    }
    html.append("</div></main></body></html>");
    String url = "https://lamps.example/product/quay-lamp";
    return new HtmlSegmenter(ALL).segment(Labelled.page(url, html.toString())).article();
  }

  private static String stated(String description) {
    return "<script type='application/ld+json'>{'@type':'Product','name':'Quay lamp','description':'"
        + description
        + "','offers':{'@type':'Offer','price':'24.00'}}</script>";
  }

  @Test
  void whatDescribesAProductIsItsTextWhereverItStands() {
    Article lamp =
        read(stated(DESCRIPTION), "<p>" + DESCRIPTION + "</p><p>Other lamps of ours.</p>");
    assertThat(lamp.details().pageType(), is(PageType.PRODUCT));
    assertThat(lamp.text(), containsString(DESCRIPTION));
    assertThat(lamp.text(), not(containsString("Other lamps")));
    String shared = "<meta property='og:description' content='" + DESCRIPTION + "'>";
    assertThat(read(shared, "<p>" + DESCRIPTION + "</p>").text(), containsString(DESCRIPTION));
  }

  @Test
  void aDescriptionIsTakenFromThePageAndOnce() {
    assertThat(read(stated(DESCRIPTION), "").text(), not(containsString("burns nine hours")));
    String twice = "<p>" + DESCRIPTION + "</p><p>" + DESCRIPTION + "</p>";
    String text = read(stated(DESCRIPTION), twice).text();
    assertThat(text.indexOf(DESCRIPTION), is(text.lastIndexOf(DESCRIPTION)));
    assertThat(read(stated("A lamp."), "").text(), containsString("Parcels of up to 5"));
  }
}
