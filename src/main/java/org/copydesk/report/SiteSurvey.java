package org.copydesk.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/** Reads {@code sites} once: the largest, by articles and then pages. */
final class SiteSurvey {
  static final int SHOWN = 25;
  private static final Set<String> READ =
      Set.of("site", "pages", "articles", "teasers", "learned", "name");

  private final TopItems<SiteLine> top = new TopItems<>(SHOWN);
  final SiteLabels labels = new SiteLabels();
  long sites;
  long learned;
  long articles;

  SiteSurvey read(Storage generation) throws IOException {
    new TableRows(generation, Tables.SITES).scan(READ, this::take);
    return this;
  }

  private void take(TableRows.Row row) {
    sites++;
    labels.add(row.text("site"), row.text("name"));
    learned += row.text("learned") == null ? 0 : 1;
    articles += row.number("articles");
    long weight =
        Math.min(row.number("articles"), 1L << 40) * (1 << 20)
            + Math.min(row.number("pages"), (1 << 20) - 1);
    top.offer(weight, String.valueOf(row.text("site")), () -> SiteLine.of(row));
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
