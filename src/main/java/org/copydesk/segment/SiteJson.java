package org.copydesk.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a site model as {@code {"pages":40,"snippet_words":30,"markers":[…],"lines":[…]}}. */
final class SiteJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_LINES = 40;

  private SiteJson() {}

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
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
