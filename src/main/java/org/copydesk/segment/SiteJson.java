package org.copydesk.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

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

  static String of(SiteModel model) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("pages", model.pages());
    String masthead = Masthead.of(model);
    if (masthead != null) {
      root.put("masthead", masthead);
    }
    if (model.snippetWords() > 0) {
      root.put("snippet_words", model.snippetWords());
    }
    if (model.snippetChars() > 0) {
      root.put("snippet_characters", model.snippetChars());
    }
    root.put("snippets", model.snippets());
    ArrayNode markers = root.putArray("markers");
    model.markers().forEach(markers::add);
    ArrayNode lines = root.putArray("lines");
    for (SiteModel.LearnedLine line : model.lines()) {
      if (lines.size() == MOST_LINES) {
        break;
      }
      ObjectNode node = lines.addObject();
      node.put("text", line.text());
      node.put("pages", line.pages());
      node.put("class", line.lineClass());
    }
    if (model.layout().isKnown()) {
      ObjectNode layout = root.putObject("layout");
      for (String part : PageLayout.PARTS) {
        for (SiteLayout.Place place : model.layout().places(part)) {
          layout.withArray(part).addObject().put("path", place.path()).put("pages", place.pages());
        }
      }
    }
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
