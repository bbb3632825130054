package org.copydesk.html;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Reason;
import org.copydesk.model.Segmented;
import org.junit.jupiter.api.Test;

/** Pages without an article, in thirty makes, and articles that look a little like them. */
class PageKindTest {
  private static final String URL = "https://www.tidewaterpost.example/x/y";
  private static final HtmlSegmenter SEGMENTER = new HtmlSegmenter(HtmlSettings.defaults());
  private static final String[] HEADS = {
    "Ferry line orders two new ships", "Old lighthouse to become a museum",
        "Council puts off vote on parking fees",
    "Herring catch falls for a third year", "Choir returns from a tour of the islands",
        "School kitchen wins regional prize",
    "Bridge to the spit closed until May", "Rowers win the harbour cup again"
  };

  private static Segmented read(String html) {
    return SEGMENTER.segment(Labelled.page(URL, html));
  }

  private static String cards(String item, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String head = HEADS[i % HEADS.length];
      out.append(
          item.replace("HEAD", head)
              .replace("LINK", "/news/" + i)
              .replace(
                  "SNIP",
                  "The council of Brackwater said on Friday that more would be known about this in the coming week"));
    }
    return out.toString();
  }

  private static String page(String title, String body) {
    return "<html lang='en'><head><title>"
        + title
        + "</title></head><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        + body
        + "<footer>© Tidewater Post</footer></body></html>";
  }

  private static List<String> fronts() {
    List<String> pages = new ArrayList<>();
    String[] items = {
      "<div class='card'><h3><a href='LINK'>HEAD</a></h3><p>SNIP ...</p></div>",
      "<article><h2><a href='LINK'>HEAD</a></h2><p>SNIP</p></article>",
      "<li><a href='LINK'>HEAD</a></li>",
      "<a href='LINK'><div><h3>HEAD</h3><p>SNIP</p></div></a>",
      "<div class='post'><h2 class='entry-title'><a href='LINK'>HEAD</a></h2><div class='entry-content'><p>SNIP <a href='LINK'>Read more »</a></p></div></div>",
      "<tr><td><a href='LINK'>HEAD</a><br>SNIP</td></tr>",
      "<section><h3><a href='LINK'>HEAD</a></h3></section>",
    };
    for (String item : items) {
      String list = cards(item, 8);
      list =
          item.startsWith("<tr")
              ? "<table>" + list + "</table>"
              : item.startsWith("<li") ? "<ul>" + list + "</ul>" : list;
      pages.add(page("News | Tidewater Post", "<main><h1>News</h1>" + list + "</main>"));
      pages.add(page("Tidewater Post", "<div id='content'>" + list + list + "</div>"));
    }
    return pages;
  }

  private static List<String> errors() {
    return List.of(
        page(
            "404 | Tidewater Post",
            "<main><h1>404</h1><p>The page you are looking for has moved or never was. Please use the search above or go back to the front page of this newspaper.</p></main>"),
        page("Page not found", "<h1>Oops</h1><p>We could not find that page.</p>"),
        page(
            "Error 500 - Internal Server Error",
            "<p>The server had a problem and could not complete your request. Please try again later, and tell us if it happens again and again.</p>"),
        page(
            "Seite nicht gefunden",
            "<h1>Seite nicht gefunden</h1><p>Die gesuchte Seite gibt es nicht mehr.</p>"),
        page(
            "403 Forbidden",
            "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
        page(
            "Just a moment...",
            "<h1>tidewaterpost.example</h1><p>Checking if the site connection is secure before you go on. This may take a few seconds, and then you are sent on to the page you asked for.</p>"),
        page("Page introuvable", "<h1>Page introuvable</h1><p>La page demandée n'existe pas.</p>"),
        page("Access denied", "<p>You do not have access to this page from your network.</p>"),
        page("Tidewater Post", "<h1>Page not found</h1><p>Nothing is here any more.</p>"));
  }

  private static List<String> media() {
    String video = "<meta property='og:type' content='video.other'>";
    return List.of(
        page(
            "Harbour in pictures</title>" + video + "<title>",
            "<h1>Watch: harbour reopens</h1><video src='x.mp4'></video><p>The first boats leave Brackwater harbour.</p>"),
        page(
            "Video</title><script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"x\"}</script><title>",
            "<h1>Harbour reopens</h1><p>See the first ferry leave for the islands.</p>"),
        page(
            "Podcast</title><meta property='og:type' content='music.song'><title>",
            "<h1>The week on the coast</h1><p>Ana Roe talks to the captain of the first ferry.</p>"));
  }

  private static List<String> others() {
    return List.of(
        page(
            "Log in",
            "<form><label>Name</label><input><label>Password</label><input><button>Log in</button></form>"),
        page("Search", "<form><input name=q><button>Search</button></form><p>No results.</p>"),
        page("Contact", "<main><h1>Contact</h1><p>Harbour Street 4</p><p>Brackwater</p></main>"),
        page(
            "Weather",
            "<main><h1>Weather</h1><table><tr><td>Mon</td><td>12</td></tr><tr><td>Tue</td><td>14</td></tr></table></main>"));
  }

  @Test
  void ofThirtyPagesWithoutArticleAtLeastTwentyEightAreSkipped() {
    List<String> pages = new ArrayList<>(fronts());
    pages.addAll(errors());
    pages.addAll(media());
    pages.addAll(others());
    assertThat(pages.size(), is(30));
    int skipped = 0;
    for (String page : pages) {
      Segmented read = read(page);
      skipped += read.article() == null ? 1 : 0;
      if (read.article() != null) {
        System.out.println("taken for an article: " + page);
      }
    }
    assertThat(skipped, greaterThanOrEqualTo(28));
  }

  @Test
  void aFrontYieldsItsTeasers() {
    for (String front : fronts()) {
      assertThat(front, read(front).teasers().size(), greaterThanOrEqualTo(7));
    }
  }

  @Test
  void errorsAndMediaSayWhichTheyAre() {
    for (String error : errors()) {
      assertThat(error, read(error).skipReason(), is(Reason.ERROR_PAGE));
    }
    for (String medium : media()) {
      assertThat(medium, read(medium).skipReason(), is(Reason.MEDIA_PAGE));
    }
  }

  @Test
  void articlesThatLookLikeSomethingElseAreKept() {
    String body =
        "<p>The port of Brackwater reopened on Monday after three weeks of repairs, the port office said in a statement on its site.</p><p>The first ferry to the islands carried two hundred passengers, its captain told this newspaper on the quay.</p>";
    String[] titles = {
      "404 jobs go at the shipyard of Brackwater",
      "Harbour reopens after storm",
      "Why the lighthouse page of history must be turned",
      "Herring not found off the spit for a third year"
    };
    for (int i = 0; i < 100; i++) {
      String title = titles[i % titles.length];
      String around = cards("<div><h3><a href='LINK'>HEAD</a></h3></div>", i % 25);
      String html =
          switch (i % 5) {
            case 0 ->
                page(
                    title,
                    "<article><h1>"
                        + title
                        + "</h1>"
                        + body
                        + "</article><aside>"
                        + around
                        + "</aside>");
            case 1 ->
                page(
                    title,
                    "<div><h1>"
                        + title
                        + "</h1><div>"
                        + body.repeat(3)
                        + "</div></div><div>"
                        + around
                        + "</div>");
            case 2 ->
                page(title, "<main><h1>" + title + "</h1>" + body + body + "</main>" + around);
            case 3 ->
                page(
                    title,
                    "<div class='story-body'><h1>"
                        + title
                        + "</h1><video></video>"
                        + body
                        + "</div><ul>"
                        + around
                        + "</ul>");
            default ->
                page(
                    title,
                    "<table><tr><td>"
                        + around
                        + "</td><td><h1>"
                        + title
                        + "</h1>"
                        + body.repeat(2)
                        + "</td></tr></table>");
          };
      assertThat(html, read(html).skipReason(), nullValue());
    }
  }

  /** What the weights have seen in no page must not count for ever more. */
  @Test
  void aTextOfAnyLengthIsAnArticle() {
    String sentence = "The council of Brackwater has heard the rowers and will mend the quay. ";
    for (int sentences : new int[] {20, 2_000, 50_000}) {
      String html =
          "<html><body><article><p>"
              + sentence.repeat(3)
              + "</p><p>"
              + sentence.repeat(sentences)
              + "</p></article></body></html>";
      Segmented found = SEGMENTER.segment(Labelled.page((String) null, html));
      assertThat(sentences + " sentences", found.skipReason(), is(nullValue()));
    }
  }
}
