package org.copydesk.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Span;
import org.copydesk.model.Teaser;

/**
 * What an explanation says as JSON, in this order.
 *
 * @param reason why there is no article; null where there is one
 */
record ExplanationFields(
    String sourceFile,
    long sourceRecord,
    String reason,
    Site site,
    Told article,
    List<Seen> teasers,
    List<Run> spans) {

  /** What the page was taken for. */
  record Site(String name, int pages) {}

  /** Fields of an article. */
  record Told(
      String title,
      String byline,
      List<String> authors,
      String dateline,
      Instant publishedAt,
      String provider,
      String text) {
    /** Null of null. */
    static Told of(Article article) {
      return article == null
          ? null
          : new Told(
              article.title(),
              article.byline(),
              article.authors(),
              article.dateline(),
              article.publishedAt(),
              article.provider(),
              article.text());
    }
  }

  /** A teaser and its place. */
  record Seen(
      String title,
      String snippet,
      String marker,
      boolean truncated,
      int list,
      int position,
      int start,
      int end) {
    static Seen of(Teaser teaser) {
      return new Seen(
          teaser.title(),
          teaser.snippet(),
          teaser.marker(),
          teaser.isTruncated(),
          teaser.list(),
          teaser.position(),
          teaser.start(),
          teaser.end());
    }
  }

  /**
   * A labelled run of bytes.
   *
   * @param weighed left out where no line of a page of text begins
   */
  record Run(
      int start,
      int end,
      String label,
      String rule,
      String text,
      @JsonUnwrapped @JsonInclude(JsonInclude.Include.NON_NULL) Weighed weighed) {
    static Run of(Span span, String text, LineReasons.Reason reason) {
      return new Run(
          span.start(), span.end(), span.label().stored(), span.rule(), text, Weighed.of(reason));
    }
  }

  /** Why a line has its label. */
  record Weighed(double chance, double margin, String aheadOf, List<String> traits) {
    /** Null of null. */
    static Weighed of(LineReasons.Reason reason) {
      return reason == null
          ? null
          : new Weighed(
              reason.chance(),
              reason.margin(),
              reason.next() == null ? null : reason.next().stored(),
              reason.traits());
    }
  }
}
