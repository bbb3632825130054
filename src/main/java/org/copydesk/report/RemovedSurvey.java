package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Storage;
import org.copydesk.corpus.Tables;

/** Reads {@code removed} once: counts and samples a reason, bounded. */
final class RemovedSurvey {
  private static final int SAMPLES = 8;
  private static final int MOST_REASONS = 100;
  private static final Set<String> ALL_BUT_TEXT =
      Set.of(
          "id",
          "source_file",
          "source_record",
          "url",
          "title",
          "word_count",
          "reason",
          "kept_id",
          "measure",
          "similarity",
          "threshold",
          "value");

  /** A removed article before its kept one is known. */
  private record Removed(
      TableRows.Place at,
      String title,
      String place,
      String link,
      List<String> facts,
      String keptId,
      long words) {}

  final ValueCounts reasons = new ValueCounts();
  private final Map<String, BottomSample<Removed>> samples = new TreeMap<>();
  private final Map<TableRows.Place, String> texts =
      new TreeMap<>(
          java.util.Comparator.comparing(TableRows.Place::part)
              .thenComparing(TableRows.Place::row));
  private final Storage generation;

  RemovedSurvey(Storage generation) {
    this.generation = generation;
  }

  RemovedSurvey read() throws IOException {
    TableRows rows = new TableRows(generation, Tables.REMOVED);
    rows.scan(ALL_BUT_TEXT, this::take);
    List<TableRows.Place> chosen = new ArrayList<>();
    samples.values().forEach(some -> some.items().forEach(item -> chosen.add(item.at())));
    rows.fetch(
        Set.of("text"),
        chosen,
        row -> {
          if (row.text("text") != null) {
            texts.put(row.place(), row.text("text"));
          }
        });
    return this;
  }

  private void take(TableRows.Row row) {
    String reason = row.text("reason") == null ? "unknown" : row.text("reason");
    reasons.add(reason);
    if (samples.containsKey(reason) || samples.size() < MOST_REASONS) {
      samples
          .computeIfAbsent(reason, name -> new BottomSample<>(SAMPLES))
          .offer(row.text("source_file") + "#" + row.number("source_record"), () -> removed(row));
    }
  }

  private static Removed removed(TableRows.Row row) {
    return new Removed(
        row.place(),
        Shown.text(row.text("title"), 240),
        ArticleSample.place(row),
        Shown.link(row.text("url")),
        facts(row),
        row.text("kept_id"),
        row.number("word_count"));
  }

  private static List<String> facts(TableRows.Row row) {
    List<String> facts = new ArrayList<>();
    facts.add(Figures.count(row.number("word_count")) + " words");
    Double similarity = row.real("similarity");
    Double threshold = row.real("threshold");
    if (similarity != null) {
      String measure = row.text("measure") == null ? "similarity" : row.text("measure");
      facts.add(
          Shown.text(measure, 40)
              + String.format(Locale.ROOT, " %.3f", similarity)
              + (threshold == null ? "" : String.format(Locale.ROOT, ", needs %.2f", threshold)));
    }
    if (row.text("value") != null) {
      String limit =
          threshold == null || similarity != null
              ? ""
              : String.format(Locale.ROOT, ", limit %.4g", threshold);
      facts.add("value " + Shown.text(row.text("value"), 120) + limit);
    }
    return facts;
  }

  /** Articles that samples lost to. */
  Set<String> keptIds() {
    Set<String> ids = new HashSet<>();
    samples.values().forEach(some -> some.items().forEach(item -> ids.add(item.keptId())));
    ids.remove(null);
    return ids;
  }

  /** Every reason, most frequent first. */
  List<Loss> losses(
      ArticleSurvey articles, ReasonMeanings meanings, Map<String, String> keptTexts) {
    List<Loss> losses = new ArrayList<>();
    for (ValueCounts.Counted reason : reasons.top(MOST_REASONS)) {
      List<Loss.Sample> shown = new ArrayList<>();
      BottomSample<Removed> some = samples.get(reason.value());
      for (Removed item : some == null ? List.<Removed>of() : some.items()) {
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
