package org.copydesk.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Article;
import org.copydesk.model.Confidence;
import org.copydesk.model.Page;
import org.copydesk.segment.TextSigns.DateFrom;
import org.copydesk.segment.dates.DateReader;
import org.copydesk.segment.fields.AuthorNames;
import org.copydesk.segment.fields.BylineReader;
import org.copydesk.segment.fields.DatelineReader;
import org.copydesk.segment.fields.FieldParts;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.segment.fields.ProviderReader;
import org.copydesk.segment.lines.ListMarks;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.PageText;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/** Gathers the fields of one article from its labelled lines. */
final class ArticleFields {
  private final Page page;
  private final SiteModel site;
  private final PageText text;
  private final ListMarks marks;
  private final List<String> paragraphs = new ArrayList<>();
  private String title;
  private String byline;

  /** The names the byline's line was found to give; null where they were not asked for. */
  private List<String> named;

  private String dateline;
  private String provider;
  private int credit;
  private Printed published;
  private Printed modified;
  private Printed bylineDate;

  /** A date and the line that prints it. */
  private record Printed(DateReader.Read read, String line) {}

  ArticleFields(Page page, SiteModel site, PageText text, ListMarks marks) {
    this.marks = marks;
    this.page = page;
    this.site = site;
    this.text = text;
  }

  /** Takes a line in; returns the byte after a dateline it begins with, or 0. */
  int take(Unit unit, State state) {
    switch (state.label) {
      case TITLE, BYLINE, DATE, DATELINE, PROVIDER, BODY -> {}
      default -> {
        return 0;
      }
    }
    // A dumper may set a bullet before any block, but a text keeps those of its lists.
    String line = state == State.BODY ? text.of(unit) : text.of(marks.start(unit), unit.end);
    switch (state.label) {
      case TITLE -> title = line;
      case BYLINE -> takeByline(unit, line);
      case DATE -> {
        takeDates(line);
        String rest = byline == null ? FieldParts.withoutDate(line) : null;
        byline = rest != null && isByline(rest) ? rest : byline;
      }
      case DATELINE -> dateline = dateline == null ? DatelineReader.withoutDash(line) : dateline;
      case PROVIDER -> {
        if (provider == null
            || (credit <= ProviderReader.WORK
                && credit != ProviderReader.HOUSE
                && unit.credit == ProviderReader.HOUSE)) {
          provider = line;
          credit = unit.credit;
        }
      }
      case BODY -> {
        return takeParagraph(unit, line);
      }
      default -> {}
    }
    return 0;
  }

  private void takeByline(Unit unit, String line) {
    if (byline == null) {
      String rest = FieldParts.withoutDate(line);
      byline = rest == null ? line : rest;
      boolean isWhole = rest == null && marks.start(unit) == unit.contentStart && !unit.hasLineEnd;
      named = isWhole ? unit.authors : null;
    }
    if (bylineDate == null) {
      DateReader.Read read = DateReader.dateOf(line);
      bylineDate = read == null ? null : new Printed(read, line);
    }
  }

  private void takeDates(String line) {
    for (DateReader.Dated dated : DateReader.datesOf(line)) {
      Printed read = new Printed(dated.read(), line);
      switch (dated.meaning()) {
        case PUBLISHED, UNSAID -> published = published == null ? read : published;
        case MODIFIED -> modified = modified == null ? read : modified;
        case OTHER -> {}
      }
    }
  }

  /** Whether what stands beside a date names an author. */
  private boolean isByline(String rest) {
    byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
    UnitScanner scanner = new UnitScanner(bytes, Markers.LISTED);
    Unit unit = scanner.scan(0, bytes.length);
    return BylineReader.isByline(unit, scanner)
        || (NameShape.isName(rest) && (unit.startsUpper || site.hasBareBylines()));
  }

  private int takeParagraph(Unit unit, String line) {
    boolean mayHaveDateline = dateline == null && paragraphs.size() < 3 && unit.size() >= 4;
    paragraphs.add(line);
    if (!mayHaveDateline) {
      return 0;
    }
    int limit = Math.min(unit.end, unit.start + 3 * DatelineReader.LONGEST);
    DatelineReader.Dateline found = DatelineReader.read(text.raw(unit.start, limit));
    if (found == null) {
      return 0;
    }
    dateline = found.text();
    return unit.start + text.bytesOf(unit.start, limit, found.length());
  }

  /**
   * @param asked of which lines the model was asked; where of none, nothing is known of how likely
   *     the fields are right
   */
  Article article(TextSigns.Labelled asked, Segmenter.Listener listener) {
    DateFrom from = published != null ? DateFrom.LINE : DateFrom.BYLINE;
    Printed printed = published != null ? published : bylineDate;
    if (printed == null) {
      // By then it was public.
      from = DateFrom.CHANGE;
      printed = modified;
    }
    DateReader.Read date = printed == null ? null : printed.read();
    if (date == null && dateline != null) {
      from = DateFrom.DATELINE;
      date = DateReader.dateOf(dateline);
    }
    if (date == null) {
      from = DateFrom.GIVEN;
      date = DateReader.dateOf(page.publishedAt());
    }
    String given = page.title() == null || page.title().isBlank() ? null : page.title().strip();
    String credited = byline == null ? page.byline() : byline;
    List<String> authors =
        credited == null ? List.of() : named == null ? AuthorNames.of(credited) : named;
    String host = SiteModels.nameOf(page);
    Article.Details details =
        new Article.Details(
            modified == null ? null : modified.read().instant(),
            date == null ? null : date.precision(),
            null,
            null,
            null);
    Article found =
        new Article(
            title == null ? given : title,
            credited,
            authors,
            dateline,
            date == null ? null : date.instant(),
            provider,
            String.join("\n\n", paragraphs),
            page.url(),
            host == null ? site.name() : host,
            details);
    if (asked.isEmpty()) {
      return found;
    }
    boolean isOpen = printed != null && DateReader.hasOpenOrder(printed.line());
    double[] signs = TextSigns.of(asked, found, from, isOpen);
    listener.weighed(found, signs);
    Confidence confidence =
        ConfidenceModel.confidence(
            TextSigns.model(),
            signs,
            title != null,
            date != null && from != DateFrom.GIVEN,
            byline != null && !authors.isEmpty());
    return found.withDetails(details.withConfidence(confidence));
  }
}
