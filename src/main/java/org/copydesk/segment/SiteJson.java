package org.copydesk.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.text.SnakeJson;

/** Writes a site model as {@code {"pages":40,"snippet_words":30,"markers":[…],"lines":[…]}}. */
public final class SiteJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_LINES = 40;

  private SiteJson() {}

  /** Pages of the sample by the place of their text, as {@link #of} wrote them. */
  public static Map<String, Long> bodyPlaces(String learned) {
    Map<String, Long> places = new TreeMap<>();
    if (learned == null) {
      return places;
    }
    try {
      for (JsonNode place : MAPPER.readTree(learned).path("layout").path("body")) {
        places.merge(place.path("path").asText(), place.path("pages").asLong(), Long::sum);
      }
    } catch (JsonProcessingException e) {
      // a table that others wrote: nothing is known of the site's layout
    }
    return places;
  }

  /** What is known of a site, in the order in which it is written; what is not is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Fields(
      int pages,
      String masthead,
      Integer snippetWords,
      Integer snippetCharacters,
      int snippets,
      List<String> markers,
      List<Line> lines,
      Map<String, List<SiteLayout.Place>> layout) {

    private record Line(String text, int pages, @JsonProperty("class") String lineClass) {
      static Line of(SiteModel.LearnedLine line) {
        return new Line(line.text(), line.pages(), line.lineClass());
      }
    }
  }

  static String of(SiteModel model) {
    return SnakeJson.of(
        new Fields(
            model.pages(),
            Masthead.of(model),
            positive(model.snippetWords()),
            positive(model.snippetChars()),
            model.snippets(),
            model.markers(),
            model.lines().stream().limit(MOST_LINES).map(Fields.Line::of).toList(),
            model.layout().isKnown() ? places(model.layout()) : null));
  }

  private static Integer positive(int number) {
    return number > 0 ? (Integer) number : null;
  }

  private static Map<String, List<SiteLayout.Place>> places(SiteLayout layout) {
    Map<String, List<SiteLayout.Place>> places = new LinkedHashMap<>();
    for (String part : PageLayout.PARTS) {
      if (!layout.places(part).isEmpty()) {
        places.put(part, layout.places(part));
      }
    }
    return places;
  }
}
