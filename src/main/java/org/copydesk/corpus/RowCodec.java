package org.copydesk.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.bucket.RecordCodec;

/**
 * Rows of a table in one group, ordered by some of its columns: nulls last, texts by their bytes.
 */
public final class RowCodec implements RecordCodec<Object[]> {
  private static final long serialVersionUID = 1;

  private final int[] orderedBy;

  /**
   * @param table name of the table
   * @param columns scalar columns that order its rows, the first one first
   */
  public RowCodec(String table, String... columns) {
    orderedBy = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      orderedBy[i] = Tables.named(table).indexOf(columns[i]);
    }
  }

  @Override
  public void groupKey(Object[] row, ByteWriter out) {}

  @Override
  public void orderKey(Object[] row, ByteWriter out) {
    for (int column : orderedBy) {
      Object value = row[column];
      if (value == null) {
        out.putByte(1);
        continue;
      }
      out.putByte(0);
      if (value instanceof Long number) {
        out.putOrderedLong(number);
      } else {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        out.putBytes(text, 0, text.length).putByte(0);
      }
    }
  }

  @Override
  public void encode(Object[] row, ByteWriter out) {
    putAll(row, out);
  }

  private static void putAll(Object[] values, ByteWriter out) {
    out.putVarLong(values.length);
    for (Object value : values) {
      put(value, out);
    }
  }

  private static void put(Object value, ByteWriter out) {
    if (value == null) {
      out.putByte(0);
    } else if (value instanceof String text) {
      out.putByte(1).putText(text);
    } else if (value instanceof Long number) {
      out.putByte(2).putVarLong(number);
    } else if (value instanceof Double number) {
      out.putByte(3).putDouble(number);
    } else if (value instanceof Boolean flag) {
      out.putByte(4).putBoolean(flag);
    } else if (value instanceof List<?> list) {
      out.putByte(5).putVarLong(list.size());
      list.forEach(element -> put(element, out));
    } else {
      putAll((Object[]) value, out.putByte(6));
    }
  }

  @Override
  public Object[] decode(ByteReader in) {
    Object[] values = new Object[in.getVarInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(in);
    }
    return values;
  }

  private Object get(ByteReader in) {
    return switch (in.getByte()) {
      case 0 -> null;
      case 1 -> in.getText();
      case 2 -> in.getVarLong();
      case 3 -> in.getDouble();
      case 4 -> in.getBoolean();
      case 5 -> {
        int size = in.getVarInt();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(get(in));
        }
        yield list;
      }
      default -> decode(in);
    };
  }
}
