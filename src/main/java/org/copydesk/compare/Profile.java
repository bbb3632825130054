package org.copydesk.compare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.Tables;
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.table.Column;
import org.copydesk.table.Table;
import org.copydesk.table.Unknown;

/** What a generation, or one site of it, is like: counts, lengths, what is unknown, the mix. */
final class Profile {
  /** What is counted of an article. */
  record Counted(
      String site,
      Long wordCount,
      String title,
      String byline,
      String dateline,
      Instant publishedAt,
      String provider,
      String url,
      String language,
      String topic) {
    static Counted of(ArticleLine line) {
      return new Counted(
          line.site(),
          line.wordCount(),
          line.title(),
          line.byline(),
          line.dateline(),
          line.publishedAt(),
          line.provider(),
          line.url(),
          line.language(),
          line.topic());
    }
  }

  static final Table<Counted> COUNTED = Tables.ARTICLES.view(Counted.class);

  /** The columns behind site and words: where one is null is counted. */
  private static final int FIRST_NULLABLE = 2;

  /** Columns of articles whose unknown values are counted. */
  static final List<String> NULLABLE =
      COUNTED.columns().stream().skip(FIRST_NULLABLE).map(Column::name).toList();

  private final WordHistogram words = new WordHistogram();
  private final long[] nulls = new long[NULLABLE.size()];
  private final TreeMap<String, Long> topics = new TreeMap<>();
  private final TreeMap<String, Long> languages = new TreeMap<>();
  private final TreeMap<String, Long> removed = new TreeMap<>();
  private final TreeMap<String, Long> layouts = new TreeMap<>();
  private long articles;
  private long teasers;

  /** Counts an article. */
  void addArticle(Counted article) {
    articles++;
    words.add(Unknown.asZero(article.wordCount()));
    for (int i = 0; i < nulls.length; i++) {
      nulls[i] += COUNTED.value(article, FIRST_NULLABLE + i) == null ? 1 : 0;
    }
    languages.merge(told(article.language()), 1L, Long::sum);
    topics.merge(told(article.topic()), 1L, Long::sum);
  }

  private static String told(String value) {
    return value == null ? "unknown" : value;
  }

  void addRemoved(String reason) {
    removed.merge(told(reason), 1L, Long::sum);
  }

  void addTeasers(long count) {
    teasers += count;
  }

  /** Counts pages of the site's sample whose text stands at a place of their trees. */
  void addLayout(String place, long pages) {
    layouts.merge(place, pages, Long::sum);
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

  /** Pages by the place of their text; empty where no HTML was sampled. */
  Map<String, Long> layouts() {
    return layouts;
  }

  Map<String, Long> languages() {
    return languages;
  }
}
