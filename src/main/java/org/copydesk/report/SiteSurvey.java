package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.corpus.Tables;
import org.copydesk.report.figures.Shown;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TopItems;
import org.copydesk.row.SiteRow;
import org.copydesk.storage.Storage;

/** Reads {@code sites} once: the largest, by articles and then pages. */
final class SiteSurvey {
  static final int SHOWN = 25;

  private final TopItems<SiteLine> top = new TopItems<>(SHOWN);
  final SiteLabels labels = new SiteLabels();
  long sites;
  long learned;
  long articles;

  SiteSurvey read(Storage generation) throws IOException {
    new TableRows<>(generation, Tables.SITES).scan((row, place) -> take(row));
    return this;
  }

  private void take(SiteRow row) {
    sites++;
    labels.add(row.site(), row.name());
    learned += row.learned() == null ? 0 : 1;
    articles += asZero(row.articles());
    long weight =
        Math.min(asZero(row.articles()), 1L << 40) * (1 << 20)
            + Math.min(asZero(row.pages()), (1 << 20) - 1);
    top.offer(weight, String.valueOf(row.site()), () -> SiteLine.of(row));
  }

  List<SiteLine> top() {
    return top.items();
  }

  /** Names as they are stored. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (SiteLine site : top.items()) {
      if (site.key() != null) {
        names.add(site.key());
      }
    }
    return names;
  }

  Map<String, Long> articlesBySite() {
    Map<String, Long> counts = new LinkedHashMap<>();
    top.items()
        .forEach(
            site ->
                counts.put(
                    site.key() == null ? site.name() : Shown.text(site.key(), 120),
                    site.articles()));
    return counts;
  }
}
