package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.Tables;
import org.copydesk.model.Reason;
import org.copydesk.report.figures.BottomSample;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.row.RejectRow;
import org.copydesk.storage.Storage;
import org.copydesk.table.Unknown;

/** Reads {@code rejects} once: counts and samples an outcome and reason, bounded. */
final class RejectSurvey {
  private static final int SAMPLES = 12;
  private static final int MOST_REASONS = 100;

  final ValueCounts recordReasons = new ValueCounts();
  final ValueCounts damageReasons = new ValueCounts();
  private final Map<String, BottomSample<Loss.Sample>> samples = new TreeMap<>();

  RejectSurvey read(Storage generation) throws IOException {
    new TableRows<>(generation, Tables.REJECTS).scan((row, place) -> take(row));
    return this;
  }

  private void take(RejectRow row) {
    String outcome = "skipped".equals(row.outcome()) ? "skipped" : "rejected";
    String reason = row.reason() == null ? "unknown" : row.reason();
    String name = outcome + " " + reason;
    boolean isRecord = row.sourceRecord() != null && !reason.equals(Reason.OTHER_STORY.stored());
    (isRecord ? recordReasons : damageReasons).add(name);
    if (samples.containsKey(name) || samples.size() < MOST_REASONS) {
      String key =
          row.sourceFile() + "#" + row.sourceRecord() + "@" + Unknown.asZero(row.spanStart());
      samples
          .computeIfAbsent(name, one -> new BottomSample<>(SAMPLES))
          .offer(key, () -> sample(row));
    }
  }

  private static Loss.Sample sample(RejectRow row) {
    List<String> facts = new ArrayList<>();
    Long start = row.spanStart();
    Long end = row.spanEnd();
    if (start != null && end != null) {
      facts.add("bytes " + Figures.count(start) + "–" + Figures.count(end));
    }
    if (row.stage() != null) {
      facts.add("at " + Shown.text(row.stage(), 40));
    }
    if (row.message() != null) {
      facts.add(Shown.text(row.message(), 240));
    }
    return new Loss.Sample(
        null, Shown.place(row.sourceFile(), row.sourceRecord()), null, facts, null, null);
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
