package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.corpus.Manifest;
import org.copydesk.report.figures.FigureChange;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;

/** What stands at the head of a report: when it was made, a sentence, and the figures in large. */
final class Headline {
  private final Manifest manifest;
  private final LedgerSurvey ledger;
  private final RemovedSurvey removed;
  private final TeaserSurvey teasers;
  private final ArticleSurvey articles;
  private final PreviousGeneration previous;

  /**
   * @param previous the generation to compare with; null for none
   */
  Headline(
      Manifest manifest,
      LedgerSurvey ledger,
      RemovedSurvey removed,
      TeaserSurvey teasers,
      ArticleSurvey articles,
      PreviousGeneration previous) {
    this.manifest = manifest;
    this.ledger = ledger;
    this.removed = removed;
    this.teasers = teasers;
    this.articles = articles;
    this.previous = previous;
  }

  Report.Heading heading() {
    JsonNode root = manifest.json();
    Instant started = Instant.parse(root.path("started_at").asText());
    Instant finished = Instant.parse(root.path("finished_at").asText());
    int failed = 0;
    for (JsonNode check : root.path("checks")) {
      failed += check.path("holds").asBoolean() ? 0 : 1;
    }
    long segmented = ledger.articles;
    String sentence =
        String.format(
            Locale.ROOT,
            "%,d of %,d articles were kept (%s of them), out of %,d records in %,d files.",
            articles.articles,
            segmented,
            Figures.share(articles.articles, segmented),
            ledger.records,
            ledger.files);
    return new Report.Heading(
        Shown.text(root.path("build_id").asText(), 120),
        Shown.text(root.path("version").asText(), 40),
        Shown.text(root.path("runner").asText(), 40),
        Figures.minute(finished),
        Figures.seconds(Duration.between(started, finished).toMillis() / 1e3),
        failed,
        root.path("checks").size(),
        sentence);
  }

  List<Report.Tile> tiles() {
    List<Report.Tile> tiles = new ArrayList<>();
    tiles.add(
        tile(
            "articles",
            "articles kept",
            articles.articles,
            Figures.count(articles.wordSum) + " words"));
    tiles.add(
        tile(
            "removed",
            "articles removed",
            removed.reasons.all(),
            Figures.share(removed.reasons.all(), ledger.articles) + " of those segmented"));
    tiles.add(
        tile(
            "teasers", "distinct teasers", teasers.teasers, Figures.count(teasers.seen) + " seen"));
    tiles.add(
        tile(
            null,
            "teasers linked",
            teasers.linked,
            Figures.share(teasers.linked, teasers.teasers) + " of the distinct ones"));
    tiles.add(
        tile(
            "records",
            "records read",
            ledger.records,
            Figures.bytes(ledger.decompressed) + " in " + Figures.count(ledger.files) + " files"));
    tiles.add(
        tile(
            "rejects",
            "records left out",
            ledger.skipped + ledger.rejected,
            Figures.bytes(ledger.rejectedBytes) + " rejected"));
    return tiles;
  }

  private Report.Tile tile(String key, String name, long value, String detail) {
    boolean isCompared = previous != null && key != null && !key.equals("rejects");
    FigureChange change =
        isCompared ? new FigureChange("counts", name, previous.count(key), value) : null;
    return new Report.Tile(key, name, value, Figures.count(value), detail, change);
  }
}
