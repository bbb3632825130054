package org.copydesk.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code training-summary.json}: what a provider of a model that was trained on the corpus has to
 * publish of scraped content under Article 53(1)(d) of Regulation (EU) 2024/1689, as the template
 * of the AI Office asks for it: size, languages, period, and the largest tenth of the domains.
 */
final class TrainingSummary {
  static final String NAME = "training-summary.json";

  /** Share of the domains that the template asks for; small firms name 5 % or 1,000. */
  private static final int TENTH = 10;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TrainingSummary() {}

  static String of(JsonNode manifest, SourceSurvey sources) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("build_id", manifest.path("build_id").asText());
    root.put("law", "Regulation (EU) 2024/1689, Article 53(1)(d)");
    root.put("measure", "words of the articles that are in the corpus");
    root.put("articles", sources.all.articles).put("words", sources.all.words);
    period(root.putObject("published"), sources.firstPublished, sources.lastPublished);
    period(root.putObject("crawled"), sources.firstFetched, sources.lastFetched);
    ArrayNode languages = root.putArray("languages");
    for (Map.Entry<String, SourceSurvey.Size> language : sources.languages.entrySet()) {
      size(languages.addObject().put("language", language.getKey()), language.getValue(), sources);
    }
    ObjectNode rights = root.putObject("rights");
    rights.put("articles_that_state_any", sources.withRights);
    rights.put("noai", sources.noAi).put("tdm_reserved", sources.tdmReserved);
    rights.put("agents_disallowed", sources.agentsDisallowed);
    ArrayNode licences = root.putArray("licences");
    sources.licences.forEach(
        (licence, articles) ->
            licences.addObject().put("licence", licence).put("articles", articles));
    List<SourceSurvey.Domain> domains = sources.domains();
    root.put("domains", domains.size());
    SourceSurvey.Size unknown = sources.unknownDomain();
    root.put("articles_without_domain", unknown == null ? 0 : unknown.articles);
    int listed = (domains.size() + TENTH - 1) / TENTH;
    ArrayNode top = root.putArray("top_domains");
    for (SourceSurvey.Domain domain : domains.subList(0, listed)) {
      size(top.addObject().put("domain", domain.name()), domain.size(), sources);
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void period(ObjectNode node, Instant first, Instant last) {
    node.put("from", first == null ? null : first.toString());
    node.put("to", last == null ? null : last.toString());
  }

  private static void size(ObjectNode node, SourceSurvey.Size size, SourceSurvey sources) {
    node.put("articles", size.articles).put("words", size.words);
    node.put("share", sources.all.words == 0 ? 0.0 : (double) size.words / sources.all.words);
  }
}
