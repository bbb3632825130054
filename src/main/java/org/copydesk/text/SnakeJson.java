package org.copydesk.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/**
 * Records as JSON: {@code Score[bodyText=1]} is {@code {"body_text":1}}, in the order of the
 * components; a time as {@code 2026-01-02T03:04:05Z}. What a record leaves out when it is null says
 * so at the component; names of maps stay as they are.
 */
public final class SnakeJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .addModule(new SimpleModule().addSerializer(Instant.class, new ToStringSerializer()))
          .build();

  private SnakeJson() {}

  /** One JSON value on one line. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** One JSON value over several lines, for people; without an end of line behind it. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The value as a tree that is read, or changed and written. */
  public static <T extends JsonNode> T tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
