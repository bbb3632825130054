package org.copydesk.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.quality.PersonalData;

/**
 * Hides personal data in rows before they are written: the one gate through which a page's text
 * reaches a table, and with it report and card. "Call 555-123-4567" is stored as "Call [phone]".
 *
 * <p>Bylines and authors are left alone: a newsroom signs its work. So are addresses of pages, ids
 * and counts. Ids come from the text before masking.
 */
public final class RowMask {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Columns that hold a page's own words; a star marks JSON text. */
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "articles", List.of("title", "dateline", "provider", "text", "metadata*", "markdown"),
          "teasers", List.of("title", "snippet", "marker"),
          "removed", List.of("title", "text"),
          "rejects", List.of("message"),
          "sites", List.of("learned*"));

  /** Tables whose rows say what language their words are in. */
  private static final Set<String> WITH_LANGUAGE = Set.of("articles", "teasers");

  private RowMask() {}

  /** The row with personal data masked: the same array, changed in place. */
  public static Object[] mask(Table table, Object[] row) {
    String language =
        WITH_LANGUAGE.contains(table.name()) ? (String) row[table.indexOf("language")] : null;
    for (String name : COLUMNS.getOrDefault(table.name(), List.of())) {
      boolean isJson = name.endsWith("*");
      int at = table.indexOf(isJson ? name.substring(0, name.length() - 1) : name);
      String value = (String) row[at];
      if (value != null) {
        row[at] = isJson ? maskJson(value) : PersonalData.mask(value, language);
      }
    }
    return row;
  }

  /** Masks values in JSON text; text that is no JSON is masked as it stands. */
  static String maskJson(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      JsonNode masked = mask(read);
      return masked.equals(read) ? text : JSON.writeValueAsString(masked);
    } catch (JsonProcessingException e) {
      return PersonalData.mask(text);
    }
  }

  private static JsonNode mask(JsonNode node) {
    if (node.isObject()) {
      ObjectNode out = JSON.createObjectNode();
      node.fields()
          .forEachRemaining(
              field -> out.set(PersonalData.mask(field.getKey()), mask(field.getValue())));
      return out;
    }
    if (node.isArray()) {
      List<JsonNode> values = new ArrayList<>();
      node.forEach(value -> values.add(mask(value)));
      return new ArrayNode(JSON.getNodeFactory(), values);
    }
    if (node.isTextual() || node.isNumber()) {
      String masked = PersonalData.mask(node.asText());
      return masked.equals(node.asText()) ? node : new TextNode(masked);
    }
    return node;
  }
}
