package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.copydesk.model.Label;
import org.copydesk.model.PageType;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.junit.jupiter.api.Test;

/** Lists of a site of an invented harbour, where rows of lists are asked for and where not. */
class ListBodyTest {
  private static final String[] HEADS = {
    "Ferry line orders two new ships", "Old lighthouse to become a museum",
    "Council puts off vote on parking fees", "Herring catch falls for a third year",
    "Choir returns from a tour of the islands", "School kitchen wins regional prize",
    "Bridge to the spit closed until May", "Rowers win the harbour cup again"
  };
  private static final String[] ENTRIES = {
    "<div class='card'><h3><a href='/news/N'>HEAD</a></h3><p>The council said on Friday that more would be known soon.</p></div>",
    "<li><a href='/news/N'>HEAD</a></li>",
    "<article><h2><a href='/news/N'>HEAD</a></h2><time>March N, 2024</time></article>"
  };

  private static Page page(String entry) {
    StringBuilder html = new StringBuilder("<html lang='en'><head><title>News</title>");
    html.append("<meta property='og:type' content='website'></head><body>")
        .append("<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><main><h1>News</h1>");
    for (int i = 0; i < 2 * HEADS.length; i++) {
      html.append(entry.replace("HEAD", HEADS[i % HEADS.length]).replace("N", "" + (i + 1)));
    }
    html.append("</main><footer><p>© Tidewater Post</p></footer></body></html>");
    return new Page("https://www.tidewaterpost.example/news/", html.toString());
  }

  private record Page(String url, String html) {
    HtmlPage read(HtmlSettings settings) {
      return new HtmlSegmenter(settings).read(Labelled.page(url, html));
    }
  }

  @Test
  void entriesAreTheTextWhereListsAreAskedFor() {
    HtmlSettings all = HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);
    for (String entry : ENTRIES) {
      HtmlPage page = page(entry).read(all);
      Segmented read = page.segmented();
      for (String head : HEADS) {
        assertThat(entry, read.article().text(), containsString(head));
      }
      assertThat(entry, read.article().text(), not(containsString("Sport")));
      assertThat(entry, read.article().text(), not(containsString("©")));
      assertThat(entry, read.teasers(), empty());
      int end = 0;
      for (Span span : read.spans()) {
        assertThat(entry, span.start(), is(end));
        assertThat(entry, span.label() == Label.TEASER_TITLE, is(false));
        end = span.end();
      }
      assertThat(new String(page.text(), StandardCharsets.UTF_8).isEmpty(), is(false));
      assertThat(entry, end, is(page.text().length));
    }
  }

  @Test
  void theyAreTeasersWhereArticlesAre() {
    for (String entry : ENTRIES) {
      Segmented read = page(entry).read(HtmlSettings.defaults()).segmented();
      assertThat(entry, read.article(), nullValue());
      assertThat(entry, read.teasers().isEmpty(), is(false));
    }
  }

  private static String textOfAll(String entry) {
    HtmlSettings all = HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);
    return page(entry).read(all).segmented().article().text();
  }

  @Test
  void entriesThatAreNamedAsNoticesAreStandEachAsOne() {
    for (String name : new String[] {"tooltip", "alert", "popover"}) {
      String text =
          textOfAll(
              "<div class='"
                  + name
                  + "'><h3><a href='/news/N'>HEAD</a></h3><p>Told by N people.</p></div>");
      assertThat(name, text, containsString("Bridge to the spit closed"));
      assertThat(name, text, containsString("Told by 9 people"));
    }
  }

  @Test
  void aNoticeOnAListIsNoneOfItsEntries() {
    HtmlSettings all = HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);
    Page page = page(ENTRIES[0]);
    String lead =
        "<p>All that the council and the port office had to say of the harbour in March.</p>";
    String notice = "<div class='alert'><p>The office is closed on Monday of next week.</p></div>";
    String html = page.html().replace("<h1>News</h1>", "<h1>News</h1>" + lead + notice);
    String text = new Page(page.url(), html).read(all).segmented().article().text();
    assertThat(text, not(containsString("office is closed")));
  }

  @Test
  void whatIsPrintedAtEachEntryIsNoText() {
    String text = textOfAll(ENTRIES[0].replace("</div>", "<p>Read it now</p></div>"));
    assertThat(text, containsString("Bridge to the spit closed"));
    assertThat(text, not(containsString("Read it now")));
  }

  @Test
  void aPageOfLinksAloneIsReadWhereAllAreAskedFor() {
    HtmlSettings all = HtmlSettings.defaults().withPageTypes(EnumSet.allOf(PageType.class), true);
    Page page = page(ENTRIES[1]);
    String html = page.html().replace("content='website'", "content='article'");
    String url = "https://www.tidewaterpost.example/2024/03/05/all-that-was-said-on-the-harbour";
    Segmented read = new Page(url, html).read(all).segmented();
    assertThat(read.article().text(), containsString("Bridge to the spit closed"));
  }
}
