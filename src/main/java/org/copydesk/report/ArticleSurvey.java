package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

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
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.report.figures.BottomSample;
import org.copydesk.report.figures.DateBins;
import org.copydesk.report.figures.SizeBins;
import org.copydesk.report.figures.TableRows;
import org.copydesk.report.figures.TopItems;
import org.copydesk.report.figures.Untold;
import org.copydesk.report.figures.ValueCounts;
import org.copydesk.row.PersonalDataRow;
import org.copydesk.storage.Storage;

/**
 * Takes what there is of {@code articles} but their texts, counts, and chooses samples: some of
 * all, some of each topic, language and large site, and the largest clusters. Texts are then read
 * for the chosen alone. Memory: at most about 700 rows of the sample whatever the size of the
 * table.
 */
final class ArticleSurvey {
  /** Personal data found in all articles. */
  static final class PersonalSums {
    long email;
    long phone;
    long ip;
    long card;
    long iban;

    private void add(PersonalDataRow row) {
      email += asZero(row.email());
      phone += asZero(row.phone());
      ip += asZero(row.ip());
      card += asZero(row.card());
      iban += asZero(row.iban());
    }
  }

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
  final PersonalSums personal = new PersonalSums();
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

  /** Reads what is shown of the articles that were chosen; call after the last was taken. */
  void readChosen() throws IOException {
    Map<TableRows.Place, Boolean> chosen = new LinkedHashMap<>();
    ofAll.items().forEach(place -> chosen.put(place, true));
    for (Map<String, BottomSample<TableRows.Place>> groups : List.of(byTopic, byLanguage, bySite)) {
      groups.values().forEach(group -> group.items().forEach(place -> chosen.put(place, true)));
    }
    largest.items().forEach(place -> chosen.put(place, true));
    wanted.values().forEach(place -> chosen.put(place, true));
    new TableRows<>(generation, Tables.ARTICLES.view(ArticleSample.Read.class))
        .fetch(
            chosen.keySet(),
            (row, place) -> {
              ids.put(place, row.id());
              read.put(row.id(), ArticleSample.of(row));
              if (comparedIds.contains(row.id()) && row.text() != null) {
                texts.put(row.id(), row.text());
              }
            });
  }

  /** Takes the next article. */
  void take(ArticleLine row, TableRows.Place place) {
    articles++;
    long wordCount = asZero(row.wordCount());
    String topic = row.topic();
    topics.add(topic);
    if (topic == null) {
      untold.merge(
          Untold.of(Boolean.TRUE.equals(row.isTopicLookedFor()), wordCount), 1L, Long::sum);
    }
    if (topic != null && topicLabels.size() < 10_000) {
      topicLabels.putIfAbsent(topic, row.topicLabel());
    }
    languages.add(row.language());
    if (row.publishedAt() != null) {
      dates.add(row.publishedAt());
    }
    words.add(wordCount);
    wordSum += wordCount;
    long size = asZero(row.clusterSize());
    if (size > 1) {
      clusters.add(size);
      inClusters += size;
      largest.offer(size, row.id(), () -> place);
    }
    countAbsent("title", row.title());
    countAbsent("byline", row.byline());
    countAbsent("dateline", row.dateline());
    countAbsent("published_at", row.publishedAt());
    countAbsent("provider", row.provider());
    countAbsent("url", row.url());
    if (row.pii() != null) {
      personal.add(row.pii());
    }
    choose(row, place);
  }

  private void countAbsent(String what, Object value) {
    absent.merge(what, value == null ? 1L : 0L, Long::sum);
  }

  private void choose(ArticleLine row, TableRows.Place place) {
    String id = row.id();
    ofAll.offer(id, () -> place);
    offer(byTopic, row.topic() == null ? "" : row.topic(), 6, place, id);
    offer(byLanguage, row.language(), 4, place, id);
    String site = row.site();
    if (site != null && wantedSites.contains(site)) {
      offer(bySite, site, 4, place, id);
    }
    if (wantedIds.contains(id)) {
      wanted.put(id, place);
    }
  }

  private static void offer(
      Map<String, BottomSample<TableRows.Place>> groups,
      String name,
      int most,
      TableRows.Place place,
      String id) {
    if (name == null || (!groups.containsKey(name) && groups.size() == MOST_GROUPS)) {
      return;
    }
    groups.computeIfAbsent(name, group -> new BottomSample<>(most)).offer(id, () -> place);
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
