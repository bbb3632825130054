package org.copydesk.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.copydesk.model.Article;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;

/**
 * Shows how a page was taken apart: each block with its label and the rule that gave it, in colour
 * for a terminal, as JSON, or as a page to look at.
 */
public final class Explanation {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ESCAPE = "\u001b[";
  private static final String PLAIN = ESCAPE + "0m";

  private Explanation() {}

  /**
   * Lines of {@code label rule text} for a terminal; control characters of the page are shown as ?.
   */
  public static String renderAnsi(Page page, Segmented found) {
    StringBuilder out = new StringBuilder();
    for (Span span : found.spans()) {
      if (span.label() == Label.SEPARATOR) {
        continue;
      }
      out.append(ESCAPE).append(ansi(span.label())).append('m');
      out.append(String.format(java.util.Locale.ROOT, "%-15s", span.label().stored()))
          .append(PLAIN);
      out.append(ESCAPE).append("2m");
      out.append(String.format(java.util.Locale.ROOT, "%-22s", span.rule())).append(PLAIN);
      out.append(ESCAPE).append(ansi(span.label())).append('m');
      out.append(printable(text(page, span))).append(PLAIN).append('\n');
    }
    if (found.skipReason() != null) {
      out.append("no article: ").append(found.skipReason().stored()).append('\n');
    }
    out.append(found.teasers().size())
        .append(found.teasers().size() == 1 ? " teaser\n" : " teasers\n");
    return out.toString();
  }

  /** One JSON object: article, reason, teasers, and the spans with their text. */
  public static String renderJson(Page page, Segmented found) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("source_file", page.sourceFile());
    root.put("source_record", page.sourceRecord());
    root.put("reason", found.skipReason() == null ? null : found.skipReason().stored());
    Article article = found.article();
    if (article == null) {
      root.putNull("article");
    } else {
      ObjectNode node = root.putObject("article");
      node.put("title", article.title());
      node.put("byline", article.byline());
      ArrayNode authors = node.putArray("authors");
      article.authors().forEach(authors::add);
      node.put("dateline", article.dateline());
      node.put(
          "published_at", article.publishedAt() == null ? null : article.publishedAt().toString());
      node.put("provider", article.provider());
      node.put("text", article.text());
    }
    ArrayNode teasers = root.putArray("teasers");
    for (Teaser teaser : found.teasers()) {
      ObjectNode node = teasers.addObject();
      node.put("title", teaser.title());
      node.put("snippet", teaser.snippet());
      node.put("marker", teaser.marker());
      node.put("truncated", teaser.isTruncated());
      node.put("start", teaser.start());
      node.put("end", teaser.end());
    }
    ArrayNode spans = root.putArray("spans");
    for (Span span : found.spans()) {
      ObjectNode node = spans.addObject();
      node.put("start", span.start());
      node.put("end", span.end());
      node.put("label", span.label().stored());
      node.put("rule", span.rule());
      node.put("text", text(page, span));
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One page of HTML that needs nothing else; what the page says is escaped. */
  public static String renderHtml(Page page, Segmented found) {
    StringBuilder out = new StringBuilder(page.payload().length * 2 + 4096);
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    out.append("<title>").append(escape(page.sourceFile())).append("</title>\n<style>\n");
    out.append(
        "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}\n");
    out.append(
        "div{display:grid;grid-template-columns:9em 12em 1fr;gap:1em;padding:.2em .5em;border-left:.4em solid}\n");
    out.append(
        "span{color:#666;font-size:12px}p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}\n");
    for (Label label : Label.values()) {
      out.append('.')
          .append(label.stored())
          .append("{border-color:")
          .append(colour(label))
          .append("}\n");
    }
    out.append("</style></head><body>\n<h1>").append(escape(page.sourceFile()));
    out.append(" <small>#").append(page.sourceRecord()).append("</small></h1>\n<p>");
    out.append(
        found.skipReason() == null ? "article" : "no article: " + found.skipReason().stored());
    out.append(", ").append(found.teasers().size()).append(" teasers</p>\n");
    for (Span span : found.spans()) {
      if (span.label() != Label.SEPARATOR) {
        out.append("<div class=\"").append(span.label().stored()).append("\"><b>");
        out.append(span.label().stored()).append("</b><span>").append(escape(span.rule()));
        out.append(" [")
            .append(span.start())
            .append("–")
            .append(span.end())
            .append("]</span><p dir=\"auto\">");
        out.append(escape(text(page, span))).append("</p></div>\n");
      }
    }
    return out.append("</body></html>\n").toString();
  }

  private static String text(Page page, Span span) {
    return new String(
        page.payload(), span.start(), span.end() - span.start(), StandardCharsets.UTF_8);
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean isUnsafe =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.SURROGATE;
              out.appendCodePoint(isUnsafe ? '?' : c);
            });
    return out.toString();
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  private static String ansi(Label label) {
    return switch (label) {
      case TITLE -> "1;36";
      case BYLINE, DATE, DATELINE -> "35";
      case BODY -> "39";
      case PROVIDER -> "33";
      case HEADING -> "1;34";
      case TEASER_TITLE -> "1;32";
      case TEASER_SNIPPET -> "32";
      case REJECTED -> "31";
      default -> "90";
    };
  }

  private static String colour(Label label) {
    return switch (label) {
      case TITLE -> "#0a7d8c";
      case BYLINE, DATE, DATELINE -> "#8c3fa0";
      case BODY -> "#222";
      case PROVIDER -> "#b07a00";
      case HEADING -> "#2456c4";
      case TEASER_TITLE -> "#157a2e";
      case TEASER_SNIPPET -> "#5fb274";
      case REJECTED -> "#c42424";
      default -> "#bbb";
    };
  }
}
