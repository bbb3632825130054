package org.copydesk.endtoend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.command.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kinds of pages become articles, and what becomes of the others. */
class PageTypesTest {
  private static final String CARDS =
      """
      <section class="related"><h2>More from the harbour</h2>
      <article class="card"><h3><a href="/news/2024/lock">Lock gate stays shut for a week</a></h3>
      <p>The gate jammed on Monday when the water was at its lowest, the office said ...</p></article>
      <article class="card"><h3><a href="/news/2024/crane">Old crane finds a new owner</a></h3>
      <p>A dredging firm from the next port will take it away in the spring ...</p></article>
      <article class="card"><h3><a href="/news/2024/ferry">Ferry keeps its winter times</a></h3>
      <p>Boats leave every second hour until the end of March, the line said ...</p></article>
      </section>
      """;

  @TempDir Path folder;
  private Path dumps;

  @BeforeEach
  void writePages() throws IOException {
    dumps = Files.createDirectories(folder.resolve("dumps"));
    write(
        "article.jsonl", "https://harbour.example/news/2024/storm-closes-the-north-quay", story());
    write("forum.jsonl", "https://board.example/forum/thread/4711", thread());
    write(
        "live.jsonl",
        "https://harbour.example/news/2024/storm-as-it-happened-on-the-quay",
        story()
            .replace("north quay", "lower lock")
            .replace(
                "</head>",
                "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\","
                    + "\"headline\":\"Storm closes the lower lock\"}</script></head>"));
  }

  @Test
  void pagesOfOtherKindsAreSkippedWithTheirKindAndKeepTheirTeasers() throws IOException {
    Corpus usual = build("usual", "--keep-doubtful=false");
    assertThat(types(usual), is(List.of("article.jsonl article", "live.jsonl live")));
    assertThat(rejects(usual), is(List.of("forum.jsonl skipped forum")));

    Corpus forums = build("forums", "--page-types=forum", "--keep-doubtful=false");
    assertThat(types(forums), is(List.of("forum.jsonl forum")));
    assertThat(
        rejects(forums), is(List.of("article.jsonl skipped article", "live.jsonl skipped live")));
    assertThat(
        ((Number) forums.value("select sum(teasers) from {ledger} where pages = 0")).longValue(),
        is(
            ((Number)
                    usual.value(
                        "select sum(teasers) from {ledger} where source_file <> 'forum.jsonl'"))
                .longValue()));
    assertThat(
        forums.value("select count(*) from {teasers} where title like 'Old crane%'"), is(1L));

    assertThat(types(build("all", "--page-types=all")).size(), is(3));
    assertThat(
        rejects(build("static", "--page-types=article", "--keep-doubtful=false")),
        is(List.of("forum.jsonl skipped forum", "live.jsonl skipped live")));
  }

  @Test
  void aDefinitionNamesThemToo() throws IOException {
    Path definition = folder.resolve("forums.yaml");
    Files.writeString(
        definition, "page-types: [forum, product]\nkeep-doubtful: false\ninput: " + dumps + "\n");
    assertThat(types(build("by-file", "-f", definition.toString())).size(), is(1));
    assertThat(
        "a flag beats it",
        types(build("flag", "-f", definition.toString(), "--page-types=article")),
        is(List.of("article.jsonl article")));
    assertThat(
        Files.readString(
            Corpus.published(folder.resolve("by-file")).generation().resolve("manifest.json")),
        containsString("\"page-types\" : \"forum,product\""));
  }

  @Test
  void anUnknownOneIsRefusedWithTheNearestName() {
    String told = Printed.by(2, "build", dumps.toString(), "-o", "x", "--page-types=artikle");
    assertThat(told, containsString("no page type is called artikle; did you mean article?"));
  }

  @Test
  void explainReadsAPageAsABuildWithThemDoes() throws IOException {
    String file = dumps.resolve("forum.jsonl").toString();
    assertThat(Printed.by(0, "explain", file), containsString("in-body"));
    assertThat(
        Printed.by(0, "explain", file, "--keep-doubtful=false"),
        containsString("page-without-article"));
  }

