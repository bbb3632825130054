package org.copydesk.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.quality.PersonalData;
import org.copydesk.table.Column;
import org.copydesk.table.Fields;
import org.copydesk.table.PageWords;
import org.copydesk.table.Table;

/**
 * Hides personal data in rows before they are written: the one gate through which a page's text
 * reaches a table, and with it report and card. "Call 555-123-4567" is stored as "Call [phone]".
 *
 * <p>Bylines and authors are left alone: a newsroom signs its work. So are addresses of pages, ids
 * and counts. Ids come from the text before masking.
 */
public final class RowMask {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RowMask() {}

  /** The row with personal data masked in the columns that hold {@link PageWords}. */
  public static <R extends Record> R mask(Table<R> table, R row) {
    if (table.columns().stream().allMatch(column -> column.words() == Column.Words.NONE)) {
      return row;
    }
    String language = language(table, row);
    return table.map(row, (column, value) -> mask(column, value, language));
  }

  /** The language of the row's words, where the table has a column for it; else null. */
  private static <R extends Record> String language(Table<R> table, R row) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals("language")) {
        return (String) table.value(row, i);
      }
    }
    return null;
  }

  private static Object mask(Column column, Object value, String language) {
    if (value == null) {
      return null;
    }
    if (column.type() instanceof Column.ListOf list
        && list.element() instanceof Column.Struct struct
        && struct.fields().stream().anyMatch(field -> field.words() != Column.Words.NONE)) {
      return ((List<?>) value).stream().map(each -> mask(struct, each, language)).toList();
    }
    return switch (column.words()) {
      case NONE -> value;
      case TEXT -> PersonalData.mask((String) value, language);
      case JSON -> maskJson((String) value);
    };
  }

  private static Object mask(Column.Struct struct, Object of, String language) {
    Fields<Object> fields = struct.ofValue();
    Object[] values = new Object[fields.columns().size()];
    Arrays.setAll(values, i -> mask(fields.columns().get(i), fields.value(of, i), language));
    return fields.make(values);
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
