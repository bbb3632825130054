package org.copydesk.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/**
 * Records as JSON: {@code Score[bodyText=1]} is {@code {"body_text":1}}, in the order of the
 * components; a time as {@code 2026-01-02T03:04:05Z}.
 */
public final class SnakeJson {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .addModule(new SimpleModule().addSerializer(Instant.class, new ToStringSerializer()))
          .build()
          .writer();

  private SnakeJson() {}

  /** One JSON value on one line. */
  public static String of(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
