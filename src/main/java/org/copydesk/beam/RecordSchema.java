package org.copydesk.beam;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.NanosInstant;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The schema of a domain record, by its components: {@code Page.sourceFile} is the field {@code
 * sourceFile}. What is an object may be null; an enum is its name, an {@link Instant} Beam's {@link
 * NanosInstant}, a record within a row within.
 */
final class RecordSchema<R extends Record> implements Serializable {
  private static final long serialVersionUID = 1;

  private final Class<R> type;

  private RecordSchema(Class<R> type) {
    this.type = type;
  }

  static <R extends Record> RecordSchema<R> of(Class<R> type) {
    return new RecordSchema<>(type);
  }

  /** Gives the records of a collection this schema, and with it their coder. */
  PCollection<R> on(PCollection<R> records) {
    return records.setSchema(
        schema(type), TypeDescriptor.of(type), RecordSchema::row, row -> record(type, row));
  }

  static Schema schema(Class<?> type) {
    Schema.Builder schema = Schema.builder();
    for (RecordComponent component : type.getRecordComponents()) {
      Schema.FieldType field = fieldType(component.getGenericType());
      boolean isNullable = !component.getType().isPrimitive();
      schema.addField(Schema.Field.of(component.getName(), field.withNullable(isNullable)));
    }
    return schema.build();
  }

  private static Schema.FieldType fieldType(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return Schema.FieldType.array(fieldType(list.getActualTypeArguments()[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class || plain.isEnum()) {
      return Schema.FieldType.STRING;
    } else if (plain == long.class || plain == Long.class) {
      return Schema.FieldType.INT64;
    } else if (plain == int.class || plain == Integer.class) {
      return Schema.FieldType.INT32;
    } else if (plain == boolean.class || plain == Boolean.class) {
      return Schema.FieldType.BOOLEAN;
    } else if (plain == double.class || plain == Double.class) {
      return Schema.FieldType.DOUBLE;
    } else if (plain == byte[].class) {
      return Schema.FieldType.BYTES;
    } else if (plain == Instant.class) {
      return Schema.FieldType.logicalType(new NanosInstant());
    } else if (plain.isRecord()) {
      return Schema.FieldType.row(schema(plain));
    }
    throw new IllegalArgumentException("no field of a schema: " + type);
  }

  static Row row(Record record) {
    Row.Builder row = Row.withSchema(schema(record.getClass()));
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(record);
        if (value instanceof Enum<?> constant) {
          row.addValue(constant.name());
        } else {
          row.addValue(value instanceof Record within ? row(within) : value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(record.getClass() + "." + component.getName(), e);
      }
    }
    return row.build();
  }

  static <R> R record(Class<R> type, Row row) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object value = row.getValue(i);
      if (value instanceof Row within) {
        value = record(types[i], within);
      } else if (value != null && types[i].isEnum()) {
        value = constant(types[i], (String) value);
      }
      values[i] = value;
    }
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(type + " has no " + name);
  }
}
