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
}
