package org.copydesk.html.stated;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.copydesk.html.HtmlSegmenter;
import org.copydesk.html.HtmlSettings;
import org.copydesk.html.Labelled;
import org.copydesk.model.Segmented;
import org.copydesk.model.Teaser;
import org.junit.jupiter.api.Test;

/** What the links of a page are relative to, told by the addresses of its teasers. */
class PageAddressTest {
  private static final String BODY =
      "<p>The harbour of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement.</p>"
          + "<p>Fishing boats left at dawn, and the first ferry to the islands carried two hundred passengers, according to its captain.</p>"
          + "<p>Work on the northern pier will go on until the autumn because divers found more cracks than expected.</p>";

  private static Segmented segmented(String url, String head, String href) {
    String html =
        "<!doctype html><html lang='en'><head><title>Harbour reopens after storm</title>"
            + head
            + "</head><body><main><article><h1>Harbour reopens after storm</h1><div class='article-body'>"
            + BODY
            + "</div></article></main><aside class='related'><h2>More news</h2><ul>"
            + "<li><a href='"
            + href
            + "'><h3>Ferry line adds two winter sailings</h3></a><p>The line will sail twice more a day from November, its owner said on Friday.</p></li>"
            + "</ul></aside></body></html>";
    return new HtmlSegmenter(HtmlSettings.defaults()).segment(Labelled.page(url, html));
  }

  private static String teaser(String url, String head, String href) {
    List<Teaser> teasers = segmented(url, head, href).teasers();
    assertThat(teasers.size(), is(1));
    return teasers.get(0).url();
  }

  private static String base(String href) {
    return "<base href='" + href + "'>";
  }

  private static String canonical(String href) {
    return "<link rel='canonical' href='" + href + "'>";
  }

  private static String ogUrl(String href) {
    return "<meta property='og:url' content='" + href + "'>";
  }

  @Test
  void aFileWithoutAddressTakesItsOwnWord() {
    String own = "https://www.post.example/news/2025/harbour";
    for (String head : List.of(canonical(own), ogUrl(own), canonical("/x") + ogUrl(own))) {
      assertThat(teaser(null, head, "/news/ferry"), is("https://www.post.example/news/ferry"));
      assertThat(teaser(null, head, "ferry"), is("https://www.post.example/news/2025/ferry"));
      assertThat(teaser(null, head, "../ferry"), is("https://www.post.example/news/ferry"));
      assertThat(teaser(null, head, "//cdn.example/ferry"), is("https://cdn.example/ferry"));
      assertThat(teaser(null, head, "https://elm.test/a"), is("https://elm.test/a"));
    }
    for (String none : List.of("", "/news/harbour", "harbour.html")) {
      assertThat(teaser(none, canonical(own), "/ferry"), is("https://www.post.example/ferry"));
    }
  }

  @Test
  void theBaseComesFirstThenTheRecordsAddressThenTheCanonicalOne() {
    String record = "https://m.post.example/a/b";
    String own = "https://www.post.example/c/d";
    String away = base("https://elm.test/e/f");
    assertThat(teaser(record, away + canonical(own), "x"), is("https://elm.test/e/x"));
    assertThat(teaser(record, canonical(own), "x"), is("https://m.post.example/a/x"));
    assertThat(teaser(null, away + canonical(own), "x"), is("https://elm.test/e/x"));
    assertThat(teaser(null, canonical(own), "x"), is("https://www.post.example/c/x"));
  }

  @Test
  void aRelativeBaseIsRelativeToWhatIsKnown() {
    String own = "https://www.post.example/c/d";
    assertThat(teaser(null, base("/s/") + canonical(own), "x"), is("https://www.post.example/s/x"));
    assertThat(teaser("https://elm.test/q", base("/s/"), "x"), is("https://elm.test/s/x"));
    assertThat(teaser(null, base("/s/"), "x"), is((String) null));
  }

  @Test
  void aRelativeCanonicalAddressIsThatOfTheBase() {
    String head = base("https://elm.test/s/") + canonical("harbour");
    Segmented found = segmented(null, head, "x");
    assertThat(found.article().url(), is("https://elm.test/s/harbour"));
    assertThat(found.teasers().get(0).url(), is("https://elm.test/s/x"));
  }

  @Test
  void aPageThatSaysNothingHasTeasersWithoutAddress() {
    assertThat(teaser(null, "", "/news/ferry"), is((String) null));
    assertThat(teaser(null, canonical("/news/harbour"), "ferry"), is((String) null));
  }

  @Test
  void aCanonicalLinkToAnotherSiteIsNoAddressAndIsKept() {
    String record = "https://www.post.example/a/b";
    String elsewhere = "https://wire.example/story/7";
    Segmented copy = segmented(record, canonical(elsewhere), "x");
    assertThat(copy.article().url(), is(record));
    assertThat(copy.article().details().canonicalUrl(), is(elsewhere));
    Segmented own = segmented(record, canonical("/c/d"), "x");
    assertThat(own.article().url(), is("https://www.post.example/c/d"));
    assertThat(own.article().details().canonicalUrl(), is((String) null));
    Segmented front = segmented(record, canonical("https://wire.example/"), "x");
    assertThat(front.article().details().canonicalUrl(), is((String) null));
  }
}
