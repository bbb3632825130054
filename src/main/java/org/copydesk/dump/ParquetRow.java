package org.copydesk.dump;

import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.util.List;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.model.Reason;

/**
 * Makes of a row of Parquet what the same row is in JSON, token by token: structs become objects,
 * lists arrays, times ISO texts, and a null is a key that is not there. Bytes that are no text are
 * left out, but for those of the page itself, whose character set is looked for.
 */
final class ParquetRow extends RecordMaterializer<ParquetRow> {
  private final ParquetScalar.Reading reading;
  private final ParquetTokens row;
  private final Struct root;

  /**
   * @param payloadColumns columns that are read as text or HTML
   * @param bounds is told of values that were left out
   */
  ParquetRow(
      MessageType schema, DumpSettings settings, Set<String> payloadColumns, FieldBounds bounds) {
    reading =
        new ParquetScalar.Reading(
            new TextDecoder(settings.maxMalformedShare()),
            bounds,
            payloadColumns,
            settings.maxPayloadBytes());
    row = new ParquetTokens((long) settings.maxPayloadBytes() + settings.maxLineBytes());
    root = new Struct(schema, () -> {}, "");
  }

  /** Forgets the row before. */
  void start() {
    row.start();
  }

  /** The row as JSON tokens; of use only where there is no {@link #refusal}. */
  TokenBuffer tokens() {
    return row.tokens();
  }

  /** What its values take: texts their bytes, numbers eight, and one for the row. */
  long bytes() {
    return row.bytes();
  }

  long replaced() {
    return row.replaced();
  }

  /** Why there is no row; null where there is one. */
  Reason refusal() {
    return row.refusal();
  }

  @Override
  public ParquetRow getCurrentRecord() {
    return this;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  /**
   * @param before is run before a value is written: it names it, where it stands in an object
   */
  private Converter converter(Type type, Runnable before, String path) {
    if (type.isPrimitive()) {
      return new ParquetScalar(type.asPrimitiveType(), reading, row, before, path);
    }
    GroupType group = type.asGroupType();
    LogicalTypeAnnotation annotation = group.getLogicalTypeAnnotation();
    boolean hasOne =
        group.getFieldCount() == 1 && group.getType(0).isRepetition(Type.Repetition.REPEATED);
    if (annotation instanceof ListLogicalTypeAnnotation && hasOne) {
      return new ListOf(group.getType(0), before, path);
    }
    boolean isMap =
        annotation instanceof MapLogicalTypeAnnotation
            && hasOne
            && !group.getType(0).isPrimitive()
            && group.getType(0).asGroupType().getFieldCount() == 2
            && group.getType(0).asGroupType().getType(0).isPrimitive();
    return isMap
        ? new MapOf(group.getType(0).asGroupType(), before, path)
        : new Struct(group, before, path);
  }

  /** An object; a field that repeats without being called a list is an array all the same. */
  private final class Struct extends GroupConverter {
    private final Runnable before;
    private final List<Type> fields;
    private final Converter[] converters;
    private int current = -1;
    private boolean isOpen;

    Struct(GroupType type, Runnable before, String path) {
      this.before = before;
      fields = type.getFields();
      converters = new Converter[fields.size()];
      for (int i = 0; i < converters.length; i++) {
        int place = i;
        String name =
            path.isEmpty() ? fields.get(i).getName() : path + "." + fields.get(i).getName();
        converters[i] = converter(fields.get(i), () -> field(place), name);
      }
    }

    private void field(int place) {
      if (place == current && isOpen) {
        return;
      }
      closeArray();
      current = place;
      Type field = fields.get(place);
      isOpen = field.isRepetition(Type.Repetition.REPEATED);
      row.write(
          out -> {
            out.writeFieldName(field.getName());
            if (isOpen) {
              out.writeStartArray();
            }
          });
    }

    private void closeArray() {
      if (isOpen) {
        isOpen = false;
        row.write(TokenBuffer::writeEndArray);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return converters[index];
    }

    @Override
    public void start() {
      before.run();
      current = -1;
      isOpen = false;
      row.write(TokenBuffer::writeStartObject);
    }

    @Override
    public void end() {
      closeArray();
      row.write(TokenBuffer::writeEndObject);
    }
  }

  /** An array. Its elements stand in groups of one, or, as older writers have it, by themselves. */
  private final class ListOf extends GroupConverter {
    private final Runnable before;
    private final Converter entry;

    ListOf(Type repeated, Runnable before, String path) {
      this.before = before;
      boolean isElement =
          repeated.isPrimitive()
              || repeated.asGroupType().getFieldCount() != 1
              || repeated.getName().equals("array")
              || repeated.getName().endsWith("_tuple");
      entry =
          isElement
              ? converter(repeated, () -> {}, path)
              : new Entry(repeated.asGroupType().getType(0), path);
    }

    @Override
    public Converter getConverter(int index) {
      return entry;
    }

    @Override
    public void start() {
      before.run();
      row.write(TokenBuffer::writeStartArray);
    }

    @Override
    public void end() {
      row.write(TokenBuffer::writeEndArray);
    }
  }

  private final class Entry extends GroupConverter {
    private final Converter element;
    private boolean isThere;

    Entry(Type type, String path) {
      element = converter(type, () -> isThere = true, path);
    }

    @Override
    public Converter getConverter(int index) {
      return element;
    }

    @Override
    public void start() {
      isThere = false;
    }

    @Override
    public void end() {
      if (!isThere) {
        row.count(1);
        row.write(TokenBuffer::writeNull);
      }
    }
  }

  /** An object whose keys are values of the map. */
  private final class MapOf extends GroupConverter {
    private final Runnable before;
    private final GroupConverter entry;
    private boolean hasValue;

    MapOf(GroupType keyAndValue, Runnable before, String path) {
      this.before = before;
      Converter key = new MapKey();
      Converter value = converter(keyAndValue.getType(1), () -> hasValue = true, path);
      entry =
          new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
              return index == 0 ? key : value;
            }

            @Override
            public void start() {
              hasValue = false;
            }

            @Override
            public void end() {
              if (!hasValue) {
                row.write(TokenBuffer::writeNull);
              }
            }
          };
    }

    @Override
    public Converter getConverter(int index) {
      return entry;
    }

    @Override
    public void start() {
      before.run();
      row.write(TokenBuffer::writeStartObject);
    }

    @Override
    public void end() {
      row.write(TokenBuffer::writeEndObject);
    }
  }

  private final class MapKey extends PrimitiveConverter {
    private void key(String key) {
      row.count(key.length());
      row.write(out -> out.writeFieldName(key));
    }

    @Override
    public void addBinary(Binary value) {
      key(value.toStringUsingUTF8());
    }

    @Override
    public void addInt(int value) {
      key(Integer.toString(value));
    }

    @Override
    public void addLong(long value) {
      key(Long.toString(value));
    }

    @Override
    public void addBoolean(boolean value) {
      key(Boolean.toString(value));
    }

    @Override
    public void addDouble(double value) {
      key(Double.toString(value));
    }

    @Override
    public void addFloat(float value) {
      key(Float.toString(value));
    }
  }
}
