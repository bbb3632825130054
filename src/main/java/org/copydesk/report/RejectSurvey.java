package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Tables;
import org.copydesk.model.Reason;
import org.copydesk.storage.Storage;

/** Reads {@code rejects} once: counts and samples an outcome and reason, bounded. */
final class RejectSurvey {
  private static final int SAMPLES = 12;
  private static final int MOST_REASONS = 100;
  private static final Set<String> ALL =
      Set.of(
          "outcome",
          "source_file",
          "source_record",
          "span_start",
          "span_end",
          "stage",
          "reason",
          "message");

  final ValueCounts recordReasons = new ValueCounts();
  final ValueCounts damageReasons = new ValueCounts();
  private final Map<String, BottomSample<Loss.Sample>> samples = new TreeMap<>();

  RejectSurvey read(Storage generation) throws IOException {
    new TableRows(generation, Tables.REJECTS).scan(ALL, this::take);
    return this;
  }

  private void take(TableRows.Row row) {
    String outcome = "skipped".equals(row.text("outcome")) ? "skipped" : "rejected";
    String reason = row.text("reason") == null ? "unknown" : row.text("reason");
    String name = outcome + " " + reason;
    boolean isRecord =
        row.known("source_record") != null && !reason.equals(Reason.OTHER_STORY.stored());
    (isRecord ? recordReasons : damageReasons).add(name);
    if (samples.containsKey(name) || samples.size() < MOST_REASONS) {
      String key =
          row.text("source_file")
              + "#"
              + row.known("source_record")
              + "@"
              + row.number("span_start");
      samples
          .computeIfAbsent(name, one -> new BottomSample<>(SAMPLES))
          .offer(key, () -> sample(row));
    }
  }

  private static Loss.Sample sample(TableRows.Row row) {
    List<String> facts = new ArrayList<>();
    Long start = row.known("span_start");
    Long end = row.known("span_end");
    if (start != null && end != null) {
      facts.add("bytes " + Figures.count(start) + "–" + Figures.count(end));
    }
    if (row.text("stage") != null) {
      facts.add("at " + Shown.text(row.text("stage"), 40));
    }
    if (row.text("message") != null) {
      facts.add(Shown.text(row.text("message"), 240));
    }
    return new Loss.Sample(null, ArticleSample.place(row), null, facts, null, null);
  }

  /**
   * Every reason, most frequent first: those of whole records, then of parts of them and of files.
   */
  List<Loss> losses(ReasonMeanings meanings) {
    ValueCounts both = new ValueCounts();
    recordReasons.top(MOST_REASONS).forEach(one -> both.add(one.value(), one.count()));
    damageReasons.top(MOST_REASONS).forEach(one -> both.add(one.value(), one.count()));
    List<Loss> losses = new ArrayList<>();
    for (ValueCounts.Counted one : both.top(MOST_REASONS)) {
      String group = one.value().substring(0, one.value().indexOf(' '));
      String reason = one.value().substring(group.length() + 1);
      BottomSample<Loss.Sample> some = samples.get(one.value());
      losses.add(
          new Loss(
              Loss.idOf(group, reason),
              group,
              Shown.text(reason, 120),
              meanings.of(reason),
              one.count(),
              some == null ? List.of() : some.items()));
    }
    return losses;
  }
}
