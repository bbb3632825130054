package org.copydesk.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;
import org.copydesk.report.figures.Shown;

/**
 * A page the way the segmenter sees it, as HTML in the report's design: its blocks with label and
 * rule on one side, the article and teasers made of them on the other; what the page says is
 * escaped. The labels of a page of text may be corrected there and downloaded as a row that {@code
 * train pages} learns from.
 *
 * @param site what it was taken for, in words
 * @param reason why there is no article; null when there is one
 * @param article label and text of each of its fields, the text last
 * @param labelling null where the page's lines cannot be labelled: it is no text, or a long one
 */
public record ExplainedPage(
    String file,
    long record,
    String site,
    String reason,
    List<Block> blocks,
    List<Field> article,
    List<Announcement> teasers,
    Labelling labelling) {
  /** Most bytes of a page whose lines may be labelled: its text is part of the HTML. */
  private static final int MOST_LABELLED = 1 << 20;

  /** What a line may be, as labelled by hand: a dateline before the text is part of it. */
  private static final List<Label> CHOICES =
      List.of(
          Label.BOILERPLATE,
          Label.TITLE,
          Label.BYLINE,
          Label.DATE,
          Label.BODY,
          Label.PROVIDER,
          Label.HEADING,
          Label.TEASER_TITLE,
          Label.TEASER_SNIPPET);

  private static final int MOST_TEXT = 20_000;

  /**
   * A labelled byte range.
   *
   * @param line which of the lines that are not blank it begins, from 0; -1 where it begins none
   * @param choice its label among those that are given by hand
   */
  public record Block(
      String label, String rule, String range, String text, int line, String choice) {}

  /**
   * What a row of labels is made of.
   *
   * @param file name of the text in the folder of texts
   * @param host the file's name where it is not known
   * @param language empty: it is not asked
   * @param lines of the page that are not blank
   * @param text the page's bytes, Base64
   */
  public record Labelling(
      String file, String host, String language, int lines, String text, List<String> choices) {}

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
        PageParts.withScript(
            PageParts.resource("report.css") + "\n" + PageParts.resource("explain.css"),
            PageParts.resource("explain.js"));
    return PageParts.page(
        "explain.jte", Map.of("explained", of(page, found, site), "parts", parts));
  }

  private static ExplainedPage of(Page page, Segmented found, String site) {
    List<Block> blocks = new ArrayList<>();
    LineCounter lines = new LineCounter(page.payload());
    for (Span span : found.spans()) {
      if (span.label() != Label.SEPARATOR) {
        int line = lines.beginsAt(span.start());
        String text =
            new String(
                page.payload(), span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
        blocks.add(
            new Block(
                span.label().stored(),
                span.rule(),
                span.start() + "–" + span.end(),
                Shown.text(text.strip(), MOST_TEXT),
                line,
                choice(span.label()).stored()));
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
        teasers,
        labelling(page, found.article(), lines.all()));
  }

  private static Label choice(Label label) {
    return CHOICES.contains(label)
        ? label
        : label == Label.DATELINE ? Label.BODY : Label.BOILERPLATE;
  }

  private static Labelling labelling(Page page, Article article, int lines) {
    if (page.kind() != Page.Kind.TEXT || page.payload().length > MOST_LABELLED || lines == 0) {
      return null;
    }
    String name = textName(page);
    return new Labelling(
        name,
        article == null || article.site() == null ? name : article.site(),
        "",
        lines,
        Base64.getEncoder().encodeToString(page.payload()),
        CHOICES.stream().map(Label::stored).toList());
  }

  /** A name for the text beside others, of letters that every file system takes. */
  private static String textName(Page page) {
    String place = page.sourceFile();
    String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('!')) + 1);
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceFirst("\\.txt$", "");
    return (plain.isEmpty() ? "page" : plain)
        + (page.sourceRecord() > 0 ? "-" + page.sourceRecord() : "")
        + ".txt";
  }

  /** Counts the lines that are not blank, as the rows of labels do. */
  private static final class LineCounter {
    private final byte[] payload;
    private int at;
    private int line = -1;
    private boolean isBlank = true;

    LineCounter(byte[] payload) {
      this.payload = payload;
    }

    /** The line whose first byte this is; -1 where more of the line stands before it. */
    int beginsAt(int start) {
      int before = countTo(start);
      return countTo(start + 1) > before ? line : -1;
    }

    private int countTo(int end) {
      for (; at < end; at++) {
        byte b = payload[at];
        if (b == '\n') {
          isBlank = true;
        } else if (isBlank && b != ' ' && b != '\t' && b != '\r') {
          isBlank = false;
          line++;
        }
      }
      return line;
    }

    int all() {
      return countTo(payload.length) + 1;
    }
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
