package org.copydesk.table;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;

/** Rows in one group, ordered by some of their values: nulls last, texts by their bytes. */
public final class RowCodec<R extends Record> implements RecordCodec<R> {
  private static final long serialVersionUID = 1;

  private final Class<R> type;
  private final List<Key<R>> orderedBy;
  private transient RowType<R> row;

  /** A value that rows are ordered by: a {@code String}, {@code Long} or {@code Instant}. */
  public interface Key<R> extends Serializable {
    Comparable<?> of(R row);
  }

  /**
   * @param orderedBy what orders the rows, the first one first
   */
  public RowCodec(Class<R> type, List<Key<R>> orderedBy) {
    this.type = type;
    this.orderedBy = List.copyOf(orderedBy);
  }

  private RowType<R> row() {
    if (row == null) {
      row = RowType.of(type);
    }
    return row;
  }

  @Override
  public void groupKey(R of, ByteWriter out) {}

  @Override
  public void orderKey(R of, ByteWriter out) {
    for (Key<R> key : orderedBy) {
      Comparable<?> value = key.of(of);
      out.putByte(value == null ? 1 : 0);
      if (value instanceof Long number) {
        out.putOrderedLong(number);
      } else if (value instanceof Instant time) {
        // As it is stored: what microseconds do not tell apart is one point in time.
        out.putOrderedLong(time.getEpochSecond()).putOrderedLong(time.getNano() / 1000);
      } else if (value != null) {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        out.putBytes(text, 0, text.length).putByte(0);
      }
    }
  }

  @Override
  public void encode(R of, ByteWriter out) {
    putFields(row(), of, out);
  }

  private static <T> void putFields(Fields<T> fields, T of, ByteWriter out) {
    List<Column> columns = fields.columns();
    for (int i = 0; i < columns.size(); i++) {
      put(columns.get(i).type(), fields.value(of, i), out);
    }
  }

  private static void put(Column.Type type, Object value, ByteWriter out) {
    if (type == Column.Scalar.TEXT) {
      out.putText((String) value);
      return;
    }
    out.putBoolean(value != null);
    if (value == null) {
      return;
    }
    if (type instanceof Column.ListOf list) {
      List<?> elements = (List<?>) value;
      out.putVarLong(elements.size());
      elements.forEach(element -> put(list.element(), element, out));
    } else if (type instanceof Column.Struct struct) {
      putFields(struct.ofValue(), value, out);
    } else if (type == Column.Scalar.DOUBLE) {
      out.putDouble((Double) value);
    } else if (type == Column.Scalar.BOOLEAN) {
      out.putBoolean((Boolean) value);
    } else {
      out.putVarLong((Long) value);
    }
  }

  @Override
  public R decode(ByteReader in) {
    return getFields(row(), in);
  }

  private static <T> T getFields(Fields<T> fields, ByteReader in) {
    Object[] values = new Object[fields.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(fields.columns().get(i).type(), in);
    }
    return fields.make(values);
  }

  private static Object get(Column.Type type, ByteReader in) {
    if (type == Column.Scalar.TEXT) {
      return in.getText();
    }
    if (!in.getBoolean()) {
      return null;
    }
    if (type instanceof Column.ListOf list) {
      int size = in.getVarInt();
      List<Object> elements = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        elements.add(get(list.element(), in));
      }
      return elements;
    }
    if (type instanceof Column.Struct struct) {
      return getFields(struct.made(), in);
    }
    return switch ((Column.Scalar) type) {
      case TEXT -> throw new IllegalStateException();
      case LONG, TIMESTAMP -> in.getVarLong();
      case DOUBLE -> in.getDouble();
      case BOOLEAN -> in.getBoolean();
    };
  }
}
