package org.copydesk.segment;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.model.Segmented;
import org.copydesk.model.Span;
import org.copydesk.text.SnakeJson;

/**
 * Shows how a page was taken apart: each block with its label and the rule that gave it, in colour
 * for a terminal, or as JSON.
 */
public final class Explanation {
  private static final String ESCAPE = "\u001b[";
  private static final String PLAIN = ESCAPE + "0m";

  private Explanation() {}

  /**
   * Lines of {@code label rule text}, and under each of a page of text why the model gave it the
   * label, for a terminal; control characters of the page are shown as ?.
   *
   * @param site what the page was taken for
   */
  public static String renderAnsi(Page page, Segmented found, SiteModel site) {
    StringBuilder out = new StringBuilder();
    TreeMap<Integer, LineReasons.Reason> reasons = reasons(page, site);
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
      LineReasons.Reason reason = reasons.get(span.start());
      if (reason != null) {
        out.append(ESCAPE).append("2m").append(" ".repeat(15)).append(reason.words());
        out.append(PLAIN).append('\n');
      }
    }
    if (found.skipReason() != null) {
      out.append("no article: ").append(found.skipReason().stored()).append('\n');
    }
    out.append(found.teasers().size())
        .append(found.teasers().size() == 1 ? " teaser\n" : " teasers\n");
    out.append(printable(site.toString())).append('\n');
    return out.toString();
  }

  /** The same as {@link #renderAnsi} without colours: for a file, a pipe, or who wants none. */
  public static String renderPlain(Page page, Segmented found, SiteModel site) {
    return renderAnsi(page, found, site).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** One JSON object: site, article, reason, teasers, and the spans with their text. */
  public static String renderJson(Page page, Segmented found, SiteModel site) {
    TreeMap<Integer, LineReasons.Reason> reasons = reasons(page, site);
    return SnakeJson.pretty(
        new ExplanationFields(
            page.sourceFile(),
            page.sourceRecord(),
            found.skipReason() == null ? null : found.skipReason().stored(),
            new ExplanationFields.Site(site.name(), site.pages()),
            ExplanationFields.Told.of(found.article()),
            found.teasers().stream().map(ExplanationFields.Seen::of).toList(),
            found.spans().stream()
                .map(
                    span ->
                        ExplanationFields.Run.of(span, text(page, span), reasons.get(span.start())))
                .toList()));
  }

  private static TreeMap<Integer, LineReasons.Reason> reasons(Page page, SiteModel site) {
    return new Segmenter(SegmentSettings.defaults()).reasons(page, site);
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
}
