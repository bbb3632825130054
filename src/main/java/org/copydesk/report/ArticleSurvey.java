package org.copydesk.report;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.Tables;
import org.copydesk.storage.Storage;

/**
 * Reads {@code articles} once without its texts, counts, and chooses samples: some of all, some of
 * each topic, language and large site, and the largest clusters. Texts are then read for the chosen
 * alone. Memory: at most about 700 rows of the sample whatever the size of the table.
 */
final class ArticleSurvey {
  private static final Set<String> COUNTED =
      Set.of(
          "id",
          "source_file",
          "source_record",
          "url",
          "site",
          "title",
          "byline",
          "dateline",
          "published_at",
          "provider",
          "language",
          "word_count",
          "topic",
          "topic_label",
          "topics",
          "cluster_size",
          "pii");
  private static final Set<String> SHOWN =
      Set.of(
          "id",
          "source_file",
          "source_record",
          "url",
          "site",
          "title",
          "byline",
          "published_at",
          "provider",
          "language",
          "text",
          "word_count",
          "topic",
          "topic_label",
          "topic_confidence",
          "cluster_size",
          "copies");
  private static final int MOST_GROUPS = 40;
  private static final int LARGEST_CLUSTERS = 12;

  private final Storage generation;
  private final Set<String> wantedIds;
  private final Set<String> comparedIds;
  private final Set<String> wantedSites;
  private final Map<String, TableRows.Place> wanted = new HashMap<>();
  private final BottomSample<TableRows.Place> ofAll = new BottomSample<>(40);
  private final Map<String, BottomSample<TableRows.Place>> byTopic = new TreeMap<>();
  private final Map<String, BottomSample<TableRows.Place>> byLanguage = new TreeMap<>();
  private final Map<String, BottomSample<TableRows.Place>> bySite = new TreeMap<>();
  private final TopItems<TableRows.Place> largest = new TopItems<>(LARGEST_CLUSTERS);
  private final Map<String, ArticleSample> read = new LinkedHashMap<>();
  private final Map<TableRows.Place, String> ids = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  final ValueCounts topics = new ValueCounts();

  /** Articles without a topic, by why they have none. */
  final Map<Untold, Long> untold = new EnumMap<>(Untold.class);

  final Map<String, String> topicLabels = new HashMap<>();
  final ValueCounts languages = new ValueCounts();
  final DateBins dates = new DateBins();
  final SizeBins words = SizeBins.words();
  final SizeBins clusters = SizeBins.multiples();
  final Map<String, Long> absent = new TreeMap<>();
  final long[] personal = new long[5];
  long articles;
  long inClusters;
  long wordSum;

  /**
   * @param wantedIds articles that other parts of the report name
   * @param comparedIds of these, articles whose whole texts are needed
   * @param wantedSites sites to have samples of
   */
  ArticleSurvey(
      Storage generation, Set<String> wantedIds, Set<String> comparedIds, Set<String> wantedSites) {
    this.generation = generation;
    this.wantedIds = wantedIds;
    this.comparedIds = comparedIds;
    this.wantedSites = wantedSites;
  }

  ArticleSurvey read() throws IOException {
    TableRows rows = new TableRows(generation, Tables.ARTICLES);
    rows.scan(COUNTED, this::count);
    Map<TableRows.Place, Boolean> chosen = new LinkedHashMap<>();
    ofAll.items().forEach(place -> chosen.put(place, true));
    for (Map<String, BottomSample<TableRows.Place>> groups : List.of(byTopic, byLanguage, bySite)) {
      groups.values().forEach(group -> group.items().forEach(place -> chosen.put(place, true)));
    }
    largest.items().forEach(place -> chosen.put(place, true));
    wanted.values().forEach(place -> chosen.put(place, true));
    rows.fetch(
        SHOWN,
        chosen.keySet(),
        row -> {
          ids.put(row.place(), row.text("id"));
          read.put(row.text("id"), ArticleSample.of(row));
          if (comparedIds.contains(row.text("id")) && row.text("text") != null) {
            texts.put(row.text("id"), row.text("text"));
          }
        });
    return this;
  }

  private void count(TableRows.Row row) {
    articles++;
    String id = row.text("id");
    String topic = row.text("topic");
    topics.add(topic);
    if (topic == null) {
      untold.merge(Untold.of(row.value("topics") != null, row.number("word_count")), 1L, Long::sum);
    }
    if (topic != null && topicLabels.size() < 10_000) {
      topicLabels.putIfAbsent(topic, row.text("topic_label"));
    }
    languages.add(row.text("language"));
    Long published = row.known("published_at");
    if (published != null) {
      dates.add(published);
    }
    words.add(row.number("word_count"));
    wordSum += row.number("word_count");
    long size = row.number("cluster_size");
    if (size > 1) {
      clusters.add(size);
      inClusters += size;
      largest.offer(size, id, row::place);
    }
    for (String column :
        List.of("title", "byline", "dateline", "published_at", "provider", "url")) {
      absent.merge(column, row.value(column) == null ? 1L : 0L, Long::sum);
    }
    if (row.value("pii") instanceof Object[] found) {
      for (int i = 0; i < personal.length; i++) {
        personal[i] += found[i] == null ? 0 : (Long) found[i];
      }
    }
    choose(row, id, topic);
  }

  private void choose(TableRows.Row row, String id, String topic) {
    ofAll.offer(id, row::place);
    offer(byTopic, topic == null ? "" : topic, 6, row, id);
    offer(byLanguage, row.text("language"), 4, row, id);
    String site = row.text("site");
    if (site != null && wantedSites.contains(site)) {
      offer(bySite, site, 4, row, id);
    }
    if (wantedIds.contains(id)) {
      wanted.put(id, row.place());
    }
  }

  private static void offer(
      Map<String, BottomSample<TableRows.Place>> groups,
      String name,
      int most,
      TableRows.Row row,
      String id) {
    if (name == null || (!groups.containsKey(name) && groups.size() == MOST_GROUPS)) {
      return;
    }
    groups.computeIfAbsent(name, group -> new BottomSample<>(most)).offer(id, row::place);
  }

  /** An article that was wanted or chosen; null when it is not there. */
  ArticleSample article(String id) {
    return id == null ? null : read.get(id);
  }

  /** Whole texts of the articles to compare with. */
  Map<String, String> texts() {
    return texts;
  }

  /** The sample for the reader, ordered by topic, site and title. */
  List<ArticleSample> samples() {
    Map<String, ArticleSample> chosen = new LinkedHashMap<>();
    add(ofAll.items(), chosen);
    for (Map<String, BottomSample<TableRows.Place>> groups : List.of(byTopic, byLanguage, bySite)) {
      groups.values().forEach(group -> add(group.items(), chosen));
    }
    add(largest.items(), chosen);
    add(wanted.values(), chosen);
    return chosen.values().stream()
        .sorted(
            java.util.Comparator.comparing((ArticleSample a) -> text(a.topicLabel(), "\uFFFF"))
                .thenComparing(a -> text(a.site(), ""))
                .thenComparing(ArticleSample::id))
        .toList();
  }

  private static String text(String text, String other) {
    return text == null ? other : text;
  }

  /** The largest clusters by their kept articles. */
  List<ArticleSample> largestClusters() {
    Map<String, ArticleSample> chosen = new LinkedHashMap<>();
    add(largest.items(), chosen);
    return List.copyOf(chosen.values());
  }

  private void add(Collection<TableRows.Place> places, Map<String, ArticleSample> to) {
    for (TableRows.Place place : places) {
      String id = ids.get(place);
      to.putIfAbsent(id, read.get(id));
    }
  }
}