  @Test
  void otherStoriesOnAPageAreRowsOfRejectsWithTheirPlace() throws IOException {
    write("scroll.jsonl", "https://harbour.example/news/2024/three-in-one", threeStories());
    Corpus corpus = build("stories", "--spans");
    List<List<Object>> others =
        corpus.query(
            "select span_start, span_end from {rejects} where reason = 'other_story'"
                + " and outcome = 'skipped' and source_file = 'scroll.jsonl' order by 1");
    assertThat(others.size(), is(2));
    assertThat(
        corpus.query(
            "select source_file from {ledger} where records <> pages + skipped + rejected"),
        is(empty()));
    assertThat(
        corpus.value("select skipped from {ledger} where source_file = 'scroll.jsonl'"), is(0L));
    // Every byte of them is the other story's or one between its blocks.
    for (List<Object> other : others) {
      assertThat(
          corpus.query(
              "select distinct label from {spans} where source_file = 'scroll.jsonl' and \"start\" >= "
                  + other.get(0)
                  + " and \"end\" <= "
                  + other.get(1)
                  + " and label in ('body', 'title', 'byline')"),
          is(empty()));
      assertThat(
          ((Number)
                  corpus.value(
                      "select count(*) from {spans} where source_file = 'scroll.jsonl' and rule ="
                          + " 'other-story' and \"start\" >= "
                          + other.get(0)
                          + " and \"end\" <= "
                          + other.get(1)))
              .longValue(),
          greaterThan(2L));
    }
    String output = folder.resolve("stories").toString();
    assertThat(Commands.run("verify", output), is(0));
  }

  private Corpus build(String name, String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    if (!all.contains("-f")) {
      all.add(dumps.toString());
    }
    return Corpus.build(folder.resolve(name), all.toArray(String[]::new));
  }

  private static List<String> types(Corpus corpus) {
    return rows(corpus, "select source_file, page_type from {articles} order by 1");
  }

  private static List<String> rejects(Corpus corpus) {
    return rows(corpus, "select source_file, outcome, reason from {rejects} order by 1");
  }

  private static List<String> rows(Corpus corpus, String query) {
    return corpus.query(query).stream()
        .map(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
        .toList();
  }

  private void write(String name, String url, String html) throws IOException {
    Files.writeString(
        dumps.resolve(name),
        new com.fasterxml.jackson.databind.ObjectMapper()
                .writeValueAsString(java.util.Map.of("url", url, "html", html))
            + "\n");
  }

  private static String story() {
    return page(
        "Storm closes the north quay",
        "<article><h1>Storm closes the north quay</h1><p class=\"byline\">By Ana Roe</p>"
            + "<time datetime=\"2024-03-05T10:00:00Z\">5 March 2024</time>"
            + paragraphs("north quay", 6)
            + "</article>"
            + CARDS);
  }

  private static String threeStories() {
    StringBuilder stories = new StringBuilder("<main>");
    for (String place : List.of("north quay", "lower lock", "fish market")) {
      stories
          .append(
              "<article><h1>Storm closes the " + place + "</h1><p class=\"byline\">By Ana Roe</p>")
          .append("<time datetime=\"2024-03-05T10:00:00Z\">5 March 2024</time>")
          .append(paragraphs(place, 5))
          .append("</article>");
    }
    return page("Storm closes the north quay", stories + "</main>");
  }

  private static String paragraphs(String place, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append("<p>The office counted ").append(i * 7);
      text.append(" boats at the ").append(place);
      text.append(" before the wind turned, and its keeper said that none of them would leave");
      text.append(" until the water had fallen by ").append(i).append(" feet.</p>");
    }
    return text.toString();
  }

  private static String thread() {
    StringBuilder posts = new StringBuilder("<div class=\"forum thread\">");
    for (int i = 1; i <= 8; i++) {
      posts.append("<div class=\"post\"><div class=\"user\">sailor").append(i).append("</div>");
      posts.append("<time datetime=\"2024-03-0").append(i).append("T10:00:00Z\">March ").append(i);
      posts.append("</time><div class=\"message\"><p>Does anyone know how to tie up there?");
      posts.append(" I tried ").append(i).append(" times, what did you do?</p></div></div>");
    }
    return page(
            "Tie up where?", "<h1>Tie up where?</h1>" + posts + "</div><form></form><form></form>")
        .replace("<body>", "<body class=\"forum discussion\">")
        .replace(
            "</head>",
            "<script type=\"application/ld+json\">{\"@type\":\"DiscussionForumPosting\"}</script></head>");
  }

  private static String page(String title, String body) {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }
}
