package org.copydesk.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a generation, or one site of it, is like: counts, lengths, what is unknown, the mix. */
final class Profile {
  /** Columns of articles whose unknown values are counted. */
  static final List<String> NULLABLE =
      List.of(
          "title", "byline", "dateline", "published_at", "provider", "url", "language", "topic");

  private final WordHistogram words = new WordHistogram();
  private final long[] nulls = new long[NULLABLE.size()];
  private final TreeMap<String, Long> topics = new TreeMap<>();
  private final TreeMap<String, Long> languages = new TreeMap<>();
  private final TreeMap<String, Long> removed = new TreeMap<>();
  private long articles;
  private long teasers;

  /**
   * Counts an article.
   *
   * @param nullable values of {@link #NULLABLE}, in that order
   */
  void addArticle(long wordCount, Object[] nullable) {
    articles++;
    words.add(wordCount);
    for (int i = 0; i < nulls.length; i++) {
      nulls[i] += nullable[i] == null ? 1 : 0;
    }
    languages.merge(told(nullable[NULLABLE.indexOf("language")]), 1L, Long::sum);
    topics.merge(told(nullable[NULLABLE.indexOf("topic")]), 1L, Long::sum);
  }

  private static String told(Object value) {
    return value == null ? "unknown" : value.toString();
  }

  void addRemoved(String reason) {
    removed.merge(told(reason), 1L, Long::sum);
  }

  void addTeasers(long count) {
    teasers += count;
  }

  long articles() {
    return articles;
  }

  long teasers() {
    return teasers;
  }

  Map<String, Long> removed() {
    return removed;
  }

  long medianWords() {
    return words.median();
  }

  /** Share of articles without a value, 0 to 1. */
  double nullShare(int nullable) {
    return articles == 0 ? 0 : (double) nulls[nullable] / articles;
  }

  Map<String, Long> topics() {
    return topics;
  }

  Map<String, Long> languages() {
    return languages;
  }
}
