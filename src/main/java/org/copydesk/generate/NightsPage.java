package org.copydesk.generate;

import java.time.Instant;
import java.util.List;

/** HTML of the pages of several nights: articles and front pages. */
final class NightsPage {
  private static final int SNIPPET_WORDS = 25;
  private static final int SECONDS = 60;
  private static final int DATE_CHARS = 10;

  private final NightsSite site;
  private final StringBuilder out = new StringBuilder(8_192);

  private NightsPage(NightsSite site) {
    this.site = site;
  }

  static String article(NightsSite site, Telling telling, Telling.State state, List<Telling> more) {
    NightsPage page = new NightsPage(site);
    Story story = state.story();
    page.head(story.title() + " - " + site.name());
    if (!telling.isUndated) {
      page.meta("article:published_time", time(telling.publishedMinutes, site.showsDayOnly()));
    }
    if (state.modifiedMinutes() >= 0) {
      page.meta("article:modified_time", time(state.modifiedMinutes(), false));
    }
    String lives = telling.canonical == null ? site.address(telling.path) : telling.canonical;
    page.out.append("<link rel=\"canonical\" href=\"").append(lives).append("\">\n");
    page.body().append("<article>\n<h1>").append(escape(story.title())).append("</h1>\n");
    page.out.append("<p class=\"byline\">By ").append(escape(story.author())).append("</p>\n");
    for (String paragraph : story.paragraphs()) {
      page.out.append("<p>").append(escape(paragraph)).append("</p>\n");
    }
    if (telling.credit != null) {
      page.out.append("<p class=\"credit\">").append(escape(telling.credit)).append("</p>\n");
    }
    page.out.append("</article>\n");
    page.list("More from " + site.name(), more, false);
    return page.end();
  }

  static String front(NightsSite site, List<Telling> top, List<Telling> read) {
    NightsPage page = new NightsPage(site);
    page.head(site.name());
    page.body();
    page.list("Top stories", top, true);
    page.list("Most read", read, false);
    return page.end();
  }

  private void head(String title) {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    out.append(escape(title)).append("</title>\n");
    meta("og:site_name", site.name());
  }

  private void meta(String property, String content) {
    out.append("<meta property=\"").append(property).append("\" content=\"");
    out.append(escape(content)).append("\">\n");
  }

  private StringBuilder body() {
    out.append("</head>\n<body>\n<header><div>").append(escape(site.name()));
    return out.append(
        "</div><nav><a href=\"/\">Home</a> <a href=\"/world\">World</a></nav></header>\n<main>\n");
  }

  private void list(String heading, List<Telling> tellings, boolean hasSnippets) {
    if (tellings.isEmpty()) {
      return;
    }
    out.append("<section class=\"stories\">\n<h2>").append(escape(heading)).append("</h2>\n");
    for (Telling telling : tellings) {
      Story story = telling.states.get(0).story();
      out.append("<div class=\"teaser\"><h3><a href=\"").append(telling.path).append("\">");
      out.append(escape(story.title())).append("</a></h3>");
      if (hasSnippets) {
        out.append("<p>").append(escape(snippet(story))).append(" …</p>");
      }
      out.append("</div>\n");
    }
    out.append("</section>\n");
  }

  private static String snippet(Story story) {
    String[] words = story.paragraphs().get(0).split(" ", SNIPPET_WORDS + 1);
    int most = Math.min(SNIPPET_WORDS, words.length);
    return String.join(" ", java.util.Arrays.copyOf(words, most));
  }

  private String end() {
    return out.append("</main>\n<footer><div>© ")
        .append(escape(site.name()))
        .append("</div></footer></body></html>\n")
        .toString();
  }

  static String time(long minutes, boolean isDay) {
    String time = Instant.ofEpochSecond(minutes * SECONDS).toString();
    return isDay ? time.substring(0, DATE_CHARS) : time;
  }

  private static String escape(String text) {
    return HtmlLayout.escape(text);
  }
}
