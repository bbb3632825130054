package org.copydesk.dump;

import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.charset.Utf8;
import org.copydesk.model.Reason;

/**
 * Makes of a row of Parquet what the same row is in JSON, token by token: structs become objects,
 * lists arrays, times ISO texts, and a null is a key that is not there. Bytes that are no text are
 * left out, but for those of the page itself, whose character set is looked for.
 */
final class ParquetRow extends RecordMaterializer<ParquetRow> {
  /** What a value that has no length of its own counts for, in bytes. */
  private static final int NUMBER = 8;

  private static final long JULIAN_EPOCH = 2_440_588;
  private static final long NANOS = 1_000_000_000L;

  private final TextDecoder decoder;
  private final FieldBounds bounds;
  private final Set<String> payloadColumns;
  private final long maxBytes;
  private final int maxValueBytes;
  private final Struct root;

  // The row at hand.
  private TokenBuffer tokens;
  private long bytes;
  private long replaced;
  private Reason refusal;

  /**
   * @param payloadColumns columns that are read as text or HTML
   * @param bounds is told of values that were left out
   */
  ParquetRow(
      MessageType schema, DumpSettings settings, Set<String> payloadColumns, FieldBounds bounds) {
    this.decoder = new TextDecoder(settings.maxMalformedShare());
    this.bounds = bounds;
    this.payloadColumns = payloadColumns;
    maxBytes = (long) settings.maxPayloadBytes() + settings.maxLineBytes();
    maxValueBytes = settings.maxPayloadBytes();
    root = new Struct(schema, () -> {}, "");
  }

  /** Forgets the row before. */
  void start() {
    tokens = new TokenBuffer(null, false);
    bytes = 1;
    replaced = 0;
    refusal = null;
  }

  /** The row as JSON tokens; of use only where there is no {@link #refusal}. */
  TokenBuffer tokens() {
    return tokens;
  }

  /** What its values take: texts their bytes, numbers eight, and one for the row. */
  long bytes() {
    return bytes;
  }

  long replaced() {
    return replaced;
  }

  /** Why there is no row; null where there is one. */
  Reason refusal() {
    return refusal;
  }

