package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Tables;
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.report.figures.Chart;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TextDifference;
import org.copydesk.report.figures.TopItems;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.row.CopyRow;
import org.copydesk.row.StoryRow;
import org.copydesk.row.VersionRow;
import org.copydesk.storage.Storage;

/**
 * Reads {@code stories}, and of articles and versions what belongs to the stories that most sites
 * ran or that changed most. Memory: the pages and states of {@link #SHOWN} stories.
 */
final class StorySurvey {
  private static final String NOT_KNOWN = "none";
  private static final int SHOWN = 20;
  private static final int MOST_EVENTS = 40;
  private static final int MOST_TITLE = 240;

  /** A site more weighs as much as two states or four copies. */
  private static final long SITE_WEIGHT = 4;

  private static final long STATE_WEIGHT = 2;

  private record Told(
      String id,
      String storyId,
      String copyKind,
      String title,
      String sourceFile,
      Long sourceRecord,
      String url,
      String site,
      Instant fetchedAt,
      Instant publishedAt,
      String publishedPrecision,
      List<CopyRow> copies) {}

  /** A story while its parts are read. */
  private static final class Life {
    final StoryRow row;
    final List<Timed> events = new ArrayList<>();
    String article;
    String title;
    String textBefore;

    Life(StoryRow row) {
      this.row = row;
    }
  }

  private record Timed(Instant at, int order, StoryLine.Event event) {}

  private final Storage generation;
  private final List<TableRows.Place> chosen = new ArrayList<>();
  private final ValueCounts evidence = new ValueCounts();
  private final TopItems<StoryRow> top = new TopItems<>(SHOWN);
  private final Map<String, Life> lives = new HashMap<>();
  private long stories;

  /** Reads which stories there are. */
  StorySurvey(Storage generation) throws IOException {
    this.generation = generation;
    new TableRows<>(generation, Tables.STORIES).scan((row, place) -> take(row));
    for (StoryRow row : top.items()) {
      lives.put(row.id(), new Life(row));
    }
  }

  /** Takes the next article. */
  void take(ArticleLine row, TableRows.Place place) {
    if (row.storyId() != null && lives.containsKey(row.storyId())) {
      chosen.add(place);
    }
  }

  /** Reads the articles of the stories that are shown, and their states. */
  void readChosen() throws IOException {
    if (!lives.isEmpty()) {
      new TableRows<>(generation, Tables.ARTICLES.view(Told.class))
          .fetch(chosen, (row, place) -> takeArticle(row));
      new TableRows<>(generation, Tables.VERSIONS).scan((row, place) -> takeState(row));
    }
  }

  private void take(StoryRow row) {
    stories++;
    evidence.add(row.originEvidence() == null ? NOT_KNOWN : row.originEvidence());
    long weight =
        SITE_WEIGHT * row.outlets().size()
            + STATE_WEIGHT * asZero(row.versions())
            + asZero(row.copies());
    top.offer(weight, row.id(), () -> row);
  }

  private void takeArticle(Told row) {
    Life life = lives.get(row.storyId());
    if (life.article == null) {
      life.article = row.id();
      life.title = Shown.text(row.title(), MOST_TITLE);
    }
    String what = row.copyKind() == null ? "kept" : "copy (" + row.copyKind() + ")";
    String precision = row.publishedAt() == null ? null : row.publishedPrecision();
    Instant at = row.publishedAt() == null ? row.fetchedAt() : row.publishedAt();
    add(life, at, precision, row.site(), what, place(row), row.url());
    for (CopyRow copy : row.copies()) {
      String how =
          "copy ("
              + Shown.text(copy.kind(), 40)
              + (copy.measure() == null ? "" : ", " + Figures.ratio(copy.similarity()))
              + ")";
      String place = Shown.place(copy.sourceFile(), copy.sourceRecord());
      Instant seen = copy.publishedAt() == null ? copy.fetchedAt() : copy.publishedAt();
      add(life, seen, null, copy.site(), how, place, copy.url());
    }
  }

