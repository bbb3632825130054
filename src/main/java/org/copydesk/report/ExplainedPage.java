package org.copydesk.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;

/**
 * A page the way the segmenter sees it, as HTML in the report's design: its blocks with label and
 * rule on one side, the article and teasers made of them on the other. It runs no script; what the
 * page says is escaped.
 *
 * @param site what it was taken for, in words
 * @param reason why there is no article; null when there is one
 * @param article label and text of each of its fields, the text last
 */
public record ExplainedPage(
    String file,
    long record,
    String site,
    String reason,
    List<Block> blocks,
    List<Field> article,
    List<Announcement> teasers) {
  private static final int MOST_TEXT = 20_000;

  /** A labelled byte range. */
  public record Block(String label, String rule, String range, String text) {}

  /** A field of the article. */
  public record Field(String label, String name, String text) {}

  /** A teaser. */
  public record Announcement(String title, String snippet, String marker, String link) {}

  /**
   * The page of HTML.
   *
   * @param site what the page was taken for, in words
   */
  public static String render(Page page, Segmented found, String site) throws IOException {
    PageParts parts =
        PageParts.withoutScripts(
            PageParts.resource("report.css") + "\n" + PageParts.resource("explain.css"));
    return PageParts.page(
        "explain.jte", Map.of("explained", of(page, found, site), "parts", parts));
  }

  private static ExplainedPage of(Page page, Segmented found, String site) {
    List<Block> blocks = new ArrayList<>();
    for (Span span : found.spans()) {
      if (span.label() != Label.SEPARATOR) {
        String text =
            new String(
                page.payload(), span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
        blocks.add(
            new Block(
                span.label().stored(),
                span.rule(),
                span.start() + "–" + span.end(),
                Shown.text(text.strip(), MOST_TEXT)));
      }
    }
    List<Announcement> teasers = new ArrayList<>();
    for (Teaser teaser : found.teasers()) {
      teasers.add(
          new Announcement(
              Shown.text(teaser.title(), MOST_TEXT),
              Shown.text(teaser.snippet(), MOST_TEXT),
              Shown.text(teaser.marker(), 200),
              Shown.link(teaser.url())));
    }
    return new ExplainedPage(
        Shown.text(page.sourceFile(), 400),
        page.sourceRecord(),
        Shown.text(site, 200),
        found.skipReason() == null ? null : found.skipReason().stored(),
        blocks,
        fields(found.article()),
        teasers);
  }

  private static List<Field> fields(Article article) {
    List<Field> fields = new ArrayList<>();
    if (article != null) {
      add(fields, "title", article.title());
      add(fields, "byline", article.byline());
      add(fields, "dateline", article.dateline());
      add(fields, "date", article.publishedAt() == null ? null : article.publishedAt().toString());
      add(fields, "provider", article.provider());
      add(fields, "url", article.url());
      add(fields, "site", article.site());
      add(fields, "body", article.text());
    }
    return fields;
  }

  private static void add(List<Field> fields, String name, String text) {
    if (text != null) {
      fields.add(new Field(name, name.equals("body") ? "text" : name, Shown.text(text, MOST_TEXT)));
    }
  }
}