  @Override
  public ParquetRow getCurrentRecord() {
    return this;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private boolean isRefused() {
    if (refusal == null && bytes > maxBytes) {
      refusal = Reason.LINE_TOO_LONG;
      tokens = new TokenBuffer(null, false);
    }
    return refusal != null;
  }

  private interface Write {
    void to(TokenBuffer tokens) throws IOException;
  }

  private void write(Write what) {
    if (isRefused()) {
      return;
    }
    try {
      what.to(tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called before a value is written: names it, where it stands in an object. */
  private interface Before {
    void value();
  }

  private Converter converter(Type type, Before before, String path) {
    if (type.isPrimitive()) {
      return new Scalar(type.asPrimitiveType(), before, path);
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
    private final Before before;
    private final List<Type> fields;
    private final Converter[] converters;
    private int current = -1;
    private boolean isOpen;

    Struct(GroupType type, Before before, String path) {
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
      write(
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
        write(TokenBuffer::writeEndArray);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return converters[index];
    }

    @Override
    public void start() {
      before.value();
      current = -1;
      isOpen = false;
      write(TokenBuffer::writeStartObject);
    }

    @Override
    public void end() {
      closeArray();
      write(TokenBuffer::writeEndObject);
    }
  }

  /** An array. Its elements stand in groups of one, or, as older writers have it, by themselves. */
  private final class ListOf extends GroupConverter {
    private final Before before;
    private final Converter entry;

    ListOf(Type repeated, Before before, String path) {
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
      before.value();
      write(TokenBuffer::writeStartArray);
    }

    @Override
    public void end() {
      write(TokenBuffer::writeEndArray);
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
        bytes++;
        write(TokenBuffer::writeNull);
      }
    }
  }

  /** An object whose keys are values of the map. */
  private final class MapOf extends GroupConverter {
    private final Before before;
    private final GroupConverter entry;
    private boolean hasValue;

    MapOf(GroupType keyAndValue, Before before, String path) {
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
                write(TokenBuffer::writeNull);
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
      before.value();
      write(TokenBuffer::writeStartObject);
    }

    @Override
    public void end() {
      write(TokenBuffer::writeEndObject);
    }
  }

  private final class MapKey extends PrimitiveConverter {
    private void key(String key) {
      bytes += key.length();
      write(out -> out.writeFieldName(key));
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

  private final class Scalar extends PrimitiveConverter {
    private final Before before;
    private final String path;
    private final PrimitiveType type;
    private final LogicalTypeAnnotation annotation;
    private final boolean isPayload;
    private final boolean isText;

    Scalar(PrimitiveType type, Before before, String path) {
      this.type = type;
      this.before = before;
      this.path = path;
      annotation = type.getLogicalTypeAnnotation();
      isPayload = payloadColumns.contains(path);
      isText =
          annotation instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
              || annotation instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
              || annotation instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
    }

    private void value(int length, Write what) {
      bytes += length;
      before.value();
      write(what);
    }

    @Override
    public void addBinary(Binary value) {
      switch (type.getPrimitiveTypeName()) {
        case INT96 -> int96(value.toByteBuffer());
        case FIXED_LEN_BYTE_ARRAY, BINARY -> {
          if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            BigInteger unscaled = value.length() == 0 ? null : new BigInteger(value.getBytes());
            if (unscaled != null && value.length() <= 2 * NUMBER) {
              BigDecimal number = new BigDecimal(unscaled, decimal.getScale());
              value(value.length(), out -> out.writeNumber(number));
            }
          } else {
            text(value);
          }
        }
        default -> throw new IllegalStateException(path);
      }
    }

    private void text(Binary value) {
      int length = value.length();
      bytes += length;
      if (isRefused()) {
        return;
      }
      if (length > maxValueBytes) {
        if (isPayload) {
          refusal = Reason.PAYLOAD_TOO_LARGE;
        } else {
          bounds.tell(path);
        }
        return;
      }
      byte[] b = value.getBytesUnsafe();
      String text;
      if (Utf8.firstFault(b, 0, length) == length) {
        text = new String(b, 0, length, StandardCharsets.UTF_8);
      } else if (isPayload || isText) {
        // A page that was kept as bytes is in the character set that it says it is in.
        String declared = isText ? "utf-8" : Payloads.declaredInside(b, 0, length);
        TextDecoder.Decoded decoded = decoder.decode(b, 0, length, declared);
        if (decoded.refusal() != null) {
          refusal = decoded.refusal();
          return;
        }
        replaced += decoded.replaced();
        text = new String(decoded.payload(), StandardCharsets.UTF_8);
      } else {
        bounds.tell(path);
        return;
      }
      before.value();
      write(out -> out.writeString(text));
    }

    private void int96(ByteBuffer value) {
      ByteBuffer little = value.order(ByteOrder.LITTLE_ENDIAN);
      long nanos = little.getLong(little.position());
      long day = (little.getInt(little.position() + NUMBER) & 0xffffffffL) - JULIAN_EPOCH;
      String time = Instant.ofEpochSecond(day * 86_400, nanos).toString();
      value(NUMBER, out -> out.writeString(time));
    }

    @Override
    public void addInt(int value) {
      if (annotation instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
        String day = LocalDate.ofEpochDay(value).toString();
        value(NUMBER, out -> out.writeString(day));
      } else {
        addLong(isUnsigned() ? value & 0xffffffffL : value);
      }
    }

    private boolean isUnsigned() {
      return annotation instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation integer
          && !integer.isSigned();
    }

    @Override
    public void addLong(long value) {
      if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
        String time = time(value, timestamp.getUnit()).toString();
        String given = timestamp.isAdjustedToUTC() ? time : time.substring(0, time.length() - 1);
        value(NUMBER, out -> out.writeString(given));
      } else if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
        BigDecimal number = BigDecimal.valueOf(value, decimal.getScale());
        value(NUMBER, out -> out.writeNumber(number));
      } else if (isUnsigned() && value < 0) {
        BigInteger number = new BigInteger(Long.toUnsignedString(value));
        value(NUMBER, out -> out.writeNumber(number));
      } else {
        value(NUMBER, out -> out.writeNumber(value));
      }
    }

    private static Instant time(long value, TimeUnit unit) {
      long perSecond =
          switch (unit) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> NANOS;
          };
      long rest = Math.floorMod(value, perSecond);
      return Instant.ofEpochSecond(Math.floorDiv(value, perSecond), rest * (NANOS / perSecond));
    }

    @Override
    public void addDouble(double value) {
      value(NUMBER, out -> out.writeNumber(value));
    }

    @Override
    public void addFloat(float value) {
      value(NUMBER, out -> out.writeNumber(value));
    }

    @Override
    public void addBoolean(boolean value) {
      value(1, out -> out.writeBoolean(value));
    }
  }
}
