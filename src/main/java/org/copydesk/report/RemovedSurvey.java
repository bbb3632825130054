package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.BottomSample;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TextDifference;
import org.copydesk.report.figures.TopItems;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.storage.Storage;
import org.copydesk.table.Unknown;

/** Reads {@code removed} once: counts and samples a reason, bounded. */
final class RemovedSurvey {
  private static final int SAMPLES = 8;
  private static final int NEAREST = 6;
  private static final int MOST_REASONS = 100;

  private record AllButText(
      String id,
      String sourceFile,
      Long sourceRecord,
      String url,
      String title,
      Long wordCount,
      String reason,
      String keptId,
      String measure,
      Double similarity,
      Double threshold,
      String value) {}

  private record Text(String text) {}

  /** A removed article before its kept one is known. */
  private record Removed(
      TableRows.Place at,
      String title,
      String place,
      String link,
      List<String> facts,
      String keptId,
      double margin) {}

  final ValueCounts reasons = new ValueCounts();
  private final Map<String, BottomSample<Removed>> samples = new TreeMap<>();
  private final Map<String, TopItems<Removed>> nearest = new TreeMap<>();
  private final Map<TableRows.Place, String> texts =
      new TreeMap<>(
          java.util.Comparator.comparing(TableRows.Place::part)
              .thenComparing(TableRows.Place::row));
  private final Storage generation;

  RemovedSurvey(Storage generation) {
    this.generation = generation;
  }

  RemovedSurvey read() throws IOException {
    new TableRows<>(generation, Tables.REMOVED.view(AllButText.class)).scan(this::take);
    List<TableRows.Place> chosen = new ArrayList<>();
    for (String reason : samples.keySet()) {
      chosen(reason).forEach(item -> chosen.add(item.at()));
    }
    new TableRows<>(generation, Tables.REMOVED.view(Text.class))
        .fetch(
            chosen,
            (row, place) -> {
              if (row.text() != null) {
                texts.put(place, row.text());
              }
            });
    return this;
  }

  private void take(AllButText row, TableRows.Place place) {
    String reason = row.reason() == null ? "unknown" : row.reason();
    reasons.add(reason);
    if (samples.containsKey(reason) || samples.size() < MOST_REASONS) {
      String key = row.sourceFile() + "#" + Unknown.asZero(row.sourceRecord());
      samples
          .computeIfAbsent(reason, name -> new BottomSample<>(SAMPLES))
          .offer(key, () -> removed(row, place));
      double margin = margin(row);
      if (margin < 1) {
        nearest
            .computeIfAbsent(reason, name -> new TopItems<>(NEAREST))
            .offer(Math.round(-1e9 * margin), key, () -> removed(row, place));
      }
    }
  }

  private static Removed removed(AllButText row, TableRows.Place place) {
    return new Removed(
        place,
        Shown.text(row.title(), 240),
        Shown.place(row.sourceFile(), row.sourceRecord()),
        Shown.link(row.url()),
        facts(row),
        row.keptId(),
        margin(row));
  }

  /** How far above its threshold the similarity is; infinite where there is none. */
  private static double margin(AllButText row) {
    Double similarity = row.similarity();
    Double threshold = row.threshold();
    return similarity == null || threshold == null
        ? Double.POSITIVE_INFINITY
        : similarity - threshold;
  }

  private static List<String> facts(AllButText row) {
    List<String> facts = new ArrayList<>();
    facts.add(Figures.count(Unknown.asZero(row.wordCount())) + " words");
    Double similarity = row.similarity();
    Double threshold = row.threshold();
    if (similarity != null) {
      String measure = row.measure() == null ? "similarity" : row.measure();
      facts.add(
          Shown.text(measure, 40)
              + String.format(Locale.ROOT, " %.3f", similarity)
              + (threshold == null ? "" : String.format(Locale.ROOT, ", needs %.2f", threshold)));
    }
    if (row.value() != null) {
      String limit =
          threshold == null || similarity != null
              ? ""
              : String.format(Locale.ROOT, ", limit %.4g", threshold);
      facts.add("value " + Shown.text(row.value(), 120) + limit);
    }
    return facts;
  }

  /** Samples of a reason, those nearest to the threshold first. */
  private List<Removed> chosen(String reason) {
    Map<TableRows.Place, Removed> chosen = new LinkedHashMap<>();
    if (nearest.containsKey(reason)) {
      nearest.get(reason).items().forEach(item -> chosen.put(item.at(), item));
    }
    if (samples.containsKey(reason)) {
      samples.get(reason).items().forEach(item -> chosen.put(item.at(), item));
    }
    return chosen.values().stream()
        .sorted(java.util.Comparator.comparingDouble(Removed::margin))
        .toList();
  }

  /** Articles that samples lost to. */
  Set<String> keptIds() {
    Set<String> ids = new HashSet<>();
    for (String reason : samples.keySet()) {
      chosen(reason).forEach(item -> ids.add(item.keptId()));
    }
    ids.remove(null);
    return ids;
  }

  /** Every reason, most frequent first. */
  List<Loss> losses(
      ArticleSurvey articles, ReasonMeanings meanings, Map<String, String> keptTexts) {
    List<Loss> losses = new ArrayList<>();
    for (ValueCounts.Counted reason : reasons.top(MOST_REASONS)) {
      List<Loss.Sample> shown = new ArrayList<>();
      for (Removed item : chosen(reason.value())) {
        ArticleSample kept = articles.article(item.keptId());
        String text = texts.get(item.at());
        String keptText = item.keptId() == null ? null : keptTexts.get(item.keptId());
        TextDifference comparison =
            text == null || keptText == null ? null : TextDifference.of(keptText, text);
        shown.add(
            new Loss.Sample(
                item.title(), item.place(), item.link(), item.facts(), kept, comparison));
      }
      losses.add(
          new Loss(
              Loss.idOf("removed", reason.value()),
              "removed",
              Shown.text(reason.value(), 120),
              meanings.of(reason.value()),
              reason.count(),
              shown));
    }
    return losses;
  }
}
