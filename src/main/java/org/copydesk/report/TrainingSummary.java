package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.copydesk.text.SnakeJson;

/**
 * {@code training-summary.json}: what a provider of a model that was trained on the corpus has to
 * publish of scraped content under Article 53(1)(d) of Regulation (EU) 2024/1689, as the template
 * of the AI Office asks for it: size, languages, period, and the largest tenth of the domains.
 */
final class TrainingSummary {
  static final String NAME = "training-summary.json";

  /** Share of the domains that the template asks for; small firms name 5 % or 1,000. */
  private static final int TENTH = 10;

  /** What the file says, in the order in which it is written. */
  private record Fields(
      String buildId,
      String law,
      String measure,
      long articles,
      long words,
      Period published,
      Period crawled,
      List<Language> languages,
      Stated rights,
      List<Licence> licences,
      long domains,
      long articlesWithoutDomain,
      List<Top> topDomains) {}

  /** Null where not known. */
  private record Period(Instant from, Instant to) {}

  private record Language(String language, long articles, long words, double share) {}

  private record Stated(
      long articlesThatStateAny, long noai, long tdmReserved, long agentsDisallowed) {}

  private record Licence(String licence, long articles) {}

  private record Top(String domain, long articles, long words, double share) {}

  private TrainingSummary() {}

  static String of(JsonNode manifest, SourceSurvey sources) {
    List<SourceSurvey.Domain> domains = sources.domains();
    SourceSurvey.Size unknown = sources.unknownDomain();
    int listed = (domains.size() + TENTH - 1) / TENTH;
    Fields fields =
        new Fields(
            manifest.path("build_id").asText(),
            "Regulation (EU) 2024/1689, Article 53(1)(d)",
            "words of the articles that are in the corpus",
            sources.all.articles,
            sources.all.words,
            new Period(sources.firstPublished, sources.lastPublished),
            new Period(sources.firstFetched, sources.lastFetched),
            sources.languages.entrySet().stream()
                .map(each -> language(each.getKey(), each.getValue(), sources.all))
                .toList(),
            new Stated(
                sources.withRights, sources.noAi, sources.tdmReserved, sources.agentsDisallowed),
            sources.licences.entrySet().stream()
                .map(each -> new Licence(each.getKey(), each.getValue()))
                .toList(),
            domains.size(),
            unknown == null ? 0 : unknown.articles,
            domains.subList(0, listed).stream().map(each -> top(each, sources.all)).toList());
    return SnakeJson.pretty(fields) + "\n";
  }

  private static Language language(String code, SourceSurvey.Size size, SourceSurvey.Size all) {
    return new Language(code, size.articles, size.words, share(size, all));
  }

  private static Top top(SourceSurvey.Domain domain, SourceSurvey.Size all) {
    SourceSurvey.Size size = domain.size();
    return new Top(domain.name(), size.articles, size.words, share(size, all));
  }

  private static double share(SourceSurvey.Size size, SourceSurvey.Size all) {
    return all.words == 0 ? 0.0 : (double) size.words / all.words;
  }
}
