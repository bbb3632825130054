package org.copydesk.report;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/** Reads {@code teasers} once: counts, and the teasers seen most often. */
final class TeaserSurvey {
  private static final int SHOWN = 50;
  private static final Set<String> READ =
      Set.of(
          "id",
          "title",
          "snippet",
          "marker",
          "truncated",
          "url",
          "occurrences",
          "pages",
          "sites",
          "variants",
          "article_id",
          "link_method",
          "link_containment");

  final SizeBins occurrences = SizeBins.multiples();
  final ValueCounts methods = new ValueCounts();
  final ValueCounts markers = new ValueCounts();
  private final TopItems<TeaserLine> top = new TopItems<>(SHOWN);
  long teasers;
  long seen;
  long linked;
  long truncated;
  long folded;

  TeaserSurvey read(Storage generation) throws IOException {
    new TableRows(generation, Tables.TEASERS).scan(READ, this::take);
    return this;
  }

  private void take(TableRows.Row row) {
    teasers++;
    long count = row.number("occurrences");
    seen += count;
    occurrences.add(count);
    truncated += row.flag("truncated") ? 1 : 0;
    folded += Math.max(0, row.number("variants") - 1);
    markers.add(row.text("marker"));
    if (row.text("article_id") != null) {
      linked++;
      methods.add(row.text("link_method"));
    }
    top.offer(count, row.text("id"), () -> TeaserLine.of(row));
  }

  /** Seen most often first. */
  List<TeaserLine> top() {
    return top.items();
  }

  Set<String> articleIds() {
    Set<String> ids = new HashSet<>();
    top.items().forEach(teaser -> ids.add(teaser.articleId()));
    ids.remove(null);
    return ids;
  }
}
