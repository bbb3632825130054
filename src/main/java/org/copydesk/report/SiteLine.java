package org.copydesk.report;

import static org.copydesk.table.Unknown.asZero;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.report.figures.Shown;
import org.copydesk.row.SiteRow;

/**
 * A site as the report shows it.
 *
 * @param sampled pages it was learned from; 0 when nothing was learned
 * @param snippets how its snippets are cut, for a person; null when no limit shows
 * @param markers words that end its snippets
 * @param lines what recurs on its pages, most frequent first
 */
record SiteLine(
    String name,
    String key,
    long pages,
    long articles,
    long teasers,
    long sampled,
    String snippets,
    List<String> markers,
    List<Line> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_LINES = 40;

  /** A recurring line and what it was taken for. */
  record Line(String text, long pages, String lineClass) {}

  static SiteLine of(SiteRow row) {
    JsonNode learned = parse(row.learned());
    List<String> markers = new ArrayList<>();
    learned.path("markers").forEach(marker -> markers.add(Shown.text(marker.asText(), 60)));
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : learned.path("lines")) {
      if (lines.size() < MOST_LINES) {
        lines.add(
            new Line(
                Shown.text(line.path("text").asText(), 160),
                line.path("pages").asLong(),
                Shown.text(line.path("class").asText(), 40)));
      }
    }
    String name = row.site();
    return new SiteLine(
        Shown.text(name == null ? "(no site)" : name, 120),
        name,
        asZero(row.pages()),
        asZero(row.articles()),
        asZero(row.teasers()),
        learned.path("pages").asLong(),
        cut(learned),
        markers.size() > 12 ? markers.subList(0, 12) : markers,
        lines);
  }

  private static JsonNode parse(String learned) {
    try {
      return JSON.readTree(learned == null ? "{}" : learned);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String cut(JsonNode learned) {
    if (learned.path("snippet_words").asLong() > 0) {
      return learned.path("snippet_words").asLong() + " words";
    }
    return learned.path("snippet_characters").asLong() > 0
        ? learned.path("snippet_characters").asLong() + " characters"
        : null;
  }
}