  private static String place(Told row) {
    return Shown.place(row.sourceFile(), row.sourceRecord());
  }

  private static void add(
      Life life, Instant at, String precision, String site, String what, String place, String url) {
    life.events.add(
        new Timed(
            at,
            0,
            new StoryLine.Event(
                at == null ? "" : Figures.moment(at, precision),
                Shown.text(site, 120),
                what,
                place,
                Shown.link(url),
                null)));
  }

  private void takeState(VersionRow row) {
    Life life = lives.get(row.storyId());
    if (life == null) {
      return;
    }
    boolean isFirst = asZero(row.n()) == 1;
    Instant at = row.modifiedAt() == null ? row.seenAt() : row.modifiedAt();
    String what =
        isFirst
            ? "state 1"
            : String.format(
                java.util.Locale.ROOT,
                "state %d, %s: %s added, %s removed",
                asZero(row.n()),
                row.relation(),
                paragraphs(asZero(row.added())),
                paragraphs(asZero(row.removed())));
    boolean hasTexts = !isFirst && life.textBefore != null && row.text() != null;
    TextDifference difference = hasTexts ? TextDifference.of(row.text(), life.textBefore) : null;
    life.textBefore = row.text();
    life.events.add(
        new Timed(
            at,
            (int) asZero(row.n()),
            new StoryLine.Event(
                at == null ? "" : Figures.moment(at, null),
                Shown.text(row.site(), 120),
                what,
                null,
                Shown.link(row.url()),
                difference)));
  }

  private static String paragraphs(long count) {
    return count == 1 ? "1 paragraph" : count + " paragraphs";
  }

  /** By what the origin of stories is known. */
  Chart origins() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (String by : List.of("canonical", "credit", "published", "crawled", NOT_KNOWN)) {
      long count = evidence.of(by);
      if (count > 0) {
        boolean isKnown = !by.equals(NOT_KNOWN);
        bars.add(
            Chart.Bar.of(isKnown ? "by " + by : "not known", count)
                .as(isKnown ? "kept" : "none")
                .withShareOf(stories));
      }
    }
    return new Chart(
        "origins-chart",
        Chart.Kind.BARS,
        "How it is known who had a story first",
        "evidence",
        "stories",
        bars,
        null);
  }

  /** The stories, those of most sites first. */
  List<StoryLine> lines() {
    List<StoryLine> lines = new ArrayList<>();
    for (StoryRow row : top.items()) {
      Life life = lives.get(row.id());
      life.events.sort(
          Comparator.comparing(Timed::at, Comparator.nullsLast(Comparator.naturalOrder()))
              .thenComparingInt(Timed::order)
              .thenComparing(timed -> String.valueOf(timed.event().place())));
      lines.add(
          new StoryLine(
              life.article,
              life.title,
              row.originId() == null
                  ? null
                  : row.originSite() == null
                      ? Shown.place(row.originSourceFile(), row.originSourceRecord())
                      : Shown.text(row.originSite(), 120),
              row.originEvidence() == null ? "" : phrase(row.originEvidence()),
              row.outlets().size(),
              span(row.firstSeen(), row.lastSeen()),
              asZero(row.articles()) + asZero(row.copies()),
              life.events.stream().limit(MOST_EVENTS).map(Timed::event).toList()));
    }
    return lines;
  }

  private static String phrase(String evidence) {
    return switch (evidence) {
      case "canonical" -> "copies say that they live there";
      case "credit" -> "credit lines name it";
      case "published" -> "no other can have been published as early";
      case "crawled" -> "it was crawled long before any other";
      default -> Shown.text(evidence, 40);
    };
  }

  private static String span(Instant from, Instant to) {
    if (from == null) {
      return "";
    }
    return from.equals(to)
        ? Figures.moment(from, null)
        : Figures.moment(from, null) + " to " + Figures.moment(to, null);
  }
}
