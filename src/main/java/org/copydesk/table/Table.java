package org.copydesk.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A table whose rows are records. Schema, writer, reader, digest and dataset card all follow from
 * the record's components.
 *
 * @param <R> a row of it
 */
public final class Table<R extends Record> {
  private final String name;
  private final RowType<R> row;
  private final boolean isInOrder;
  private final MessageType schema;
  private final MessageType whole;

  private Table(String name, RowType<R> row, boolean isInOrder, MessageType whole) {
    this.name = name;
    this.row = row;
    this.isInOrder = isInOrder;
    this.schema = schema(name, row.columns());
    this.whole = whole == null ? schema : whole;
  }

  /**
   * A table whose readers expect the rows of a part in the order of sites.
   *
   * @param name folder of the table in a generation
   * @param row a record whose components say what they mean
   */
  public static <R extends Record> Table<R> inOrder(String name, Class<R> row) {
    return new Table<>(name, described(row), true, null);
  }

  /** A table whose rows come in any order: small parts of it are put together. */
  public static <R extends Record> Table<R> inAnyOrder(String name, Class<R> row) {
    return new Table<>(name, described(row), false, null);
  }

  private static <R extends Record> RowType<R> described(Class<R> row) {
    RowType<R> type = RowType.of(row);
    for (Column column : type.columns()) {
      if (column.meaning() == null) {
        throw new IllegalArgumentException(
            column.name() + " of " + row + " says not what it means");
      }
    }
    return type;
  }

  /**
   * Some columns of this table, for reading them alone: {@code record Seen(String url, Instant
   * fetchedAt) {}}.
   *
   * @param columns a record whose components have names and types of this table's columns
   * @throws IllegalArgumentException where this table has no such column
   */
  public <V extends Record> Table<V> view(Class<V> columns) {
    RowType<V> type = RowType.of(columns);
    MessageType asked = schema(name, type.columns());
    List<Column> described = new ArrayList<>();
    for (Column column : type.columns()) {
      Column there = named(column.name());
      if (there == null || !asked.getType(column.name()).equals(schema.getType(column.name()))) {
        throw new IllegalArgumentException("no such column in " + name + ": " + column);
      }
      described.add(
          new Column(there.name(), column.type(), there.meaning(), there.repeats(), there.words()));
    }
    return new Table<>(name, type.as(described), isInOrder, whole);
  }

  private Column named(String column) {
    return columns().stream().filter(each -> each.name().equals(column)).findAny().orElse(null);
  }

  /** Folder of the table in a generation. */
  public String name() {
    return name;
  }

  /** What a row is made of. */
  public Fields<R> row() {
    return row;
  }

  public List<Column> columns() {
    return row.columns();
  }

  /** The stored value of a row's column. */
  public Object value(R of, int column) {
    return row.value(of, column);
  }

  /** The row with each stored value put through a function. */
  public R map(R of, BiFunction<Column, Object, Object> to) {
    return row.map(of, to);
  }

  /** Whether readers expect the rows of a part in the order of sites. */
  public boolean isInOrder() {
    return isInOrder;
  }

  /** The Parquet schema: every column optional, lists in the standard three levels. */
  public MessageType schema() {
    return schema;
  }

  /** That of the table whose columns these are; the same where these are all. */
  public MessageType wholeSchema() {
    return whole;
  }

  private static MessageType schema(String name, List<Column> columns) {
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
