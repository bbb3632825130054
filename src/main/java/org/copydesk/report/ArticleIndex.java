package org.copydesk.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.report.figures.BottomSample;
import org.copydesk.report.figures.Figures;
import org.copydesk.report.figures.Shown;

/**
 * Takes the kept articles for two things: which days each site has articles of, and a list of
 * titles and addresses to search in. Memory: {@link #MOST_ENTRIES} of those, and a counter for each
 * site and day, of {@link #MOST_SITES} sites.
 */
final class ArticleIndex {
  static final int MOST_ENTRIES = 4_000;
  private static final int MOST_SITES = 5_000;
  private static final int MOST_DAYS = 20_000;
  private static final long SECONDS_A_DAY = 86_400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BottomSample<Entry> entries = new BottomSample<>(MOST_ENTRIES);
  private final Map<String, TreeMap<Long, Integer>> daysBySite = new TreeMap<>();
  private final TreeMap<Long, Integer> days = new TreeMap<>();
  private final SiteLabels labels;
  private long articles;

  /**
   * @param labels what sites are called
   */
  ArticleIndex(SiteLabels labels) {
    this.labels = labels;
  }

  /** An article to be found. */
  private record Entry(String title, String site, String place, String link) {}

  /** Takes the next article. */
  void take(ArticleLine row) {
    articles++;
    entries.offer(
        row.id(),
        () ->
            new Entry(
                Shown.text(row.title(), 160),
                Shown.text(labels.of(row.site()), 80),
                Shown.place(row.sourceFile(), row.sourceRecord()),
                Shown.link(row.url())));
    Instant time = row.fetchedAt() == null ? row.publishedAt() : row.fetchedAt();
    String site = row.site();
    if (time == null || site == null) {
      return;
    }
    long day = Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    boolean isKnown = daysBySite.containsKey(site) || daysBySite.size() < MOST_SITES;
    if (isKnown && (days.containsKey(day) || days.size() < MOST_DAYS)) {
      days.merge(day, 1, Integer::sum);
      daysBySite.computeIfAbsent(site, name -> new TreeMap<>()).merge(day, 1, Integer::sum);
    }
  }

  /** How many articles the search looks through, and of how many. */
  String searched() {
    long listed = Math.min(articles, MOST_ENTRIES);
    return listed == articles
        ? Figures.counted(articles, "article")
        : Figures.count(listed) + " of " + Figures.counted(articles, "article") + ", by hash";
  }

  /**
   * Entries as JSON, {@code [[title, site, place, link], ...]}, safe inside an element of a page.
   */
  String json() {
    ArrayNode all = JSON.createArrayNode();
    for (Entry entry : entries.items()) {
      all.addArray().add(entry.title()).add(entry.site()).add(entry.place()).add(entry.link());
    }
    try {
      return JSON.writeValueAsString(all)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The days of the largest sites and of those that fell silent. */
  SiteDays siteDays() {
    List<SiteDays.Site> sites = new ArrayList<>();
    daysBySite.forEach((name, counts) -> sites.add(new SiteDays.Site(labels.of(name), counts)));
    return SiteDays.of(days, sites);
  }
}
