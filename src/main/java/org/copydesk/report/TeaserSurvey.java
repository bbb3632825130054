package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.SizeBins;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TopItems;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.storage.Storage;

/** Reads {@code teasers} once without their texts: counts, and the teasers seen most often. */
final class TeaserSurvey {
  private static final int SHOWN = 50;

  private record Counted(
      String id,
      String marker,
      Boolean truncated,
      Long occurrences,
      Long variants,
      String articleId,
      String linkMethod) {}

  /** What is read of those that are shown. */
  record Read(
      String id,
      String title,
      String snippet,
      String marker,
      Boolean truncated,
      String url,
      Long occurrences,
      Long pages,
      Long sites,
      Long variants,
      String articleId,
      String linkMethod,
      Double linkContainment) {}

  final SizeBins occurrences = SizeBins.multiples();
  final ValueCounts methods = new ValueCounts();
  final ValueCounts markers = new ValueCounts();
  private final TopItems<TableRows.Place> top = new TopItems<>(SHOWN);
  private final Map<TableRows.Place, TeaserLine> lines = new HashMap<>();
  long teasers;
  long seen;
  long linked;
  long truncated;
  long folded;

  TeaserSurvey read(Storage generation) throws IOException {
    new TableRows<>(generation, Tables.TEASERS.view(Counted.class)).scan(this::take);
    new TableRows<>(generation, Tables.TEASERS.view(Read.class))
        .fetch(top.items(), (row, place) -> lines.put(place, TeaserLine.of(row)));
    return this;
  }

  private void take(Counted row, TableRows.Place place) {
    teasers++;
    long count = asZero(row.occurrences());
    seen += count;
    occurrences.add(count);
    truncated += Boolean.TRUE.equals(row.truncated()) ? 1 : 0;
    folded += Math.max(0, asZero(row.variants()) - 1);
    markers.add(row.marker());
    if (row.articleId() != null) {
      linked++;
      methods.add(row.linkMethod());
    }
    top.offer(count, row.id(), () -> place);
  }

  /** Seen most often first. */
  List<TeaserLine> top() {
    return top.items().stream().map(lines::get).toList();
  }

  Set<String> articleIds() {
    Set<String> ids = new HashSet<>();
    lines.values().forEach(teaser -> ids.add(teaser.articleId()));
    ids.remove(null);
    return ids;
  }
}
