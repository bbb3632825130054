package org.copydesk.dump;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.charset.Utf8;
import org.copydesk.model.Reason;

/** A value that is not made of others: a text, a number, a time. */
final class ParquetScalar extends PrimitiveConverter {
  /** What a value that has no length of its own counts for, in bytes. */
  private static final int NUMBER = 8;

  private static final long JULIAN_EPOCH = 2_440_588;
  private static final long NANOS = 1_000_000_000L;

  /** What every value of a file is read with. */
  record Reading(
      TextDecoder decoder, FieldBounds bounds, Set<String> payloadColumns, int maxValueBytes) {}

  private final Reading reading;
  private final ParquetTokens row;
  private final Runnable before;
  private final String path;
  private final PrimitiveType type;
  private final LogicalTypeAnnotation annotation;
  private final boolean isPayload;
  private final boolean isText;

  /**
   * @param before names the value, where it stands in an object
   * @param path of the column
   */
  ParquetScalar(
      PrimitiveType type, Reading reading, ParquetTokens row, Runnable before, String path) {
    this.reading = reading;
    this.row = row;
    this.type = type;
    this.before = before;
    this.path = path;
    annotation = type.getLogicalTypeAnnotation();
    isPayload = reading.payloadColumns().contains(path);
    isText =
        annotation instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
            || annotation instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
            || annotation instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
  }

  private void value(int length, ParquetTokens.Write what) {
    row.count(length);
    before.run();
    row.write(what);
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
    row.count(length);
    if (row.isRefused()) {
      return;
    }
    if (length > reading.maxValueBytes()) {
      if (isPayload) {
        row.refuse(Reason.PAYLOAD_TOO_LARGE);
      } else {
        reading.bounds().tell(path);
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
      TextDecoder.Decoded decoded = reading.decoder().decode(b, 0, length, declared);
      if (decoded.refusal() != null) {
        row.refuse(decoded.refusal());
        return;
      }
      row.countReplaced(decoded.replaced());
      text = new String(decoded.payload(), StandardCharsets.UTF_8);
    } else {
      reading.bounds().tell(path);
      return;
    }
    before.run();
    row.write(out -> out.writeString(text));
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
