package org.copydesk.corpus;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The shape of a table's rows: a row is an {@code Object[]} with one value a column, in the Java
 * types that {@link Column.Scalar} names. Schema, writer, reader, digest and dataset card all
 * follow from it.
 *
 * @param name folder of the table in a generation
 * @param columns in the order of a row
 */
public record Table(String name, List<Column> columns) {
  public Table {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("two columns " + column.name() + " in " + name);
      }
    }
  }

  /** Place of a column in a row. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + column + " in " + name);
  }

  /** The Parquet schema: every column optional, lists in the standard three levels. */
  public MessageType schema() {
    Types.MessageTypeBuilder builder = Types.buildMessage();
    for (Column column : columns) {
      builder.addField(type(column.name(), column.type()));
    }
    return builder.named(name);
  }

  private static Type type(String name, Column.Type type) {
    if (type instanceof Column.ListOf list) {
      return Types.optionalGroup()
          .as(listType())
          .addField(Types.repeatedGroup().addField(type("element", list.element())).named("list"))
          .named(name);
    }
    if (type instanceof Column.Struct struct) {
      Types.GroupBuilder<org.apache.parquet.schema.GroupType> group = Types.optionalGroup();
      for (Column field : struct.fields()) {
        group.addField(type(field.name(), field.type()));
      }
      return group.named(name);
    }
    return switch ((Column.Scalar) type) {
      case TEXT -> Types.optional(BINARY).as(stringType()).named(name);
      case LONG -> Types.optional(INT64).named(name);
      case DOUBLE -> Types.optional(DOUBLE).named(name);
      case BOOLEAN -> Types.optional(BOOLEAN).named(name);
      case TIMESTAMP -> Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS)).named(name);
    };
  }
}
