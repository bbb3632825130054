package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.lines.ArticleLine;
import org.copydesk.row.RightsRow;

/**
 * Where the articles of a generation come from and what may be done with them: domains by size,
 * licences, reservations. Memory: a line a domain and a licence.
 */
final class SourceSurvey {
  private static final int MOST_LICENCES = 1_000;

  /** Articles and their words. */
  static final class Size {
    long articles;
    long words;

    private void add(long more) {
      articles++;
      words += more;
    }
  }

  /** A domain and its size; the domain of pages without one is null. */
  record Domain(String name, Size size) {}

  private final Map<String, Size> domains = new HashMap<>();
  final Size all = new Size();
  final Map<String, Size> languages = new TreeMap<>();
  final Map<String, Long> licences = new TreeMap<>();
  long withRights;
  long withLicence;
  long noAi;
  long tdmReserved;
  long agentsDisallowed;
  Instant firstPublished;
  Instant lastPublished;
  Instant firstFetched;
  Instant lastFetched;

  /** Takes the next article. */
  void take(ArticleLine row) {
    long words = asZero(row.wordCount());
    all.add(words);
    domains.computeIfAbsent(row.site(), site -> new Size()).add(words);
    String language = row.language() == null ? "und" : row.language();
    languages.computeIfAbsent(language, code -> new Size()).add(words);
    firstPublished = earlier(firstPublished, row.publishedAt());
    lastPublished = later(lastPublished, row.publishedAt());
    firstFetched = earlier(firstFetched, row.fetchedAt());
    lastFetched = later(lastFetched, row.fetchedAt());
    RightsRow rights = row.rights();
    if (rights == null) {
      return;
    }
    withRights++;
    noAi +=
        rights.robots() != null && List.of(rights.robots().split(", ")).contains("noai") ? 1 : 0;
    tdmReserved += Boolean.TRUE.equals(rights.tdmReservation()) ? 1 : 0;
    boolean hasAgents = rights.agentsDisallowed() != null && !rights.agentsDisallowed().isEmpty();
    agentsDisallowed += hasAgents ? 1 : 0;
    if (rights.licence() != null) {
      withLicence++;
      String licence =
          licences.containsKey(rights.licence()) || licences.size() < MOST_LICENCES
              ? rights.licence()
              : "others";
      licences.merge(licence, 1L, Long::sum);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  /** Domains, the largest first; those of one size by name. */
  List<Domain> domains() {
    return domains.entrySet().stream()
        .filter(domain -> domain.getKey() != null)
        .map(domain -> new Domain(domain.getKey(), domain.getValue()))
        .sorted(
            Comparator.<Domain>comparingLong(domain -> -domain.size().words)
                .thenComparing(Domain::name))
        .toList();
  }

  /** What pages have whose site is not known; null where there are none. */
  Size unknownDomain() {
    return domains.get(null);
  }

  /**
   * The licence of all articles, as the Hub names it: the one that every article states, where it
   * is known there; else {@code other}.
   */
  String licence() {
    boolean isOne = withLicence == all.articles && licences.size() == 1;
    return isOne ? Licences.hubName(licences.keySet().iterator().next()) : "other";
  }
}
